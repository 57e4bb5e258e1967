import BriefingLayout

/// A framed window over the page, just above the status line where the prompt is.
struct Panel {
  /// Rows inside the frame.
  let rows: Range<Int>
  /// Columns inside the frame.
  let columns: Range<Int>

  /// As high as `rows` asks for, as far as the window has room; as wide as the text below it.
  init(_ state: State, rows wanted: Int) {
    let size = state.size
    let height = max(1, min(wanted, size.rows - 4))
    let bottom = size.rows - 2
    rows = max(1, bottom - height)..<max(2, bottom)
    var text = 0..<size.columns
    if let reading = state.reading {
      let geometry = ReadingGeometry(state, reading)
      text = geometry.textColumn..<geometry.textColumn + geometry.textWidth
    }
    // The frame needs a column on either side.
    columns = max(1, text.lowerBound)..<max(2, min(size.columns - 1, text.upperBound))
  }

  /// Draws the frame with a title, and blanks what is inside.
  func draw(title: String, in frame: inout Frame) {
    let rule = Style(.rule)
    let left = columns.lowerBound - 1
    for row in rows.lowerBound - 1..<rows.upperBound + 1 {
      // No scraps of the text beside the frame.
      frame.clear(row: row, columns: left..<frame.size.columns)
    }
    let label = Cell.cells(" \(title) ", Style(.faint)).fitted(to: max(0, columns.count - 2))
    let bar = String(repeating: "─", count: max(0, columns.count - label.count - 1))
    frame.put(
      Cell.cells("┌─", rule) + label + Cell.cells(bar + "┐", rule), row: rows.lowerBound - 1, column: left)
    for row in rows {
      frame.put(Cell.cells("│", rule), row: row, column: left)
      frame.put(Cell.cells("│", rule), row: row, column: columns.upperBound)
    }
    let bottom = "└" + String(repeating: "─", count: columns.count) + "┘"
    frame.put(Cell.cells(bottom, rule), row: rows.upperBound, column: left)
  }
}
