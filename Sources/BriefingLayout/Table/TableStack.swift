/// A table that is too wide for its column: each row as a list of `Header: value`, a blank line between rows.
struct TableStack: Sendable {
  private let table: TableText
  private let cells: CellLines
  private let column: Int
  /// Columns of a header, which its colon follows, and of a value below it.
  private let headerColumn: Int
  private let valueColumn: Int
  /// For each cell whether header and value share a line.
  private var isInline: [Bool] = []
  /// The line of all lines at which each cell starts, without the blank ones; one more at the end. A table
  /// may have so many columns that nobody must count through them.
  private var tops: [Int32] = [0]

  /// What a value is set in from below its header.
  private static let hang = 2
  /// What stands between a header and a value on the same line.
  private static let colon = Cell.cells(": ", Style(.tableHeader))

  /// Sets a table in `column` columns.
  init(_ table: TableText, _ text: Graphemes, column: Int) {
    self.table = table
    self.column = column
    let (headerColumn, valueColumn) = (max(1, column - 1), max(1, column - TableStack.hang))
    self.headerColumn = headerColumn
    self.valueColumn = valueColumn
    let cells = CellLines(table, text) { row, _ in row == 0 ? headerColumn : valueColumn }
    self.cells = cells
    isInline.reserveCapacity(table.cells.count)
    for row in 0..<table.rows {
      for column in 0..<table.columns {
        let header = cells[0, column]
        let value = cells[row, column]
        isInline.append(
          header.count == 1 && value.count == 1
            && text.columns(of: header[0].range) + TableStack.colon.count + text.columns(of: value[0].range)
              <= self.column
        )
        tops.append(tops[tops.count - 1] + Int32(height(row, column)))
      }
    }
  }

  /// Lines of a row and the blank one behind it; the header's stand with each row's values.
  func height(of row: Int) -> Int {
    if row == 0, table.rows > 1 { return 0 }
    return top(row + 1, 0) - top(row, 0) + (row < table.rows - 1 ? 1 : 0)
  }

  private func top(_ row: Int, _ column: Int) -> Int { Int(tops[row * table.columns + column]) }

  private func height(_ row: Int, _ column: Int) -> Int {
    if row == 0 { return cells[0, column].count }
    if isInline[row * table.columns + column] { return 1 }
    return cells[0, column].count + cells[row, column].count
  }

  /// The line of a row that shows an offset of one of its cells.
  func line(showing offset: Int, row: Int) -> Int {
    let column = table.column(showing: offset, row: row)
    let line = top(row, column) - top(row, 0)
    if row == 0 { return line + cells[0, column].index(showing: offset) }
    if isInline[row * table.columns + column] { return line }
    return line + cells[0, column].count + cells[row, column].index(showing: offset)
  }

  /// Adds what a line of a row shows.
  func append(row: Int, line index: Int, to line: inout Line, _ text: Graphemes, _ runs: [UnitText.Run]) {
    guard index < top(row + 1, 0) - top(row, 0) else { return }
    let column = column(ofLine: index, row: row)
    let index = index - (top(row, column) - top(row, 0))
    let header = cells[0, column]
    guard index < header.count else {
      line.pad(self.column - valueColumn)
      line.append(text, cells[row, column][index - header.count], runs: runs, column: valueColumn)
      return
    }
    line.append(text, header[index], runs: runs, column: headerColumn)
    guard row > 0, self.column > headerColumn, index == header.count - 1 else { return }
    let isInline = self.isInline[row * table.columns + column]
    line.append(decoration: TableStack.colon.prefix(isInline ? 2 : 1))
    if isInline { line.append(text, cells[row, column][0], runs: runs, column: self.column) }
  }

  /// The column whose header or value a line of a row shows.
  private func column(ofLine index: Int, row: Int) -> Int {
    var low = 0
    var high = table.columns
    while high - low > 1 {
      let middle = (low + high) / 2
      if top(row, middle) - top(row, 0) <= index { low = middle } else { high = middle }
    }
    return low
  }
}
