import BriefingLayout

/// A framed window over the page, just above the status line where the prompt is.
struct Panel {
  /// Rows inside the frame.
  let rows: Range<Int>
  /// Columns inside the frame.
  let columns: Range<Int>

  /// As high as `rows` asks for, as far as the window has room.
  init(_ size: Size, rows wanted: Int) {
    let height = max(1, min(wanted, size.rows - 4))
    let bottom = size.rows - 2
    rows = max(1, bottom - height)..<max(2, bottom)
    let width = min(76, size.columns - 4)
    let left = (size.columns - width) / 2
    columns = left..<left + width
  }

  /// Draws the frame with a title, and blanks what is inside.
  func draw(title: String, in frame: inout Frame) {
    let rule = Style(.rule)
    let left = columns.lowerBound - 1
    let label = Cell.cells(" \(title) ", Style(.faint)).fitted(to: max(0, columns.count - 2))
    let bar = String(repeating: "─", count: max(0, columns.count - label.count - 1))
    frame.put(
      Cell.cells("┌─", rule) + label + Cell.cells(bar + "┐", rule), row: rows.lowerBound - 1, column: left)
    for row in rows {
      frame.put(Cell.cells("│", rule), row: row, column: left)
      frame.clear(row: row, columns: columns)
      frame.put(Cell.cells("│", rule), row: row, column: columns.upperBound)
    }
    let bottom = "└" + String(repeating: "─", count: columns.count) + "┘"
    frame.put(Cell.cells(bottom, rule), row: rows.upperBound, column: left)
  }
}
