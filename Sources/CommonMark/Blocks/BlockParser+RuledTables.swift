/// Tables between two lines of dashes (``Extensions/simpleTables``): pandoc's tables without a header, and those whose rows
/// have several lines.
///
/// Without a header both lines have the gaps of the columns. With one, a line of dashes without a gap comes first, then the
/// names, the line with the gaps, the rows, and at the end one without a gap again. Blank lines may divide rows. Each line
/// is a row of its own, for the text of a cell is one range of the source.
extension BlockParser {
  /// Makes a table of the lines up to the other line of dashes; returns false where there is none.
  mutating func openRuledTable(in source: Span<UInt8>) -> Bool {
    // A list that is open before it ends with it.
    guard extensions.contains(.simpleTables),
      matched == 1 || matched == 2 && containers[1].kind == .list
    else { return false }
    let line = cursor.lineStart..<cursor.lineEnd
    guard let found = RuledTable(source, line, endsEarly: { endsEarly() }) else { return false }
    prepareForBlock(in: source)
    leafRow = addBlock(.table, start: cursor.nonspace)
    leaf = .table
    rows[leafRow].first = Int32(truncatingIfNeeded: found.columns.count)
    rows[leafRow].second = 0
    table.lastRow = -1
    table.columns = found.columns
    table.closingLine = found.closingLine
    // A table has a header always; this one shows nothing.
    let none = Array(repeating: line.upperBound..<line.upperBound, count: found.columns.count)
    let header = found.header ?? none[0]
    let names = found.columns.cells(source, header).flatMap { found.header == nil ? nil : $0 } ?? none
    table.firstRow = header.upperBound
    table.alignments = found.columns.alignments(of: names, source, lineStart: header.lowerBound)
    let start = source.skipSpacesAndTabs(from: header.lowerBound, to: header.upperBound)
    addRow(start..<header.upperBound, isHeader: true, cells: names, in: source)
    isAfterBlankLine = false
    return true
  }
}

/// Where the parts of a table between two lines of dashes stand.
private struct RuledTable {
  let columns: TextColumns
  /// The first line of the names; nil where there are none.
  private(set) var header: Range<Int>?
  /// Where the last line of dashes starts.
  private(set) var closingLine = 0

  /// Looks for it from a line of dashes on; nil where none starts there.
  ///
  /// The look ends with the next lines of dashes, so no line of a file is looked at more than three times.
  init?(_ source: Span<UInt8>, _ opening: Range<Int>, endsEarly: () -> Bool) {
    guard TextColumns.isDashes(source, opening) else { return nil }
    let end = source.trimEnd(of: opening.lowerBound, to: opening.upperBound) - opening.lowerBound
    var line = opening
    if let columns = TextColumns(dashes: source, opening) {
      self.columns = columns
    } else {
      guard let columns = Self.header(source, &line, end: end) else { return nil }
      let start = source.startOfNextLine(after: opening.upperBound)
      header = start..<source.endOfLine(from: start)
      self.columns = columns
    }
    var (isFilled, isAfterBlank) = (false, true)
    while Self.advance(&line, source), !endsEarly() {
      if TextColumns.isDashes(source, line) {
        let isBlank = source.trimEnd(of: line.lowerBound, to: line.upperBound) == line.lowerBound
        if isBlank {
          guard !isAfterBlank else { return nil }
          isAfterBlank = true
          continue
        }
        // It is as long as the first one, and has gaps where that has them.
        let hasGaps = TextColumns(dashes: source, line) != nil
        guard isFilled, hasGaps == (header == nil),
          source.trimEnd(of: line.lowerBound, to: line.upperBound) - line.lowerBound == end
        else { return nil }
        closingLine = line.lowerBound
        return
      }
      guard let cells = columns.cells(source, line) else { return nil }
      isFilled = isFilled || cells.filter { !$0.isEmpty }.count > 1
      isAfterBlank = false
    }
    return nil
  }

  /// Lines that names have at most.
  private static let mostLines = 8

  /// The columns of the line of dashes below the names, which is as long as the one above; nil where there are none.
  ///
  /// - Parameter line: The line above; afterwards the one below.
  private static func header(_ source: Span<UInt8>, _ line: inout Range<Int>, end: Int) -> TextColumns? {
    let start = line
    for number in 0...mostLines {
      guard advance(&line, source), source.trimEnd(of: line.lowerBound, to: line.upperBound) > line.lowerBound
      else { return nil }
      guard TextColumns.isDashes(source, line) else { continue }
      guard number > 0, let columns = TextColumns(dashes: source, line), columns.end == end else {
        return nil
      }
      var name = start
      var isFilled = false
      for _ in 0..<number {
        guard advance(&name, source), let cells = columns.cells(source, name) else { return nil }
        isFilled = isFilled || cells.filter { !$0.isEmpty }.count > 1
      }
      return isFilled ? columns : nil
    }
    return nil
  }

  /// Goes on to the next line; false where there is none.
  private static func advance(_ line: inout Range<Int>, _ source: Span<UInt8>) -> Bool {
    let start = source.startOfNextLine(after: line.upperBound)
    guard start < source.count else { return false }
    line = start..<source.endOfLine(from: start)
    return true
  }
}
