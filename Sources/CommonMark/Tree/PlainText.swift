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
        .tableRow, .footnoteDefinition, .definition:
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

  /// The same of a leaf that may be as long as a file; nil when `isCancelled` returns true, which is asked every
  /// millisecond or two.
  public mutating func plainText(of block: BlockID, isCancelled: () -> Bool) -> String? {
    var text: [UInt8] = []
    startPieces(of: block)
    let withElements = inlines.extensions.contains(.htmlElements)
    while nextPiece(isCancelled: isCancelled) {
      inlines.appendPlainText(to: &text, withElements: withElements)
    }
    return isAtEnd ? Inlines.line(text) : nil
  }
}

extension Inlines {
  /// The text on one line: markup gone, character references decoded, images as their descriptions; raw HTML and
  /// footnote marks are left out. With ``Extensions/htmlElements`` there is of raw HTML what a browser shows of it: the
  /// descriptions of images, spaces for `<br>`, and raised and lowered text, never run together with what is before it.
  public var plainText: String { plainText(withElements: extensions.contains(.htmlElements)) }

  /// Whether there is any raw HTML.
  package var hasHTML: Bool { rows.contains { $0.kind == .html } }

  /// The same, with or without what a browser shows of raw HTML: GitHub's anchors are made of the text without it.
  package func plainText(withElements: Bool) -> String {
    var text: [UInt8] = []
    appendPlainText(to: &text, withElements: withElements)
    return Inlines.line(text)
  }

  fileprivate func appendPlainText(to text: inout [UInt8], withElements: Bool) {
    // As most titles are.
    if isProse { return appendProse(to: &text) }
    /// The last row that was looked at together with one before it.
    var done: Int32 = -1
    for inline in self where inline.id.index > done {
      switch inline.kind {
      case .text, .characterReference, .code: appendText(of: inline.id, to: &text)
      case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
      case .html where withElements: done = appendElement(inline.id, to: &text).index
      case .link where withElements && (text.last ?? 0) > 0x20 && isNoteMark(inline.id):
        text.append(UInt8(ascii: "["))
        appendText(of: Int(inline.id.index) + 1, to: &text)
        text.append(UInt8(ascii: "]"))
        done = inline.id.index + 1
      case .html, .emphasis, .strong, .strikethrough, .mark, .link, .image, .footnoteReference: break
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

  /// Appends what is shown of a tag, and returns the last row that this was made of.
  private func appendElement(_ id: InlineID, to text: inout [UInt8]) -> InlineID {
    guard let tag = tag(at: id) else { return id }
    if let raised = raisedText(at: id, tag, behind: text.last) {
      text.append(contentsOf: raised.text.utf8)
      return raised.end
    }
    switch tag.name {
    case "br": if text.last != UInt8(ascii: " ") { text.append(UInt8(ascii: " ")) }
    case "sup", "sub":
      if !tag.isEnd, text.last?.isAlphanumeric == true { text.append(tag.name == "sup" ? 0x5E : 0x5F) }
    case "img": text.append(contentsOf: (tag.attribute("alt") ?? "").utf8)
    default: break
    }
    return id
  }
}
