/// A hash of bytes, the same however they are cut, as long as the program runs.
///
/// Where a large list opens, each path is hashed three times and each title twice; with the standard library's `Hasher` that
/// took longer than all else that is done for a row.
struct ByteHash {
  private var state = Self.seed
  /// Bytes that do not fill a word yet, the first one lowest, and how many there are.
  private var (rest, restCount) = (UInt64(0), 0)
  /// How many bytes there are in all.
  private var count = 0

  /// Another one in each run, so that nobody can write paths or titles that all have one hash: the standard library's own,
  /// which can be told to be always the same (`SWIFT_DETERMINISTIC_HASHING`).
  private static let seed = UInt64(bitPattern: Int64(Hasher().finalize()))

  /// The hash of what was added.
  var value: UInt64 { Self.fold(Self.fold(state ^ rest) ^ UInt64(truncatingIfNeeded: count)) }

  /// Adds bytes after those that were added before.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    count &+= bytes.count
    var at = 0
    let shift = restCount * 8
    while at + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      state = Self.fold(state ^ (rest | word << shift))
      // Nothing where the words stand as they came: a shift by 64 leaves no bit.
      rest = word >> (64 - shift)
      at += 8
    }
    while at < bytes.count {
      rest |= UInt64(bytes[at]) << (restCount * 8)
      restCount += 1
      if restCount == 8 {
        state = Self.fold(state ^ rest)
        (rest, restCount) = (0, 0)
      }
      at += 1
    }
  }

  @inline(__always)
  private static func fold(_ number: UInt64) -> UInt64 {
    let product = (number ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
