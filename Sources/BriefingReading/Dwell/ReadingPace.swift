import BriefingCore

/// How much time a text needs on the screen to count as read.
public struct ReadingPace: Hashable, Sendable {
  /// Words that a quick reader takes in, in a minute.
  public var wordsPerMinute: Int
  /// Milliseconds that the end of a section has to be on the screen, however short the section is: what was seen in passing
  /// is not read.
  public var leastDwell: Int

  /// Makes a pace.
  public init(wordsPerMinute: Int, leastDwell: Int) {
    self.wordsPerMinute = max(1, wordsPerMinute)
    self.leastDwell = max(0, leastDwell)
  }

  /// Three times as quick as ``ReadingTime`` counts on: who is quicker looks for something, and has keys to say that it is
  /// read.
  public static let quick = quick(for: ReadingTime.wordsPerMinute)

  /// The same for readers who usually read so many words a minute.
  public static func quick(for speed: Int) -> ReadingPace {
    ReadingPace(wordsPerMinute: 3 * max(1, speed), leastDwell: 1500)
  }

  /// Milliseconds that so many words take; at least 1.
  public func milliseconds(words: Int) -> Int { max(1, words * 60_000 / wordsPerMinute) }
}
