/// Some words of a segment, in the order of their bytes, as they are kept together: most words are in few sections, and
/// a row of a table for each would take longer to write than all else.
///
/// `words` has of each word its length and its bytes, the length of the row of sections that have it and that row, and
/// how many bytes its places take. `places` has the places of all of them, one after another. So what asks only
/// which sections have a word never reads a place.
struct PostingBlock {
  private(set) var words: [UInt8] = []
  private(set) var places: [UInt8] = []
  /// The first word.
  private(set) var first: [UInt8] = []

  /// Whether there is nothing in it.
  var isEmpty: Bool { words.isEmpty }

  /// Bytes of its row besides what is in it: the word with which the next row starts is not known before.
  private var byteCount: Int { first.count + words.count + places.count }

  /// Bytes that a word adds at most besides its own: three lengths.
  private static let lengthBytes = 3 * VariableInteger.longest

  /// Whether the next word should stand in another block: where the row takes no more room on the disk with it, it should
  /// not. So a word of many places, whose row begins another page, shares that page with the words behind it.
  ///
  /// - Parameters:
  ///   - word: Bytes of the next word.
  ///   - numbers: Bytes of the row of sections that have it.
  ///   - places: Bytes of its places.
  func isFull(for word: Int, numbers: Int, places: Int) -> Bool {
    guard !isEmpty else { return false }
    // Should it be the first word of the next row, this one names it.
    return byteCount + 2 * word + numbers + places + Self.lengthBytes > RowSize.filled(by: byteCount)
  }

  /// Adds a word after all others.
  mutating func append(
    _ word: UnsafeBufferPointer<UInt8>, numbers: UnsafeBufferPointer<UInt8>,
    places: UnsafeBufferPointer<UInt8>
  ) {
    if words.isEmpty { first = Array(word) }
    VariableInteger.append(UInt32(truncatingIfNeeded: word.count), to: &words)
    words.append(contentsOf: word)
    VariableInteger.append(UInt32(truncatingIfNeeded: numbers.count), to: &words)
    words.append(contentsOf: numbers)
    VariableInteger.append(UInt32(truncatingIfNeeded: places.count), to: &words)
    self.places.append(contentsOf: places)
  }

  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  /// A word of a block.
  struct Entry {
    var word: UnsafeBufferPointer<UInt8>
    var numbers: UnsafeBufferPointer<UInt8>
    /// Where its places stand among those of the block.
    var places: Range<Int>
  }

  /// Goes through the words of a block that was read from disk, and may be damaged.
  struct Reader {
    private let words: UnsafeBufferPointer<UInt8>
    private var reader: VariableIntegerReader
    private var places = 0
    /// Whether the bytes make no sense.
    private(set) var isDamaged = false

    init(_ words: UnsafeBufferPointer<UInt8>) {
      self.words = words
      reader = VariableIntegerReader(words)
    }

    /// The next word; nil after the last, and where the block is damaged.
    mutating func next() -> Entry? {
      guard !reader.isAtEnd else { return nil }
      let word = take()
      let numbers = take()
      let count = Int(reader.next())
      guard !reader.isOver else {
        isDamaged = true
        return nil
      }
      defer { places += count }
      return Entry(word: word, numbers: numbers, places: places..<places + count)
    }

    private mutating func take() -> UnsafeBufferPointer<UInt8> {
      let count = Int(reader.next())
      let start = reader.offset
      reader.skip(count)
      return reader.isOver
        ? UnsafeBufferPointer(start: nil, count: 0)
        : UnsafeBufferPointer(rebasing: words[start..<reader.offset])
    }
  }
}
