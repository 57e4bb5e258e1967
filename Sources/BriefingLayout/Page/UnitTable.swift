import BriefingCore
import CommonMark

/// The units of a briefing in document order: what a pass over the table of blocks yields, whatever the width.
struct UnitTable: Sendable {
  /// The units.
  private(set) var units: [Unit] = []
  /// The level of the headings that open the highest sections; 7 where there is none.
  let topLevel: Int
  /// The page's own heading.
  let title: BlockID?

  /// What is laid out at once.
  struct Unit: Sendable {
    /// The leaf, table, or container without content that it shows.
    var block: BlockID
    /// 0-based slice of a long code block.
    var slice: Int32
    /// How many slices the block has.
    var slices: Int32

    /// Whether what is left of the block is in this slice.
    var isLastSlice: Bool { slice == slices - 1 }
  }

  /// Lines of code in a slice; the last one has up to twice as many.
  static let sliceLines = 256

  /// Collects the units of a briefing.
  init(_ briefing: Briefing) {
    title = briefing.heading
    topLevel = briefing.sections.reduce(7) { min($0, $1.level) }
    var open: [Container] = []
    let document = briefing.document
    for index in 1..<max(1, document.blockCount) {
      let id = BlockID(index: Int32(index))
      let block = document[id]
      while let last = open.last, last.block != block.parent { close(&open) }
      switch block.kind {
      case .document, .linkDefinition, .tableRow, .tableCell: break
      case .list: open.append(Container(block: id, units: units.count, isShownEmpty: false))
      case .blockQuote, .alert, .item, .footnoteDefinition:
        open.append(Container(block: id, units: units.count, isShownEmpty: true))
      case .paragraph, .heading, .thematicBreak, .htmlBlock, .table: append(id)
      case .codeBlock: appendSlices(of: id, document.source[block.range])
      }
    }
    while !open.isEmpty { close(&open) }
  }

  /// A container whose end was not reached yet.
  private struct Container {
    var block: BlockID
    /// How many units there were when it started.
    var units: Int
    var isShownEmpty: Bool
  }

  /// Ends the innermost container; one of which nothing is shown yet becomes a unit, for its marker or bar.
  private mutating func close(_ open: inout [Container]) {
    guard let last = open.popLast(), last.isShownEmpty, last.units == units.count else { return }
    append(last.block)
  }

  private mutating func append(_ block: BlockID) {
    units.append(Unit(block: block, slice: 0, slices: 1))
  }

  private mutating func appendSlices(of block: BlockID, _ source: ArraySlice<UInt8>) {
    var lines = 1
    for byte in source where byte == 0x0A { lines += 1 }
    // The fences are lines of the source that the code has not, and no slice may be empty.
    let slices = max(1, (lines - 2) / UnitTable.sliceLines)
    for slice in 0..<slices {
      units.append(Unit(block: block, slice: Int32(slice), slices: Int32(slices)))
    }
  }

  /// The first unit whose block is not before `block`; `units.count` where all are.
  func firstUnit(notBefore block: BlockID) -> Int {
    var low = 0
    var high = units.count
    while low < high {
      let middle = (low + high) / 2
      if units[middle].block < block { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a container's first unit is this one, so that its marker stands here.
  func opens(_ container: BlockID, at unit: Int) -> Bool {
    units[unit].slice == 0 && (unit == 0 || units[unit - 1].block < container)
  }
}
