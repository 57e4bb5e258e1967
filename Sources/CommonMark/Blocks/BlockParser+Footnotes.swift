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
