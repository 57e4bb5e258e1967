/// Comments of Obsidian, `%%text%%` (``Extensions/comments``), that are lines of their own. They make no blocks.
extension BlockParser {
  /// Opens a comment: a line that starts with `%%` and is ended by it, or the lines up to one that is. Within a paragraph it
  /// is a line of `%%` alone, for others are inlines. Returns false where there is none.
  mutating func openComment(isInParagraph: Bool, in source: Span<UInt8>) -> Bool {
    guard extensions.contains(.comments), !cursor.isIndented else { return false }
    let start = cursor.nonspace
    let end = source.trimEnd(of: start, to: cursor.lineEnd)
    guard source.hasExactPrefix("%%", at: start) else { return false }
    let isAlone = end == start + 2
    guard isAlone || !isInParagraph, isAlone || source[start + 2] != UInt8(ascii: "%") else { return false }
    let other = HTMLScanner.find("%%", in: source.extracting(..<end), from: start + 2)
    guard other == nil || other == end - 2 else { return false }
    if other == nil {
      guard nextCommentEnd.isAhead(of: cursor.lineEnd, find: { Self.commentEnd(source, from: $0) }) else {
        return false
      }
    }
    prepareForBlock(in: source)
    leaf = other == nil ? .comment : .none
    isAfterBlankLine = false
    return true
  }

  /// Takes a line of the open comment.
  mutating func continueComment(in source: Span<UInt8>) {
    if Self.endsComment(source, cursor.lineStart..<cursor.lineEnd) { leaf = .none }
    isAfterBlankLine = false
  }

  /// Whether a line ends a comment: `%%` is at its end, and not the start of another one.
  private static func endsComment(_ source: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let end = source.trimEnd(of: line.lowerBound, to: line.upperBound)
    guard end - 2 >= line.lowerBound, source.hasExactPrefix("%%", at: end - 2) else { return false }
    let start = source.skipSpacesAndTabs(from: line.lowerBound, to: end)
    return start == end - 2 || !source.hasExactPrefix("%%", at: start)
  }

  /// The end of the first line after an offset that ends a comment.
  private static func commentEnd(_ source: Span<UInt8>, from offset: Int) -> Int? {
    var at = offset
    while let sign = HTMLScanner.find("%%", in: source, from: at) {
      var start = sign
      while start > offset, !source[start - 1].isLineEnding { start -= 1 }
      let end = source.endOfLine(from: sign)
      if start > offset, endsComment(source, start..<end) { return end }
      at = max(end, sign + 2)
    }
    return nil
  }
}
