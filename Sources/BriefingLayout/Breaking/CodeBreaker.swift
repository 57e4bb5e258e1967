/// Cuts preformatted text into lines: at its line endings, and where a line is too long for the column.
enum CodeBreaker {
  /// Tab stops are this many columns apart, counted from the code's own first column.
  static let tabStop = 4

  /// The lines of the text at `range`, none wider than `column` (at least 1); one empty line for no text.
  static func lines(of text: Graphemes, _ range: Range<Int>, column: Int) -> [LineSpan] {
    var lines: [LineSpan] = []
    var start = range.lowerBound
    var at = start
    var width = 0
    var mark = LineSpan.Mark.none
    while at < range.upperBound {
      let byte = text.bytes[at]
      if byte == 0x0A {
        lines.append(LineSpan(start, at, mark))
        at += 1
        start = at
        width = 0
        mark = .none
        continue
      }
      let end = text.end(of: at)
      let columns = min(byte == 0x09 ? tabStop - width % tabStop : text.columns(at..<end), column)
      if width + columns > column {
        lines.append(LineSpan(start, at, mark))
        start = at
        width = 0
        mark = .continuation
        continue
      }
      width += columns
      at = end
    }
    lines.append(LineSpan(start, at, mark))
    return lines
  }
}
