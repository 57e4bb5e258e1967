import Algorithms
import CommonMark

/// The text of a table: its cells one after another with LF between them.
package struct TableText: Sendable {
  /// The cells' text and styles.
  package private(set) var text = UnitText()
  /// How many columns it has, at least 1.
  package let columns: Int
  /// The alignment of each column.
  package private(set) var alignments: [BlockKind.Alignment] = []
  /// UTF-8 offsets of the cells that are written, row after row; the first row is the header. A row of a wide table may
  /// have many more, which are empty.
  package private(set) var written: [Range<Int32>] = []
  /// The index in ``written`` of each row's first cell, which every row has; one more at the end.
  private var rowStarts: [Int32] = [0]

  /// How many rows it has, the header included.
  package var rows: Int { rowStarts.count - 1 }

  /// The offsets of a cell.
  package func cell(_ row: Int, _ column: Int) -> Range<Int> {
    let count = writtenCount(row)
    let range = written[Int(rowStarts[row]) + min(column, count - 1)]
    if column < count { return Int(range.lowerBound)..<Int(range.upperBound) }
    // Those that nobody wrote are empty, each after an LF.
    let offset = Int(range.upperBound) + column - (count - 1)
    return offset..<offset
  }

  /// How many cells of a row are written, at least 1: the first ones.
  package func writtenCount(_ row: Int) -> Int { Int(rowStarts[row + 1] - rowStarts[row]) }

  /// The row that an offset is in.
  package func row(showing offset: Int) -> Int {
    max(0, (0..<rows).partitioningIndex { cell($0, 0).lowerBound > offset } - 1)
  }

  /// The column of a row that an offset is in.
  package func column(showing offset: Int, row: Int) -> Int {
    max(0, (0..<columns).partitioningIndex { cell(row, $0).lowerBound > offset } - 1)
  }

  /// Reads a table out of its document.
  package init(_ document: Document, _ table: BlockID, columns: Int, _ footnotes: FootnoteMarks) {
    self.columns = max(1, columns)
    _ = read(table, of: document, footnotes, isCancelled: { false })
  }

  /// Reads a long table out of its document.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every millisecond or two.
  package init(
    _ document: Document, _ table: BlockID, columns: Int, _ footnotes: FootnoteMarks, isCancelled: () -> Bool
  ) throws {
    self.columns = max(1, columns)
    guard read(table, of: document, footnotes, isCancelled: isCancelled) else { throw CancellationError() }
  }

  /// Reads some rows of a table out of its document by themselves.
  ///
  /// - Parameters:
  ///   - first: The first of them.
  ///   - alignments: Those of the columns, where the header is not among the rows.
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every millisecond or two.
  package init(
    _ document: Document, rows first: BlockID, count: Int, columns: Int,
    alignments: [BlockKind.Alignment] = [], _ footnotes: FootnoteMarks, isCancelled: () -> Bool = { false }
  ) throws {
    self.columns = max(1, columns)
    self.alignments = alignments
    guard read(first, count, of: document, footnotes, capacity: 0, isCancelled: isCancelled) else {
      throw CancellationError()
    }
  }

  /// Returns false where it was cancelled.
  private mutating func read(
    _ table: BlockID, of document: Document, _ footnotes: FootnoteMarks, isCancelled: () -> Bool
  ) -> Bool {
    let table = document[table]
    return read(
      table.firstChild, .max, of: document, footnotes, capacity: table.range.count, isCancelled: isCancelled)
  }

  private mutating func read(
    _ first: BlockID?, _ count: Int, of document: Document, _ footnotes: FootnoteMarks, capacity: Int,
    isCancelled: () -> Bool
  ) -> Bool {
    var reader = LeafReader(document)
    var builder = UnitTextBuilder(capacity: capacity)
    var row = first
    while let id = row, rows < count {
      if isCancelled() { return false }
      let isHeader = document[id].kind == .tableRow(isHeader: true)
      let role = isHeader ? Style.Role.tableHeader : .text
      var count = 0
      var cell = document[id].firstChild
      while let id = cell, count < columns {
        if !written.isEmpty { builder.append(verbatim: "\n", Style()) }
        let start = builder.count
        guard
          InlineFlattener.append(
            id, &reader, role: role, footnotes, to: &builder, isCancelled: isCancelled)
        else { return false }
        written.append(Int32(start)..<Int32(builder.count))
        if isHeader, case .tableCell(let alignment) = document[id].kind { alignments.append(alignment) }
        cell = document[id].next
        count += 1
      }
      if count == 0 {
        if !written.isEmpty { builder.append(verbatim: "\n", Style()) }
        written.append(Int32(builder.count)..<Int32(builder.count))
        count = 1
      }
      builder.append(verbatim: String(repeating: "\n", count: columns - count), Style())
      rowStarts.append(Int32(written.count))
      row = document[id].next
    }
    while alignments.count < columns { alignments.append(.none) }
    text = builder.finishVerbatim()
    return true
  }

  /// The same table with the changes of its text in it.
  package func marking(_ changes: [TextChange]) -> (table: TableText, marked: MarkedText) {
    let marked = MarkedText(text, changes)
    let (count, newCount) = (text.string.utf8.count, marked.text.string.utf8.count)
    var table = self
    table.text = marked.text
    // What was removed at the start or end of a cell stands in it.
    table.written = written.map { cell in
      let end = Int(cell.upperBound)
      return Int32(
        marked.markedEnd(Int(cell.lowerBound)))..<Int32(end == count ? newCount : marked.marked(end))
    }
    return (table, marked)
  }
}
