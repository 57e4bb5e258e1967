/// Tells text from other data by the bytes of a file, block by block, so that what is not text is never read whole.
///
/// Text has no NUL; CommonMark allows it and shows U+FFFD (section 2.3), so a few of them are no reason to refuse a
/// file. Binary formats are full of NULs, and even in compressed data one byte in 256 is NUL. So a file is binary as
/// soon as a block of it has more of them than `allowed(in:)`. That every block counts, and not the first
/// alone, is for files that a crash has left with a tail of NULs.
package struct TextScan {
  /// What a file is.
  package enum Kind: Hashable, Sendable {
    /// As far as was seen.
    case text
    /// Text whose byte-order mark says UTF-16: every byte may be zero.
    case utf16
    /// The same without a mark, in the order that its zeros tell: ``UnmarkedUTF16``.
    case utf16LittleEndian, utf16BigEndian
    case binary
  }

  /// Bytes of a block; the last one of a file may have less.
  static let blockSize = 64 << 10

  /// NULs of a block that are still no sign of binary data: 16, or one byte in 512 where these are more.
  private static func allowed(in count: Int) -> Int { max(16, count / 512) }

  package private(set) var kind = Kind.text
  private var isAtStart = true

  /// Has seen nothing yet.
  package init() {}

  /// Looks at the block that comes next; false once the file is known to be no text.
  package mutating func accept(_ block: UnsafeRawBufferPointer) -> Bool {
    if isAtStart {
      isAtStart = false
      if Self.isUTF16(block) {
        kind = .utf16
      } else if let isBig = UnmarkedUTF16.isBigEndian(block) {
        kind = isBig ? .utf16BigEndian : .utf16LittleEndian
      }
    }
    if kind == .text, Self.nulCount(block) > Self.allowed(in: block.count) { kind = .binary }
    return kind != .binary
  }

  /// Whether a file starts with a byte-order mark of UTF-16, and not with the one of UTF-32 that starts alike.
  private static func isUTF16(_ start: UnsafeRawBufferPointer) -> Bool {
    if start.starts(with: [0xFE, 0xFF]) { return true }
    return start.starts(with: [0xFF, 0xFE]) && !start.dropFirst(2).starts(with: [0, 0])
  }

  /// Whether bytes that are not UTF-8 are text in no other encoding either: in none does one byte in 50 control a device,
  /// and of random bytes, as compressed data are, it is one in ten. White space and Escape do not count.
  static func isBinary(_ bytes: some Sequence<UInt8>) -> Bool {
    var (count, controls) = (0, 0)
    for byte in bytes.lazy.prefix(blockSize) {
      count += 1
      if byte < 0x20 && !(0x08...0x0D ~= byte) && byte != 0x1B || byte == 0x7F { controls += 1 }
    }
    return controls > 4 && controls * 50 > count
  }

  private static func nulCount(_ bytes: UnsafeRawBufferPointer) -> Int {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var count = 0
    var at = 0
    while at &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // Seven bits and seven bits carry into a byte's high bit alone.
      count &+= (~(((word & low) &+ low) | word) & ~low).nonzeroBitCount
      at &+= 8
    }
    while at < bytes.count {
      count &+= bytes[at] == 0 ? 1 : 0
      at &+= 1
    }
    return count
  }
}
