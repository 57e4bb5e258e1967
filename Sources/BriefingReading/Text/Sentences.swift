/// Finds the sentences of a text. To cut one too often does no harm: two versions of a text are cut alike.
enum Sentences {
  /// Bytes that are read between two questions whether to go on.
  private static let stride = 1 << 16

  /// The sentences in order, without the white space between them, as offsets of valid UTF-8.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  static func ranges(of bytes: [UInt8], isCancelled: () -> Bool) throws -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    var at = 0
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
    func end(_ end: Int) {
      if let first = start, first < end { ranges.append(first..<end) }
      start = nil
    }
    var pause = stride
    while at < bytes.count {
      if at >= pause {
        if isCancelled() { throw CancellationError() }
        pause = at + stride
      }
      let byte = bytes[at]
      if byte == 0x0A {
        end(at)
        at += 1
        continue
      }
      if isSpace(byte), start == nil {
        at += 1
        continue
      }
      if start == nil { start = at }
      guard let length = terminator(bytes, at) else {
        at += 1
        continue
      }
      // Full stops of scripts that write no spaces end a sentence wherever they stand.
      let endsAnywhere = length == 3 && byte != 0xE2
      at += length
      while at < bytes.count, let length = terminator(bytes, at) ?? closer(bytes, at) { at += length }
      guard endsAnywhere || at == bytes.count || isSpace(bytes[at]) else { continue }
      var next = at
      while next < bytes.count, bytes[next] == 0x20 { next += 1 }
      // "a.m. on", "Nov. 26".
      let goesOn = next < bytes.count && (0x61...0x7A ~= bytes[next] || 0x30...0x39 ~= bytes[next])
      if !goesOn || endsAnywhere { end(at) }
    }
    end(bytes.count)
    return ranges
  }

  /// The length of a mark that ends sentences.
  private static func terminator(_ bytes: [UInt8], _ at: Int) -> Int? {
    switch bytes[at] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return 1
    case 0xE2 where matches(bytes, at, 0x80, 0xA6): return 3  // …
    case 0xE3 where matches(bytes, at, 0x80, 0x82): return 3  // 。
    case 0xEF where matches(bytes, at, 0xBC, 0x81) || matches(bytes, at, 0xBC, 0x9F): return 3  // ！？
    default: return nil
    }
  }

  /// The length of a quotation mark or bracket that closes.
  private static func closer(_ bytes: [UInt8], _ at: Int) -> Int? {
    switch bytes[at] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), ReadBlock.aside:
      return 1
    case 0xC2 where at + 1 < bytes.count && bytes[at + 1] == 0xBB: return 2  // »
    case 0xE2 where matches(bytes, at, 0x80, 0x9D) || matches(bytes, at, 0x80, 0x99): return 3  // ”’
    case 0xE3 where matches(bytes, at, 0x80, 0x8D): return 3  // 」
    default: return nil
    }
  }

  private static func matches(_ bytes: [UInt8], _ at: Int, _ second: UInt8, _ third: UInt8) -> Bool {
    at + 2 < bytes.count && bytes[at + 1] == second && bytes[at + 2] == third
  }
}
