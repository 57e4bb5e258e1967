/// Turns byte offsets into line numbers, going forward: each byte is looked at once.
package struct SourceLines {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The 1-based line of an offset that is no smaller than the one asked for before. LF, CR and CRLF end lines.
  package mutating func line(at target: Int) -> Int {
    let end = min(target, bytes.count)
    guard offset < end else { return line }
    line += bytes.withUnsafeBytes { Self.lineEnds(in: $0, offset..<end) }
    offset = end
    return line
  }

  /// How many lines end in a range of bytes; a CRLF ends one where its LF is.
  static func lineEnds(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
    var feeds = 0
    var returns = 0
    var at = range.lowerBound
    while at &+ 8 <= range.upperBound {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      feeds &+= zeroCount(word ^ 0x0A0A_0A0A_0A0A_0A0A)
      returns &+= zeroCount(word ^ 0x0D0D_0D0D_0D0D_0D0D)
      at &+= 8
    }
    for at in at..<range.upperBound {
      feeds &+= bytes[at] == 0x0A ? 1 : 0
      returns &+= bytes[at] == 0x0D ? 1 : 0
    }
    guard returns > 0 else { return feeds }
    // A return counts where no feed follows, within the range or right after it.
    var pairs = 0
    for at in range where bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A { pairs += 1 }
    return feeds + returns - pairs
  }

  /// How many of eight bytes are 0.
  @inline(__always)
  private static func zeroCount(_ word: UInt64) -> Int {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    // Seven bits and seven bits carry into a byte's high bit alone.
    return (~(((word & low) &+ low) | word) & ~low).nonzeroBitCount
  }
}
