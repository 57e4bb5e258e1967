import Algorithms
import BriefingText

/// A table that is too wide for its column: each row as a list of `Header: value`, a blank line between rows.
struct TableStack: Sendable {
  private let table: TableText
  /// Whether the first row is the header.
  private let hasHeader: Bool
  /// Whether no row of the table follows.
  private let isEnd: Bool
  private let cells: CellLines
  /// The header's lines, and its text where that is not the table's own.
  private let labels: CellLines
  private let labelText: UnitText?
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
  init(_ table: TableText, _ part: TablePart?, _ text: Graphemes, column: Int) {
    self.table = table
    self.column = column
    let (headerColumn, valueColumn) = (max(1, column - 1), max(1, column - TableStack.hang))
    self.headerColumn = headerColumn
    self.valueColumn = valueColumn
    let hasHeader = part?.labels == nil
    self.hasHeader = hasHeader
    isEnd = part?.following == nil
    cells = CellLines(table, text) { row, _ in row == 0 && hasHeader ? headerColumn : valueColumn }
    if let labels = part?.labels {
      labelText = labels.text
      self.labels = Graphemes.withEach(of: labels.text.string) {
        CellLines(labels, $0) { _, _ in headerColumn }
      }
    } else {
      labelText = nil
      labels = cells
    }
    isInline.reserveCapacity(table.rows * table.columns)
    let labelWidths = self.labelWidths(text)
    for row in 0..<table.rows {
      for column in 0..<table.columns {
        let value = cells[row, column]
        isInline.append(
          labels[0, column].count == 1 && value.count == 1
            && labelWidths[column] + TableStack.colon.count + text.columns(of: value[0].range) <= self.column)
        tops.append(tops[tops.count - 1] + Int32(height(row, column)))
      }
    }
  }

  /// Columns of the first line of each header.
  private func labelWidths(_ text: Graphemes) -> [Int] {
    func widths(_ text: Graphemes) -> [Int] {
      (0..<table.columns).map { text.columns(of: labels[0, $0][0].range) }
    }
    return labelText.map { Graphemes.withEach(of: $0.string, widths) } ?? widths(text)
  }

  /// Whether a row holds values, each with its header.
  private func hasLabels(_ row: Int) -> Bool { row > 0 || !hasHeader }

  /// Lines of a row and the blank one after it; the header's stand with each row's values.
  func height(of row: Int) -> Int {
    let isLast = row == table.rows - 1 && isEnd
    if !hasLabels(row), !isLast { return 0 }
    return top(row + 1, 0) - top(row, 0) + (isLast ? 0 : 1)
  }

  private func top(_ row: Int, _ column: Int) -> Int { Int(tops[row * table.columns + column]) }

  private func height(_ row: Int, _ column: Int) -> Int {
    if !hasLabels(row) { return cells[row, column].count }
    if isInline[row * table.columns + column] { return 1 }
    return labels[0, column].count + cells[row, column].count
  }

  /// The line of a row that shows an offset of one of its cells.
  func line(showing offset: Int, row: Int) -> Int {
    let column = table.column(showing: offset, row: row)
    let line = top(row, column) - top(row, 0)
    if !hasLabels(row) { return line + cells[row, column].index(showing: offset) }
    if isInline[row * table.columns + column] { return line }
    return line + labels[0, column].count + cells[row, column].index(showing: offset)
  }

  /// Adds what a line of a row shows.
  func append(row: Int, line index: Int, to line: inout Line, _ text: Graphemes, _ runs: [UnitText.Run]) {
    guard index < top(row + 1, 0) - top(row, 0) else { return }
    let column = column(ofLine: index, row: row)
    let index = index - (top(row, column) - top(row, 0))
    let header = labels[0, column]
    guard index < header.count else {
      line.pad(self.column - valueColumn)
      line.append(text, cells[row, column][index - header.count], runs: runs, column: valueColumn)
      return
    }
    append(header[index], to: &line, text, runs)
    guard hasLabels(row), self.column > headerColumn, index == header.count - 1 else { return }
    let isInline = self.isInline[row * table.columns + column]
    line.append(decoration: TableStack.colon.prefix(isInline ? 2 : 1))
    if isInline { line.append(text, cells[row, column][0], runs: runs, column: self.column) }
  }

  /// Adds a line of a header. That of another unit's text shows nothing of this one's.
  private func append(_ span: LineSpan, to line: inout Line, _ text: Graphemes, _ runs: [UnitText.Run]) {
    guard let labelText else { return line.append(text, span, runs: runs, column: headerColumn) }
    var label = Line(decoration: [], start: 0)
    Graphemes.withEach(of: labelText.string) {
      label.append($0, span, runs: labelText.runs, column: headerColumn)
    }
    line.append(decoration: label.cells)
  }

  /// The column whose header or value a line of a row shows.
  private func column(ofLine index: Int, row: Int) -> Int {
    (1..<max(1, table.columns)).partitioningIndex { top(row, $0) - top(row, 0) > index } - 1
  }
}
