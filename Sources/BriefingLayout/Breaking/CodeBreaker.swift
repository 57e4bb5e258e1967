/// Cuts preformatted text into lines: at its line endings, and where a line is too long for the column.
enum CodeBreaker {
  /// Tab stops are this many columns apart, counted from the code's own first column.
  static let tabStop = 4

  /// The lines of the text at `range`, none wider than `column` (at least 1), and the widest one's columns; one
  /// empty line for no text.
  static func lines(
    of text: Graphemes, _ range: Range<Int>, column: Int = .max
  ) -> (lines: [LineSpan], width: Int) {
    var lines: [LineSpan] = []
    var widest = 0
    var start = range.lowerBound
    var at = start
    var width = 0
    var mark = LineSpan.Mark.none
    while at < range.upperBound {
      let byte = text.bytes[at]
      if byte == 0x0A {
        lines.append(LineSpan(start, at, mark))
        widest = max(widest, width)
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
        widest = max(widest, width)
        start = at
        width = 0
        mark = .continuation
        continue
      }
      width += columns
      at = end
    }
    lines.append(LineSpan(start, at, mark))
    return (lines, max(widest, width))
  }

  /// The column, from the start of a line, of an offset in it.
  static func column(of offset: Int, in line: LineSpan, _ text: Graphemes) -> Int {
    lines(of: text, Int(line.start)..<min(max(offset, Int(line.start)), Int(line.end))).width
  }
}
