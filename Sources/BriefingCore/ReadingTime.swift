/// How long a text takes to read.
public enum ReadingTime {
  /// Words that an adult reads silently in a minute, on the careful side.
  public static let wordsPerMinute = 220

  /// Whole minutes for so many words, rounded up; at least 1.
  public static func minutes(words: Int) -> Int {
    max(1, (words + wordsPerMinute - 1) / wordsPerMinute)
  }
}
