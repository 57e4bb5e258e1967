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

  /// How many there are.
  var count: Int { groups.count }

  /// Where the dashes end.
  var end: Int { groups.last?.upperBound ?? 0 }

  /// Columns at most: text stands beside text in no more.
  private static let most = 64

  /// Whether a line is nothing but dashes and spaces.
  static func isDashes(_ source: Span<UInt8>, _ line: Range<Int>) -> Bool {
    line.allSatisfy { source[$0] == UInt8(ascii: "-") || source[$0] == UInt8(ascii: " ") }
  }

  /// The cells of a line, without the blanks around them; nil where a character stands in front of a column's start, or a
  /// tab anywhere.
  func cells(_ source: Span<UInt8>, _ line: Range<Int>) -> [Range<Int>]? {
    // A row ends with its text, and so do its cells.
    let line = line.lowerBound..<source.trimEnd(of: line.lowerBound, to: line.upperBound)
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
