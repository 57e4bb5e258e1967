import BriefingLayout
import BriefingText

/// A framed window over the page, just above the status line where the prompt is.
struct Panel {
  /// Rows inside the frame.
  let rows: Range<Int>
  /// Columns inside the frame, its margins included.
  let inside: Range<Int>
  /// Columns for text.
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
    inside = max(1, text.lowerBound)..<max(2, min(size.columns - 1, text.upperBound))
    let margin = inside.count >= 12 ? 1 : 0
    columns = inside.lowerBound + margin..<inside.upperBound - margin
  }

  /// Says that there are so many lines more; empty where there are none.
  static func more(_ count: Int) -> String { count > 0 ? "\(count.grouped) more" : "" }

  /// Draws the frame with a title and what is said of the lines above and below, and blanks what is inside.
  func draw(title: String, above: String = "", below: String = "", in frame: inout Frame) {
    let left = inside.lowerBound - 1
    for row in rows.lowerBound - 1..<rows.upperBound + 1 {
      // No scraps of the text beside the frame.
      frame.clear(row: row, columns: left..<frame.size.columns)
    }
    put(rule("┌", title, above.isEmpty ? "" : "↑ \(above)", "┐"), row: rows.lowerBound - 1, in: &frame)
    for row in rows {
      for column in [left, inside.upperBound] {
        frame.put(Cell.cells("│", Style(.rule)), row: row, column: column)
      }
    }
    put(rule("└", "", below.isEmpty ? "" : "↓ \(below)", "┘"), row: rows.upperBound, in: &frame)
  }

  private func put(_ cells: [Cell], row: Int, in frame: inout Frame) {
    frame.put(cells, row: row, column: inside.lowerBound - 1)
  }

  /// A line of the frame with a word at its start and one at its end, as far as there is room.
  private func rule(_ start: String, _ left: String, _ right: String, _ end: String) -> [Cell] {
    let style = Style(.rule)
    var tail = right.isEmpty ? [] : Cell.cells(" \(right) ", Style(.faint)) + Cell.cells("─", style)
    if tail.count > inside.count - 1 { tail = [] }
    var head = left.isEmpty ? [] : Cell.cells("─", style) + Cell.cells(" \(left) ", Style(.faint))
    head = head.fitted(to: max(0, inside.count - tail.count - 1))
    let bar = String(repeating: "─", count: max(0, inside.count - head.count - tail.count))
    return Cell.cells(start, style) + head + Cell.cells(bar, style) + tail + Cell.cells(end, style)
  }
}
