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

extension BlockParser {
  /// Opens a footnote definition; returns false where no marker stands.
  mutating func openFootnote(in source: Span<UInt8>) -> Bool {
    guard extensions.contains(.footnotes),
      let label = FootnoteMarker.label(in: source, from: cursor.nonspace, to: cursor.lineEnd)
    else { return false }
    prepareForBlock(in: source)
    let start = cursor.nonspace
    let row = addBlock(.footnoteDefinition, start: start)
    let markerEnd = label.upperBound + 2
    rows[row].end = Int32(truncatingIfNeeded: markerEnd)
    rows[row].first = Int32(truncatingIfNeeded: label.lowerBound)
    rows[row].second = Int32(truncatingIfNeeded: label.upperBound)
    var normalized: [UInt8] = []
    LabelNormalizer.normalize(source.extracting(label), into: &normalized)
    footnotes.insert(normalized, value: row)
    push(.footnoteDefinition, row: row)
    cursor.skipMarker(markerEnd - start, in: source)
    cursor.skipIndent()
    return true
  }
}
