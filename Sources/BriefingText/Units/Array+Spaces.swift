/// White space as HTML shows it, in UTF-8.
extension [UInt8] {
  /// Makes every run of spaces, tabs and line feeds from `start` on a space, and none after one that is there.
  mutating func collapseSpaces(from start: Int) {
    let count = self.count
    var isBehindSpace = start == 0 || self[start - 1] == 0x20 || self[start - 1] == 0x0A
    let end = withUnsafeMutableBufferPointer { bytes in
      var at = start + Self.singlySpacedCount(UnsafeRawBufferPointer(bytes), from: start, &isBehindSpace)
      // Nearly every text ends here.
      while at < count {
        let byte = bytes[at]
        if byte <= 0x20, byte == 0x20 ? isBehindSpace : byte == 0x09 || byte == 0x0A { break }
        isBehindSpace = byte == 0x20
        at &+= 1
      }
      var end = at
      while at < count {
        let byte = bytes[at]
        at &+= 1
        let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A
        if isSpace, isBehindSpace { continue }
        bytes[end] = isSpace ? 0x20 : byte
        end &+= 1
        isBehindSpace = isSpace
      }
      return end
    }
    if end < count { removeLast(count - end) }
  }

  /// How many bytes from `start` on are printable with no space beside another: eight at a time, so others may
  /// follow.
  private static func singlySpacedCount(
    _ bytes: UnsafeRawBufferPointer, from start: Int, _ isBehindSpace: inout Bool
  ) -> Int {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var at = start
    while at &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      // The high bits of the bytes that are controls, and of those that are spaces: seven bits and at most seven
      // bits carry into a byte's high bit alone.
      let controls = ~(((word & low) &+ 0x6060_6060_6060_6060) | word) & ~low
      let other = word ^ 0x2020_2020_2020_2020
      let spaces = ~(((other & low) &+ low) | other) & ~low
      let behind = spaces << 8 | (isBehindSpace ? 0x80 : 0)
      if controls | spaces & behind != 0 { break }
      isBehindSpace = spaces >> 63 != 0
      at &+= 8
    }
    return at - start
  }
}
