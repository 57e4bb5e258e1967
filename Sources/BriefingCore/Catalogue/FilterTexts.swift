/// What a filter looks through, of all rows of a list: one text behind the other, in the order of the rows. Where each
/// stood beside its row, most of a key's time went by waiting for the memory of the next one.
package struct FilterTexts: Sendable {
  /// The texts of some rows that follow each other.
  private struct Block: Sendable {
    var bytes: [UInt8] = []
    /// Where in `bytes` each row's text is.
    var places: [Range<Int>] = []
    /// How many of the bytes are no row's any more.
    var waste = 0

    mutating func append(_ text: some Collection<UInt8>) {
      places.append(bytes.count..<bytes.count + text.count)
      bytes += text
    }

    /// Takes no more memory than the texts need.
    mutating func compact() {
      var whole = Block()
      whole.bytes.reserveCapacity(bytes.count - waste)
      for place in places { whole.append(bytes[place]) }
      self = whole
    }
  }

  private var blocks: [Block] = []
  private let blockSize: Int

  /// Has no texts yet.
  ///
  /// - Parameter blockSize: Rows that have their memory together, so that none is copied often.
  package init(blockSize: Int = 4096) { self.blockSize = blockSize }

  /// How many texts there are.
  package var count: Int {
    blocks.last.map { (blocks.count - 1) * blockSize + $0.places.count } ?? 0
  }

  /// Puts a text behind all others.
  package mutating func append(_ text: some Collection<UInt8>) {
    if blocks.last?.places.count ?? blockSize == blockSize {
      if !blocks.isEmpty { blocks[blocks.count - 1].compact() }
      blocks.append(Block())
    }
    blocks[blocks.count - 1].append(text)
  }

  /// Puts a text in the place of another.
  package mutating func replace(at index: Int, with text: some Collection<UInt8>) {
    let (number, row) = index.quotientAndRemainder(dividingBy: blockSize)
    let start = blocks[number].bytes.count
    blocks[number].bytes += text
    blocks[number].waste += blocks[number].places[row].count
    blocks[number].places[row] = start..<blocks[number].bytes.count
    if blocks[number].waste > blocks[number].bytes.count / 2 { blocks[number].compact() }
  }

  /// Takes a text out; the last one takes its place.
  package mutating func remove(at index: Int) {
    guard let block = blocks.last, let place = block.places.last else { return }
    if index != count - 1 { replace(at: index, with: Array(block.bytes[place])) }
    let last = blocks.count - 1
    blocks[last].places.removeLast()
    blocks[last].waste += place.count
    if blocks[last].places.isEmpty { blocks.removeLast() }
  }

  /// Whether a text holds every word of a filter.
  package func fits(_ filter: CatalogueFilter, at index: Int) -> Bool {
    if filter.isEmpty { return true }
    let (number, row) = index.quotientAndRemainder(dividingBy: blockSize)
    return filter.withSearch { search in
      blocks[number].bytes.withUnsafeBytes { bytes in
        search.fits(UnsafeRawBufferPointer(rebasing: bytes[blocks[number].places[row]]))
      }
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
          block.bytes.withUnsafeBytes { bytes in
            for place in block.places {
              if !isNarrower || fits[index] {
                fits[index] = search.fits(UnsafeRawBufferPointer(rebasing: bytes[place]))
              }
              index += 1
            }
          }
        }
      }
    }
  }
}
