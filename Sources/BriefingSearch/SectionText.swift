import BriefingCore
import BriefingText

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

extension BriefingUnits {
  /// The texts of all sections in reading order. A lead without text is left out, unless it is all there is.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  public func sectionTexts(isCancelled: () -> Bool = { false }) throws -> [SectionText] {
    var texts: [SectionText] = []
    for ordinal in 0...briefing.sections.count {
      if ordinal % 16 == 0, isCancelled() { throw CancellationError() }
      let text = sectionText(ordinal)
      if ordinal > 0 || !text.passages.isEmpty || briefing.sections.isEmpty { texts.append(text) }
    }
    return texts
  }

  /// The text of one section.
  ///
  /// - Parameter ordinal: 0 for the lead, else the 1-based place among the briefing's sections.
  public func sectionText(_ ordinal: Int) -> SectionText {
    var text = SectionText(
      ordinal: ordinal, section: ordinal == 0 ? nil : briefing.sections[ordinal - 1], passages: [])
    let left = unsearchedUnits(ofSection: ordinal)
    for unit in searchedUnits(ofSection: ordinal) where !left.contains(unit) {
      text.passages += searchableTexts(of: unit).map(SectionText.Passage.init(text:))
    }
    return text
  }

  /// Calls `found` with each passage of a section, as ``sectionText(_:)`` has them, without making strings of them, until
  /// it returns false.
  ///
  /// - Parameters:
  ///   - ordinal: 0 for the lead, else the 1-based place among the briefing's sections.
  ///   - texts: A reader of these units.
  ///   - isCancelled: Asked every few milliseconds, however long a passage is.
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  func forEachPassage(
    ofSection ordinal: Int, _ texts: inout SearchableTexts, isCancelled: () -> Bool,
    _ found: ([UInt8]) -> Bool
  ) throws {
    let left = unsearchedUnits(ofSection: ordinal)
    for unit in searchedUnits(ofSection: ordinal) where !left.contains(unit) {
      var goesOn = true
      let isComplete = texts.forEach(of: unit, isCancelled: { !goesOn || isCancelled() }) { text in
        goesOn = goesOn && found(text)
      }
      if !goesOn { return }
      guard isComplete else { throw CancellationError() }
    }
  }

  /// Reads a section's heading for the hosts of its links alone, see `SearchableTexts.takeHosts()`.
  func readHeading(ofSection ordinal: Int, _ texts: inout SearchableTexts) {
    guard ordinal > 0 else { return }
    let heading = briefing.sections[ordinal - 1].heading
    let document = briefing.document
    // Most have nothing that a link is made of: brackets, an element, an address.
    guard document.source[document[heading].range].contains(where: Self.isOfLink) else { return }
    texts.forEach(of: unit(of: heading)) { _ in }
  }

  private static func isOfLink(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "{"): true
    default: false
    }
  }

  /// The units between a section's heading and the next one.
  ///
  /// - Parameter ordinal: 0 for the lead, else the 1-based place among the briefing's sections.
  func searchedUnits(ofSection ordinal: Int) -> Range<Int> {
    let sections = briefing.sections
    let start = ordinal == 0 ? 0 : unit(of: sections[ordinal - 1].heading) + 1
    let end = ordinal < sections.count ? unit(of: sections[ordinal].heading) : count
    return start..<max(start, end)
  }

  /// The units of a section whose words are not words of its text: the page's title is found as such, and the details
  /// of front matter are keys and values. A heading that says something else than the title is text.
  ///
  /// - Parameter ordinal: 0 for the lead, in which all of them stand, else the section's 1-based place.
  func unsearchedUnits(ofSection ordinal: Int) -> [Int] {
    guard ordinal == 0 else { return [] }
    return [detailsUnit, isHeadingText ? nil : titleUnit].compactMap(\.self)
  }

  private var isHeadingText: Bool {
    guard briefing.metadata.isTitleGiven, briefing.heading != nil, let titleUnit else { return false }
    let heading = searchableTexts(of: titleUnit)
    // As in most files: words take their time.
    guard heading != [briefing.metadata.title] else { return false }
    return heading.flatMap { Words($0).texts } != Words(briefing.metadata.title).texts
  }
}
