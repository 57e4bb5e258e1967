import BriefingLayout
import BriefingText

extension Frame {
  /// Shows which change the reader is at, in a line that was put on a row from a column on: by its first sign where the marks
  /// are shown, else by what was added.
  ///
  /// - Returns: Where it starts; nil where it is not in the line.
  mutating func light(_ changes: ReadingChanges, in line: Line, unit: Int, row: Int, column: Int) -> Position?
  {
    guard let stop = changes.currentStop else { return nil }
    let isShown = changes.isShown
    let matches = isShown ? [stop.marked] : stop.added
    var start: Position?
    for match in matches where match.unit == unit {
      let sign = match.range.lowerBound..<match.range.lowerBound + 2
      for (index, offset) in line.offsets.enumerated() where match.range.contains(Int(offset)) {
        let at = column + index
        if !isShown {
          add(.added, row: row, columns: at..<at + 1)
        } else if sign.contains(Int(offset)) {
          add([.match, .currentMatch], row: row, columns: at..<at + 1)
        }
        if start == nil, Int(offset) == match.range.lowerBound { start = Position(row: row, column: at) }
      }
    }
    return start
  }
}
