/// The postings of all words of a segment while it is made, in one piece of memory for each part.
///
/// A word has two rows of bytes. `numbers`: for each section with the word the distance from the one before, doubled,
/// odd where the word does not stand there once in the body: then its ``WordShape`` follows. `places`: for each of these
/// sections where the word stands (see ``WordPlace``); where it has more than one place, behind the length of its bytes.
/// So neither which sections have a word nor how often asks for a look at places.
struct PostingArena: ~Copyable {
  private struct Cursor {
    var numbers: Int
    var places: Int
    /// The section that was added last, plus 1.
    var last: UInt32
  }

  private var cursors: [Cursor] = []
  private var starts: [(numbers: Int, places: Int)] = []
  private let numbers: UnsafeMutablePointer<UInt8>
  private let places: UnsafeMutablePointer<UInt8>

  /// Makes room.
  ///
  /// - Parameter counts: What each word will have at most.
  init(_ counts: [PostingCount]) {
    var numbers = 0
    var places = 0
    let longest = VariableInteger.longest
    cursors.reserveCapacity(counts.count)
    starts.reserveCapacity(counts.count)
    for count in counts {
      cursors.append(Cursor(numbers: numbers, places: places, last: 0))
      starts.append((numbers, places))
      numbers += count.entries * longest + count.shapes
      places += count.bytes + count.entries * longest
    }
    self.numbers = .allocate(capacity: max(1, numbers))
    self.places = .allocate(capacity: max(1, places))
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
      cursor.numbers &+= VariableInteger.write(
        distance << 1 | (hasShape ? 1 : 0), to: numbers + cursor.numbers)
      for index in 0..<shape { numbers[cursor.numbers &+ index] = bytes[index] }
      cursor.numbers &+= shape
      if isMultiple {
        cursor.places &+= VariableInteger.write(
          UInt32(truncatingIfNeeded: bytes.count &- shape), to: places + cursor.places)
      }
      let place = places + cursor.places
      for index in shape..<bytes.count { place[index &- shape] = bytes[index] }
      cursor.places &+= bytes.count &- shape
      cursors[word] = cursor
    }
  }

  /// Gives what was added of a word to `body`; nothing where the word is in no section.
  func withPostings<Result>(
    of word: Int,
    _ body: (_ numbers: UnsafeBufferPointer<UInt8>, _ places: UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let (start, end) = (starts[word], cursors[word])
    return try body(
      UnsafeBufferPointer(start: numbers + start.numbers, count: end.numbers - start.numbers),
      UnsafeBufferPointer(start: places + start.places, count: end.places - start.places))
  }
}

/// How much room a word needs.
struct PostingCount: Sendable {
  /// Sections with the word, or briefings in whose metadata it stands.
  var entries = 0
  /// Bytes of its shapes and places.
  var bytes = 0
  /// Those of its shapes.
  var shapes = 0

  static func += (count: inout PostingCount, more: PostingCount) {
    count.entries += more.entries
    count.bytes += more.bytes
    count.shapes += more.shapes
  }
}
