import BriefingCore
import BriefingLayout

/// What can be found in one section: the text that a reader sees between its heading and the next one.
///
/// Footnotes belong to the section at whose end they are shown. The text before the first heading is a section
/// without a heading, the lead.
public struct SectionText: Sendable {
  /// 0 for the lead, else the 1-based place among the briefing's sections.
  public var ordinal: Int
  /// The heading; nil for the lead.
  public var section: Section?
  /// What stands below the heading, in reading order, without gaps.
  public var passages: [Passage]

  /// Text in which words stand side by side: a paragraph, an item, a table's cell. Phrases do not run over its
  /// ends.
  public struct Passage: Hashable, Sendable {
    /// The text, on one line or more.
    public var text: String

    /// Makes a passage.
    public init(text: String) { self.text = text }
  }
}

extension Page {
  /// The texts of all sections in reading order. A lead without text is left out, unless it is all there is.
  ///
  /// - Throws: `CancellationError` when `isCancelled` answers true.
  public func sectionTexts(isCancelled: () -> Bool = { false }) throws -> [SectionText] {
    let sections = briefing.sections
    let headingUnits = sections.map { unit(of: $0.heading) }
    var texts: [SectionText] = []
    for ordinal in 0...sections.count {
      if ordinal % 16 == 0, isCancelled() { throw CancellationError() }
      let start = ordinal == 0 ? 0 : headingUnits[ordinal - 1] + 1
      let end = ordinal < sections.count ? headingUnits[ordinal] : unitCount
      var passages: [SectionText.Passage] = []
      for unit in start..<max(start, end) where isSearched(unit) {
        for text in searchableTexts(of: unit) { passages.append(.init(text: text)) }
      }
      if ordinal > 0 || !passages.isEmpty || sections.isEmpty {
        texts.append(
          SectionText(
            ordinal: ordinal, section: ordinal == 0 ? nil : sections[ordinal - 1], passages: passages))
      }
    }
    return texts
  }

  /// Whether a unit's words are words of the text: the page's title is found as such, and the details of front
  /// matter are keys and values.
  private func isSearched(_ unit: Int) -> Bool {
    unit != detailsUnit && (unit != titleUnit || briefing.metadata.isTitleGiven && briefing.heading != nil)
  }
}
