import BriefingLayout
import BriefingReading
import BriefingText

/// A briefing that is open, to be compared with its text as it was last read.
public struct CompareRequest: Sendable {
  /// Which opened briefing it is about.
  public var serial: Int
  /// The page of its text as it is.
  var page: Page
  /// What was other.
  public var earlier: EarlierText
  /// The words of each section now, by ordinal.
  var words: [Int]

  /// What has changed; nil where no word has.
  ///
  /// - Parameter date: When it was read, as people write it; nil where that is not known.
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  public func answer(readOn date: String?, isCancelled: () -> Bool = { false }) throws -> ChangedText? {
    let units = try BriefingUnits(page.briefing, isCancelled: isCancelled)
    let diff = try BriefingDiff(since: earlier, units, words: words, isCancelled: isCancelled)
    return try ChangedText(diff, on: page, units, readOn: date, isCancelled: isCancelled)
  }
}
