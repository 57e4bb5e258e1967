import BriefingLayout
import BriefingText

extension Frame {
  /// Lights the matches in a line that was put on a row from a column on.
  ///
  /// - Parameter isTarget: Whether a click on a match goes to it.
  /// - Returns: Where the current match starts; nil where it is not in the line.
  mutating func light(
    _ search: FindState, in line: Line, unit: Int, row: Int, column: Int, isTarget: Bool = true
  ) -> Position? {
    guard !search.matches.isEmpty else { return nil }
    let offsets = line.offsets.lazy.filter { $0 != Line.decoration }
    guard let first = offsets.min(), let last = offsets.max() else { return nil }
    let current = search.current.map { search.matches[$0] }
    var start: Position?
    for match in search.matches(inUnit: unit, touching: Int(first)..<Int(last) + 1) {
      let isCurrent = match == current
      let traits: Style.Traits = isCurrent ? [.match, .currentMatch] : .match
      for (index, offset) in line.offsets.enumerated() where match.range.contains(Int(offset)) {
        let at = column + index
        add(traits, row: row, columns: at..<at + 1)
        if isTarget { mark(.match(match), row: row, columns: at..<at + 1) }
        if isCurrent, start == nil { start = Position(row: row, column: at) }
      }
    }
    return start
  }
}
