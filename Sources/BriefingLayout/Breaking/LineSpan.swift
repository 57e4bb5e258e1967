/// A line of running text as offsets: what is drawn of it.
struct LineSpan: Hashable, Sendable {
  /// UTF-8 offsets in the unit's text.
  var start: Int32
  var end: Int32
  /// What tells that the line's end, or its start, is the layout's doing.
  var mark: Mark

  /// Why a line is marked.
  enum Mark: UInt8, Sendable {
    case none
    /// It ends at a soft hyphen, which shows.
    case hyphen
    /// It goes on with a line of code that was too long.
    case continuation
  }

  /// The offsets.
  var range: Range<Int> { Int(start)..<Int(end) }

  /// Makes a span.
  init(_ start: Int, _ end: Int, _ mark: Mark = .none) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.mark = mark
  }
}
