import BriefingText
import CommonMark

/// The blank lines between two units, and the rule before footnotes.
struct Spacing: Sendable {
  /// How many there are.
  let lines: Int
  /// The innermost block that holds both units: what of the margin goes on through the blank lines.
  let common: BlockID
  /// Whether the last of the lines is a rule: footnotes follow.
  let endsWithRule: Bool

  /// The space after each unit. Each container is left and entered once, so all of them together take no longer than a
  /// pass over the blocks. One alone may take as long, and a screen has many.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked now and then.
  static func all(in table: UnitTable, _ document: Document, isCancelled: () -> Bool) throws -> [Spacing] {
    try table.units.indices.map { unit in
      if unit % 1024 == 0, isCancelled() { throw CancellationError() }
      return Spacing(behind: unit, in: table, document)
    }
  }

  /// The space after a unit; none after the last one. Climbs from both units to the block that holds them.
  init(behind unit: Int, in table: UnitTable, _ document: Document) {
    guard unit + 1 < table.units.count else {
      lines = 0
      common = document.root
      endsWithRule = false
      return
    }
    if let spacing = Spacing(around: table.units[unit], table.units[unit + 1], table.roles, document) {
      self = spacing
      return
    }
    var first = table.units[unit].block
    var second = table.units[unit + 1].block
    // The parts of the title block stand at a block that they do not show.
    let isBehindHeading =
      if case .heading = document[first].kind { table.units[unit].titleBlock == nil } else { false }
    let isTitleBlock = table.units[unit + 1].titleBlock != nil
    let lower = second
    if first == second {
      // Slices of one block follow each other.
      lines = isTitleBlock ? 1 : 0
      common = first
      endsWithRule = false
      return
    }
    // A block stands after its ancestors in the table, so the later one of two is an ancestor of neither.
    // The last that were left on the way up are the parts of the common block that hold the two.
    var (above, below) = (first, second)
    var leavesLoose = false
    var entersList = false
    while first != second {
      if first > second {
        if case .list(let list) = document[first].kind, !list.isTight { leavesLoose = true }
        above = first
        first = document[first].parent ?? document.root
      } else {
        if case .list = document[second].kind { entersList = true }
        below = second
        second = document[second].parent ?? document.root
      }
    }
    common = first
    let isBehindNote = document[above].kind == .footnoteDefinition
    let isNote = document[below].kind == .footnoteDefinition
    endsWithRule = isNote && !isBehindNote && first == document.root
    if document[below].kind == .definition {
      // Right below its term, or the definition before it.
      lines = 0
    } else if case .heading(let level) = document[lower].kind {
      lines = !isBehindHeading && first == document.root && level <= table.roles.topLevel ? 2 : 1
    } else if isNote {
      lines = isBehindNote ? 0 : endsWithRule ? 2 : 1
    } else {
      lines = leavesLoose || !Spacing.isTight(first, entersList: entersList, document) ? 1 : 0
    }
  }

  /// The space around a unit that shows something of an earlier version; nil around others, and behind one that stands in
  /// the containers of the unit before it: what follows stands there as behind that.
  private init?(
    around unit: UnitTable.Unit, _ next: UnitTable.Unit, _ roles: LeafRoles, _ document: Document
  ) {
    guard unit.insertion == .apart || next.insertion != nil else { return nil }
    var isTopHeading = false
    if next.insertion == nil, case .heading(let level) = document[next.block].kind {
      isTopHeading = level <= roles.topLevel
    }
    let isWithin = next.insertion == .within && unit.insertion != .apart
    lines = isTopHeading ? 2 : isWithin && Spacing.isInTightList(next.block, document) ? 0 : 1
    common = isWithin ? next.block : document.root
    endsWithRule = false
  }

  private static func isInTightList(_ block: BlockID, _ document: Document) -> Bool {
    var ancestor = document[block].parent
    while let id = ancestor {
      if case .list(let list) = document[id].kind { return list.isTight }
      ancestor = document[id].parent
    }
    return false
  }

  /// Whether the parts of a block follow each other without a blank line.
  private static func isTight(_ common: BlockID, entersList: Bool, _ document: Document) -> Bool {
    switch document[common].kind {
    case .list(let list): return list.isTight
    case .item:
      guard entersList, let parent = document[common].parent, case .list(let list) = document[parent].kind
      else { return false }
      return list.isTight
    case .document, .paragraph, .heading, .thematicBreak, .codeBlock, .htmlBlock, .blockQuote, .alert, .table,
      .tableRow, .tableCell, .footnoteDefinition, .definition, .linkDefinition:
      return false
    }
  }
}
