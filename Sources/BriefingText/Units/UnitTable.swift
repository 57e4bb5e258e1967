import Algorithms
import BriefingCore
import CommonMark

/// The units of a briefing in the order in which they are shown, which is that of the source but for footnotes:
/// what a pass over the table of blocks yields, whatever the width.
package struct UnitTable: Sendable {
  /// The units.
  package private(set) var units: [Unit] = []
  /// What footnotes are called.
  package let footnotes: FootnoteMarks
  /// Where the units that the source has one after another are shown; empty where the orders are the same.
  private var shown: [Int32] = []
  /// The byte of the body at which each unit would start if the source were in the order that is shown; empty
  /// where it is.
  private var starts: [Int] = []
  /// Whether footnotes are shown elsewhere than they are written.
  package var movesFootnotes: Bool { !starts.isEmpty }
  /// What leaves are part of.
  package let roles: LeafRoles
  /// The unit of each section's heading.
  package private(set) var sectionUnits: [Int] = []

  /// What is laid out at once.
  package struct Unit: Sendable {
    /// The leaf, table, or container without content that it shows. For a part of the title block the page's
    /// heading, which it stands below, or the document, before all other units.
    package var block: BlockID
    /// 0-based slice of a long leaf.
    package var slice: Int32
    /// How many slices the block has.
    package var slices: Int32
    /// The part of the title block that it shows; nil for a block.
    package var titleBlock: TitleBlock?
    /// How something of an earlier version stands here, of which ``slice`` says the place in a list; nil for the text as it
    /// is.
    package var insertion: UnitInsertion.Kind?

    /// Whether it shows something that no block of the document stands for.
    package var isBlockless: Bool { titleBlock != nil || insertion != nil }
    /// Whether what is left of the block is in this slice.
    package var isLastSlice: Bool { insertion != nil || slice == slices - 1 }
  }

  /// Lines of code in a slice; the last one has up to twice as many.
  package static let sliceLines = 256

  /// Blocks that are gone through between two questions whether to go on.
  package static let stride = 1 << 14

  /// Collects the units of a briefing, or of one of its sections alone. Each leaf is one unit, but long code.
  package init(_ briefing: Briefing, section: Int?, _ details: FrontMatterDetails) {
    let footnotes = briefing.document.footnotes
    self.init(FootnoteMarks(footnotes, in: briefing.document), LeafRoles(briefing))
    // Nothing is cancelled, so nothing is thrown.
    try? collect(briefing, section: section, nil, details, footnotes, [:], isCancelled: { false })
  }

  /// The same of a long briefing, with leaves cut into slices.
  ///
  /// - Parameters:
  ///   - front: The start of a briefing whose rest is not there yet: only what that cannot change makes units.
  ///   - nesting: The short ways out of deep containers, for those who climb out of them often.
  ///   - cutting: Tells how many slices each leaf has that is cut because it is long.
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  package init(
    _ briefing: Briefing, section: Int?, front: BriefingFront? = nil, _ details: FrontMatterDetails,
    _ nesting: DeepNesting = DeepNesting(), isCancelled: () -> Bool,
    cutting: (LeafRoles, FootnoteMarks) throws -> [BlockID: Int] = { _, _ in [:] }
  ) throws {
    guard let footnotes = briefing.document.footnotes(isCancelled: isCancelled) else {
      throw CancellationError()
    }
    self.init(FootnoteMarks(footnotes, in: briefing.document), LeafRoles(briefing, nesting))
    let slices = try cutting(roles, self.footnotes)
    try collect(briefing, section: section, front, details, footnotes, slices, isCancelled: isCancelled)
  }

  private init(_ marks: FootnoteMarks, _ roles: LeafRoles) {
    self.roles = roles
    footnotes = marks
  }

  private mutating func collect(
    _ briefing: Briefing, section: Int?, _ front: BriefingFront?, _ details: FrontMatterDetails,
    _ footnotes: [Footnote], _ sliceCounts: [BlockID: Int], isCancelled: () -> Bool
  ) throws {
    let document = briefing.document
    // Below the page's heading where the text starts with it.
    let title = roles.title
    let hides = document.extensions.contains(.htmlElements)
    var first = document[document.root].firstChild
    while hides, let block = first, block != title,
      HiddenBlocks.isHidden(block, document)
    {
      first = document[block].next
    }
    let anchor = title == first ? title ?? document.root : document.root
    let parts = TitleBlock.parts(of: briefing, details).map {
      Unit(block: anchor, slice: 0, slices: 1, titleBlock: $0)
    }
    if anchor == document.root { units = parts }
    var open: [Container] = []
    for index in 1..<max(1, document.blockCount) {
      if index % UnitTable.stride == 0, isCancelled() { throw CancellationError() }
      let id = BlockID(index: Int32(index))
      let block = document[id]
      while let last = open.last, last.block != block.parent { close(&open) }
      switch block.kind {
      case .document, .linkDefinition, .tableRow, .tableCell: break
      case .list: open.append(Container(block: id, units: -1))
      case .blockQuote, .alert, .item, .footnoteDefinition, .definition:
        open.append(Container(block: id, units: Int32(truncatingIfNeeded: units.count)))
      case .paragraph where hides && HiddenBlocks.isHidden(id, document),
        .htmlBlock where hides && HiddenBlocks.isHidden(id, document):
        break
      case .paragraph, .heading, .thematicBreak, .htmlBlock, .table:
        append(id, slices: sliceCounts[id] ?? 1)
      case .codeBlock:
        append(id, slices: sliceCounts[id] ?? UnitTable.slices(document.source[block.range]))
      }
      if id == anchor { units += parts }
    }
    while !open.isEmpty { close(&open) }
    if units.count > UnitTable.stride, isCancelled() { throw CancellationError() }
    if let section {
      let selection = try SectionUnits(
        section, of: briefing, from: units, numbers: self.footnotes, isCancelled: isCancelled)
      units = selection.units
      try arrange(selection.order, document, isCancelled)
    } else if let order = try FootnotePlacement.order(
      of: footnotes, in: briefing, unitCount: units.count, firstUnit: firstUnit(notBefore:),
      isCancelled: isCancelled)
    {
      try arrange(order, document, isCancelled)
    }
    if let front { keepStart(before: front.end, document) }
    let last = max(0, units.count - 1)
    sectionUnits.reserveCapacity(briefing.sections.count)
    for (index, section) in briefing.sections.enumerated() {
      if index % UnitTable.stride == UnitTable.stride - 1, isCancelled() { throw CancellationError() }
      sectionUnits.append(min(firstUnit(notBefore: section.heading), last))
    }
  }

  /// A container whose end was not reached yet: 8 bytes, for a file can nest as deep as it is long.
  private struct Container {
    var block: BlockID
    /// How many units there were when it started; -1 for a list, of which nothing is shown where it is empty.
    var units: Int32
  }

  /// Ends the innermost container; one of which nothing is shown yet becomes a unit, for its marker or bar.
  private mutating func close(_ open: inout [Container]) {
    guard let last = open.popLast(), Int(last.units) == units.count else { return }
    append(last.block, slices: 1)
  }

  private mutating func append(_ block: BlockID, slices: Int) {
    for slice in 0..<slices {
      units.append(
        Unit(
          block: block, slice: Int32(truncatingIfNeeded: slice), slices: Int32(truncatingIfNeeded: slices)))
    }
  }

  /// How many slices there are of a code block that is not long.
  private static func slices(_ source: ArraySlice<UInt8>) -> Int {
    var lines = 1
    for byte in source where byte == 0x0A { lines += 1 }
    // The fences are lines of the source that the code has not, and no slice may be empty.
    return max(1, (lines - 2) / sliceLines)
  }

  /// Shows the units in another order than the source has them.
  private mutating func arrange(_ order: [Int], _ document: Document, _ isCancelled: () -> Bool) throws {
    var steps = WorkSteps()
    let source = units
    var shown = [Int32](repeating: 0, count: source.count)
    var start = 0
    for (unit, rank) in order.enumerated() {
      try steps.add(isCancelled)
      units[unit] = source[rank]
      shown[rank] = Int32(truncatingIfNeeded: unit)
      starts.append(start)
      let next =
        rank + 1 < source.count ? UnitTable.start(of: source[rank + 1], document) : document.body.count
      start += max(0, next - UnitTable.start(of: source[rank], document))
    }
    self.shown = shown
  }

  /// Keeps the units before the first footnote that is shown and before a block: among them the orders are the same.
  private mutating func keepStart(before end: BlockID?, _ document: Document) {
    let count = units.firstIndex { unit in
      if let end, unit.block >= end { return true }
      var container: BlockID? = unit.block
      while let id = container {
        if document[id].kind == .footnoteDefinition { return true }
        container = document[id].parent
      }
      return false
    }
    guard let count else { return }
    units.removeLast(units.count - count)
    if !starts.isEmpty { starts.removeLast(starts.count - count) }
    shown = []
  }

  private static func start(of unit: Unit, _ document: Document) -> Int {
    let range = document[unit.block].range
    if unit.isBlockless {
      return unit.block == document.root ? 0 : range.upperBound - document.body.lowerBound
    }
    return range.lowerBound - document.body.lowerBound + range.count * Int(unit.slice) / Int(unit.slices)
  }

  /// The byte of the body at which a unit is written.
  package func sourceStart(of unit: Int, _ document: Document) -> Int {
    UnitTable.start(of: units[unit], document)
  }

  /// The bytes that a unit has of a body whose order is the one that is shown, from the body's start.
  package func extent(of unit: Int, _ document: Document) -> Range<Int> {
    let start = starts.isEmpty ? UnitTable.start(of: units[unit], document) : starts[unit]
    if units[unit].isBlockless { return start..<start }
    return start..<start + document[units[unit].block].range.count / Int(units[unit].slices)
  }

  /// The unit at a place in the order of the source.
  private func unit(atRank rank: Int) -> Int {
    shown.isEmpty || rank >= shown.count ? rank : Int(shown[rank])
  }

  /// How many units the source has before a block.
  private func rank(of block: BlockID) -> Int {
    units.indices.partitioningIndex { units[unit(atRank: $0)].block >= block }
  }

  /// The first unit of the source whose block is not before `block`; `units.count` where all are.
  package func firstUnit(notBefore block: BlockID) -> Int { unit(atRank: rank(of: block)) }

  /// The last unit of the source whose block is before `block`; 0 where there is none.
  package func lastUnit(before block: BlockID) -> Int { unit(atRank: max(0, rank(of: block) - 1)) }

  /// Whether a container's first unit is this one, so that its marker stands here.
  package func opens(_ container: BlockID, at unit: Int) -> Bool {
    units[unit].slice == 0 && units[unit].insertion == nil && firstUnit(notBefore: container) == unit
  }

  /// The same units with others between them, which show something of an earlier version.
  ///
  /// - Parameter insertions: By ``UnitInsertion/position``.
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked now and then.
  package func inserting(
    _ insertions: [UnitInsertion], _ document: Document, isCancelled: () -> Bool
  ) throws -> UnitTable {
    var table = self
    table.units = []
    table.starts = []
    table.units.reserveCapacity(units.count + insertions.count)
    var places: [Int32] = []
    places.reserveCapacity(units.count)
    var inserted: [Int?: [Int32]] = [:]
    var next = 0
    var steps = WorkSteps()
    for unit in 0...units.count {
      try steps.add(isCancelled)
      while next < insertions.count, insertions[next].position <= unit {
        let insertion = insertions[next]
        inserted[insertion.predecessor, default: []].append(Int32(truncatingIfNeeded: table.units.count))
        table.units.append(
          Unit(
            block: insertion.predecessor.map { units[$0].block } ?? document.root,
            slice: Int32(truncatingIfNeeded: next), slices: 1, insertion: insertion.kind))
        if !starts.isEmpty { table.starts.append(unit < starts.count ? starts[unit] : document.body.count) }
        next += 1
      }
      guard unit < units.count else { break }
      places.append(Int32(truncatingIfNeeded: table.units.count))
      table.units.append(units[unit])
      if !starts.isEmpty { table.starts.append(starts[unit]) }
    }
    table.sectionUnits = sectionUnits.map { Int(places[$0]) }
    guard !shown.isEmpty else { return table }
    table.shown = inserted[nil] ?? []
    for unit in shown {
      try steps.add(isCancelled)
      table.shown += [places[Int(unit)]] + (inserted[Int(unit)] ?? [])
    }
    return table
  }
}
