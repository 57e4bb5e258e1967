extension Document {
  /// The bytes that most inlines start or end with.
  private static let marks = ByteTable("\\`*_[]!<&~")

  /// Whether a block has more than `limit` marks, such as `*`, `[` and `<`: to read its inlines takes long for its size, and
  /// little of it may be shown. One look at its source tells; link destinations, code and so on are not told from text.
  package func hasMarks(_ block: BlockID, moreThan limit: Int) -> Bool {
    has(block, moreThan: limit) { Self.marks.contains($0) }
  }

  /// Whether a leaf may have more marks than the document may have open: as many bytes that are neither letters nor
  /// spaces, for each mark has one, line ends too. Only its inlines tell whether it has.
  package func mayBeParted(_ block: BlockID) -> Bool {
    has(block, moreThan: maximumOpenMarks) { _ in true }
  }

  /// Whether a block's source has more than `limit` bytes beside letters and spaces that are counted.
  private func has(_ block: BlockID, moreThan limit: Int, _ isCounted: (UInt8) -> Bool) -> Bool {
    let row = rows[Int(block.index)]
    guard Int(row.end - row.start) > limit else { return false }
    let text = source.span.extracting(Int(row.start)..<Int(row.end))
    var count = 0
    var position = text.skipProse(from: 0)
    while position < text.count {
      if isCounted(text[position]) {
        count += 1
        if count > limit { return true }
      }
      position = text.skipProse(from: position + 1)
    }
    return false
  }
}
