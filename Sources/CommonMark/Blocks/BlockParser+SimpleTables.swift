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
    addRow(header.range, isHeader: true, cells: names, in: source)
    rows[leafRow].end = Int32(truncatingIfNeeded: source.trimEnd(of: cursor.nonspace, to: cursor.lineEnd))
    isAfterBlankLine = false
    return true
  }

  /// Gives the line to the open table; returns false, and has closed it, where the line is not part of it.
  mutating func continueSimpleTable(_ columns: TextColumns, in source: Span<UInt8>) -> Bool {
    let line = cursor.lineStart..<cursor.lineEnd
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

/// The columns of text that a line of dashes underlines: 0-based, an East Asian character has two.
struct TextColumns {
  /// Where each group of dashes starts and ends.
  private let groups: [Range<Int>]

  /// The groups of a line; nil where there are fewer than two, or one has fewer than three dashes.
  init?(dashes source: Span<UInt8>, _ line: Range<Int>) {
    guard Self.isDashes(source, line) else { return nil }
    var groups: [Range<Int>] = []
    var position = line.lowerBound
    while position < line.upperBound {
      let start = position
      while position < line.upperBound, source[position] == UInt8(ascii: "-") { position += 1 }
      if position > start {
        guard position - start >= 3, groups.count < Self.most else { return nil }
        groups.append(start - line.lowerBound..<position - line.lowerBound)
      } else {
        position += 1
      }
    }
    guard groups.count > 1 else { return nil }
    self.groups = groups
  }

  /// Columns at most: text stands beside text in no more.
  private static let most = 64

  /// Whether a line is nothing but dashes and spaces.
  static func isDashes(_ source: Span<UInt8>, _ line: Range<Int>) -> Bool {
    line.allSatisfy { source[$0] == UInt8(ascii: "-") || source[$0] == UInt8(ascii: " ") }
  }

  /// The cells of a line, without the blanks around them; nil where a character stands in front of a column's start, or a
  /// tab anywhere.
  func cells(_ source: Span<UInt8>, _ line: Range<Int>) -> [Range<Int>]? {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    var column = 0
    var position = line.lowerBound
    while position < line.upperBound {
      let byte = source[position]
      if byte == UInt8(ascii: "\t") { return nil }
      if cells.count + 1 < groups.count, column >= groups[cells.count + 1].lowerBound {
        guard column == groups[cells.count + 1].lowerBound,
          position == line.lowerBound || source[position - 1] == UInt8(ascii: " ")
        else { return nil }
        cells.append(trimmed(source, start..<position))
        start = position
      }
      let scalar = byte < 0x80 ? nil : source.scalar(at: position, to: min(position + 4, line.upperBound))
      column += scalar.map(EastAsian.isCharacter) == true ? 2 : 1
      position += scalar.map { UTF8.width($0) } ?? 1
    }
    cells.append(trimmed(source, start..<line.upperBound))
    while cells.count < groups.count { cells.append(line.upperBound..<line.upperBound) }
    return cells
  }

  private func trimmed(_ source: Span<UInt8>, _ cell: Range<Int>) -> Range<Int> {
    let start = source.skipSpacesAndTabs(from: cell.lowerBound, to: cell.upperBound)
    return start..<max(start, source.trimEnd(of: start, to: cell.upperBound))
  }

  /// How columns are aligned, as places among ``BlockKind/Alignment``'s cases: by whether their names end flush with the
  /// dashes on the left, on the right or on neither side.
  func alignments(of names: [Range<Int>], _ source: Span<UInt8>, lineStart: Int) -> [UInt8] {
    zip(groups, names).map { group, name in
      guard !name.isEmpty else { return 0 }
      let start = columns(source, lineStart..<name.lowerBound)
      let isLeft = start == group.lowerBound
      let isRight = start + columns(source, name) == group.upperBound
      return isLeft == isRight ? (isLeft ? 0 : 2) : isLeft ? 1 : 3
    }
  }

  private func columns(_ source: Span<UInt8>, _ range: Range<Int>) -> Int {
    var columns = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let scalar =
        source[position] < 0x80 ? nil : source.scalar(at: position, to: min(position + 4, range.upperBound))
      columns += scalar.map(EastAsian.isCharacter) == true ? 2 : 1
      position += scalar.map { UTF8.width($0) } ?? 1
    }
    return columns
  }
}
