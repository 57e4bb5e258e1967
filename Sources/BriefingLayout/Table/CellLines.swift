import BriefingText

/// The lines of every cell of a table.
struct CellLines: Sendable {
  private var lines: [LineSpan] = []
  /// Where each cell's lines start, row after row; one more at the end.
  private var starts: [Int32] = [0]
  private let columns: Int

  /// Breaks each cell at the width that its row and column give it.
  init(_ table: TableText, _ text: Graphemes, width: (_ row: Int, _ column: Int) -> Int) {
    columns = table.columns
    starts.reserveCapacity(table.rows * columns + 1)
    lines.reserveCapacity(table.rows * columns)
    for row in 0..<table.rows {
      for column in 0..<columns {
        ParagraphBreaker.append(text, table.cell(row, column), column: width(row, column), to: &lines)
        starts.append(Int32(lines.count))
      }
    }
  }

  /// The lines of a cell, at least one; their indices start at 0.
  subscript(row: Int, column: Int) -> Slice {
    let cell = row * columns + column
    return Slice(lines: lines, start: Int(starts[cell]), count: Int(starts[cell + 1] - starts[cell]))
  }

  /// A cell's lines.
  struct Slice {
    fileprivate let lines: [LineSpan]
    fileprivate let start: Int
    /// How many there are.
    let count: Int

    /// A line.
    subscript(index: Int) -> LineSpan { lines[start + index] }

    /// The line that shows an offset: the last one that does not start after it.
    func index(showing offset: Int) -> Int {
      var index = count - 1
      while index > 0, Int(self[index].start) > offset { index -= 1 }
      return index
    }
  }

  /// The most lines that a cell of the row has.
  func height(of row: Int) -> Int {
    var height = 1
    for cell in row * columns..<(row + 1) * columns {
      height = max(height, Int(starts[cell + 1] - starts[cell]))
    }
    return height
  }
}
