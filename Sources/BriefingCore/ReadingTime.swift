/// How long a text takes to read.
public enum ReadingTime {
  /// Words that an adult reads silently in a minute, on the careful side.
  public static let wordsPerMinute = 220

  /// Minutes from which on hours are named.
  private static let longestInMinutes = 600

  /// Whole minutes for so many words, rounded up; at least 1.
  public static func minutes(words: Int) -> Int {
    max(1, (words + wordsPerMinute - 1) / wordsPerMinute)
  }

  /// The time for so many words, as it is shown: `4 min`, and from ten hours on `487 h`, to the nearest hour.
  public static func text(words: Int) -> String {
    let minutes = minutes(words: words)
    return minutes < longestInMinutes ? "\(minutes) min" : "\((minutes + 30) / 60) h"
  }
}
