import BriefingText
import CommonMark

/// The bullet, number or box before an item, right-aligned in the slot that its list's widest one takes.
struct ListMarker {
  /// Columns of the slot: the marker and the space after it.
  let width: Int
  /// The marker without the space after it.
  let cells: [Cell]

  /// The marker of an item; `depth` counts the bullet lists around its list.
  init(_ list: BlockKind.List, _ item: BlockKind.Item, depth: Int) {
    let box = item.isDone.map { $0 ? "☑" : "☐" }
    guard let start = list.start else {
      cells = Cell.cells(box ?? ListMarker.bullets[depth % ListMarker.bullets.count], Style(.marker))
      width = 2
      return
    }
    let delimiter = String(UnicodeScalar(list.delimiter))
    let number = ListMarker.number(start, item.ordinal) + delimiter
    let widest = (ListMarker.number(start, list.count - 1) + delimiter).utf8.count
    let padding = String(repeating: " ", count: max(0, widest - number.utf8.count))
    cells = Cell.cells(padding + number + (box.map { " " + $0 } ?? ""), Style(.marker))
    width = widest + (box == nil ? 0 : 2) + 1
  }

  private static let bullets = ["•", "◦", "▪"]

  private static func number(_ start: Int, _ ordinal: Int) -> String { String(start + ordinal) }
}
