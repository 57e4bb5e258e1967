extension BlockParser {
  /// Section 4.6; returns false where no HTML block starts.
  mutating func openHTML(in source: Span<UInt8>) -> Bool {
    if openHTMLHeading(in: source) { return true }
    guard let end = scanHTMLStart(in: source) else { return false }
    // The block has the white space in front of its first tag.
    let start = cursor.contentStart
    let padding = cursor.padding
    prepareForBlock(in: source)
    leafRow = addBlock(.htmlBlock, start: start)
    leaf = .html
    htmlEnd = end
    if padding == 0 {
      rows[leafRow].first = Int32(truncatingIfNeeded: start)
      rows[leafRow].second = Int32(truncatingIfNeeded: cursor.lineEnd)
    } else {
      rows[leafRow].flags.insert(.isSegmented)
      rows[leafRow].first = Int32(truncatingIfNeeded: lines.count)
      rows[leafRow].second = 1
      lines.append(LineRow(start: start, end: cursor.lineEnd, padding: padding))
    }
    isAfterBlankLine = false
    closeHTMLIfEnded(in: source)
    return true
  }

  mutating func addHTMLLine(in source: Span<UInt8>) {
    addLine(start: cursor.contentStart, end: cursor.lineEnd, padding: cursor.padding, in: source)
    closeHTMLIfEnded(in: source)
  }

  private mutating func closeHTMLIfEnded(in source: Span<UInt8>) {
    rows[leafRow].end = Int32(truncatingIfNeeded: cursor.lineEnd)
    if endsHTML(in: source) { closeLeaf(in: source) }
  }

  private func scanHTMLStart(in source: Span<UInt8>) -> HTMLBlockEnd? {
    let line = source.extracting(cursor.nonspace..<cursor.lineEnd)
    if line.hasPrefix("<!--", at: 0) { return .comment }
    if line.hasPrefix("<?", at: 0) { return .processingInstruction }
    if HTMLScanner.isCDATA(line, at: 0) { return .cdata }
    if line.hasPrefix("<!", at: 0) { return line.count > 2 && line[2].isLetter ? .declaration : nil }

    let isEndTag = line.count > 1 && line[1] == UInt8(ascii: "/")
    let nameStart = isEndTag ? 2 : 1
    var nameEnd = nameStart
    while nameEnd < line.count, line[nameEnd].isAlphanumeric { nameEnd += 1 }
    let next = nameEnd < line.count ? line[nameEnd] : UInt8(ascii: "\n")
    let name = HTMLTagName(line.extracting(nameStart..<nameEnd))
    if next.isSpaceTabOrLineEnding || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") {
      if !isEndTag, next != UInt8(ascii: "/"), name.isLiteral { return .literalEndTag }
      let isClosed =
        next != UInt8(ascii: "/") || (nameEnd + 1 < line.count && line[nameEnd + 1] == UInt8(ascii: ">"))
      if isClosed, name.isBlock { return .blankLine }
    }

    // Kind 7 cannot interrupt a paragraph, not even a lazy one, and its start tag has no name of kind 1.
    guard leaf != .paragraph, isEndTag || !name.isLiteral || next == UInt8(ascii: "-") else { return nil }
    guard let tagEnd = isEndTag ? HTMLScanner.endTag(line, from: 0) : HTMLScanner.startTag(line, from: 0),
      line.skipSpacesAndTabs(from: tagEnd, to: line.count) == line.count
    else { return nil }
    return .blankLine
  }

  private func endsHTML(in source: Span<UInt8>) -> Bool {
    let line = source.extracting(cursor.offset..<cursor.lineEnd)
    switch htmlEnd {
    case .blankLine: return false
    case .comment: return HTMLScanner.find("-->", in: line, from: 0) != nil
    case .processingInstruction: return HTMLScanner.find("?>", in: line, from: 0) != nil
    case .declaration: return HTMLScanner.find(">", in: line, from: 0) != nil
    case .cdata: return HTMLScanner.find("]]>", in: line, from: 0) != nil
    case .literalEndTag:
      return HTMLScanner.find("</script>", in: line, from: 0) != nil
        || HTMLScanner.find("</pre>", in: line, from: 0) != nil
        || HTMLScanner.find("</style>", in: line, from: 0) != nil
        || HTMLScanner.find("</textarea>", in: line, from: 0) != nil
    }
  }
}
