/// A table set at one width: columns side by side, or stacked where they do not fit.
struct TableLayout: Sendable {
  private let table: TableText
  private let form: Form
  /// The line at which each row of the table starts; one more at the end.
  private let tops: [Int32]

  private enum Form: Sendable {
    case grid(TableGrid)
    case stack(TableStack)

    func height(of row: Int) -> Int {
      switch self {
      case .grid(let grid): grid.height(of: row)
      case .stack(let stack): stack.height(of: row)
      }
    }
  }

  /// Sets a table in `column` columns (at least 1).
  init(_ table: TableText, column: Int) {
    self.table = table
    let form = Graphemes.withEach(of: table.text.string) { text -> Form in
      let measure = TableMeasure(table, text)
      guard let widths = ColumnWidths.fit(measure.needs, available: column) else {
        return .stack(TableStack(table, text, column: max(1, column)))
      }
      let alignments = zip(table.alignments, measure.isNumeric).map { $0 == .none && $1 ? .right : $0 }
      return .grid(TableGrid(table, text, widths: widths, alignments: alignments))
    }
    self.form = form
    var tops: [Int32] = [0]
    var top: Int32 = 0
    for row in 0..<table.rows {
      top += Int32(form.height(of: row))
      tops.append(top)
    }
    self.tops = tops
  }

  /// How many lines it takes.
  var rowCount: Int { Int(tops[tops.count - 1]) }

  /// The offset at which a line starts: that of its row's first cell, or the header's where that has no lines
  /// of its own.
  func start(of line: Int) -> Int {
    let row = row(at: line)
    return table.cell(tops[row] == 0 ? 0 : row, 0).lowerBound
  }

  /// The first line that shows an offset.
  func line(showing offset: Int) -> Int {
    let row = table.row(showing: offset)
    // A stack has no lines of the header alone: it stands with the first row's values.
    guard tops[row] < tops[row + 1] else { return Int(tops[row]) }
    switch form {
    case .grid(let grid): return Int(tops[row]) + grid.line(showing: offset, row: row)
    case .stack(let stack): return Int(tops[row]) + stack.line(showing: offset, row: row)
    }
  }

  /// Adds what a line shows.
  func append(_ index: Int, to line: inout Line, _ text: Graphemes, _ runs: [UnitText.Run]) {
    let row = row(at: index)
    let index = index - Int(tops[row])
    switch form {
    case .grid(let grid): grid.append(row: row, line: index, to: &line, text, runs)
    case .stack(let stack): stack.append(row: row, line: index, to: &line, text, runs)
    }
  }

  /// The row of the table that a line is part of.
  private func row(at line: Int) -> Int {
    var low = 0
    var high = table.rows
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(tops[middle]) <= line { low = middle } else { high = middle }
    }
    return low
  }
}
