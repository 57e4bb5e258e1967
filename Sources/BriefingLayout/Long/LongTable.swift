import Algorithms
import BriefingText

/// A long table, cut between rows. All of its slices have the columns' widths in common.
struct LongTable: Sendable {
  private let table: TableText
  private let measure: TableMeasure
  /// The rows at which the slices start; one more at the end.
  private let starts: [Int]

  /// Cuts a table.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  init(_ table: TableText, _ bounds: LeafBounds, isCancelled: () -> Bool) throws {
    self.table = table
    let measure = Graphemes.withEach(of: table.text.string) {
      TableMeasure(table, $0, isCancelled: isCancelled)
    }
    guard let measure else { throw CancellationError() }
    self.measure = measure
    starts = try LongTable.starts(table, bounds, isCancelled)
  }

  /// How many slices there are, at least 1.
  var sliceCount: Int { starts.count - 1 }

  /// Whether some of its marks are shown as they are written.
  var isParted: Bool { table.text.isParted }

  /// Some rows with what they need to know of the others.
  subscript(slice: Int) -> (text: TableText, part: TablePart) {
    let (start, end) = (starts[slice], starts[slice + 1])
    let part = TablePart(
      measure: measure, labels: start > 0 ? table.part(0..<1) : nil,
      following: end < table.rows ? table.part(end..<end + 1) : nil)
    return (table.part(start..<end), part)
  }

  /// Whether a table can be cut between its rows: not one with a row that is too long by itself, or with a header that
  /// would make more text than the values where it stands before each of them.
  static func canCut(_ table: TableText, _ bounds: LeafBounds) -> Bool {
    let columns = table.columns
    guard columns <= bounds.cells, length(of: 0, table) <= bounds.header * columns else { return false }
    return (0..<table.rows).allSatisfy { length(of: $0, table) <= bounds.leaf }
  }

  private static func length(of row: Int, _ table: TableText) -> Int {
    table.cell(row, table.columns - 1).upperBound - table.cell(row, 0).lowerBound
  }

  private static func starts(
    _ table: TableText, _ bounds: LeafBounds, _ isCancelled: () -> Bool
  ) throws -> [Int] {
    var starts = [0]
    var cells = 0
    var bytes = 0
    var runs = 0
    for row in 0..<table.rows {
      if row % 4096 == 4095, isCancelled() { throw CancellationError() }
      let range = table.cell(row, 0).lowerBound..<table.cell(row, table.columns - 1).upperBound
      let marks =
        table.text.runs.partitioningIndex { $0.range.lowerBound >= range.upperBound }
        - table.text.runs.partitioningIndex { $0.range.upperBound > range.lowerBound }
      cells += table.columns
      bytes += range.count
      runs += marks
      // The header is seen with the first row below it where a table is set as a list.
      if row > 1, row > starts[starts.count - 1],
        cells > bounds.cells || bytes > bounds.slice || runs > bounds.marks
      {
        starts.append(row)
        cells = table.columns
        bytes = range.count
        runs = marks
      }
    }
    return starts + [table.rows]
  }
}
