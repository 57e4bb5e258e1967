/// Looks for what is not UTF-8. Every file is looked at, and nearly all of nearly every one is ASCII, eight bytes of which are one
/// step.
enum UTF8Validity {
  /// The offset of the first sequence that is not valid UTF-8 (Unicode, table 3-7); nil where all is.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { bytes in
      var at = 0
      while true {
        at = endOfASCII(bytes, from: at)
        guard at < bytes.count else { return nil }
        guard let length = length(bytes, at: at) else { return at }
        at &+= length
      }
    }
  }

  private static func endOfASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var at = start
    while at &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let high = word & 0x8080_8080_8080_8080
      if high != 0 { return at &+ high.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    while at < bytes.count, bytes[at] < 0x80 { at &+= 1 }
    return at
  }

  /// Bytes of the character beyond ASCII that starts at an offset; nil where none does.
  @inline(__always)
  private static func length(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int? {
    let lead = bytes[start]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard 0xC2...0xF4 ~= lead, length <= bytes.count &- start else { return nil }
    let second: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard second ~= bytes[start &+ 1] else { return nil }
    for offset in 2..<max(2, length) where bytes[start &+ offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
