/// Tables whose columns stand below each other (``Extensions/simpleTables``): a line of text, a line of dashes with gaps, and
/// rows up to a blank line or another line of dashes. Pandoc calls them simple tables.
///
/// The line of dashes alone is a rule. So it makes a table only where it has two groups of three dashes or more, and where
/// the line above, a paragraph by itself, and the one below have blanks wherever a column starts.
extension BlockParser {
  /// Makes a table of the open paragraph where the current line delimits its columns; returns false where it does not.
  mutating func openSimpleTable(in source: Span<UInt8>) -> Bool {
    guard extensions.contains(.simpleTables), containers.count == 1 else { return false }
    let header = lastLine(in: source)
    guard header.isOnly, let columns = TextColumns(dashes: source, cursor.lineStart..<cursor.lineEnd) else {
      return false
    }
    var start = header.range.lowerBound
    while start > 0, !source[start - 1].isLineEnding { start -= 1 }
    let next = source.startOfNextLine(after: cursor.lineEnd)
    guard next < source.count, let names = columns.cells(source, start..<header.range.upperBound),
      names.filter({ !$0.isEmpty }).count > 1,
      let first = columns.cells(source, next..<source.endOfLine(from: next)),
      first.contains(where: { !$0.isEmpty }),
      !TextColumns.isDashes(source, next..<source.endOfLine(from: next))
    else { return false }

    clearAlertMarker()
    rows[leafRow].tag = .table
    rows[leafRow].flags = []
    rows[leafRow].first = Int32(truncatingIfNeeded: names.count)
    rows[leafRow].second = 0
    leaf = .table
    table.alignments = columns.alignments(of: names, source, lineStart: start)
    table.lastRow = -1
    table.columns = columns
    table.closingLine = nil
    addRow(header.range, isHeader: true, cells: names, in: source)
    rows[leafRow].end = Int32(truncatingIfNeeded: source.trimEnd(of: cursor.nonspace, to: cursor.lineEnd))
    isAfterBlankLine = false
    return true
  }

  /// Gives the line to the open table; returns false, and has closed it, where the line is not part of it.
  mutating func continueSimpleTable(_ columns: TextColumns, in source: Span<UInt8>) -> Bool {
    let line = cursor.lineStart..<cursor.lineEnd
    if let closing = table.closingLine, line.lowerBound < closing {
      // Lines of dashes, as below the names, and blank ones only divide.
      if line.lowerBound >= table.firstRow, !TextColumns.isDashes(source, line),
        let cells = columns.cells(source, line)
      {
        addRow(cursor.nonspace..<cursor.lineEnd, isHeader: false, cells: cells, in: source)
      }
      return true
    }
    if !cursor.isBlank, TextColumns.isDashes(source, line) {
      rows[leafRow].end = Int32(truncatingIfNeeded: source.trimEnd(of: line.lowerBound, to: line.upperBound))
      closeLeaf(in: source)
      return true
    }
    guard !cursor.isBlank, let cells = columns.cells(source, line) else {
      closeLeaf(in: source)
      return false
    }
    addRow(cursor.nonspace..<cursor.lineEnd, isHeader: false, cells: cells, in: source)
    isAfterBlankLine = false
    return true
  }
}
