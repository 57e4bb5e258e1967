extension LeafReader {
  /// The labels in a paragraph, heading or cell that the document does not define: normalised (section 4.7), those of
  /// footnotes with their `^`. Empty where no bracket stands as text.
  ///
  /// Only a definition of one of them could make other inlines of the block, if more followed the document. Labels within
  /// links are among them, for a link can give way to one in front of it: `[a][b](c)`.
  package mutating func undefinedLabels(of block: BlockID) -> Set<[UInt8]> {
    guard read(block), inlines.showsBracket else { return [] }
    let (source, references) = (document.source, document.references)
    return content.withBytes(of: source.span) { text, _ in
      var labels: Set<[UInt8]> = []
      var label: [UInt8] = []
      for position in text.indices where text[position] == UInt8(ascii: "[") {
        guard let found = LinkScanner.label(text, from: position) else { continue }
        LabelNormalizer.normalize(text.extracting(found.content), into: &label)
        if !references.define(label) { labels.insert(label) }
      }
      return labels
    }
  }
}

extension References {
  /// Whether a label, that of a footnote with its `^`, is defined.
  fileprivate func define(_ label: [UInt8]) -> Bool {
    if definitions.labels.value(of: label) != nil { return true }
    return label.first == UInt8(ascii: "^") && footnotes.value(of: Array(label.dropFirst())) != nil
  }
}

extension Inlines {
  /// Whether there is an opening bracket that is text and no escape has made so.
  fileprivate var showsBracket: Bool {
    rows.contains { row in
      let range = Int(row.start)..<Int(row.end)
      guard row.kind == .text else { return false }
      return range.contains {
        guard source[$0] == UInt8(ascii: "[") else { return false }
        return $0 > range.lowerBound || $0 == 0 || source[$0 - 1] != UInt8(ascii: "\\")
      }
    }
  }
}
