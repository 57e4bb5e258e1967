/// Words of a line as their author wrote them, in small letters, where folding leaves less of them: `häuser` of `Häuser`,
/// which is folded to `hauser`. Stems are those of these.
public struct WrittenWords: Hashable, Sendable {
  private var bytes: [UInt8] = []
  /// For each word its position in the line, and where its bytes end.
  private var words: [Word] = []

  private struct Word: Hashable {
    var position: UInt32
    var end: UInt32
  }

  /// Makes an empty list.
  public init() {}

  /// How many words there are.
  public var count: Int { words.count }

  /// The position in the line of one of them, which are in order, counted from 0.
  public func position(_ index: Int) -> Int { Int(words[index].position) }

  /// The bytes of one of them, UTF-8.
  public subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : Int(words[index - 1].end))..<Int(words[index].end)]
  }

  /// Adds a word that stands after all others.
  mutating func append(_ word: some Collection<UInt8>, position: Int) {
    bytes.append(contentsOf: word)
    words.append(
      Word(position: UInt32(truncatingIfNeeded: position), end: UInt32(truncatingIfNeeded: bytes.count)))
  }

  /// Removes the words from a position on.
  mutating func removeAll(from position: Int) {
    let kept = words.prefix { $0.position < position }.count
    words.removeLast(words.count - kept)
    bytes.removeLast(bytes.count - Int(words.last?.end ?? 0))
  }
}
