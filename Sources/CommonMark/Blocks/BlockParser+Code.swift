extension BlockParser {
  /// Opens a leaf whose lines are literal and that has none yet.
  mutating func openLiteral(_ tag: BlockRow.Tag, _ kind: Leaf, start: Int, in source: Span<UInt8>) {
    prepareForBlock(in: source)
    leafRow = addBlock(tag, start: start)
    leaf = kind
    rows[leafRow].first = -1
    rows[leafRow].second = -1
    isAfterBlankLine = false
  }

  /// Gives what is left of the line to the open leaf.
  ///
  /// - Parameter end: Where that ends; nil for the line's end.
  private mutating func addLiteralLine(upTo end: Int? = nil, in source: Span<UInt8>) {
    let start = cursor.contentStart
    let end = end ?? cursor.lineEnd
    let padding = cursor.padding
    if rows[leafRow].first >= 0 {
      addLine(start: start, end: end, padding: padding, in: source)
    } else if padding == 0 {
      rows[leafRow].first = Int32(truncatingIfNeeded: start)
      rows[leafRow].second = Int32(truncatingIfNeeded: end)
    } else {
      rows[leafRow].flags.insert(.isSegmented)
      rows[leafRow].first = Int32(truncatingIfNeeded: lines.count)
      rows[leafRow].second = 1
      lines.append(LineRow(start: start, end: end, padding: padding))
    }
  }

  /// Section 4.5; returns false where no fence stands.
  mutating func openFencedCode(in source: Span<UInt8>) -> Bool {
    let start = cursor.nonspace
    let marker = source[start]
    var position = start
    while position < cursor.lineEnd, source[position] == marker { position += 1 }
    let length = position - start
    guard length >= 3 else { return false }
    if marker == UInt8(ascii: "`") {
      // An info string with a backtick in it is a code span.
      while position < cursor.lineEnd {
        if source[position] == marker { return false }
        position += 1
      }
    }
    fence = Fence(marker: marker, length: length, indent: cursor.indent)
    openLiteral(.fencedCode, .fencedCode, start: start, in: source)
    rows[leafRow].end = Int32(truncatingIfNeeded: source.trimEnd(of: start, to: cursor.lineEnd))
    return true
  }

  mutating func continueFencedCode(in source: Span<UInt8>) {
    if let template = fence.template, let tag = template.closing(source, cursor.nonspace..<cursor.lineEnd) {
      cursor.skipColumns(fence.indent, in: source)
      if tag > cursor.nonspace {
        addLiteralLine(upTo: source.trimEnd(of: cursor.nonspace, to: tag), in: source)
      }
      rows[leafRow].end = Int32(truncatingIfNeeded: source.trimEnd(of: tag, to: cursor.lineEnd))
      closeLeaf(in: source)
      return
    }
    if !cursor.isBlank, !cursor.isIndented, source[cursor.nonspace] == fence.marker {
      var position = cursor.nonspace
      while position < cursor.lineEnd, source[position] == fence.marker { position += 1 }
      if position - cursor.nonspace >= fence.length,
        source.skipSpacesAndTabs(from: position, to: cursor.lineEnd) == cursor.lineEnd
      {
        rows[leafRow].end = Int32(truncatingIfNeeded: position)
        closeLeaf(in: source)
        return
      }
    }
    cursor.skipColumns(fence.indent, in: source)
    addLiteralLine(in: source)
    rows[leafRow].end = Int32(truncatingIfNeeded: cursor.lineEnd)
  }

  /// Section 4.4.
  mutating func openIndentedCode(in source: Span<UInt8>) {
    cursor.skipColumns(4, in: source)
    openLiteral(.indentedCode, .indentedCode, start: cursor.contentStart, in: source)
    addChunkContent(in: source)
  }

  mutating func addChunkLine(in source: Span<UInt8>) {
    cursor.skipColumns(4, in: source)
    addChunkContent(in: source)
  }

  private mutating func addChunkContent(in source: Span<UInt8>) {
    let isBlank = cursor.isBlank
    addLiteralLine(in: source)
    guard !isBlank else { return }
    chunkEnd = cursor.lineEnd
    rows[leafRow].end = Int32(truncatingIfNeeded: cursor.lineEnd)
  }

  /// Blank lines at the end are not part of an indented chunk.
  mutating func closeIndentedCode() {
    if rows[leafRow].flags.contains(.isSegmented) {
      while let last = lines.last, last.start > chunkEnd {
        lines.removeLast()
        rows[leafRow].second -= 1
      }
    } else {
      rows[leafRow].second = Int32(truncatingIfNeeded: chunkEnd)
    }
    leaf = .none
    extendParent(of: leafRow)
  }
}
