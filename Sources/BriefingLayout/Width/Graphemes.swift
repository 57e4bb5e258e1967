import BriefingText

/// A text's UTF-8 with the ends of its graphemes: quick where scalars stand alone, the standard library's
/// segmentation (UAX #29) elsewhere.
///
/// No grapheme is longer than ``longest``: a longer cluster is several of them, so nothing here looks further than
/// that, whatever a stranger wrote. What has no look of its own (joiners, soft hyphens, zero width spaces) is one
/// grapheme together with what follows it of the same kind: thus a line has few bytes for each of its columns, and
/// ``Cell`` makes a sign of what is nothing else for so long.
struct Graphemes {
  /// Valid UTF-8.
  let bytes: UnsafeBufferPointer<UInt8>

  /// Bytes that a grapheme has at most: a letter with the 30 marks of two bytes that UAX #15 allows for
  /// (Stream-Safe Text Format). The longest emoji that Unicode recommends has 35.
  static let longest = 64

  /// Lends the graphemes of a text.
  static func withEach<Result>(of text: String, _ body: (Graphemes) -> Result) -> Result {
    var text = text
    return text.withUTF8 { body(Graphemes(bytes: $0)) }
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
    let end = clusterEnd(of: start)
    if ScalarDisplay(first) == .silent { return endOfSilence(from: end, limit: start + Graphemes.longest) }
    return first == 0x20 ? end : endOfMarks(from: end, limit: start + Graphemes.longest)
  }

  /// Where the marks of direction end that stand after a grapheme and do their work there: UAX #29 makes graphemes of
  /// them, but they have no column to stand in.
  private func endOfMarks(from start: Int, limit: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] == 0xE2 || bytes[at] == 0xD8 {
      let (scalar, length) = scalar(at: at)
      guard DirectionMark.isMark(scalar), at + length <= limit, DirectionMark.isAtWork(in: self, at: at)
      else { break }
      at += length
    }
    return at
  }

  private func clusterEnd(of start: Int) -> Int {
    // A String of 15 bytes takes no memory of its own, and most clusters are shorter.
    if let end = clusterEnd(of: start, within: 15) { return end }
    return clusterEnd(of: start, within: Graphemes.longest) ?? scalarStart(upTo: start + Graphemes.longest)
  }

  /// Where the cluster at `start` ends; nil where it goes on after the next `size` bytes.
  private func clusterEnd(of start: Int, within size: Int) -> Int? {
    let limit = scalarStart(upTo: start + size)
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<limit]), as: UTF8.self)
    let end = start + text.utf8.distance(from: text.startIndex, to: text.index(after: text.startIndex))
    return end < limit || limit == bytes.count ? end : nil
  }

  /// Where the scalars without a look end that follow a grapheme of such.
  private func endOfSilence(from start: Int, limit: Int) -> Int {
    var at = start
    while at < bytes.count {
      let (scalar, length) = scalar(at: at)
      guard at + length <= limit, ScalarDisplay(scalar) == .silent else { break }
      at += length
    }
    return at
  }

  /// The last start of a scalar, or the text's end, that is not after an offset.
  private func scalarStart(upTo offset: Int) -> Int {
    guard offset < bytes.count else { return bytes.count }
    var offset = offset
    while bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// Whether a grapheme starts at an offset (of a scalar) whatever stands further off: nothing joins the two scalars
  /// there.
  func isBorder(_ offset: Int) -> Bool {
    guard offset > 0, offset < bytes.count else { return true }
    var before = offset - 1
    while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
    return Graphemes.standsAlone(scalar(at: before).value) && Graphemes.standsAlone(scalar(at: offset).value)
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
