import BriefingSearch

/// Numbers words from 0 in the order in which they are first met.
///
/// It is asked for every word of a library, and what it takes is the time that memory needs to answer. So no word is an
/// object, and a short one, as most are, is found by one look.
struct WordTable: Sendable {
  /// A word that has a number.
  private struct Entry {
    var start: Int32
    var length: Int32
    var key: UInt64
  }

  /// A place of the table; a key of 0 says that it is free.
  private struct Slot {
    var key: UInt64 = 0
    var number: Int32 = 0
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// A power of two of them, at most half of them taken; none where the table is finished.
  private var slots: [Slot]
  /// Chosen at random, so that nobody can write words that all fall into one slot.
  private static let programSeed = UInt64.random(in: .min ... .max) | 1
  /// The same for all tables. In each of them: what is static and made at run time is asked for at every use whether it
  /// is there.
  private let seed = Self.programSeed

  /// Makes a table without words.
  ///
  /// - Parameter capacity: About how many words are expected.
  init(capacity: Int = 1 << 11) {
    slots = Array(repeating: Slot(), count: Self.slotCount(of: capacity))
  }

  /// Gives back what only the finding of words needs; they are still found, which takes it again.
  mutating func finish() { slots = [] }

  /// Bytes of a word at most: of what is longer the beginning stands for all. People neither write nor type such words,
  /// but a database has its limits.
  static let longest = 1024

  /// How many bytes all words have.
  var byteCount: Int { bytes.count }

  /// About how much memory it takes.
  var memory: Int {
    bytes.count + entries.count * MemoryLayout<Entry>.stride + slots.count * MemoryLayout<Slot>.stride
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
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    number(of: word, key: Self.key(word, seed))
  }

  /// Calls `found` with the number of each word of a line that is in a range, with its 0-based position, borders counted.
  ///
  /// Most words are shorter than eight bytes: one look at eight bytes finds where such a word ends, and is its key.
  @inline(__always)
  mutating func forEachNumber(
    of line: WordLine, in range: WordRange = .all, _ found: (_ number: Int, _ position: Int) -> Void
  ) {
    let isAll = range.isAll
    line.bytes.withUnsafeBytes { text in
      var at = 0
      var position = 0
      while at < text.count {
        var length = 8
        var key: UInt64 = 0
        if at + 8 <= text.count {
          let bytes = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
          // The lowest byte that is a space has its highest bit set.
          let spaces = bytes ^ 0x2020_2020_2020_2020
          let ends = (spaces &- 0x0101_0101_0101_0101) & ~spaces & 0x8080_8080_8080_8080
          length = ends.trailingZeroBitCount >> 3
          key = bytes & (1 &<< UInt64(truncatingIfNeeded: length &* 8) &- 1)
        }
        if length == 8 {
          // Longer than that, or near the end.
          var end = at + 8 <= text.count ? at + 8 : at
          while end < text.count, text[end] != UInt8(ascii: " ") { end &+= 1 }
          let word = UnsafeRawBufferPointer(rebasing: text[at..<min(end, at + Self.longest)])
          if word.count != 1 || word[0] != WordLine.border, isAll || range.contains(word) {
            found(number(of: word.bindMemory(to: UInt8.self)), position)
          }
          at = end + 1
        } else {
          if length != 1 || key != UInt64(WordLine.border) {
            let word = UnsafeRawBufferPointer(rebasing: text[at..<at + length])
            if isAll || range.contains(word) {
              found(
                number(of: word.bindMemory(to: UInt8.self), key: Self.key(key, length: length)), position)
            }
          }
          at += length + 1
        }
        position += 1
      }
    }
  }

  /// The numbers of all words of another table, in the order of that one's numbers.
  mutating func numbers(of other: WordTable) -> [UInt32] {
    other.bytes.withUnsafeBufferPointer { text in
      other.entries.map { entry in
        let word = UnsafeBufferPointer(
          rebasing: text[Int(entry.start)..<Int(entry.start + entry.length)])
        return UInt32(truncatingIfNeeded: number(of: word, key: entry.key))
      }
    }
  }

  @inline(__always)
  private mutating func number(of word: UnsafeBufferPointer<UInt8>, key: UInt64) -> Int {
    if slots.isEmpty { makeSlots(Self.slotCount(of: entries.count)) }
    let (place, number) = find(word, key: key)
    return number ?? add(word, key: key, at: place)
  }

  /// The number of a word, nil where it has none, and the slot that has it or is to have it.
  @inline(__always)
  private func find(_ word: UnsafeBufferPointer<UInt8>, key: UInt64) -> (place: Int, number: Int?) {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count &- 1
      var place = Int(truncatingIfNeeded: Self.fold(key, seed, seed)) & mask
      while slots[place].key != 0 {
        let slot = slots[place]
        if slot.key == key, key & Self.isHash == 0 || equals(word, entries[Int(slot.number)]) {
          return (place, Int(slot.number))
        }
        place = (place &+ 1) & mask
      }
      return (place, nil)
    }
  }

