import BriefingCore
import BriefingText

/// A few words of a section around what was found, on one line.
public struct Excerpt: Hashable, Sendable {
  /// The text, with `…` where it was cut. It is the author's text and may hold anything.
  public var text: String
  /// What to light: UTF-8 offsets of ``text``, in order, none overlapping.
  public var matches: [Range<Int>]

  /// Makes an excerpt.
  public init(text: String, matches: [Range<Int>]) {
    self.text = text
    self.matches = matches
  }

  /// The part of passages with the most different words of the query; their beginning where none is there.
  ///
  /// - Parameter length: Characters at most, the ellipses not counted.
  public init(of passages: [SectionText.Passage], showing patterns: [WordPattern], length: Int = 160) {
    var finder = ExcerptFinder(patterns, length: length)
    for passage in passages where !finder.isDone { _ = finder.add(Array(passage.text.utf8)) }
    self = finder.excerpt
  }

  /// The part of a section's text with the most different words of the query; its beginning where none is there.
  ///
  /// - Parameters:
  ///   - ordinal: 0 for the lead, else the 1-based place among the briefing's sections.
  ///   - length: Characters at most, the ellipses not counted.
  ///   - isCancelled: Asked every few milliseconds, however long a passage is.
  /// - Throws: `CancellationError` when `isCancelled` answers true.
  public init(
    ofSection ordinal: Int, of units: BriefingUnits, showing patterns: [WordPattern], length: Int = 160,
    isCancelled: () -> Bool = { false }
  ) throws {
    var texts = SearchableTexts(units)
    var finder = ExcerptFinder(patterns, length: length)
    var isComplete = true
    try units.forEachPassage(ofSection: ordinal, &texts, isCancelled: isCancelled) { text in
      isComplete = finder.add(text, isCancelled: isCancelled)
      return isComplete && !finder.isDone
    }
    guard isComplete else { throw CancellationError() }
    self = finder.excerpt
  }
}
