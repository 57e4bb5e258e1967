import CommonMark
import CommonMarkSamples
import Testing

/// What holds for every document, on documents made of random tokens.
@Suite struct RangePropertyTests {
  /// Every seed makes 200 documents of up to 60 tokens; in one of four, some bytes are no UTF-8.
  @Test(arguments: 1...10)
  func treesAreSound(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for round in 0..<200 {
      let count = Int.random(in: 1...60, using: &random)
      var bytes = (0..<count).flatMap { _ in
        Array((TokenSample.tokens.randomElement(using: &random) ?? "").utf8)
      }
      if round % 4 == 0 { bytes.insert(0xC3, at: bytes.count / 2) }
      try checkDocument(bytes)
    }
  }

  /// Tokens over and over, as the parser's time is measured on them.
  @Test(arguments: 1...50)
  func repeatedTokensAreSound(seed: Int) throws {
    try checkDocument(TokenSample(seed: UInt64(seed)).bytes(2000))
  }

  /// Hostile samples, small, with all that holds for any document.
  @Test(arguments: HostileSample.all)
  func hostileTreesAreSound(sample: HostileSample) throws {
    try checkDocument(sample.bytes(3000))
  }

  @Test func newsIsSound() throws {
    try checkDocument(NewsSample.make(byteCount: 50_000))
  }

  private func checkDocument(_ bytes: [UInt8]) throws {
    let document = try Document(parsing: bytes)
    let text = String(decoding: bytes, as: UTF8.self).debugDescription
    let blocks = document.blocks
    var ends = Array(repeating: 0, count: blocks.count)
    for (index, block) in blocks.enumerated() {
      let id = BlockID(index: Int32(index))
      ends[index] = block.range.lowerBound
      if let parent = block.parent {
        let container = blocks[Int(parent.index)]
        try #require(parent < id)
        try #require(
          container.range.lowerBound <= block.range.lowerBound
            && block.range.upperBound <= container.range.upperBound,
          "\(block.kind) \(block.range) is not in \(container.kind) \(container.range) of \(text)")
        try #require(
          ends[Int(parent.index)] <= block.range.lowerBound,
          "\(block.kind) \(block.range) overlaps in \(text)")
        ends[Int(parent.index)] = block.range.upperBound
      }
      if let child = block.firstChild { try #require(blocks[Int(child.index)].parent == id) }
      if let next = block.next { try #require(next > id && blocks[Int(next.index)].parent == block.parent) }
      try checkInlines(document.inlines(of: id), of: block, in: document, text)
      // Nothing traps.
      _ = document.literal(of: id)
      _ = document.info(of: id)
      _ = document.label(of: id)
    }
    _ = HTMLRenderer().render(document)
    _ = HTMLRenderer(isUnsafe: true).render(document)
  }

  private func checkInlines(_ inlines: Inlines, of block: Block, in document: Document, _ text: String) throws
  {
    var ends = Array(repeating: 0, count: inlines.count + 1)
    for (id, row) in inlines.all {
      let parent = row.parent.map { Int($0.index) }
      let outer = parent.map { inlines[InlineID(index: Int32($0))].range } ?? block.range
      try #require(
        outer.lowerBound <= row.range.lowerBound && row.range.upperBound <= outer.upperBound,
        "\(row.kind) \(row.range) is not in \(outer) of \(text)")
      let place = parent ?? inlines.count
      try #require(ends[place] <= row.range.lowerBound, "\(row.kind) \(row.range) overlaps in \(text)")
      ends[place] = row.range.upperBound
      ends[Int(id.index)] = row.range.lowerBound
      if let child = row.firstChild { try #require(inlines[child].parent == id) }
      if let next = row.next { try #require(next > id && inlines[next].parent == row.parent) }
      if row.kind == .text {
        let source = document.source[row.range]
        try #require(
          !source.isEmpty && !source.contains(10) && !source.contains(13), "\(row.range) of \(text)")
        let expected = String(decoding: source, as: UTF8.self).replacing("\0", with: "\u{FFFD}")
        try #require(inlines.text(of: id) == expected)
      } else {
        _ = inlines.text(of: id)
        _ = inlines.destination(of: id)
        _ = inlines.title(of: id)
      }
    }
    var open: [InlineID] = []
    inlines.walk { event in
      switch event {
      case .enter(let id): if inlines[id].kind.isContainer { open.append(id) }
      case .exit(let id): #expect(open.popLast() == id)
      }
    }
    try #require(open.isEmpty)
  }
}

extension HostileSample: CustomTestStringConvertible {
  /// Its name, in the list of cases.
  public var testDescription: String { name }
}
