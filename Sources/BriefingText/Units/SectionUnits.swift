import BriefingCore
import CommonMark

/// What is shown of a section alone: its own units with those of the sections below it, then the footnotes that they
/// refer to, wherever these are written.
struct SectionUnits {
  /// The units that are left, in the order of the source.
  private(set) var units: [UnitTable.Unit] = []
  /// The order in which they are shown, as places in ``units``.
  private(set) var order: [Int] = []

  /// What becomes of a block.
  private enum Role: Equatable {
    /// It is shown where it is written, if it is the section's.
    case own
    /// A footnote that only others refer to.
    case leftOut
    /// It is part of the footnote with this number.
    case note(Int)
  }

  /// Selects from the units of a whole briefing in the order of the source.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  init(
    _ section: Int, of briefing: Briefing, from all: [UnitTable.Unit], numbers: FootnoteMarks,
    isCancelled: () -> Bool
  ) throws {
    let blocks = briefing.blocks(ofSection: section)
    let roles = try Self.roles(in: briefing.document, blocks, numbers, isCancelled)
    var notes: [(number: Int, place: Int)] = []
    var steps = WorkSteps()
    for unit in all where unit.titleBlock == nil {
      try steps.add(isCancelled)
      switch roles[Int(unit.block.index)] {
      case .own where blocks.contains(unit.block): order.append(units.count)
      case .note(let number): notes.append((number, units.count))
      case .own, .leftOut: continue
      }
      units.append(unit)
    }
    let sorted = try notes.sorted {
      try steps.add(isCancelled)
      return $0 < $1
    }
    order += sorted.map(\.place)
  }

  /// The role of each block, which is that of its container unless it is a footnote.
  private static func roles(
    in document: Document, _ blocks: Range<BlockID>, _ numbers: FootnoteMarks, _ isCancelled: () -> Bool
  ) throws -> [Role] {
    guard let footnotes = document.footnotes(referredToIn: blocks, isCancelled: isCancelled) else {
      throw CancellationError()
    }
    var steps = WorkSteps()
    var referredTo: Set<BlockID> = []
    for footnote in footnotes {
      try steps.add(isCancelled)
      referredTo.insert(footnote.definition)
    }
    var roles: [Role] = []
    roles.reserveCapacity(document.blockCount)
    for index in 0..<document.blockCount {
      try steps.add(isCancelled)
      let id = BlockID(index: Int32(truncatingIfNeeded: index))
      let block = document[id]
      let outer = block.parent.map { roles[Int($0.index)] } ?? .own
      guard block.kind == .footnoteDefinition, let number = numbers.number(of: id) else {
        roles.append(outer)
        continue
      }
      if !referredTo.contains(id) {
        // One that starts before the section holds it.
        roles.append(blocks.contains(id) ? .leftOut : outer)
      } else if case .note = outer {
        roles.append(outer)
      } else {
        // Within another container of the section it stays where it is written.
        roles.append(blocks.contains(id) && block.parent != document.root ? .own : .note(number))
      }
    }
    return roles
  }
}
