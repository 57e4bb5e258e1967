import Algorithms
import BriefingText

/// A line of a laid-out block.
public struct Line: Hashable, Sendable {
  /// Its cells from column 0, decoration (indents, bars, markers) included; never more than the layout's width.
  public var cells: [Cell]
  /// For each cell the UTF-8 offset in the unit's text that it shows; `Line.decoration` where it shows none.
  public var offsets: [Int32]
  /// The UTF-8 offset in the unit's text at which the line starts; it never falls from line to line.
  public var start: Int

  /// Marks a cell that shows nothing of the text.
  public static let decoration: Int32 = -1

  /// Makes a line; `cells` and `offsets` have the same count.
  public init(cells: [Cell], offsets: [Int32], start: Int) {
    self.cells = cells
    self.offsets = offsets
    self.start = start
  }

  /// The columns, 0-based, of the cells that show a stretch of the unit's text: one range for running text,
  /// none where the stretch is on other lines, several where a table's cells stand side by side.
  public func columns(of range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (column, offset) in offsets.enumerated() where range.contains(Int(offset)) {
      if let last = found.last, last.upperBound == column {
        found[found.count - 1] = last.lowerBound..<column + 1
      } else {
        found.append(column..<column + 1)
      }
    }
    return found
  }
}

// MARK: - Setting

extension Line {
  /// A line that starts with decoration.
  init(decoration cells: [Cell], start: Int, capacity: Int = 0) {
    self.init(cells: cells, offsets: Array(repeating: Line.decoration, count: cells.count), start: start)
    self.cells.reserveCapacity(cells.count + capacity)
    self.offsets.reserveCapacity(cells.count + capacity)
  }

  /// Adds cells that show nothing of the text.
  mutating func append(decoration cells: some Collection<Cell>) {
    self.cells.append(contentsOf: cells)
    offsets.append(contentsOf: repeatElement(Line.decoration, count: cells.count))
  }

  /// Adds blank columns.
  mutating func pad(_ columns: Int) {
    if columns > 0 { append(decoration: repeatElement(.blank(), count: columns)) }
  }

  /// Adds the cells of a span of running text, its hyphen included.
  mutating func append(_ text: Graphemes, _ span: LineSpan, runs: [UnitText.Run], column: Int) {
    append(text, span.range, runs: runs, column: column)
    if span.mark == .hyphen {
      append(decoration: [Cell(printable: 0x2D, cells.last?.style ?? Style())])
    }
  }

  /// Adds the cells of a stretch of a unit's text, at most `column` of them.
  ///
  /// - Parameter stops: columns between tab stops, counted from here; 0 where a tab is a space.
  mutating func append(
    _ text: Graphemes, _ range: Range<Int>, runs: [UnitText.Run], column: Int, stops: Int = 0
  ) {
    var run = runs.partitioningIndex { $0.range.upperBound > range.lowerBound }
    let origin = cells.count
    var at = range.lowerBound
    while at < range.upperBound {
      while run < runs.count, runs[run].range.upperBound <= at { run += 1 }
      let style = run < runs.count ? runs[run].style : Style()
      let byte = text.bytes[at]
      let room = column - (cells.count - origin)
      guard room > 0 else { break }
      let limit = min(range.upperBound, run < runs.count ? runs[run].range.upperBound : .max)
      let plain = text.endOfPlain(from: at, limit: min(limit, at + room))
      if plain > at {
        cells.append(contentsOf: text.bytes[at..<plain].lazy.map { Cell(printable: $0, style) })
        offsets.append(contentsOf: Int32(truncatingIfNeeded: at)..<Int32(truncatingIfNeeded: plain))
        at = plain
        continue
      }
      let end = min(text.end(of: at), range.upperBound)
      if byte == 0x09 {
        let used = cells.count - origin
        let columns = stops > 0 ? min(stops - used % stops, room) : min(1, room)
        for _ in 0..<columns { append(.blank(style), Int32(truncatingIfNeeded: at)) }
      } else {
        append(text, at..<end, style, room: room)
      }
      at = end
    }
  }

  /// Adds one grapheme; what a column is too narrow for becomes `?`.
  private mutating func append(_ text: Graphemes, _ grapheme: Range<Int>, _ style: Style, room: Int) {
    let origin = cells.count
    Cell.forEach(in: text, grapheme, style) {
      append($0, Int32(truncatingIfNeeded: grapheme.lowerBound))
    }
    guard cells.count - origin > room else { return }
    let isCut = cells[origin + room].isContinuation
    cells.removeLast(cells.count - origin - room)
    offsets.removeLast(offsets.count - cells.count)
    if isCut, room > 0 { cells[cells.count - 1] = Cell(printable: 0x3F, Style(.replacement, style.traits)) }
  }

  @inline(__always)
  private mutating func append(_ cell: Cell, _ offset: Int32) {
    cells.append(cell)
    offsets.append(offset)
  }

  /// Takes the blanks off its end.
  mutating func trim() {
    while let last = cells.last, last.ascii == 0x20 {
      cells.removeLast()
      offsets.removeLast()
    }
  }
}
