/// How long a text takes to read.
public enum ReadingTime {
  /// Words that an adult reads silently in a minute, on the careful side.
  public static let wordsPerMinute = 220

  /// Minutes from which on hours are named.
  private static let longestInMinutes = 600

  /// Whole minutes for so many words, rounded up; at least 1.
  ///
  /// - Parameter speed: Words a minute.
  public static func minutes(words: Int, speed: Int = wordsPerMinute) -> Int {
    max(1, (words + max(1, speed) - 1) / max(1, speed))
  }

  /// The time for so many words, as it is shown: `4 min`, and from ten hours on `487 h`, to the nearest hour.
  ///
  /// - Parameter speed: Words a minute.
  public static func text(words: Int, speed: Int = wordsPerMinute) -> String {
    let minutes = minutes(words: words, speed: speed)
    return minutes < longestInMinutes ? "\(minutes) min" : "\((minutes + 30) / 60) h"
  }
}
