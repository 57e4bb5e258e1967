import BriefingLayout
import BriefingReading
import BriefingText

/// What has changed in a briefing since it was read, on its page.
public struct ChangedText: Sendable {
  /// The same without the page.
  public let diff: BriefingDiff
  /// The line that counts: `3 sections changed, 1 new · 42 words added · since you read it on Tue 4 Nov`.
  public let summary: String
  /// The page with what was added and removed.
  public let marked: MarkedPage

  /// Shows what has changed on the page of a briefing. Nil where no word has.
  ///
  /// - Parameters:
  ///   - page: The page of the text as it is.
  ///   - units: The units of the same briefing.
  ///   - date: When it was read, as people write it; nil where that is not known.
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  public init?(
    _ diff: BriefingDiff, on page: Page, _ units: BriefingUnits, readOn date: String?,
    isCancelled: () -> Bool = { false }
  ) throws {
    self.diff = diff
    guard let counts = diff.summary else { return nil }
    summary = counts + " · since you read it" + (date.map { " on \($0)" } ?? "")
    marked = try MarkedPage(
      page, units, PageEdits(diff, units, summary: summary), isCancelled: isCancelled)
  }
  /// The units of the marked page that show what has changed: the sections in which something has, and what was removed.
  public var changedUnits: [Int] {
    let page = marked.page
    let starts = [0] + page.sectionUnits + [page.unitCount]
    var isShown = [Bool](repeating: false, count: page.unitCount)
    for section in diff.sections where section.ordinal + 1 < starts.count {
      for unit in starts[section.ordinal]..<max(starts[section.ordinal], starts[section.ordinal + 1]) {
        isShown[unit] = true
      }
    }
    return isShown.indices.filter { isShown[$0] || marked.plainUnit(of: $0) == nil }
  }
}
