extension BlockParser {
  /// Section 4.8.
  mutating func openParagraph(in source: Span<UInt8>) {
    prepareForBlock(in: source)
    consumeTaskBox(in: source)
    leafRow = addBlock(.paragraph, start: cursor.nonspace)
    leaf = .paragraph
    rows[leafRow].first = Int32(truncatingIfNeeded: cursor.nonspace)
    rows[leafRow].second = Int32(truncatingIfNeeded: cursor.lineEnd)
    noteAlertMarker(in: source)
  }

  /// Gives a line to the open leaf.
  ///
  /// As long as the lines follow each other without anything between them but line feeds, the leaf is one range
  /// of the source. With the first that does not, its lines get rows of their own.
  @inline(__always)
  mutating func addLine(start: Int, end: Int, padding: Int = 0, in source: Span<UInt8>) {
    let previous = Int(rows[leafRow].second)
    if !rows[leafRow].flags.contains(.isSegmented) {
      if start == previous &+ 1, padding == 0, source[previous] == UInt8(ascii: "\n") {
        rows[leafRow].second = Int32(truncatingIfNeeded: end)
        return
      }
      splitIntoLines(in: source)
    }
    lines.makeRoom(done: end, of: sourceCount)
    lines.append(LineRow(start: start, end: end, padding: padding))
    rows[leafRow].second &+= 1
  }

  /// Makes rows of the lines that the open leaf has so far.
  mutating func splitIntoLines(in source: Span<UInt8>) {
    let first = lines.count
    var start = Int(rows[leafRow].first)
    let end = Int(rows[leafRow].second)
    while start <= end {
      let lineEnd = min(source.endOfLine(from: start), end)
      lines.append(LineRow(start: start, end: lineEnd))
      start = lineEnd + 1
    }
    rows[leafRow].flags.insert(.isSegmented)
    rows[leafRow].first = Int32(truncatingIfNeeded: first)
    rows[leafRow].second = Int32(truncatingIfNeeded: lines.count - first)
  }

  /// Closes whatever leaf is open.
  mutating func closeLeaf(in source: Span<UInt8>) {
    switch leaf {
    case .none:
      return
    case .comment:
      leaf = .none
    case .paragraph:
      closeParagraph(in: source)
    case .html:
      makeHTMLHeading(in: source)
      leaf = .none
      extendParent(of: leafRow)
    case .fencedCode:
      leaf = .none
      extendParent(of: leafRow)
    case .indentedCode:
      closeIndentedCode()
    case .table:
      leaf = .none
      extendParent(of: leafRow)
      addInlineNotes(ofTable: leafRow, in: source)
    }
  }

  private mutating func closeParagraph(in source: Span<UInt8>) {
    if !finishParagraph(in: source) { return }
    leaf = .none
    extendParent(of: leafRow)
    addInlineNotes(of: leafRow, in: source)
  }

  /// Takes an alert's marker and link reference definitions from the start of the open paragraph and trims its
  /// end; returns false, and has closed it, where nothing is left.
  mutating func finishParagraph(in source: Span<UInt8>) -> Bool {
    dropAlertMarker(in: source)
    guard dropEmptyFirstLine(in: source) else { return true }
    guard extractDefinitions(in: source) else { return false }
    let row = rows[leafRow]
    if row.flags.contains(.isSegmented) {
      let last = Int(row.first + row.second) - 1
      let start = lines[last].start
      let end = source.trimEnd(of: start, to: lines[last].end)
      lines[last] = LineRow(start: start, end: end)
      rows[leafRow].end = Int32(truncatingIfNeeded: end)
    } else {
      let end = Int32(truncatingIfNeeded: source.trimEnd(of: Int(row.first), to: Int(row.second)))
      rows[leafRow].second = end
      rows[leafRow].end = end
    }
    return true
  }

  /// Behind a task's box nothing may be left of the paragraph's first line: goes on with the next one. Returns false
  /// where there is none; such a paragraph stays, empty.
  private mutating func dropEmptyFirstLine(in source: Span<UInt8>) -> Bool {
    let row = rows[leafRow]
    if row.flags.contains(.isSegmented) {
      let first = lines[Int(row.first)]
      guard first.start == first.end else { return true }
      guard row.second > 1 else { return false }
      dropLines(1, upTo: lines[Int(row.first) + 1].start)
    } else {
      guard row.first < row.second else { return false }
      if source[Int(row.first)] == UInt8(ascii: "\n") { dropLines(1, upTo: Int(row.first) + 1) }
    }
    return true
  }

  /// Takes the first `count` lines, which end in front of `offset`, from the open paragraph.
  mutating func dropLines(_ count: Int, upTo offset: Int) {
    if rows[leafRow].flags.contains(.isSegmented) {
      rows[leafRow].first += Int32(truncatingIfNeeded: count)
      rows[leafRow].second -= Int32(truncatingIfNeeded: count)
    } else {
      rows[leafRow].first = Int32(truncatingIfNeeded: offset)
    }
    rows[leafRow].start = Int32(truncatingIfNeeded: offset)
  }

  /// The range of the last line of the open paragraph, and whether it has others.
  func lastLine(in source: Span<UInt8>) -> (range: Range<Int>, isOnly: Bool) {
    let row = rows[leafRow]
    if row.flags.contains(.isSegmented) {
      let line = lines[Int(row.first + row.second) - 1]
      return (line.start..<line.end, row.second == 1)
    }
    var start = Int(row.second)
    while start > Int(row.first), source[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return (start..<Int(row.second), start == Int(row.first))
  }

  /// Takes the last line from the open paragraph, which has others.
  mutating func dropLastLine(startingAt start: Int) {
    if rows[leafRow].flags.contains(.isSegmented) {
      rows[leafRow].second -= 1
    } else {
      rows[leafRow].second = Int32(truncatingIfNeeded: start - 1)
    }
  }

  /// Section 4.3: makes a heading of the open paragraph where the line underlines it.
  mutating func closeSetextHeading(in source: Span<UInt8>) -> Bool {
    let marker = source[cursor.nonspace]
    guard marker == UInt8(ascii: "=") || marker == UInt8(ascii: "-") else { return false }
    var position = cursor.nonspace
    while position < cursor.lineEnd, source[position] == marker { position += 1 }
    guard source.skipSpacesAndTabs(from: position, to: cursor.lineEnd) == cursor.lineEnd else { return false }
    // Definitions come first: an underline below nothing else is text.
    guard finishParagraph(in: source) else { return false }
    // So is one below a task's box alone.
    guard rows[leafRow].start < rows[leafRow].end else { return false }
    dropAttributes(in: source)
    rows[leafRow].tag = .heading
    rows[leafRow].detail = marker == UInt8(ascii: "=") ? 1 : 2
    rows[leafRow].end = Int32(truncatingIfNeeded: position)
    clearAlertMarker()
    leaf = .none
    extendParent(of: leafRow)
    isAfterBlankLine = false
    addInlineNotes(of: leafRow, in: source)
    return true
  }
}
