/// Folds what most text is, letters and digits with single spaces between words, eight bytes at a time: as words, it
/// is the same but for capitals.
struct Prose {
  /// Where to try next.
  private(set) var next = 0
  private let text: UnsafeRawBufferPointer
  private let room: UnsafeMutableRawBufferPointer

  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let low = ~high

  init(_ text: UnsafeBufferPointer<UInt8>, _ room: UnsafeMutableBufferPointer<UInt8>) {
    self.text = UnsafeRawBufferPointer(text)
    self.room = UnsafeMutableRawBufferPointer(room)
  }

  /// Writes as many of the eight bytes at `at` as words as come before anything else, up to nine bytes of room, and returns
  /// how many these are.
  ///
  /// - Parameters:
  ///   - count: Bytes of room that are taken.
  ///   - gap: 1 where no word goes on, else 0.
  @inline(__always)
  mutating func add(_ at: Int, _ limit: Int, _ count: inout Int, _ words: inout Int, _ gap: inout Int) -> Int
  {
    next = at &+ 8
    guard next <= limit else { return 0 }
    let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    // The high bit of each byte says whether it is of the kind: seven bits and at most seven bits carry no further.
    let bits = word & Self.low
    let small = bits | 0x2020_2020_2020_2020
    let letters = (small &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(small &+ 0x0505_0505_0505_0505) & Self.high
    let digits = (bits &+ 0x5050_5050_5050_5050) & ~(bits &+ 0x4646_4646_4646_4646)
    var spaces = ~((bits ^ 0x2020_2020_2020_2020) &+ Self.low) & Self.high
    let others = ~(letters | digits | spaces) | word
    let doubles = spaces & (spaces << 8 | UInt64(truncatingIfNeeded: gap) << 7)
    var length = 8
    let ends = others & Self.high | doubles
    if ends != 0 {
      length = ends.trailingZeroBitCount &>> 3
      // The byte that ends the words, and a space after it, are no prose.
      next = at &+ length &+ 2
      guard length > 0 else { return 0 }
      spaces &= (1 &<< UInt64(truncatingIfNeeded: length &<< 3)) &- 1
    }
    room[count] = 0x20
    count &+= gap
    // Bit 5 tells small letters from capitals, and is bit 7 two places lower.
    room.storeBytes(of: (word | letters >> 2).littleEndian, toByteOffset: count, as: UInt64.self)
    // A space at the end waits for the next word.
    let last = Int(truncatingIfNeeded: spaces &>> UInt64(truncatingIfNeeded: length &<< 3 &- 1) & 1)
    count &+= length &- last
    words &+= gap &+ spaces.nonzeroBitCount &- last
    gap = last
    return length
  }
}
