import CommonMark

/// What holds for the tree of every document, whatever its source.
public struct TreeInvariants {
  private let document: Document
  private var blocks: [Block] = []
  private var violations: [String] = []

  /// What does not hold, in words; nothing for a sound tree.
  public static func violations(of document: Document) -> [String] {
    var invariants = TreeInvariants(document: document)
    invariants.check()
    return invariants.violations
  }

  private init(document: Document) { self.document = document }

  private mutating func expect(_ holds: Bool, _ message: @autoclosure () -> String) {
    if !holds { violations.append(message()) }
  }

  private mutating func check() {
    blocks = (0..<document.blockCount).map { document[Self.block($0)] }
    // How far the children of each block that were seen reach.
    var ends = blocks.map(\.range.lowerBound)
    for (index, block) in blocks.enumerated() {
      let id = Self.block(index)
      if let parent = block.parent {
        let container = blocks[Int(parent.index)]
        expect(parent < id, "\(block.kind) \(block.range) stands before its parent")
        expect(
          Self.holds(container.range, block.range),
          "\(block.kind) \(block.range) is not in \(container.kind) \(container.range)")
        if isInlineNote(block) {
          // The note of a paragraph, heading or table, behind it.
          expect(
            block.range.upperBound <= ends[Int(parent.index)], "\(block.kind) \(block.range) is in no text")
        } else {
          expect(ends[Int(parent.index)] <= block.range.lowerBound, "\(block.kind) \(block.range) overlaps")
          ends[Int(parent.index)] = block.range.upperBound
        }
      }
      if let child = block.firstChild { expect(blocks[Int(child.index)].parent == id, "\(id) is no parent") }
      if let next = block.next {
        expect(next > id && blocks[Int(next.index)].parent == block.parent, "\(next) is no sibling of \(id)")
      }
      check(row: block)
      check(document.inlines(of: id), of: block)
      // Nothing traps.
      _ = document.literal(of: id)
      _ = document.info(of: id)
      _ = document.label(of: id)
    }
  }

  private func isInlineNote(_ block: Block) -> Bool {
    block.kind == .footnoteDefinition && !block.range.isEmpty
      && document.source[block.range.lowerBound] == UInt8(ascii: "^")
  }

  /// A table's header has a cell for each column; other rows have those that are written, at least one.
  private mutating func check(row: Block) {
    guard case .tableRow(let isHeader) = row.kind, let parent = row.parent,
      case .table(let columns) = blocks[Int(parent.index)].kind
    else { return }
    var cells = 0
    var cell = row.firstChild
    while let id = cell {
      cells += 1
      cell = blocks[Int(id.index)].next
    }
    expect(
      isHeader ? cells == columns : 1...columns ~= cells, "row \(row.range) has \(cells) of \(columns) cells")
    expect(
      isHeader == (blocks[Int(parent.index)].firstChild.map { blocks[Int($0.index)].range } == row.range),
      "the header of \(row.range) is not the first row")
  }

  private mutating func check(_ inlines: Inlines, of block: Block) {
    var ends = Array(repeating: 0, count: inlines.count + 1)
    for index in 0..<inlines.count {
      let id = InlineID(index: Int32(truncatingIfNeeded: index))
      let row = inlines[id]
      let outer = row.parent.map { inlines[$0].range } ?? block.range
      expect(Self.holds(outer, row.range), "\(row.kind) \(row.range) is not in \(outer)")
      let place = row.parent.map { Int($0.index) } ?? inlines.count
      expect(ends[place] <= row.range.lowerBound, "\(row.kind) \(row.range) overlaps")
      ends[place] = row.range.upperBound
      ends[index] = row.range.lowerBound
      if let child = row.firstChild { expect(inlines[child].parent == id, "\(id) is no parent") }
      if let next = row.next {
        expect(next > id && inlines[next].parent == row.parent, "\(next) is no sibling of \(id)")
      }
      let text = inlines.text(of: id)
      _ = inlines.destination(of: id)
      _ = inlines.title(of: id)
      guard row.kind == .text else { continue }
      let source = document.source[row.range]
      expect(!source.isEmpty && !source.contains(10) && !source.contains(13), "text \(row.range) has no text")
      expect(
        text == String(decoding: source.map { $0 == 0 ? 0xFF : $0 }, as: UTF8.self),
        "text \(row.range) is not what is written")
    }
    var open: [InlineID] = []
    inlines.walk { event in
      switch event {
      case .enter(let id): if inlines[id].kind.isContainer { open.append(id) }
      case .exit(let id): expect(open.popLast() == id, "the walk leaves \(id) too early")
      }
    }
    expect(open.isEmpty, "the walk does not leave \(open)")
  }

  private static func holds(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }

  private static func block(_ index: Int) -> BlockID { BlockID(index: Int32(truncatingIfNeeded: index)) }
}
