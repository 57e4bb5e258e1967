extension BlockParser {
  /// Opens a definition (``Extensions/definitionLists``): a colon and white space after a paragraph of one line, its term, or
  /// after another definition; a blank line may stand between. Returns false where there is none.
  mutating func openDefinition(continuesLeaf: Bool, in source: Span<UInt8>) -> Bool {
    let start = cursor.nonspace
    guard extensions.contains(.definitionLists), start + 1 < cursor.lineEnd, source[start + 1].isSpaceOrTab,
      source.skipSpacesAndTabs(from: start + 1, to: cursor.lineEnd) < cursor.lineEnd,
      followsTerm(continuesLeaf, source)
    else { return false }
    let indent = cursor.indent
    prepareForBlock(in: source)
    // Whatever blank line is between, term and definition are one.
    isAfterBlankLine = false
    let row = addBlock(.definition, start: start)
    rows[row].end = Int32(truncatingIfNeeded: start + 1)
    push(.definition, row: row)
    cursor.skipMarker(1, in: source)
    let padding = cursor.indent >= 5 ? 1 : cursor.indent
    cursor.skipColumns(padding, in: source)
    containers[containers.count - 1].contentIndent = min(4, indent + 1 + padding)
    return true
  }

  private func followsTerm(_ continuesLeaf: Bool, _ source: Span<UInt8>) -> Bool {
    // The line of another definition is not a lazy one of the last.
    if matched < containers.count { return containers[matched].kind == .definition }
    if continuesLeaf, leaf == .paragraph { return lastLine(in: source).isOnly }
    guard leaf == .none else { return false }
    let last = containers[containers.count - 1].lastChild
    guard last >= 0 else { return false }
    if rows[last].tag == .definition { return true }
    guard rows[last].tag == .paragraph else { return false }
    let row = rows[last]
    if row.flags.contains(.isSegmented) { return row.second == 1 }
    return source.endOfLine(from: Int(row.first)) >= Int(row.second)
  }
}
