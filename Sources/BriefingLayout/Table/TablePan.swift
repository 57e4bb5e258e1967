import Algorithms
import BriefingText

/// A table that is too wide for its column: its first column stays, the others are seen through a window.
struct TablePan: Sendable {
  private let table: TableText
  private let grid: TableGrid
  /// Columns of the table's first column, and of the window on the others.
  private let first: Int
  private let room: Int
  /// Where each of the other columns starts, from the start of the second; one more at the end.
  private let origins: [Int]

  /// Below so many columns the window would be too small to read through.
  static let least = 10
  /// What a column is given if the window has room for it and no word is longer.
  private static let comfort = 24

  /// Sets a table in `column` columns; nil where that is not enough, or the table has one column alone.
  init?(_ table: TableText, _ part: TablePart?, _ text: Graphemes, _ measure: TableMeasure, column: Int) {
    guard column >= TablePan.least, table.columns > 1 else { return nil }
    // A third of the page, or up to half of it rather than break a word.
    let first = min(measure.needs[0].natural, max(3, column / 3, min(measure.needs[0].word, column / 2)))
    let room = column - first - ColumnWidths.gap
    var widths = [first]
    var origins = [0]
    widths.reserveCapacity(table.columns)
    origins.reserveCapacity(table.columns)
    for need in measure.needs.dropFirst() {
      widths.append(min(need.natural, room, max(TablePan.comfort, need.word)))
      origins.append(origins[origins.count - 1] + widths[widths.count - 1] + ColumnWidths.gap)
    }
    self.table = table
    self.first = first
    self.room = room
    self.origins = origins
    grid = TableGrid(table, part, text, widths: widths, alignments: table.alignments(measure))
  }

  /// How far the window can move: columns that do not fit into it.
  var limit: Int { max(0, origins[origins.count - 1] - ColumnWidths.gap - room) }

  /// Lines of a row.
  func height(of row: Int) -> Int { grid.height(of: row) }

  /// The line of a row that shows an offset of one of its cells.
  func line(showing offset: Int, row: Int) -> Int { grid.line(showing: offset, row: row) }

  /// How the window shows an offset; nil in the first column, which is always seen.
  func window(showing offset: Int, _ text: Graphemes) -> (column: Int, room: Int)? {
    let row = table.row(showing: offset)
    let column = table.column(showing: offset, row: row)
    guard column > 0 else { return nil }
    return (origins[column - 1] + grid.column(of: offset, row: row, column: column, text), room)
  }

  /// Adds what a line of a row shows with the window `pan` columns from its start.
  func append(
    row: Int, line index: Int, pan: Int, to line: inout Line, _ text: Graphemes, _ runs: [UnitText.Run]
  ) {
    let pan = min(pan, limit)
    let origin = line.cells.count
    grid.append(row: row, line: index, columns: 0..<1, to: &line, text, runs)
    guard line.cells.count > origin else { return }
    line.pad(ColumnWidths.gap)
    // Only what the window touches: a table may have thousands of columns.
    let start = max(0, count(upTo: pan) - 1)
    let end = max(start + 1, count(upTo: pan + room))
    var rest = Line(decoration: [], start: 0)
    grid.append(
      row: row, line: index, columns: start + 1..<min(end, table.columns - 1) + 1, to: &rest, text, runs)
    let columns = pan - origins[start]..<pan - origins[start] + room
    line.append(rest, Line.Window(columns: columns, isCutLeft: pan > 0, isCutRight: pan < limit))
  }

  /// How many of the other columns start at or before a column of theirs.
  private func count(upTo column: Int) -> Int {
    origins.dropLast().partitioningIndex { $0 > column }
  }
}
