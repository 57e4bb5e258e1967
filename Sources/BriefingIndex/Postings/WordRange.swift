/// Words whose bytes come at or after those of one and before those of another.
struct WordRange: Hashable, Sendable {
  /// The first word that is in it; empty where it starts with the first of all.
  let lower: [UInt8]
  /// The first word after it; nil where there is none.
  let upper: [UInt8]?
  /// The first eight bytes of these as numbers, which nearly always decide.
  private let (lowerPrefix, upperPrefix): (UInt64, UInt64)

  /// All words.
  static let all = WordRange(from: [], to: nil)

  /// The words from one up to another.
  init(from lower: [UInt8], to upper: [UInt8]?) {
    self.lower = lower
    self.upper = upper
    (lowerPrefix, upperPrefix) = (WordTable.prefix(lower), upper.map(WordTable.prefix) ?? .max)
  }

  /// Whether every word is in it.
  @inline(__always)
  var isAll: Bool { lower.isEmpty && upper == nil }

  /// Whether a word is in it.
  func contains(_ word: some RandomAccessCollection<UInt8>) -> Bool {
    let prefix = WordTable.prefix(word)
    if prefix < lowerPrefix || prefix > upperPrefix { return false }
    if prefix == lowerPrefix, word.lexicographicallyPrecedes(lower) { return false }
    guard prefix == upperPrefix, let upper else { return true }
    return word.lexicographicallyPrecedes(upper)
  }
}
