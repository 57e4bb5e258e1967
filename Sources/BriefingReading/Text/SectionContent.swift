import BriefingCore
import BriefingText
import CommonMark

/// The text of a section as it is now, with the way back to the page.
public struct SectionContent: Hashable, Sendable {
  /// 0 for the lead, else the 1-based place among the sections.
  public var ordinal: Int
  /// Its heading and what stands below it, footnotes that are shown at its end included, in the order of the page.
  public var blocks: [ReadBlock]
  /// The unit of `BriefingUnits` that each block is: of a long leaf that a page has cut, the whole one.
  public var units: [Int]

  /// Bytes of a section's text that are kept to compare a later one with.
  public static let longestKept = 512 << 10
  /// Bytes of source of a block that is read with its styles.
  private static let longestStyled = 64 << 10

  /// The blocks as they are kept; nil where they are too long for that.
  public var kept: [ReadBlock]? {
    blocks.reduce(0) { $0 + $1.text.utf8.count } <= Self.longestKept ? blocks.map(\.withoutAsides) : nil
  }

  /// Reads the text of a section as it is kept; nil where it is too long for that.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  static func kept(
    _ units: BriefingUnits, ordinal: Int, isCancelled: () -> Bool
  ) throws -> [ReadBlock]? {
    let source = units.readUnits(ofSection: ordinal).reduce(0) { $0 + units.sourceLength(of: $1) }
    // Markup may be most of the source.
    guard source <= 8 * longestKept else { return nil }
    return try SectionContent(units, ordinal: ordinal, isCancelled: isCancelled).kept
  }

  /// Reads the text of a section.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  public init(_ units: BriefingUnits, ordinal: Int, isCancelled: () -> Bool = { false }) throws {
    self.ordinal = ordinal
    self.units = units.readUnits(ofSection: ordinal)
    blocks = []
    var reader = UnitTextReader(units)
    for unit in self.units {
      if isCancelled() { throw CancellationError() }
      if units.sourceLength(of: unit) <= Self.longestStyled {
        blocks.append(ReadBlock(units.content(of: unit).text))
      } else {
        // So long a text is read with a pause now and then, and without its styles.
        reader.builder.removeAll()
        guard reader.read(unit, isCancelled: isCancelled, borders: { _ in }) else {
          throw CancellationError()
        }
        let links = reader.builder.linksByStart
        blocks.append(
          ReadBlock(
            text: String(decoding: reader.builder.bytes, as: UTF8.self),
            asides: links.compactMap { SearchableText.leftOut($0, reader.builder.bytes) }))
      }
    }
  }
}

extension ReadBlock {
  /// The text of a unit.
  init(_ text: UnitText) {
    let spans = text.runs.lazy.filter { $0.style.role == .code || !$0.style.traits.isEmpty }.map(\.range)
    let whole = 0..<text.string.utf8.count
    // A code block, or a heading in bold, is no stretch of a text.
    let wholes = (Array(spans) + text.links.map(\.range)).filter { $0 != whole && !$0.isEmpty }
    let bytes = Array(text.string.utf8)
    self.init(
      text: text.string, wholes: wholes.sorted { $0.lowerBound < $1.lowerBound },
      asides: text.links.compactMap { SearchableText.leftOut($0, bytes) })
  }
}

extension BriefingUnits {
  /// The units of a section's text with its heading, in the order of the page. The page's title is of no section.
  ///
  /// - Parameter ordinal: 0 for the lead, else the 1-based place among the sections.
  public func readUnits(ofSection ordinal: Int) -> [Int] {
    let sections = briefing.sections
    let start = ordinal == 0 ? 0 : unit(of: sections[ordinal - 1].heading)
    let end = ordinal < sections.count ? unit(of: sections[ordinal].heading) : count
    return (start..<max(start, end)).filter { $0 != titleUnit && $0 != detailsUnit }
  }

  /// Bytes of the source of a unit, about.
  func sourceLength(of unit: Int) -> Int { briefing.document[block(of: unit)].range.count }
}
