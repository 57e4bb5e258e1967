import CommonMark

/// The text of a table: its cells one after another with LF between them.
package struct TableText: Sendable {
  /// The cells' text and styles.
  package let text: UnitText
  /// How many columns it has, at least 1.
  package let columns: Int
  /// The alignment of each column.
  package let alignments: [BlockKind.Alignment]
  /// UTF-8 offsets of the cells, row after row, `columns` of them each; the first row is the header.
  package let cells: [Range<Int32>]

  /// How many rows it has, the header included.
  package var rows: Int { cells.count / columns }

  /// The offsets of a cell.
  package func cell(_ row: Int, _ column: Int) -> Range<Int> {
    let range = cells[row * columns + column]
    return Int(range.lowerBound)..<Int(range.upperBound)
  }

  /// The row that an offset is in.
  package func row(showing offset: Int) -> Int { max(0, firstCell(behind: offset) - 1) / columns }

  /// The column of a row that an offset is in.
  package func column(showing offset: Int, row: Int) -> Int {
    min(max(firstCell(behind: offset) - 1 - row * columns, 0), columns - 1)
  }

  /// The first cell that starts behind an offset.
  private func firstCell(behind offset: Int) -> Int {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if Int(cells[middle].lowerBound) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Reads a table out of its document.
  package init(_ document: Document, _ table: BlockID, columns: Int, _ footnotes: FootnoteMarks) {
    var reader = LeafReader(document)
    var builder = UnitTextBuilder()
    var cells: [Range<Int32>] = []
    var alignments: [BlockKind.Alignment] = []
    let columns = max(1, columns)
    var row = document[table].firstChild
    while let id = row {
      let isHeader = document[id].kind == .tableRow(isHeader: true)
      var cell = document[id].firstChild
      for _ in 0..<columns {
        if !cells.isEmpty { builder.append(verbatim: "\n", Style()) }
        let start = builder.count
        if let id = cell {
          reader.read(id)
          InlineFlattener.append(
            reader.inlines, role: isHeader ? .tableHeader : .text, footnotes, to: &builder)
          if isHeader, case .tableCell(let alignment) = document[id].kind { alignments.append(alignment) }
          cell = document[id].next
        }
        cells.append(Int32(start)..<Int32(builder.count))
      }
      row = document[id].next
    }
    while alignments.count < columns { alignments.append(.none) }
    text = builder.finishVerbatim()
    self.columns = columns
    self.alignments = alignments
    self.cells = cells
  }

  private init(text: UnitText, columns: Int, alignments: [BlockKind.Alignment], cells: [Range<Int32>]) {
    self.text = text
    self.columns = columns
    self.alignments = alignments
    self.cells = cells
  }

  /// Some of its rows, at least one, by themselves.
  package func part(_ rows: Range<Int>) -> TableText {
    let start = cell(rows.lowerBound, 0).lowerBound
    let end = cell(rows.upperBound - 1, columns - 1).upperBound
    return TableText(
      text: text.part(start..<end), columns: columns, alignments: alignments,
      cells: cells[rows.lowerBound * columns..<rows.upperBound * columns].map {
        $0.lowerBound - Int32(start)..<$0.upperBound - Int32(start)
      })
  }
}
