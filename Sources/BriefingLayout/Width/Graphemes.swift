/// A text's UTF-8 with the ends of its graphemes: quick where scalars stand alone, the standard library's
/// segmentation (UAX #29) elsewhere.
struct Graphemes {
  /// The text.
  let string: String
  /// Its UTF-8.
  let bytes: UnsafeBufferPointer<UInt8>

  /// Lends the graphemes of a text.
  static func withEach<Result>(of text: String, _ body: (Graphemes) -> Result) -> Result {
    var text = text
    text.makeContiguousUTF8()
    let string = text
    return text.withUTF8 { body(Graphemes(string: string, bytes: $0)) }
  }

  /// Bytes of UTF-8.
  var count: Int { bytes.count }

  /// Where the grapheme that starts at `start` ends.
  @inline(__always)
  func end(of start: Int) -> Int {
    let next = start + 1
    if bytes[start] < 0x80 {
      if next == bytes.count { return next }
      if bytes[next] < 0x80 {
        return bytes[start] == 0x0D && bytes[next] == 0x0A ? next + 1 : next
      }
    }
    return slowEnd(of: start)
  }

  /// Where the printable ASCII from `start` on ends that is one grapheme, and one column, a byte.
  func endOfPlain(from start: Int, limit: Int) -> Int {
    var at = start
    while at < limit, bytes[at] &- 0x20 < 0x5F { at += 1 }
    // A mark beyond ASCII may belong to the last letter.
    if at > start, at < bytes.count, bytes[at] >= 0x80 { at -= 1 }
    return at
  }

  private func slowEnd(of start: Int) -> Int {
    let (first, length) = scalar(at: start)
    let next = start + length
    if next >= bytes.count { return bytes.count }
    if Graphemes.standsAlone(first), Graphemes.standsAlone(scalar(at: next).value) { return next }
    let from = string.utf8.index(string.startIndex, offsetBy: start)
    let rest = string[from...]
    return string.utf8.distance(from: string.startIndex, to: rest.index(after: from))
  }

  /// Whether no rule of UAX #29 joins two such scalars.
  private static func standsAlone(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x370..<0x483, 0x48A..<0x590, 0x5D0..<0x5EB,
      0x620..<0x64B, 0xE01..<0xE31, 0x2010..<0x2028, 0x20A0..<0x20C1, 0x3001..<0x302A, 0x3041..<0x3097,
      0x30A0..<0x3130, 0x3400..<0xA000, 0xAC00..<0xD7A4, 0xFF01..<0xFF61:
      true
    default: false
    }
  }

  /// The scalar at an offset, and its length in bytes. A String's UTF-8 is valid, so nothing is checked.
  @inline(__always)
  func scalar(at offset: Int) -> (value: UInt32, length: Int) { Graphemes.scalar(at: offset, in: bytes) }

  /// The scalar at an offset of valid UTF-8, and its length in bytes.
  @inline(__always)
  static func scalar(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(bytes[offset + 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[offset + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0xF) << 12 | second << 6 | third, 3) }
    return ((first & 7) << 18 | second << 12 | third << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
  }

  /// Columns of the grapheme at `range`: as many as ``Cell/forEach(in:_:_:_:)`` hands out cells.
  @inline(__always)
  func columns(_ range: Range<Int>) -> Int {
    if range.count == 1, 0x20..<0x7F ~= bytes[range.lowerBound] { return 1 }
    var columns = 0
    Cell.forEach(in: self, range, Style()) { _ in columns += 1 }
    return columns
  }

  /// Columns of the graphemes of a stretch, each counted with at most `limit` columns.
  func columns(of range: Range<Int>, atMost limit: Int = .max) -> Int {
    var columns = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let end = min(self.end(of: at), range.upperBound)
      columns += min(self.columns(at..<end), limit)
      at = end
    }
    return columns
  }

  /// Bytes that a scalar takes in UTF-8.
  static func length(of scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
  }
}
