/// Numbers words from 0 in the order in which they are first met.
///
/// It is asked for every word of a library: the bytes of the words stand one behind the other, and no word is an
/// object.
struct WordTable: Sendable {
  /// A word that has a number.
  private struct Entry {
    var start: Int32
    var length: Int32
    var hash: UInt64
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Numbers of words plus 1, 0 where there is none; a power of two of them, at most half of them taken.
  private var slots: [Int32]
  /// Chosen at random, so that nobody can write words that all fall into one slot.
  private static let seed = UInt64.random(in: .min ... .max) | 1

  /// Makes a table without words.
  ///
  /// - Parameter capacity: About how many words are expected.
  init(capacity: Int = 1 << 11) {
    var count = 16
    while count < capacity * 2 { count *= 2 }
    slots = Array(repeating: 0, count: count)
  }

  /// How many words have a number.
  var count: Int { entries.count }

  /// The bytes of a word.
  subscript(number: Int) -> ArraySlice<UInt8> {
    let entry = entries[number]
    return bytes[Int(entry.start)..<Int(entry.start + entry.length)]
  }

  /// Gives the bytes of a word to `body`.
  func withWord<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
    -> Result
  {
    let entry = entries[number]
    return try bytes.withUnsafeBufferPointer {
      try body(
        UnsafeBufferPointer(rebasing: $0[Int(entry.start)..<Int(entry.start + entry.length)]))
    }
  }

  /// The number of a word; a new one where it has none.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int { number(of: word, hash: Self.hash(word)) }

  /// The numbers of all words of another table, in the order of that one's numbers.
  mutating func numbers(of other: WordTable) -> [UInt32] {
    other.bytes.withUnsafeBufferPointer { text in
      other.entries.map { entry in
        let word = UnsafeBufferPointer(
          rebasing: text[Int(entry.start)..<Int(entry.start + entry.length)])
        return UInt32(truncatingIfNeeded: number(of: word, hash: entry.hash))
      }
    }
  }

  private mutating func number(of word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      let entry = entries[number]
      if entry.hash == hash, Int(entry.length) == word.count, equals(word, at: Int(entry.start)) {
        return number
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(truncatingIfNeeded: entries.count + 1)
    entries.append(
      Entry(
        start: Int32(truncatingIfNeeded: bytes.count), length: Int32(truncatingIfNeeded: word.count),
        hash: hash))
    bytes.append(contentsOf: word)
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
  }

  private func equals(_ word: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<word.count where bytes[start &+ offset] != word[offset] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: index + 1)
    }
  }

  /// The numbers of the words in the order of the words' bytes.
  var sortedNumbers: [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      func word(_ number: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        let entry = entries[number]
        return bytes[Int(entry.start)..<Int(entry.start + entry.length)]
      }
      // The first eight bytes as a number decide nearly always.
      return entries.indices
        .map { (prefix: Self.prefix(word($0)), number: $0) }
        .sorted { a, b in
          a.prefix != b.prefix
            ? a.prefix < b.prefix : word(a.number).lexicographicallyPrecedes(word(b.number))
        }
        .map(\.number)
    }
  }

  private static func prefix(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var prefix: UInt64 = 0
    for byte in word.prefix(8) { prefix = prefix << 8 | UInt64(byte) }
    return prefix << UInt64(8 * (8 - min(8, word.count)))
  }

  /// Eight bytes at a time, multiplied and folded: good enough to spread words, and fast on short ones.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(word)
    var hash = seed ^ UInt64(truncatingIfNeeded: word.count)
    func mix(_ value: UInt64) {
      let product = (hash ^ value).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low
    }
    var at = 0
    while at + 8 <= raw.count {
      mix(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    while at < raw.count {
      rest = rest << 8 | UInt64(raw[at])
      at += 1
    }
    mix(rest)
    mix(seed)
    return hash
  }
}
