/// A place in the current line, in bytes and in columns (section 2.2: a tab reaches to the next multiple of 4).
struct LineCursor {
  /// Where the line starts.
  private(set) var lineStart = 0
  /// Where it ends, without its line ending.
  private(set) var lineEnd = 0
  /// The next byte that no container has consumed.
  private(set) var offset = 0
  private var column = 0
  /// Whether a container took some of the columns of the tab at `offset`.
  private var isInsideTab = false
  /// The first byte at or after `offset` that is not space or tab.
  private(set) var nonspace = 0
  private var nonspaceColumn = 0

  /// Columns of white space in front of ``nonspace``.
  @inline(__always)
  var indent: Int { nonspaceColumn &- column }

  /// Four columns or more make an indented chunk (section 4.4).
  @inline(__always)
  var isIndented: Bool { indent >= 4 }

  /// Whether nothing but white space is left.
  @inline(__always)
  var isBlank: Bool { nonspace == lineEnd }

  /// Columns of the tab at ``offset`` that are left, where a part of it was consumed.
  var padding: Int { isInsideTab ? 4 - column & 3 : 0 }

  /// The first byte of what is left as it stands: after a tab that was consumed in part.
  var contentStart: Int { isInsideTab ? offset + 1 : offset }

  @inline(__always)
  mutating func start(_ start: Int, end: Int, in source: Span<UInt8>) {
    lineStart = start
    lineEnd = end
    offset = start
    column = 0
    isInsideTab = false
    findNonspace(in: source, from: start, column: 0)
  }

  /// The white space is measured once and not again for each container that consumes a part of it.
  @inline(__always)
  private mutating func findNonspace(in source: Span<UInt8>, from start: Int, column startColumn: Int) {
    var position = start
    var column = startColumn
    while position < lineEnd {
      let byte = source[position]
      if byte == UInt8(ascii: " ") {
        column &+= 1
      } else if byte == UInt8(ascii: "\t") {
        column &+= 4 &- column & 3
      } else {
        break
      }
      position &+= 1
    }
    nonspace = position
    nonspaceColumn = column
  }

  /// Consumes the white space up to ``nonspace``.
  mutating func skipIndent() {
    offset = nonspace
    column = nonspaceColumn
    isInsideTab = false
  }

  /// Consumes a marker of `count` bytes that starts at ``nonspace`` and holds no tab.
  mutating func skipMarker(_ count: Int, in source: Span<UInt8>) {
    offset = nonspace + count
    column = nonspaceColumn + count
    isInsideTab = false
    findNonspace(in: source, from: offset, column: column)
  }

  /// Consumes up to `count` columns of white space.
  mutating func skipColumns(_ count: Int, in source: Span<UInt8>) {
    var rest = count
    while rest > 0 && offset < nonspace {
      if source[offset] == UInt8(ascii: "\t") {
        let width = 4 - column & 3
        let taken = min(rest, width)
        isInsideTab = width > rest
        column += taken
        if !isInsideTab { offset += 1 }
        rest -= taken
      } else {
        isInsideTab = false
        offset += 1
        column += 1
        rest -= 1
      }
    }
  }
}
