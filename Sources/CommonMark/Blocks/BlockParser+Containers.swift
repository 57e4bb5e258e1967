extension BlockParser {
  /// Finds how many of the open containers the line continues, and consumes their markers and indentation.
  mutating func matchContainers(in source: Span<UInt8>) {
    while matched < containers.count, !endsEarly() {
      switch containers[matched].kind {
      case .document, .list:
        break
      case .blockQuote:
        if cursor.isBlank { return }
        guard !cursor.isIndented, source[cursor.nonspace] == UInt8(ascii: ">") else { return }
        rows[containers[matched].row].end = Int32(truncatingIfNeeded: cursor.nonspace + 1)
        skipQuoteMarker(in: source)
      case .item:
        // It begins with at most one blank line (section 5.2), whatever white space that has.
        if cursor.isBlank, containers[matched].lastChild < 0 { return }
        guard consumeIndent(containers[matched].contentIndent, in: source) else { return }
      case .footnoteDefinition:
        guard consumeIndent(4, in: source) else { return }
      case .definition:
        guard consumeIndent(containers[matched].contentIndent, in: source) else { return }
      }
      matched += 1
    }
  }

  private mutating func skipQuoteMarker(in source: Span<UInt8>) {
    cursor.skipMarker(1, in: source)
    cursor.skipColumns(1, in: source)
  }

  /// Consumes the indentation of an item's contents; returns false where that is all that the line matches.
  private mutating func consumeIndent(_ columns: Int, in source: Span<UInt8>) -> Bool {
    if cursor.indent >= columns {
      cursor.skipColumns(columns, in: source)
      return true
    }
    if cursor.isBlank { matchBlankLine() }
    return false
  }

  /// A blank line continues everything down to the next quote, but no item that is still empty.
  ///
  /// It does so in one step, or a deep list would cost its depth for each blank line. The quotes that are
  /// passed here close on this very line.
  private mutating func matchBlankLine() {
    cursor.skipIndent()
    var end = containers.count
    var index = quotes.count - 1
    while index >= 0, Int(quotes[index]) >= matched {
      end = Int(quotes[index])
      index -= 1
    }
    let innermost = containers[containers.count - 1]
    if end == containers.count, innermost.kind == .item, innermost.lastChild < 0 { end -= 1 }
    matched = end
  }

  /// Closes what the line does not continue, the open leaf in any case.
  mutating func closeUnmatched(in source: Span<UInt8>) {
    if matched < containers.count { closeContainers(to: matched, in: source) }
  }

  /// Closes the open leaf, then the containers after the first `count`.
  mutating func closeContainers(to count: Int, in source: Span<UInt8>) {
    if leaf != .none { closeLeaf(in: source) }
    while containers.count > count {
      if containers[containers.count - 1].kind == .blockQuote { closeAlert() }
      let container = containers.removeLast()
      if container.kind == .blockQuote { quotes.removeLast() }
      extendParent(of: container.row)
    }
  }

  /// A container reaches as far as its last child does.
  @inline(__always)
  mutating func extendParent(of row: Int) {
    let parent = Int(rows[row].parent)
    let end = rows[row].end
    if rows[parent].end < end { rows[parent].end = end }
  }

  /// Makes the innermost matched container ready for a block that starts here.
  mutating func prepareForBlock(isItem: Bool = false, in source: Span<UInt8>) {
    if leaf != .none { closeLeaf(in: source) }
    closeUnmatched(in: source)
    if !isItem, containers[containers.count - 1].kind == .list {
      closeContainers(to: containers.count - 1, in: source)
    }
    matched = containers.count
  }

  /// Appends the row of a block that starts here in the innermost container, and says what that means for
  /// lists and alerts around it.
  mutating func addBlock(_ tag: BlockRow.Tag, start: Int) -> Int {
    let index = containers.count - 1
    let container = containers[index]
    if container.lastChild >= 0 {
      if isAfterBlankLine, index >= blankLineQuote { loosenList(at: index) }
      if container.kind == .blockQuote { confirmAlert(at: index) }
    }
    return addRow(tag, start: start)
  }

  /// Appends a row in the innermost container.
  mutating func addRow(_ tag: BlockRow.Tag, start: Int) -> Int {
    let row = rows.count
    let index = containers.count - 1
    let last = containers[index].lastChild
    if last >= 0 { rows[last].next = Int32(truncatingIfNeeded: row) }
    containers[index].lastChild = row
    rows.makeRoom(done: cursor.nonspace, of: sourceCount)
    rows.append(BlockRow(tag, start: start, parent: Int32(truncatingIfNeeded: containers[index].row)))
    return row
  }

  mutating func push(_ kind: Container.Kind, row: Int) {
    if kind == .blockQuote {
      quotes.makeRoom(done: cursor.nonspace, of: sourceCount)
      quotes.append(Int32(truncatingIfNeeded: containers.count))
    }
    containers.makeRoom(done: cursor.nonspace, of: sourceCount)
    containers.append(Container(kind, row: row))
    matched = containers.count
  }

  /// A blank line between two items or two children of an item makes their list loose (section 5.3).
  private mutating func loosenList(at index: Int) {
    switch containers[index].kind {
    case .list: rows[containers[index].row].flags.insert(.isLoose)
    case .item: rows[containers[index - 1].row].flags.insert(.isLoose)
    case .document, .blockQuote, .footnoteDefinition, .definition: break
    }
  }

  /// Section 5.1.
  mutating func openQuote(in source: Span<UInt8>) {
    prepareForBlock(in: source)
    let row = addBlock(.blockQuote, start: cursor.nonspace)
    rows[row].end = Int32(truncatingIfNeeded: cursor.nonspace + 1)
    push(.blockQuote, row: row)
    skipQuoteMarker(in: source)
  }
}
