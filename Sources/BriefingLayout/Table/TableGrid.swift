import CommonMark

/// A table's columns side by side, with a rule below the header.
struct TableGrid: Sendable {
  private let table: TableText
  private let widths: [Int]
  private let alignments: [BlockKind.Alignment]
  private let cells: CellLines

  /// Sets a table in columns of these widths.
  init(_ table: TableText, _ text: Graphemes, widths: [Int], alignments: [BlockKind.Alignment]) {
    self.table = table
    self.widths = widths
    self.alignments = alignments
    cells = CellLines(table, text) { _, column in widths[column] }
  }

  /// Lines of a row, its rule or blank line included: a blank line sets a row of several lines off.
  func height(of row: Int) -> Int {
    let height = cells.height(of: row)
    if row == 0 { return height + 1 }
    guard row < table.rows - 1 else { return height }
    return height + (height > 1 || cells.height(of: row + 1) > 1 ? 1 : 0)
  }

  /// The line of a row that shows an offset of one of its cells.
  func line(showing offset: Int, row: Int) -> Int {
    let column = table.column(showing: offset, row: row)
    return cells[row, column].index(showing: offset)
  }

  /// Adds what a line of a row shows.
  func append(row: Int, line index: Int, to line: inout Line, _ text: Graphemes, _ runs: [UnitText.Run]) {
    guard index < cells.height(of: row) else {
      if row == 0 { appendRule(to: &line) }
      return
    }
    for column in 0..<table.columns {
      if column > 0 { line.pad(ColumnWidths.gap) }
      let cell = cells[row, column]
      let origin = line.cells.count
      guard index < cell.count else {
        line.pad(widths[column])
        continue
      }
      switch alignments[column] {
      case .right: line.pad(free(cell[index], column, text))
      case .center: line.pad(free(cell[index], column, text) / 2)
      case .none, .left: break
      }
      line.append(text, cell[index], runs: runs, column: widths[column])
      line.pad(origin + widths[column] - line.cells.count)
    }
  }

  /// Columns that a line of a cell leaves free.
  private func free(_ span: LineSpan, _ column: Int, _ text: Graphemes) -> Int {
    max(0, widths[column] - text.columns(of: span.range) - (span.mark == .hyphen ? 1 : 0))
  }

  private func appendRule(to line: inout Line) {
    for column in 0..<table.columns {
      if column > 0 { line.pad(ColumnWidths.gap) }
      line.append(decoration: Cell.cells(String(repeating: "─", count: widths[column]), Style(.rule)))
    }
  }
}
