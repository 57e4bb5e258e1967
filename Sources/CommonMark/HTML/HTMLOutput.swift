/// HTML as it is written: a string, and the bytes that are not in it yet.
///
/// What is written goes through a buffer that stays in the cache: as bytes first and as a string of them then,
/// a large document would take its memory twice.
struct HTMLOutput {
  private var text = ""
  private var capacity: Int
  private var bytes: [UInt8] = []
  /// How many bytes went into the string, before it repaired them, and the last of them.
  private var settledCount = 0
  private var settledLast: UInt8?

  private static let bufferSize = 1 << 15

  init(capacity: Int) { self.capacity = capacity }

  /// How many bytes were written.
  var count: Int { settledCount + bytes.count }

  /// Makes the string of what was written.
  mutating func finish() -> String {
    settle()
    return text
  }

  /// Moves a full buffer to the string. From here on what is in it cannot be taken back.
  ///
  /// The string grows at once to what the rest will want if it is like the `done` of `total` bytes of the source.
  @inline(__always)
  mutating func settleIfFull(done: Int, of total: Int) {
    // A character that is not complete, or no character, has to stay with what follows.
    guard bytes.count >= Self.bufferSize, bytes[bytes.count - 1] < 0x80 else { return }
    grow(done: done, of: total)
    settle()
  }

  @inline(never)
  private mutating func grow(done: Int, of total: Int) {
    if text.isEmpty { text.reserveCapacity(capacity) }
    guard count > capacity else { return }
    // More than twice that, for what is open has to be closed: room that is never used costs no memory.
    let expected = 2.5 * Double(count) * Double(total) / Double(max(done, 1))
    capacity = max(2 * count, Int(min(expected, Double(max(4 * count, 1 << 28)))))
    text.reserveCapacity(capacity)
  }

  private mutating func settle() {
    if let last = bytes.last { settledLast = last }
    settledCount += bytes.count
    text += String(decoding: bytes, as: UTF8.self)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Whether a text was written last and is not settled.
  func hasSuffix(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes.suffix($0.count).elementsEqual($0) }
  }

  /// Takes back what was written last and is not settled.
  mutating func removeLast(_ text: StaticString) { bytes.removeLast(text.utf8CodeUnitCount) }

  mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func write(text: some StringProtocol) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Ends the current line, if there is anything in it.
  mutating func startLine() {
    if let last = bytes.last ?? settledLast, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Writes text. Bytes that are not UTF-8 are repaired when the string is made.
  mutating func writeEscaped(_ text: [UInt8]) { writeEscaped(text, 0..<text.count) }

  /// Writes a range of the source as text.
  mutating func writeEscaped(_ source: [UInt8], _ range: Range<Int>) {
    let text = source.span.extracting(range)
    let special = HTMLEscaping.special
    var start = 0
    var position = text.skipProse(from: 0)
    while position < text.count {
      if special.contains(text[position]) {
        bytes.append(contentsOf: source[range.lowerBound + start..<range.lowerBound + position])
        start = position + 1
        switch text[position] {
        case UInt8(ascii: "<"): write("&lt;")
        case UInt8(ascii: ">"): write("&gt;")
        case UInt8(ascii: "&"): write("&amp;")
        case UInt8(ascii: "\""): write("&quot;")
        default: write("\u{FFFD}")
        }
      }
      position = text.skipProse(from: position + 1)
    }
    bytes.append(contentsOf: source[range.lowerBound + start..<range.upperBound])
  }

  /// Writes a target as the value of a `href` or `src`.
  mutating func writeURL(_ target: [UInt8]) {
    let isClean = !target.contains { $0 >= 0x80 || $0 == 0 }
    for byte in isClean ? target : Array(String(repairing: target).utf8) {
      if HTMLEscaping.urlSafe.contains(byte) {
        bytes.append(byte)
      } else if byte == UInt8(ascii: "&") {
        write("&amp;")
      } else if byte == UInt8(ascii: "'") {
        write("&#x27;")
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(Self.hexadecimalDigit(byte >> 4))
        bytes.append(Self.hexadecimalDigit(byte & 15))
      }
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  /// Writes a block of raw HTML as it is, but for the tags that GFM's tag filter disarms where `filters` says so.
  mutating func writeRawHTML(_ raw: [UInt8], filters: Bool) {
    writeRaw(raw) { filters && Self.isDisallowedTag($0, at: $1) }
  }

  /// Writes a tag, comment or the like that stands in text. What looks like a tag in it is part of a value or a remark.
  mutating func writeRawTag(_ raw: [UInt8], filters: Bool) {
    writeRaw(raw) { filters && $1 == 0 && Self.isDisallowedTag($0, at: $1) }
  }

  private mutating func writeRaw(_ raw: [UInt8], disarms: (Span<UInt8>, Int) -> Bool) {
    let text = raw.span
    for index in text.indices {
      let byte = text[index]
      if byte == 0 {
        write("\u{FFFD}")
      } else if byte == UInt8(ascii: "<"), disarms(text, index) {
        write("&lt;")
      } else {
        bytes.append(byte)
      }
    }
  }

  private static func isDisallowedTag(_ text: Span<UInt8>, at start: Int) -> Bool {
    var nameStart = start + 1
    if nameStart < text.count, text[nameStart] == UInt8(ascii: "/") { nameStart += 1 }
    var end = nameStart
    // No name on the list is longer.
    while end < text.count, end - nameStart <= 10, text[end].isAlphanumeric { end += 1 }
    guard HTMLTagName(text.extracting(nameStart..<end)).isDisallowed, end < text.count else { return false }
    return text[end].isWhitespace || text[end] == UInt8(ascii: ">")
      || (text[end] == UInt8(ascii: "/") && end + 1 < text.count && text[end + 1] == UInt8(ascii: ">"))
  }
}
