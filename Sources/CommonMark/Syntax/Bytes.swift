/// The classes of ASCII bytes that Markdown's grammar speaks of (sections 2.1 and 2.4), and that HTML's does too.
extension UInt8 {
  /// U+0009 or U+0020.
  @inline(__always)
  var isSpaceOrTab: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// U+000A or U+000D.
  @inline(__always)
  var isLineEnding: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }

  /// What may stand between the parts of links, definitions and tags.
  @inline(__always)
  var isSpaceTabOrLineEnding: Bool { isSpaceOrTab || isLineEnding }

  /// GFM's white space: spaces, tabs, line endings, vertical tabs and form feeds.
  @inlinable @inline(__always)
  package var isWhitespace: Bool { self == UInt8(ascii: " ") || (self >= 9 && self <= 13) }

  @inlinable @inline(__always)
  package var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  @inlinable @inline(__always)
  package var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  @inlinable @inline(__always)
  package var isAlphanumeric: Bool { isDigit || isLetter }

  @inline(__always)
  var isControl: Bool { self < 0x20 || self == 0x7F }

  /// The 32 characters that a backslash escapes.
  @inline(__always)
  package var isPunctuation: Bool { ByteSet.punctuation.contains(self) }

  /// The value of a hexadecimal digit; nil for any other byte.
  var hexadecimalValue: UInt32? {
    if isDigit { return UInt32(self &- UInt8(ascii: "0")) }
    let letter = (self | 0x20) &- UInt8(ascii: "a")
    return letter < 6 ? UInt32(letter) + 10 : nil
  }

  /// ASCII capitals made small, every other byte as it is.
  @inlinable @inline(__always)
  package var lowercased: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }
}

/// A set of ASCII bytes, as 128 bits.
struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  @inline(__always)
  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The bytes of an ASCII text.
  init(_ members: String) {
    for byte in members.utf8 { insert(byte) }
  }

  mutating func insert(_ byte: UInt8) {
    precondition(byte < 128)
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let word = byte & 64 == 0 ? low : high
    return byte < 128 && (word &>> UInt64(byte & 63)) & 1 != 0
  }

  /// ``UInt8/isPunctuation``, spelled as bits so that it is a constant.
  static var punctuation: ByteSet {
    @inline(__always) get { ByteSet(low: 0xFC00_FFFE_0000_0000, high: 0x7800_0001_F800_0001) }
  }
}

/// A set of bytes, one of them each: what is asked for every byte of a document is quicker so than as bits.
struct ByteTable: Sendable {
  private var members: InlineArray<256, Bool>

  /// The bytes of an ASCII text.
  init(_ text: String) {
    members = InlineArray(repeating: false)
    for byte in text.utf8 { members[Int(byte)] = true }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool { members[Int(byte)] }
}

extension Span where Element == UInt8 {
  /// The offset of the first line feed or carriage return at or after `start`, or the end.
  ///
  /// Eight bytes a step: this sees every byte of every document.
  func endOfLine(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let raw = self.bytes
    var offset = start
    while offset &+ 8 <= count {
      let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let feed = word ^ 0x0A0A_0A0A_0A0A_0A0A
      let carriage = word ^ 0x0D0D_0D0D_0D0D_0D0D
      let found = (((feed &- ones) & ~feed) | ((carriage &- ones) & ~carriage)) & highs
      if found != 0 { return offset &+ found.trailingZeroBitCount &>> 3 }
      offset &+= 8
    }
    while offset < count && !self[offset].isLineEnding { offset &+= 1 }
    return offset
  }

  /// The first offset in a range that has a byte, or its end; eight bytes a step.
  func firstOffset(of byte: UInt8, from start: Int, to end: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let pattern = UInt64(byte) &* ones
    let raw = self.bytes
    var offset = start
    while offset &+ 8 <= end {
      let word = raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ pattern
      if (word &- ones) & ~word & 0x8080_8080_8080_8080 != 0 { break }
      offset &+= 8
    }
    while offset < end, self[offset] != byte { offset &+= 1 }
    return offset
  }

  /// The first offset at or after `start` that has no ASCII letter, no space and no byte of a longer character,
  /// or the end: most of a text, which means nothing to any part of the grammar, is skipped eight bytes a step.
  @inline(__always)
  func skipProse(from start: Int) -> Int {
    let highs: UInt64 = 0x8080_8080_8080_8080
    let raw = self.bytes
    var offset = start
    while offset &+ 8 <= count {
      let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      // Each sum carries into its byte's high bit alone: seven bits and at most seven bits.
      let small = (word | 0x2020_2020_2020_2020) & ~highs
      let letters = (small &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(small &+ 0x0505_0505_0505_0505)
      let spaces = ~(((word ^ 0x2020_2020_2020_2020) & ~highs) &+ ~highs)
      let others = ~(letters | spaces | word) & highs
      if others != 0 { return offset &+ others.trailingZeroBitCount &>> 3 }
      offset &+= 8
    }
    return offset
  }

  /// The offset after the line ending at `end`: LF, CR, or both in this order.
  @inline(__always)
  func startOfNextLine(after end: Int) -> Int {
    guard end < count else { return end }
    if self[end] == UInt8(ascii: "\r"), end + 1 < count, self[end + 1] == UInt8(ascii: "\n") {
      return end + 2
    }
    return end + 1
  }

  /// How many line feeds are in a range.
  func lineFeeds(in range: Range<Int>) -> Int {
    var count = 0
    for offset in range where self[offset] == UInt8(ascii: "\n") { count += 1 }
    return count
  }

  /// The first offset at or after `start` that is not space or tab, or `limit`.
  @inline(__always)
  func skipSpacesAndTabs(from start: Int, to limit: Int) -> Int {
    var offset = start
    while offset < limit && self[offset].isSpaceOrTab { offset &+= 1 }
    return offset
  }

  /// The end of `start..<end` without the spaces and tabs at its end.
  @inline(__always)
  func trimEnd(of start: Int, to end: Int) -> Int {
    var end = end
    while end > start && self[end &- 1].isSpaceOrTab { end &-= 1 }
    return end
  }

  /// Whether the bytes at `start` are exactly those of an ASCII text.
  func hasExactPrefix(_ text: StaticString, at start: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    return text.withUTF8Buffer { expected in (0..<length).allSatisfy { self[start + $0] == expected[$0] } }
  }

  /// Whether the bytes at `start` are those of an ASCII text, letter case aside where `text` is lowercase.
  func hasPrefix(_ text: StaticString, at start: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    return text.withUTF8Buffer { expected in
      for index in 0..<length where self[start + index].lowercased != expected[index] { return false }
      return true
    }
  }
}
