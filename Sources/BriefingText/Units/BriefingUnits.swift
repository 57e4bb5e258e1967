import BriefingCore
import CommonMark

/// What a briefing says, unit by unit, whatever the width.
///
/// A *unit* is what is laid out at once: a leaf block, a table, an item or quote without content, or a slice of long
/// code. Units are in the order of the source, but for footnotes: they stand at the end of the section that refers to
/// them. The first ones are what front matter says.
public struct BriefingUnits: Sendable {
  /// Whose units they are.
  public let briefing: Briefing
  /// What is shown of the front matter besides title and summary.
  package var details: FrontMatterDetails
  package var table: UnitTable
  package let codes: CodeCache

  /// Collects the units of a briefing. Costs a pass over the block table; texts are read when they are asked for.
  public init(_ briefing: Briefing) {
    self.init(briefing, UnitTable(briefing, section: nil, .none), .none, CodeCache())
  }

  /// The same of a briefing that may be long.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  public init(_ briefing: Briefing, isCancelled: () -> Bool) throws {
    let table = try UnitTable(briefing, section: nil, .none, isCancelled: isCancelled)
    self.init(briefing, table, .none, CodeCache())
  }

  /// Makes the units of a table.
  package init(_ briefing: Briefing, _ table: UnitTable, _ details: FrontMatterDetails, _ codes: CodeCache) {
    self.briefing = briefing
    self.table = table
    self.details = details
    self.codes = codes
  }

  /// How many units there are; 0 for an empty briefing.
  public var count: Int { table.units.count }

  /// What a unit shows; not for slices of leaves that are cut because they are long.
  package func content(of unit: Int) -> UnitContent {
    if let part = table.units[unit].titleBlock {
      return .flow(part.text(of: briefing, details), hang: part == .details ? TitleBlock.hang : 0)
    }
    return UnitContent(briefing.document, table, unit: unit, codes)
  }

  /// The unit in which a block starts; for a row or cell the unit in which its table starts, for what shows nothing
  /// the unit after it.
  public func unit(of block: BlockID) -> Int {
    let document = briefing.document
    var block = block
    while document[block].kind.isTablePart, let parent = document[block].parent { block = parent }
    return min(table.firstUnit(notBefore: block), max(0, count - 1))
  }

  /// The units of a container: they stand together wherever it is shown. Empty where it shows nothing.
  package func units(in container: BlockID) -> Range<Int> {
    let document = briefing.document
    var last = container
    while document[last].next == nil, let parent = document[last].parent { last = parent }
    let end = document[last].next ?? BlockID(index: Int32(truncatingIfNeeded: document.blockCount))
    let first = table.firstUnit(notBefore: container)
    return first..<max(first, table.lastUnit(before: end) + 1)
  }

  /// The unit that shows the page's heading, or the title of the front matter in its place; nil where there is
  /// neither.
  public var titleUnit: Int? {
    briefing.heading.map(unit(of:)) ?? table.firstUnit(of: .title)
  }

  /// The unit in which the details of the front matter are opened and closed; nil where there are none.
  public var detailsUnit: Int? { table.firstUnit(of: .details) }

  /// The block that a unit shows (its leaf); for a part of the title block the page's heading, or the
  /// document itself.
  package func block(of unit: Int) -> BlockID { table.units[unit].block }
}

extension BlockKind {
  /// Whether it is a row or cell, which has no unit of its own.
  fileprivate var isTablePart: Bool {
    if case .tableRow = self { return true }
    if case .tableCell = self { return true }
    return false
  }
}
