import Algorithms
import BriefingText
import CommonMark

/// A long table, cut between rows. All of its slices have the columns' widths in common.
///
/// A slice is read when it is asked for: the text of all of them would take as much memory as the file.
struct LongTable: Sendable {
  private let document: Document
  private let footnotes: FootnoteMarks
  /// The header by itself.
  private let header: TableText
  private var measure: TableMeasure
  /// The first row of each slice, and how many rows it has.
  private var slices: [(first: BlockID, count: Int)] = []
  /// Whether some of its marks are shown as they are written.
  private(set) var isParted = false

  /// Rows that are read at a time to be measured, and bytes of their source beside the row that exceeds it.
  private static let (stretch, stretchSize) = (256, 64 << 10)

  /// Cuts a table; nil where it cannot be cut between its rows: one with a row that is too long by itself, or with a header
  /// that would make more text than the values where it stands before each of them.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  init?(
    _ document: Document, _ table: BlockID, columns: Int, _ footnotes: FootnoteMarks, _ bounds: LeafBounds,
    isCancelled: () -> Bool
  ) throws {
    guard columns <= bounds.cells, var row = document[table].firstChild else { return nil }
    (self.document, self.footnotes) = (document, footnotes)
    header = try TableText(
      document, rows: row, count: 1, columns: columns, footnotes, isCancelled: isCancelled)
    guard header.range(ofRow: 0).count <= bounds.header * columns else { return nil }
    measure = TableMeasure(columns: header.columns)
    var cutter = Cutter(bounds)
    while true {
      let stretch = stretch(from: row)
      let text = try read(stretch.rows[0], stretch.rows.count, isCancelled)
      let isMeasured = Graphemes.withEach(of: text.text.string) {
        measure.add(text, $0, hasHeader: cutter.rows == 0, isCancelled: isCancelled)
      }
      guard isMeasured else { throw CancellationError() }
      if text.text.isParted { isParted = true }
      for (place, row) in stretch.rows.enumerated() {
        let range = text.range(ofRow: place)
        guard range.count <= bounds.leaf else { return nil }
        if cutter.isCut(before: range, text) { slices.append((row, 0)) }
        slices[slices.count - 1].count += 1
      }
      guard let next = stretch.next else { return }
      row = next
    }
  }

  /// How many slices there are, at least 1.
  var sliceCount: Int { slices.count }

  /// Some rows with what they need to know of the others.
  subscript(slice: Int) -> (text: TableText, part: TablePart) {
    let part = TablePart(
      measure: measure, labels: slice > 0 ? header : nil,
      following: slice + 1 < slices.count ? text(slices[slice + 1].first, 1) : nil)
    return (text(slices[slice].first, slices[slice].count), part)
  }

  private func text(_ first: BlockID, _ count: Int) -> TableText {
    // Nobody cancels it.
    (try? read(first, count) { false }) ?? header
  }

  private func read(_ first: BlockID, _ count: Int, _ isCancelled: () -> Bool) throws -> TableText {
    try TableText(
      document, rows: first, count: count, columns: header.columns,
      alignments: document[first].kind == .tableRow(isHeader: true) ? [] : header.alignments, footnotes,
      isCancelled: isCancelled)
  }

  /// Some rows that follow each other, at least one, and the row after them.
  private func stretch(from first: BlockID) -> (rows: [BlockID], next: BlockID?) {
    var rows: [BlockID] = []
    var size = 0
    var row: BlockID? = first
    while let id = row, rows.count < Self.stretch, size < Self.stretchSize {
      rows.append(id)
      size += document[id].range.count
      row = document[id].next
    }
    return (rows, row)
  }

  /// Tells where slices start.
  private struct Cutter {
    private let bounds: LeafBounds
    /// How many rows were looked at.
    private(set) var rows = 0
    /// The row at which the last slice starts, and what that has.
    private var start = 0
    private var (cells, bytes, runs) = (0, 0, 0)

    init(_ bounds: LeafBounds) { self.bounds = bounds }

    /// Whether a slice starts with the next row, whose text is that at `range`.
    mutating func isCut(before range: Range<Int>, _ table: TableText) -> Bool {
      defer { rows += 1 }
      let marks =
        table.text.runs.partitioningIndex { $0.range.lowerBound >= range.upperBound }
        - table.text.runs.partitioningIndex { $0.range.upperBound > range.lowerBound }
      cells += table.columns
      bytes += range.count
      runs += marks
      // The header is seen with the first row below it where a table is set as a list.
      guard
        rows > 1 && rows > start
          && (cells > bounds.cells || bytes > bounds.slice || runs > bounds.marks)
      else { return rows == 0 }
      start = rows
      (cells, bytes, runs) = (table.columns, range.count, marks)
      return true
    }
  }
}

extension TableText {
  /// Where a row stands in the text.
  fileprivate func range(ofRow row: Int) -> Range<Int> {
    cell(row, 0).lowerBound..<cell(row, columns - 1).upperBound
  }
}
