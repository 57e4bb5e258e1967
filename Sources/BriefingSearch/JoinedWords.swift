/// Words that are written as one with a sign between, as one: `f35` of `F-35`. In the order of their positions.
///
/// They stand one after another in one array, for a text can be nothing else.
public struct JoinedWords: Hashable, Sendable, Sequence {
  /// Words in one.
  public struct Element: Hashable, Sendable {
    /// Folded UTF-8.
    public var word: ArraySlice<UInt8>
    /// The position of the last of its parts.
    public var position: Int

    /// Whether it is a word.
    public func isWord(_ other: some Sequence<UInt8>) -> Bool { word.elementsEqual(other) }
  }

  /// Of each how far it is from the one before, in sevens of bits, the lowest first, its length in a byte, and its bytes.
  private var bytes: [UInt8] = []
  private var last = 0
  /// How many there are.
  public private(set) var count = 0

  /// Bytes of a word at most; none that is longer is joined.
  static let longest = 255

  /// Makes none.
  init() {}

  /// About how much memory they take.
  var byteCount: Int { bytes.count }

  /// Adds one after all others.
  mutating func append(_ word: some Collection<UInt8>, position: Int) {
    var distance = position - last
    while distance >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: distance) | 0x80)
      distance >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: distance))
    let word = word.prefix(Self.longest)
    bytes.append(UInt8(truncatingIfNeeded: word.count))
    bytes.append(contentsOf: word)
    last = position
    count += 1
  }

  /// Those before a position.
  func prefix(before end: Int) -> JoinedWords {
    var words = JoinedWords()
    for joined in self where joined.position < end { words.append(joined.word, position: joined.position) }
    return words
  }

  /// Goes through them from the first one.
  public func makeIterator() -> Iterator { Iterator(bytes: bytes) }

  /// Goes through the words.
  public struct Iterator: IteratorProtocol {
    fileprivate let bytes: [UInt8]
    private var at = 0
    private var position = 0

    fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

    /// The next word; nil after the last.
    public mutating func next() -> Element? {
      guard at < bytes.count else { return nil }
      var shift = 0
      while bytes[at] >= 0x80 {
        position += Int(bytes[at] & 0x7F) << shift
        shift += 7
        at += 1
      }
      position += Int(bytes[at]) << shift
      let start = at + 2
      at = start + Int(bytes[at + 1])
      return Element(word: bytes[start..<at], position: position)
    }
  }
}
