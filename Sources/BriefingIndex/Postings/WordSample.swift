/// Some of the different words of a text, chosen by their hashes: so each is as likely to be among them as any other,
/// however often it stands there. They tell about how many different words there are, and where to part them.
struct WordSample {
  private var words: [UInt64: [UInt8]] = [:]
  /// A word is chosen where so many of the highest bits of its hash are 0.
  private var level = 0

  /// Words that are kept at most.
  private static let limit = 4096

  /// What a word takes in a table and in the arena of its postings, besides its bytes.
  private static let wordMemory = 88

  /// About how much memory the different words take that were added, while their postings are made.
  var memory: Int { words.values.reduce(0) { $0 + $1.count + Self.wordMemory } << level }

  /// Adds a word.
  mutating func add(_ word: UnsafeBufferPointer<UInt8>) {
    let hash = WordTable.hash(word)
    guard hash.leadingZeroBitCount >= level, words[hash] == nil else { return }
    words[hash] = Array(word)
    while words.count > Self.limit {
      level += 1
      words = words.filter { [level] in $0.key.leadingZeroBitCount >= level }
    }
  }

  /// Ranges of words, in order, that have about equally many of these words; together they have all that there are.
  func ranges(_ count: Int) -> [WordRange] {
    let sorted = words.values.sorted { $0.lexicographicallyPrecedes($1) }
    let starts = (1..<max(1, min(count, sorted.count))).map { sorted[$0 * sorted.count / count] }
    let bounds = [[]] + starts.map(Optional.some) + [nil]
    return zip(bounds, bounds.dropFirst()).map { WordRange(from: $0 ?? [], to: $1) }
  }
}
