extension Document {
  /// The text of a block without markup: a line for each paragraph and heading in it (see ``Inlines/plainText``), the
  /// lines of its code, and the cells of a table's row with tabs between them. Raw HTML and link definitions have
  /// none.
  public func plainText(of block: BlockID) -> String {
    var leaves = LeafReader(self)
    var text = ""
    var isFirst = true
    for index in Int(block.index)..<endOfSubtree(Int(block.index)) {
      let id = BlockID(index: Int32(truncatingIfNeeded: index))
      var line: String
      switch rows[index].tag {
      case .paragraph, .heading, .tableCell:
        line = leaves.plainText(of: id)
      case .fencedCode, .indentedCode:
        line = literal(of: id)
        if line.utf8.last == UInt8(ascii: "\n") { line.unicodeScalars.removeLast() }
      case .document, .blockQuote, .alert, .list, .item, .htmlBlock, .thematicBreak, .linkDefinition, .table,
        .tableRow, .footnoteDefinition:
        continue
      }
      let isInRow = rows[index].tag == .tableCell && Int(rows[index].parent) != index - 1
      if !isFirst { text += isInRow ? "\t" : "\n" }
      text += line
      isFirst = false
    }
    return text
  }
}

extension LeafReader {
  /// The text of a block's inlines, see ``Inlines/plainText``.
  public mutating func plainText(of block: BlockID) -> String {
    plainText(of: block, isCancelled: { false }) ?? ""
  }

  /// The same of a leaf that may be as long as a file; nil when `isCancelled` answers true, which is asked every
  /// millisecond or two.
  public mutating func plainText(of block: BlockID, isCancelled: () -> Bool) -> String? {
    var text: [UInt8] = []
    startPieces(of: block)
    while nextPiece(isCancelled: isCancelled) { inlines.appendPlainText(to: &text) }
    return isAtEnd ? Inlines.line(text) : nil
  }
}

extension Inlines {
  /// The text on one line: markup gone, character references decoded, images as their descriptions; raw HTML and
  /// footnote marks are left out.
  public var plainText: String {
    var text: [UInt8] = []
    appendPlainText(to: &text)
    return Inlines.line(text)
  }

  fileprivate func appendPlainText(to text: inout [UInt8]) {
    for inline in self {
      switch inline.kind {
      case .text, .characterReference, .code: appendText(of: inline.id, to: &text)
      case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
      case .html, .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference: break
      }
    }
  }

  /// A text without the white space at its ends.
  fileprivate static func line(_ text: [UInt8]) -> String {
    // Other white space of Unicode is text: a no-break space may carry an accent.
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    let end = text.lastIndex { !$0.isWhitespace }.map { $0 + 1 } ?? start
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}
