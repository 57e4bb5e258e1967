/// The table of blocks as it is kept. An index is a block's place in document order.
///
/// The cells of tables are most of the blocks where there are very many, and nearly all that is to know of one follows from
/// its row. So they are kept apart, in 4 bytes instead of 28, with a bit for each block that says which are.
struct BlockTable: Sendable, RandomAccessCollection {
  private var rows: [BlockRow] = []
  private var cells: [CellRow] = []
  /// Which blocks are among `cells`, 64 blocks a word; none after the last such cell.
  private var words: [Word] = []

  private struct Word {
    /// One for each block, the lowest first.
    var bits: UInt64 = 0
    /// How many blocks before it are among `cells`.
    var before: Int32
  }

  /// Where a block is kept.
  private enum Place {
    case row(Int)
    /// A cell, with the index of its table's row.
    case cell(Int, row: Int)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { rows.count &+ cells.count }

  /// Bytes that it takes.
  var byteCount: Int {
    rows.count * MemoryLayout<BlockRow>.stride + cells.count * MemoryLayout<CellRow>.stride
      + words.count * MemoryLayout<Word>.stride
  }

  /// A block. Who changes one has to know that it is no cell.
  subscript(index: Int) -> BlockRow {
    @inline(__always) get {
      switch place(of: index) {
      case .row(let place): rows[place]
      case .cell(let place, let row): cell(place, of: rows[row], index)
      }
    }
    @inline(__always) _modify {
      switch place(of: index) {
      case .row(let place): yield &rows[place]
      case .cell: preconditionFailure("a cell is changed")
      }
    }
  }

  @inline(__always)
  private func place(of index: Int) -> Place {
    let number = index >> 6
    guard number < words.count else { return .row(index &- cells.count) }
    let bit = UInt64(1) << (index & 63)
    let before = Int(words[number].before) &+ (words[number].bits & (bit &- 1)).nonzeroBitCount
    // The cells of a row directly follow it.
    return words[number].bits & bit == 0 ? .row(index &- before) : .cell(before, row: index &- before &- 1)
  }

  private func cell(_ place: Int, of row: BlockRow, _ index: Int) -> BlockRow {
    let (cell, column) = (cells[place], place - Int(row.first))
    var block = BlockRow(
      .tableCell, start: Int(row.start) + cell.offset, parent: Int32(truncatingIfNeeded: index - column - 1))
    block.detail = cell.alignment
    if cell.hasEscapedPipe { block.flags.insert(.hasEscapedPipe) }
    block.end = block.start + Int32(cell.count)
    (block.first, block.second) = (block.start, block.end)
    if column + 1 < row.second { block.next = Int32(truncatingIfNeeded: index + 1) }
    return block
  }

  // MARK: Filling

  mutating func reserveCapacity(_ count: Int) { rows.reserveCapacity(count) }

  /// See `Array.makeRoom(done:of:)`.
  @inline(__always)
  mutating func makeRoom(done: Int, of total: Int) {
    rows.makeRoom(done: done, of: total)
    cells.makeRoom(done: done, of: total)
  }

  /// Adds a block that is no cell.
  mutating func append(_ row: BlockRow) { rows.append(row) }

  /// Takes the last block out, which is no cell.
  mutating func removeLast() { rows.removeLast() }

  /// Adds a cell to the table's row that was added last; no other block was since.
  mutating func append(cell: BlockRow) {
    let last = rows.count - 1
    if rows[last].tag == .tableRow, !rows[last].flags.contains(.isHeader),
      let short = CellRow(cell, of: rows[last])
    {
      if rows[last].second == 0 { rows[last].first = Int32(truncatingIfNeeded: cells.count) }
      rows[last].second += 1
      note(cellAt: count)
      cells.append(short)
      return
    }
    if rows[last].tag == .tableCell {
      rows[last].next = Int32(truncatingIfNeeded: count)
    } else {
      // That of those before it follows from this.
      rows[last].second += 1
    }
    rows.append(cell)
  }

  private mutating func note(cellAt index: Int) {
    while words.count <= index >> 6 { words.append(Word(before: Int32(truncatingIfNeeded: cells.count))) }
    words[index >> 6].bits |= 1 << UInt64(index & 63)
  }
}

/// A cell of a table as it is kept: where it starts in its row, how long it is, and what else there is to know.
private struct CellRow: Sendable {
  /// From the lowest bit on: 15 of the offset, 14 of the length, 2 of the alignment, 1 for an escaped pipe.
  private let bits: UInt32

  /// Nil where one of the numbers is too large.
  init?(_ cell: BlockRow, of row: BlockRow) {
    let (offset, count) = (cell.start - row.start, cell.end - cell.start)
    guard 0..<1 << 15 ~= offset, 0..<1 << 14 ~= count else { return nil }
    bits =
      UInt32(offset) | UInt32(count) << 15 | UInt32(cell.detail & 3) << 29
      | (cell.flags.contains(.hasEscapedPipe) ? 1 << 31 : 0)
  }

  var offset: Int { Int(bits & 0x7FFF) }
  var count: Int { Int(bits >> 15 & 0x3FFF) }
  var alignment: UInt8 { UInt8(bits >> 29 & 3) }
  var hasEscapedPipe: Bool { bits >> 31 == 1 }
}
