import Algorithms
import BriefingText
import CommonMark

/// A table set at one width: columns side by side; where they do not fit, stacked or seen through a window.
struct TableLayout: Sendable {
  private let table: TableText
  private let form: Form
  /// The line at which each row of the table starts; one more at the end.
  private let tops: [Int32]

  private enum Form: Sendable {
    case grid(TableGrid)
    case stack(TableStack)
    case pan(TablePan)

    func height(of row: Int) -> Int {
      switch self {
      case .grid(let grid): grid.height(of: row)
      case .stack(let stack): stack.height(of: row)
      case .pan(let pan): pan.height(of: row)
      }
    }
  }

  /// Sets a table in `column` columns (at least 1); before it is panned, it takes the overhang too.
  ///
  /// - Parameter part: Of a slice of a long table, what it has to know of the rest.
  init(_ table: TableText, _ part: TablePart?, column: Int, _ settings: Page.Settings) {
    self.table = table
    let form = Graphemes.withEach(of: table.text.string) { text -> Form in
      let measure = part?.measure ?? TableMeasure(table, text)
      let wide = settings.overflow == .pan ? column + settings.overhang : column
      guard
        let widths = ColumnWidths.fit(measure.needs, available: column)
          ?? (wide > column ? ColumnWidths.fit(measure.needs, available: wide) : nil)
      else {
        if settings.overflow == .pan, let pan = TablePan(table, part, text, measure, column: wide) {
          return .pan(pan)
        }
        return .stack(TableStack(table, part, text, column: max(1, column)))
      }
      return .grid(TableGrid(table, part, text, widths: widths, alignments: table.alignments(measure)))
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
    case .pan(let pan): return Int(tops[row]) + pan.line(showing: offset, row: row)
    }
  }

  /// How far it can be panned, in columns.
  var panLimit: Int {
    if case .pan(let pan) = form { pan.limit } else { 0 }
  }

  /// Where the window has an offset, and how many columns it shows; nil where the offset is always seen.
  func window(showing offset: Int, _ text: Graphemes) -> (column: Int, room: Int)? {
    if case .pan(let pan) = form { pan.window(showing: offset, text) } else { nil }
  }

  /// Adds what a line shows, panned by `pan` columns.
  func append(_ index: Int, pan: Int, to line: inout Line, _ text: Graphemes, _ runs: [UnitText.Run]) {
    let row = row(at: index)
    let index = index - Int(tops[row])
    switch form {
    case .grid(let grid):
      grid.append(row: row, line: index, columns: 0..<table.columns, to: &line, text, runs)
    case .pan(let form): form.append(row: row, line: index, pan: pan, to: &line, text, runs)
    case .stack(let stack): stack.append(row: row, line: index, to: &line, text, runs)
    }
  }

  /// The row of the table that a line is part of.
  private func row(at line: Int) -> Int {
    (1..<max(1, table.rows)).partitioningIndex { Int(tops[$0]) > line } - 1
  }
}

extension TableText {
  /// The alignment of each column, figures to the right where nothing is asked for.
  func alignments(_ measure: TableMeasure) -> [BlockKind.Alignment] {
    zip(alignments, measure.isNumeric).map { $0 == .none && $1 ? .right : $0 }
  }
}