  private mutating func add(_ word: UnsafeBufferPointer<UInt8>, key: UInt64, at place: Int) -> Int {
    slots[place] = Slot(key: key, number: Int32(truncatingIfNeeded: entries.count))
    entries.append(
      Entry(
        start: Int32(truncatingIfNeeded: bytes.count), length: Int32(truncatingIfNeeded: word.count),
        key: key))
    bytes.append(contentsOf: word)
    if entries.count * 2 > slots.count { makeSlots(slots.count * 2) }
    return entries.count - 1
  }

  /// Whether an entry has these bytes; only of words with a hash, which have eight at least.
  private func equals(_ word: UnsafeBufferPointer<UInt8>, _ entry: Entry) -> Bool {
    guard Int(entry.length) == word.count else { return false }
    let word = UnsafeRawBufferPointer(word)
    return bytes.withUnsafeBytes { bytes in
      func differs(_ at: Int) -> Bool {
        word.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          != bytes.loadUnaligned(fromByteOffset: Int(entry.start) &+ at, as: UInt64.self)
      }
      for at in stride(from: 0, through: word.count - 8, by: 8) where differs(at) { return false }
      return !differs(word.count - 8)
    }
  }

  /// How many places a table of so many words has.
  private static func slotCount(of words: Int) -> Int {
    var count = 16
    while count < words * 2 { count *= 2 }
    return count
  }

  private mutating func makeSlots(_ count: Int) {
    slots = Array(repeating: Slot(), count: count)
    for (number, entry) in entries.enumerated() {
      var place = Int(truncatingIfNeeded: Self.fold(entry.key, seed, seed)) & (slots.count - 1)
      while slots[place].key != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = Slot(key: entry.key, number: Int32(truncatingIfNeeded: number))
    }
  }

  /// The numbers of the words in the order of the words' bytes.
  var sortedNumbers: [UInt32] {
    bytes.withUnsafeBufferPointer { bytes in
      func word(_ number: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        let entry = entries[number]
        return bytes[Int(entry.start)..<Int(entry.start + entry.length)]
      }
      // The first eight bytes as a number decide nearly always.
      var order = entries.indices.map { (prefix: Self.prefix(word($0)), number: UInt32($0)) }
      // In place: there may be millions.
      order.sort { a, b in
        a.prefix != b.prefix
          ? a.prefix < b.prefix : word(Int(a.number)).lexicographicallyPrecedes(word(Int(b.number)))
      }
      return order.map(\.number)
    }
  }

  /// The first eight bytes of a word as a number, zeros after a shorter one: words come in its order, but for those that
  /// begin alike.
  @inline(__always)
  static func prefix(_ word: some Collection<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for byte in word.prefix(8) { prefix = prefix << 8 | UInt64(byte) }
    return prefix << UInt64(8 * (8 - min(8, word.count)))
  }

  // MARK: Keys

  /// A hash of a word, the same as long as the program runs.
  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let seed = programSeed
    return fold(key(word, seed), seed, seed)
  }

  /// Says of a key that it is a hash, and that the words have to be compared.
  private static let isHash: UInt64 = 1 << 63

  /// The key of a word of up to seven bytes, the first of them the lowest; the length stands above them.
  @inline(__always)
  private static func key(_ bytes: UInt64, length: Int) -> UInt64 {
    bytes | UInt64(truncatingIfNeeded: length &+ 1) << 56
  }

  /// What stands for a word: up to seven bytes the word itself, below its length; else a hash of it. Never 0.
  private static func key(_ word: UnsafeBufferPointer<UInt8>, _ seed: UInt64) -> UInt64 {
    let raw = UnsafeRawBufferPointer(word)
    guard raw.count > 7 else {
      var bytes: UInt64 = 0
      for index in raw.indices.reversed() { bytes = bytes << 8 | UInt64(raw[index]) }
      return key(bytes, length: raw.count)
    }
    var hash = seed ^ UInt64(truncatingIfNeeded: raw.count)
    var at = 0
    while at + 8 <= raw.count {
      hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self), 0x9E37_79B9_7F4A_7C15, seed)
      at += 8
    }
    // The last eight bytes, some of them for the second time.
    let rest = raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
    return fold(hash ^ rest, 0x9E37_79B9_7F4A_7C15, seed) | isHash
  }

  /// Multiplies and folds: good enough to spread words.
  @inline(__always)
  private static func fold(_ number: UInt64, _ factor: UInt64, _ seed: UInt64) -> UInt64 {
    let product = (number ^ seed).multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }
}
