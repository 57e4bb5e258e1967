/// The postings of all words of a segment while it is made, in one piece of memory for each part.
///
/// A word has two rows of bytes. `numbers`: for each section with the word the distance from the one before, doubled,
/// odd where the word does not stand there once in the body: then its ``WordShape`` follows. `places`: for each of these
/// sections where the word stands (see ``WordPlace``); where it has more than one place, after the length of its bytes.
/// So neither which sections have a word nor how often asks for a look at places.
struct PostingArena: ~Copyable {
  private struct Cursor {
    var numbers: UInt32
    var places: UInt32
    /// The section that was added last, plus 1.
    var last: UInt32
  }

  private var cursors: [Cursor] = []
  private var starts: [(numbers: UInt32, places: UInt32)] = []
  private let numbers: UnsafeMutablePointer<UInt8>
  private let places: UnsafeMutablePointer<UInt8>
  /// How much room there is in all.
  private let size: (numbers: UInt32, places: UInt32)

  /// Makes room.
  ///
  /// - Parameters:
  ///   - counts: What each word will have at most.
  ///   - limit: Above every number that will be added, of sections and of briefings. ``append(word:number:hasShape:_:)`` writes
  ///     without a look at the room that is left, so neither this nor the counts may be too small.
  init(_ counts: [PostingBatch.Count], below limit: UInt32 = .max) {
    // A segment has at most some hundred MB of each.
    var numbers: UInt32 = 0
    var places: UInt32 = 0
    cursors.reserveCapacity(counts.count)
    starts.reserveCapacity(counts.count)
    for count in counts {
      cursors.append(Cursor(numbers: numbers, places: places, last: 0))
      starts.append((numbers, places))
      numbers += Self.room(forDistances: count.entries, below: limit) + count.shapes
      // A length for each entry with a shape, which has a byte or more; more than one byte where 128 bytes follow.
      places += count.bytes + min(count.entries, count.shapes) + count.bytes / 64
    }
    size = (numbers, places)
    self.numbers = .allocate(capacity: max(1, Int(numbers)))
    self.places = .allocate(capacity: max(1, Int(places)))
  }

  /// Bytes that so many distances take at most which add up to no more than `limit`: of those that need two bytes each is
  /// 64 or more, so there are few of them. Room that is never used would still part what is.
  private static func room(forDistances count: UInt32, below limit: UInt32) -> UInt32 {
    var room = count
    for bits in stride(
      from: VariableInteger.bits - 1, to: UInt32(UInt32.bitWidth), by: Int(VariableInteger.bits))
    {
      room += min(count, limit >> bits)
    }
    return room
  }

  deinit {
    numbers.deallocate()
    places.deallocate()
  }

  /// Adds that a word stands in a section, or in a briefing's metadata.
  ///
  /// - Parameters:
  ///   - number: Greater than that of any section of the word before.
  ///   - hasShape: Whether its shape stands before its places; without one it is plain.
  ///   - bytes: Its shape and its places.
  @inline(__always)
  mutating func append(word: Int, number: UInt32, hasShape: Bool, _ bytes: UnsafeBufferPointer<UInt8>) {
    var reader = VariableIntegerReader(bytes)
    let isMultiple = hasShape && WordShape(&reader).total > 1
    let shape = reader.offset
    cursors.withUnsafeMutableBufferPointer { cursors in
      var cursor = cursors[word]
      let distance = number &+ 1 &- cursor.last
      cursor.last = number &+ 1
      let written = VariableInteger.write(
        distance << 1 | (hasShape ? 1 : 0), to: numbers + Int(cursor.numbers))
      cursor.numbers &+= UInt32(truncatingIfNeeded: written)
      let number = numbers + Int(cursor.numbers)
      for index in 0..<shape { number[index] = bytes[index] }
      cursor.numbers &+= UInt32(truncatingIfNeeded: shape)
      if isMultiple {
        let written = VariableInteger.write(
          UInt32(truncatingIfNeeded: bytes.count &- shape), to: places + Int(cursor.places))
        cursor.places &+= UInt32(truncatingIfNeeded: written)
      }
      let place = places + Int(cursor.places)
      for index in shape..<bytes.count { place[index &- shape] = bytes[index] }
      cursor.places &+= UInt32(truncatingIfNeeded: bytes.count &- shape)
      cursors[word] = cursor
    }
    assert(isWithinRoom(word), "the counts of a word were too small")
  }

  /// Whether a word's bytes end before those of the next one start.
  private func isWithinRoom(_ word: Int) -> Bool {
    let end = word + 1 < starts.count ? starts[word + 1] : size
    return cursors[word].numbers <= end.numbers && cursors[word].places <= end.places
  }

  /// Gives what was added of a word to `body`; nothing where the word is in no section.
  func withPostings<Result>(
    of word: Int,
    _ body: (_ numbers: UnsafeBufferPointer<UInt8>, _ places: UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let (start, end) = (starts[word], cursors[word])
    return try body(
      UnsafeBufferPointer(start: numbers + Int(start.numbers), count: Int(end.numbers - start.numbers)),
      UnsafeBufferPointer(start: places + Int(start.places), count: Int(end.places - start.places)))
  }
}
