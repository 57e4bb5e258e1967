import BriefingText
import CommonMark

/// A table's columns side by side, with a rule below the header.
struct TableGrid: Sendable {
  private let table: TableText
  /// Whether the first row is the header.
  private let hasHeader: Bool
  private let widths: [Int]
  private let alignments: [BlockKind.Alignment]
  private let cells: CellLines
  /// Lines of the row after the last one; nil where there is none.
  private let followingHeight: Int?

  /// Sets a table in columns of these widths.
  init(
    _ table: TableText, _ part: TablePart?, _ text: Graphemes, widths: [Int],
    alignments: [BlockKind.Alignment]
  ) {
    self.table = table
    hasHeader = part?.labels == nil
    self.widths = widths
    self.alignments = alignments
    cells = CellLines(table, text) { _, column in widths[column] }
    followingHeight = part?.following.map { row in
      Graphemes.withEach(of: row.text.string) {
        CellLines(row, $0) { _, column in widths[column] }.height(of: 0)
      }
    }
  }

  /// Lines of a row, its rule or blank line included: a blank line sets a row of several lines off.
  func height(of row: Int) -> Int {
    let height = cells.height(of: row)
    if row == 0, hasHeader { return height + 1 }
    guard let next = row < table.rows - 1 ? cells.height(of: row + 1) : followingHeight else { return height }
    return height + (height > 1 || next > 1 ? 1 : 0)
  }

  /// The line of a row that shows an offset of one of its cells.
  func line(showing offset: Int, row: Int) -> Int {
    let column = table.column(showing: offset, row: row)
    return cells[row, column].index(showing: offset)
  }

  /// Adds what a line of a row shows of some columns.
  func append(
    row: Int, line index: Int, columns: Range<Int>, to line: inout Line, _ text: Graphemes,
    _ runs: [UnitText.Run]
  ) {
    guard index < cells.height(of: row) else {
      if row == 0, hasHeader { appendRule(columns, to: &line) }
      return
    }
    for column in columns {
      if column > columns.lowerBound { line.pad(ColumnWidths.gap) }
      let cell = cells[row, column]
      let origin = line.cells.count
      guard index < cell.count else {
        line.pad(widths[column])
        continue
      }
      line.pad(indent(of: cell[index], column, text))
      line.append(text, cell[index], runs: runs, column: widths[column])
      line.pad(origin + widths[column] - line.cells.count)
    }
  }

  /// Columns that alignment leaves free before a line of a cell.
  private func indent(of span: LineSpan, _ column: Int, _ text: Graphemes) -> Int {
    let free = max(0, widths[column] - text.columns(of: span.range) - (span.mark == .hyphen ? 1 : 0))
    return switch alignments[column] {
    case .right: free
    case .center: free / 2
    case .none, .left: 0
    }
  }

  /// The column of an offset in a cell, from the start of the cell.
  func column(of offset: Int, row: Int, column: Int, _ text: Graphemes) -> Int {
    let cell = cells[row, column]
    let span = cell[cell.index(showing: offset)]
    return indent(of: span, column, text) + text.columns(of: Int(span.start)..<max(Int(span.start), offset))
  }

  private func appendRule(_ columns: Range<Int>, to line: inout Line) {
    for column in columns {
      if column > columns.lowerBound { line.pad(ColumnWidths.gap) }
      line.append(decoration: Cell.cells(String(repeating: "─", count: widths[column]), Style(.rule)))
    }
  }
}
