extension String {
  /// Text of a document: bytes that are not UTF-8, and NUL, are shown as U+FFFD (section 2.3).
  init(repairing bytes: [UInt8]) {
    self.init(decoding: bytes, as: UTF8.self)
    guard bytes.contains(0) else { return }
    var repaired: [UInt8] = []
    repaired.append(replacingNULsOf: self)
    self.init(decoding: repaired, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Makes of the bytes from `start` on what ``Swift/String/init(repairing:)`` makes of them.
  mutating func repair(from start: Int) {
    guard needsRepair(from: start) else { return }
    let text = String(decoding: self[start...], as: UTF8.self)
    removeLast(count - start)
    append(replacingNULsOf: text)
  }

  /// Appends a text with U+FFFD for each NUL. Byte by byte: an array of characters would take sixteen times the text.
  fileprivate mutating func append(replacingNULsOf text: String) {
    for byte in text.utf8 {
      if byte == 0 {
        append(0xEF)
        append(0xBF)
        append(0xBD)
      } else {
        append(byte)
      }
    }
  }

  private func needsRepair(from start: Int) -> Bool {
    let text = span.extracting(start...)
    let other = text.firstBeyondASCII
    guard other < text.count else { return false }
    for at in other..<text.count where text[at] == 0 { return true }
    return (try? UTF8Span(validating: text.extracting(other...))) == nil
  }

  /// Appends a range of other bytes: quicker than as a slice of them.
  @inline(__always)
  mutating func append(_ range: Range<Int>, of source: [UInt8]) {
    source.withUnsafeBufferPointer { append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
  }
}

extension Span where Element == UInt8 {
  /// The offset of the first byte that is NUL or part of a scalar beyond ASCII, or the end; eight bytes a step.
  fileprivate var firstBeyondASCII: Int {
    let raw = bytes
    var offset = 0
    while offset &+ 8 <= count {
      let word = raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // Of ASCII, taking one from each byte sets the high bit of NUL alone.
      if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 != 0 { break }
      offset &+= 8
    }
    while offset < count, self[offset] &- 1 < 0x7F { offset &+= 1 }
    return offset
  }
}
