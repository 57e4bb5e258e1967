/// A footnote definition's marker `[^label]:`.
enum FootnoteMarker {
  /// The label's range where a marker starts at `start`: no white space, no bracket, at most 999 bytes.
  static func label(in source: Span<UInt8>, from start: Int, to end: Int) -> Range<Int>? {
    guard start + 4 < end, source[start] == UInt8(ascii: "["), source[start + 1] == UInt8(ascii: "^") else {
      return nil
    }
    guard let label = referenceLabel(in: source, from: start + 2, to: end), label.upperBound + 1 < end,
      source[label.upperBound + 1] == UInt8(ascii: ":")
    else { return nil }
    return label
  }

  /// The range of a label that starts after `[^` and ends at a bracket.
  static func referenceLabel(in source: Span<UInt8>, from start: Int, to end: Int) -> Range<Int>? {
    var position = start
    let limit = min(end, start + 1000)
    while position < limit {
      let byte = source[position]
      if byte == UInt8(ascii: "]") { return position > start ? start..<position : nil }
      if byte == UInt8(ascii: "[") || byte.isWhitespace || byte == 0 { return nil }
      position += 1
    }
    return nil
  }
}
