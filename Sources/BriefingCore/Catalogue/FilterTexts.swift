import Algorithms

/// What a filter looks through, of all rows of a list: one text behind the other, in the order of the rows. Where each
/// stood beside its row, most of a key's time went by waiting for the memory of the next one.
package struct FilterTexts: Sendable {
  /// The texts of some rows that follow each other.
  private enum Block: Sendable {
    /// Those of a batch, where they stand in it: no text is there twice.
    case kept(CatalogueBatch)
    case own(OwnTexts)

    var count: Int {
      switch self {
      case .kept(let batch): batch.count
      case .own(let texts): texts.places.count
      }
    }

    func withText<Result>(at row: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
      switch self {
      case .kept(let batch): batch.withFilterText(of: row, body)
      case .own(let texts):
        texts.bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[texts.places[row]])) }
      }
    }

    /// Gives the text of each row to `body`.
    func forEach(_ body: (UnsafeRawBufferPointer) -> Void) {
      switch self {
      case .kept(let batch): batch.forEachFilterText(body)
      case .own(let texts):
        texts.bytes.withUnsafeBytes { bytes in
          for place in texts.places { body(UnsafeRawBufferPointer(rebasing: bytes[place])) }
        }
      }
    }

    /// The texts, copied where they are a batch's, to be changed.
    var own: OwnTexts {
      if case .own(let texts) = self { return texts }
      var texts = OwnTexts()
      forEach { texts.append($0) }
      return texts
    }
  }

  /// Texts that may change.
  private struct OwnTexts: Sendable {
    var bytes: [UInt8] = []
    /// Where in `bytes` each row's text is.
    var places: [Range<Int>] = []
    /// How many of the bytes are no row's any more.
    var waste = 0

    mutating func append(_ text: some Collection<UInt8>) {
      places.append(bytes.count..<bytes.count + text.count)
      bytes += text
    }

    mutating func replace(at row: Int, with text: some Collection<UInt8>) {
      waste += places[row].count
      places[row] = bytes.count..<bytes.count + text.count
      bytes += text
      if waste > bytes.count / 2 { compact() }
    }

    mutating func removeLast() { waste += places.removeLast().count }

    /// Takes no more memory than the texts need.
    mutating func compact() {
      var whole = OwnTexts()
      whole.bytes.reserveCapacity(bytes.count - waste)
      for place in places { whole.append(bytes[place]) }
      self = whole
    }
  }

  private var blocks: [Block] = []
  /// The index of each block's first text.
  private var starts: [Int] = []
  private let blockSize: Int

  /// Has no texts yet.
  ///
  /// - Parameter blockSize: Rows that come one by one and have their memory together, so that none is copied often.
  package init(blockSize: Int = 4096) { self.blockSize = blockSize }

  /// How many texts there are.
  package var count: Int { blocks.last.map { starts[starts.count - 1] + $0.count } ?? 0 }

  /// Puts a text behind all others.
  package mutating func append(_ text: some Collection<UInt8>) {
    let last = blocks.count - 1
    if last >= 0, case .own = blocks[last], blocks[last].count < blockSize {
      change(last) { $0.append(text) }
    } else {
      closeLast()
      add(.own(OwnTexts()))
      change(last + 1) { $0.append(text) }
    }
  }

  /// Puts the texts of a batch's rows behind all others, and keeps the batch.
  package mutating func append(_ batch: CatalogueBatch) {
    guard !batch.isEmpty else { return }
    closeLast()
    add(.kept(batch))
  }

  /// Puts a text in the place of another.
  package mutating func replace(at index: Int, with text: some Collection<UInt8>) {
    let number = block(of: index)
    let row = index - starts[number]
    change(number) { $0.replace(at: row, with: text) }
  }

  /// Takes a text out; the last one takes its place.
  package mutating func remove(at index: Int) {
    let last = count - 1
    guard last >= 0 else { return }
    let number = blocks.count - 1
    if index != last {
      replace(at: index, with: blocks[number].withText(at: last - starts[number]) { Array($0) })
    }
    change(number) { $0.removeLast() }
    if blocks[number].count == 0 {
      blocks.removeLast()
      starts.removeLast()
    }
  }

  /// Whether a text holds every word of a filter.
  package func fits(_ filter: CatalogueFilter, at index: Int) -> Bool {
    if filter.isEmpty { return true }
    let number = block(of: index)
    return filter.withSearch { search in
      blocks[number].withText(at: index - starts[number]) { search.fits($0) }
    }
  }

  /// Finds out which texts hold every word of a filter.
  ///
  /// - Parameters:
  ///   - fits: Whether a text does, by its index; as many as there are texts.
  ///   - isNarrower: Whether only those texts can that `fits` says so of.
  package func fit(_ filter: CatalogueFilter, _ fits: inout [Bool], isNarrower: Bool) {
    filter.withSearch { search in
      fits.withUnsafeMutableBufferPointer { fits in
        var index = 0
        for block in blocks {
          block.forEach { text in
            if !isNarrower || fits[index] { fits[index] = search.fits(text) }
            index += 1
          }
        }
      }
    }
  }

  private func block(of index: Int) -> Int { starts.partitioningIndex { $0 > index } - 1 }

  private mutating func add(_ block: Block) {
    starts.append(count)
    blocks.append(block)
  }

  /// Nothing is put behind the texts of the last block any more.
  private mutating func closeLast() {
    guard case .own? = blocks.last else { return }
    change(blocks.count - 1) { $0.compact() }
  }

  /// Changes the texts of a block in place.
  private mutating func change(_ number: Int, _ body: (inout OwnTexts) -> Void) {
    var texts = blocks[number].own
    // Nobody else has them meanwhile, so nothing is copied.
    blocks[number] = .own(OwnTexts())
    body(&texts)
    blocks[number] = .own(texts)
  }
}
