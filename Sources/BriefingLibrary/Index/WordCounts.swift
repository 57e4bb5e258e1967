import BriefingSearch

/// In how many sections each of some words is.
///
/// A table of its own, since it is asked for every word of the library: the bytes of the words stand one behind the
/// other, and no word is an object.
struct WordCounts: Sendable {
  private struct Entry {
    var start: Int32
    var length: Int32
    var hash: UInt64
    var sections: Int32
    /// The last section that was counted, so that none counts twice.
    var last: Int32
    /// Whether an English briefing has it.
    var isEnglish: Bool
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Indices of entries plus 1, 0 where there is none; a power of two of them, at most half of them taken.
  private var slots: [Int32]
  /// Chosen at random, so that nobody can write words that all fall into one slot.
  private static let seed = UInt64.random(in: .min ... .max) | 1

  init() { slots = Array(repeating: 0, count: 1 << 12) }

  /// Counts a section's words.
  ///
  /// - Parameter number: Tells the section from all others that are counted here.
  mutating func add(_ line: WordLine, section number: Int32, isEnglish: Bool) {
    line.bytes.withUnsafeBufferPointer { text in
      WordLine.forEachPosition(of: text) { range in
        if range.count == 1, text[range.lowerBound] == WordLine.border { return }
        let index = self.index(of: UnsafeBufferPointer(rebasing: text[range]))
        if entries[index].last != number {
          entries[index].last = number
          entries[index].sections += 1
        }
        if isEnglish { entries[index].isEnglish = true }
      }
    }
  }

  /// Adds the counts of other sections.
  mutating func add(_ other: WordCounts) {
    other.bytes.withUnsafeBufferPointer { text in
      for entry in other.entries {
        let index = self.index(
          of: UnsafeBufferPointer(rebasing: text[Int(entry.start)..<Int(entry.start + entry.length)]),
          hash: entry.hash)
        entries[index].sections += entry.sections
        if entry.isEnglish { entries[index].isEnglish = true }
      }
    }
  }

  /// The words in the order of their bytes.
  var sorted: [(word: String, sections: Int, isEnglish: Bool)] {
    bytes.withUnsafeBufferPointer { bytes in
      func word(_ entry: Entry) -> Slice<UnsafeBufferPointer<UInt8>> {
        bytes[Int(entry.start)..<Int(entry.start + entry.length)]
      }
      return entries.sorted { word($0).lexicographicallyPrecedes(word($1)) }
        .map { (String(decoding: word($0), as: UTF8.self), Int($0.sections), $0.isEnglish) }
    }
  }

  private mutating func index(of word: UnsafeBufferPointer<UInt8>) -> Int {
    index(of: word, hash: Self.hash(word))
  }

  /// The entry of a word; a new one where it has none.
  private mutating func index(of word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot] - 1)
      let entry = entries[index]
      if entry.hash == hash, Int(entry.length) == word.count, equals(word, at: Int(entry.start)) {
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(entries.count + 1)
    entries.append(
      Entry(
        start: Int32(bytes.count), length: Int32(word.count), hash: hash, sections: 0, last: -1,
        isEnglish: false))
    bytes.append(contentsOf: word)
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
  }

  private func equals(_ word: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<word.count where bytes[start + offset] != word[offset] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index + 1)
    }
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
