/// Bits for each of some thousand words, found by one look at most words of a text.
struct WordBits: Sendable {
  /// A power of two of them; a hash of 0 says that one is free.
  private var slots: [(hash: UInt64, bits: UInt64)] = Array(repeating: (0, 0), count: 1 << 13)

  /// A bit for each of many more places, set where a word has it: few kilobytes, and most words have none, so they need no
  /// look at the slots.
  private var marks: [UInt64] = Array(repeating: 0, count: 1 << 9)

  /// The hash of no byte.
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of a word that goes on with a byte.
  @inline(__always)
  static func next(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// The bits of the word with a hash; 0 where it has none. Words of one hash are one word, which of the common ones
  /// are none, and of all others too few to tell anything.
  @inline(__always)
  subscript(hash: UInt64) -> UInt64 {
    guard marks[Self.mark(hash).index] & Self.mark(hash).bit != 0 else { return 0 }
    var place = Self.place(hash)
    while slots[place].hash != 0 {
      if slots[place].hash == hash { return slots[place].bits }
      place = (place + 1) & (slots.count - 1)
    }
    return 0
  }

  /// Adds bits to a word.
  mutating func insert(_ word: String, _ bits: UInt64) {
    let hash = word.utf8.reduce(Self.start) { Self.next($0, $1) }
    var place = Self.place(hash)
    while slots[place].hash != 0, slots[place].hash != hash { place = (place + 1) & (slots.count - 1) }
    slots[place] = (hash, slots[place].bits | bits)
    marks[Self.mark(hash).index] |= Self.mark(hash).bit
  }

  @inline(__always)
  private static func mark(_ hash: UInt64) -> (index: Int, bit: UInt64) {
    (Int(truncatingIfNeeded: hash >> 40 & (1 << 9 - 1)), 1 << (hash >> 49 & 63))
  }

  @inline(__always)
  private static func place(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 29) & (1 << 13 - 1)
  }
}
