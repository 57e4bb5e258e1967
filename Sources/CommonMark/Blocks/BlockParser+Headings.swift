extension BlockParser {
  /// Section 4.2; returns false where the number signs are not a heading.
  mutating func openHeading(in source: Span<UInt8>) -> Bool {
    let start = cursor.nonspace
    let lineEnd = cursor.lineEnd
    var position = start
    while position < lineEnd, source[position] == UInt8(ascii: "#") { position += 1 }
    let level = position - start
    guard level <= 6, position == lineEnd || source[position].isSpaceOrTab else { return false }
    prepareForBlock(in: source)
    let row = addBlock(.heading, start: start)
    let blockEnd = source.trimEnd(of: position, to: lineEnd)
    let contentStart = source.skipSpacesAndTabs(from: position, to: blockEnd)
    let textEnd = attributesStart(source, contentStart, blockEnd) ?? blockEnd
    // A closing run of number signs counts where white space is in front of it.
    var contentEnd = textEnd
    while contentEnd > contentStart, source[contentEnd - 1] == UInt8(ascii: "#") { contentEnd -= 1 }
    if contentEnd == contentStart || source[contentEnd - 1].isSpaceOrTab {
      contentEnd = source.trimEnd(of: contentStart, to: contentEnd)
    } else {
      contentEnd = textEnd
    }
    rows[row].detail = UInt8(level)
    rows[row].first = Int32(truncatingIfNeeded: contentStart)
    rows[row].second = Int32(truncatingIfNeeded: contentEnd)
    rows[row].end = Int32(truncatingIfNeeded: blockEnd)
    extendParent(of: row)
    isAfterBlankLine = false
    addInlineNotes(of: row, in: source)
    return true
  }

  /// The end of a heading's text in front of its attributes; nil where it has none.
  func attributesStart(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard extensions.contains(.templateTags),
      let attributes = AttributeList.start(source, endingAt: end, from: start)
    else { return nil }
    return source.trimEnd(of: start, to: attributes)
  }

  /// Takes the attributes from the end of a paragraph that becomes a heading.
  mutating func dropAttributes(in source: Span<UInt8>) {
    let row = rows[leafRow]
    if row.flags.contains(.isSegmented) {
      let last = Int(row.first + row.second) - 1
      guard let end = attributesStart(source, lines[last].start, lines[last].end) else { return }
      lines[last] = LineRow(start: lines[last].start, end: end)
    } else {
      guard let end = attributesStart(source, Int(row.first), Int(row.second)) else { return }
      rows[leafRow].second = Int32(truncatingIfNeeded: end)
    }
  }

  /// Section 4.1; returns false where the line is not a thematic break.
  mutating func openThematicBreak(in source: Span<UInt8>) -> Bool {
    let marker = source[cursor.nonspace]
    guard marker != UInt8(ascii: "+"), cursor.nonspace >= thematicBreakLimit else { return false }
    var count = 0
    var end = cursor.nonspace
    var position = cursor.nonspace
    while position < cursor.lineEnd {
      let byte = source[position]
      if byte == marker {
        count += 1
        end = position + 1
      } else if !byte.isSpaceOrTab {
        count = 0
        break
      }
      position += 1
    }
    guard count >= 3 else {
      thematicBreakLimit = position
      return false
    }
    prepareForBlock(in: source)
    let row = addBlock(.thematicBreak, start: cursor.nonspace)
    rows[row].end = Int32(truncatingIfNeeded: end)
    extendParent(of: row)
    isAfterBlankLine = false
    return true
  }
}
