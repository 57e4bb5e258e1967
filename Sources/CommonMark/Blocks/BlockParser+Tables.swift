/// Splits a row at its pipes (GFM, "Tables (extension)").
private struct TableCells {
  private var position: Int
  private let end: Int

  init(_ line: Range<Int>, in source: Span<UInt8>) {
    end = source.trimEnd(of: line.lowerBound, to: line.upperBound)
    position = source.skipSpacesAndTabs(from: line.lowerBound, to: end)
    if position < end, source[position] == UInt8(ascii: "|") { position += 1 }
  }

  /// Whether nothing is left.
  var isEmpty: Bool { position >= end }

  /// The next cell's content, and whether a pipe in it is escaped.
  mutating func next(in source: Span<UInt8>) -> (content: Range<Int>, hasEscapedPipe: Bool)? {
    guard position < end else { return nil }
    let start = source.skipSpacesAndTabs(from: position, to: end)
    var hasEscapedPipe = false
    var scan = start
    while scan < end {
      if source[scan] == UInt8(ascii: "|") {
        // Cells come before inlines: the backslash in front may be one that is escaped itself.
        guard scan > start, source[scan - 1] == UInt8(ascii: "\\") else { break }
        hasEscapedPipe = true
      }
      scan += 1
    }
    position = scan + 1
    return (start..<source.trimEnd(of: start, to: scan), hasEscapedPipe)
  }
}

extension BlockParser {
  /// Makes a table of the open paragraph's last line where the current one delimits as many columns.
  mutating func openTable(in source: Span<UInt8>) -> Bool {
    guard extensions.contains(.tables), !cursor.isIndented,
      let alignments = delimiterRow(in: source, cursor.nonspace..<cursor.lineEnd)
    else { return false }
    let header = lastLine(in: source)
    var cells = TableCells(header.range, in: source)
    var count = 0
    while count <= alignments.count, !endsEarly(), cells.next(in: source) != nil { count += 1 }
    guard count == alignments.count else { return false }

    if header.isOnly {
      clearAlertMarker()
      rows[leafRow].tag = .table
      rows[leafRow].flags = []
    } else {
      dropLastLine(startingAt: header.range.lowerBound)
      closeLeaf(in: source)
      leafRow = addBlock(.table, start: header.range.lowerBound)
    }
    leaf = .table
    rows[leafRow].first = Int32(truncatingIfNeeded: alignments.count)
    rows[leafRow].second = 0
    table.alignments = alignments
    table.lastRow = -1
    table.columns = nil
    table.closingLine = nil
    addRow(header.range, isHeader: true, in: source)
    rows[leafRow].end = Int32(truncatingIfNeeded: source.trimEnd(of: cursor.nonspace, to: cursor.lineEnd))
    return true
  }

  /// Adds the line to the open table; returns false where the limit of missing cells ends it, or a line without cells:
  /// a pipe alone.
  mutating func addTableRow(in source: Span<UInt8>) -> Bool {
    guard table.missingCells > 0, !TableCells(cursor.nonspace..<cursor.lineEnd, in: source).isEmpty else {
      return false
    }
    addRow(cursor.nonspace..<cursor.lineEnd, isHeader: false, in: source)
    return true
  }

  /// Adds a row to the open table.
  ///
  /// - Parameter cells: Where its cells stand; nil where pipes divide them.
  mutating func addRow(
    _ line: Range<Int>, isHeader: Bool, cells columns: [Range<Int>]? = nil, in source: Span<UInt8>
  ) {
    let row = rows.count
    let lineEnd = source.trimEnd(of: line.lowerBound, to: line.upperBound)
    var header = BlockRow(.tableRow, start: line.lowerBound, parent: Int32(truncatingIfNeeded: leafRow))
    if isHeader { header.flags.insert(.isHeader) }
    header.end = Int32(truncatingIfNeeded: lineEnd)
    rows.makeRoom(done: lineEnd, of: sourceCount)
    rows.append(header)
    if table.lastRow >= 0 { rows[table.lastRow].next = Int32(truncatingIfNeeded: row) }
    table.lastRow = row
    rows[leafRow].end = header.end

    var cells = TableCells(line, in: source)
    for column in table.alignments.indices {
      guard let (content, hasEscapedPipe) = columns.map({ ($0[column], false) }) ?? cells.next(in: source)
      else {
        // GFM adds the rest, all empty. They may be far more than the file has bytes, so nothing is kept of them.
        table.missingCells -= table.alignments.count - column
        break
      }
      var cell = BlockRow(.tableCell, start: content.lowerBound, parent: Int32(truncatingIfNeeded: row))
      cell.detail = table.alignments[column]
      if hasEscapedPipe { cell.flags.insert(.hasEscapedPipe) }
      cell.end = Int32(truncatingIfNeeded: content.upperBound)
      cell.first = cell.start
      cell.second = cell.end
      if endsEarly() { return }
      rows.makeRoom(done: lineEnd, of: sourceCount)
      rows.append(cell: cell)
    }
  }

  /// The alignments of a delimiter row as places among the cases (none, left, center, right), or nil.
  private mutating func delimiterRow(in source: Span<UInt8>, _ line: Range<Int>) -> [UInt8]? {
    let end = line.upperBound
    var position = line.lowerBound
    var alignments: [UInt8] = []
    if source[position] == UInt8(ascii: "|") { position += 1 }
    while !endsEarly() {
      position = source.skipSpacesAndTabs(from: position, to: end)
      if position == end { return alignments.isEmpty ? nil : alignments }
      let isLeft = source[position] == UInt8(ascii: ":")
      if isLeft { position += 1 }
      let dashes = position
      while position < end, source[position] == UInt8(ascii: "-") { position += 1 }
      guard position > dashes else { return nil }
      let isRight = position < end && source[position] == UInt8(ascii: ":")
      if isRight { position += 1 }
      alignments.append(isLeft ? (isRight ? 2 : 1) : (isRight ? 3 : 0))
      position = source.skipSpacesAndTabs(from: position, to: end)
      if position == end { return alignments }
      guard source[position] == UInt8(ascii: "|") else { return nil }
      position += 1
    }
    return nil
  }
}
