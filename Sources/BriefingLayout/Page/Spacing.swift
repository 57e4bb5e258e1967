import CommonMark

/// The blank lines between two units.
struct Spacing {
  /// How many there are.
  let lines: Int
  /// The innermost block that holds both units: what of the margin goes on through the blank lines.
  let common: BlockID

  /// The space behind a unit; none behind the last one.
  init(behind unit: Int, in table: UnitTable, _ document: Document) {
    guard unit + 1 < table.units.count else {
      lines = 0
      common = document.root
      return
    }
    var first = table.units[unit].block
    var second = table.units[unit + 1].block
    let upper = document[first].kind
    let lower = second
    if first == second {
      lines = 0
      common = first
      return
    }
    // A block stands behind its ancestors in the table, so the later one of two is an ancestor of neither.
    var leavesLoose = false
    var entersList = false
    while first != second {
      if first > second {
        if case .list(let list) = document[first].kind, !list.isTight { leavesLoose = true }
        first = document[first].parent ?? document.root
      } else {
        if case .list = document[second].kind { entersList = true }
        second = document[second].parent ?? document.root
      }
    }
    common = first
    if case .heading(let level) = document[lower].kind {
      if case .heading = upper {
        lines = 1
      } else {
        lines = first == document.root && level <= table.topLevel ? 2 : 1
      }
    } else {
      lines = leavesLoose || !Spacing.isTight(first, entersList: entersList, document) ? 1 : 0
    }
  }

  /// Whether the parts of a block follow each other without a blank line.
  private static func isTight(_ common: BlockID, entersList: Bool, _ document: Document) -> Bool {
    switch document[common].kind {
    case .list(let list): return list.isTight
    case .item:
      guard entersList, let parent = document[common].parent, case .list(let list) = document[parent].kind
      else { return false }
      return list.isTight
    default: return false
    }
  }
}
