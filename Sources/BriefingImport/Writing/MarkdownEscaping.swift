import CommonMark

/// Text as Markdown that reads back as the same text, with as few backslashes as that takes. What a briefing's dialect
/// knows beyond CommonMark counts too: template tags, emoji codes, raised text, comments.
struct MarkdownEscaping {
  /// Whether it stands in the cell of a table.
  var isInCell = false
  /// Whether every sign of ASCII is escaped: where fewer do not read back.
  var isThorough = false

  /// Appends a piece of a line.
  ///
  /// - Parameters:
  ///   - startsLine: Whether nothing of the line is written yet, so that a marker of a block could start here.
  ///   - next: The byte that follows the piece; nil at the end of the line.
  func append(_ text: String, startsLine: Bool, next: UInt8?, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var at = 0
      // Signs of a heading at the end of the piece, with spaces among them, would be taken for Markdown's.
      let tail = (bytes.lastIndex { $0 != UInt8(ascii: "#") && $0 != 0x20 } ?? -1) + 1
      if startsLine, let marker = Self.marker(at: bytes) {
        output.append(contentsOf: bytes[..<marker])
        output.append(UInt8(ascii: "\\"))
        output.append(bytes[marker])
        at = marker + 1
      }
      while at < bytes.count {
        let byte = bytes[at]
        let following = at + 1 < bytes.count ? bytes[at + 1] : next
        if isSpecial(byte) || isThorough && byte.isPunctuation {
          if isThorough || needsEscape(byte, bytes, at, following, output.last, isTail: at >= tail) {
            output.append(UInt8(ascii: "\\"))
          }
        }
        output.append(byte)
        at += 1
      }
    }
  }

  /// Whether a byte may be Markdown at all.
  private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "="),
      UInt8(ascii: "^"), UInt8(ascii: "%"), UInt8(ascii: "{"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "|"), UInt8(ascii: "#"):
      true
    default: false
    }
  }

  private func needsEscape(
    _ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ next: UInt8?, _ last: UInt8?,
    isTail: Bool
  ) -> Bool {
    switch byte {
    case UInt8(ascii: "_"):
      // Within a word it marks nothing.
      return !(last.map(Self.isWordByte) == true && next.map(Self.isWordByte) == true)
    case UInt8(ascii: "&"): return Self.isReference(bytes, at)
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "{"): return true
    case UInt8(ascii: "="), UInt8(ascii: "%"): return last == byte || next == byte
    case UInt8(ascii: ":"): return Self.isEmojiCode(bytes, at)
    case UInt8(ascii: "!"): return next == UInt8(ascii: "[")
    case UInt8(ascii: "|"): return isInCell
    case UInt8(ascii: "#"): return isTail && last == 0x20
    case UInt8(ascii: "*"):
      // A star between spaces marks nothing, but one of a product would be taken for a bullet elsewhere.
      return !(last == 0x20 && next == 0x20)
    case UInt8(ascii: "<"): return next != 0x20 && next?.isDigit != true
    default: return true
    }
  }

  /// The offset of the byte to escape where a line starts as a block does.
  private static func marker(at bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "="),
      UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: "%"):
      return 0
    case UInt8(ascii: "!"): return bytes.count > 2 && bytes[1] == first && bytes[2] == first ? 0 : nil
    case 0x30...0x39:
      var at = 0
      while at < bytes.count, at < 10, bytes[at].isDigit { at += 1 }
      guard at < bytes.count, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ")"),
        at + 1 == bytes.count || bytes[at + 1] == 0x20
      else { return nil }
      return at
    default: return nil
    }
  }

  /// Whether a colon starts `:name:`.
  private static func isEmojiCode(_ bytes: UnsafeBufferPointer<UInt8>, _ colon: Int) -> Bool {
    var at = colon + 1
    let limit = min(bytes.count, colon + 60)
    while at < limit, bytes[at].isAlphanumeric || "_+-".utf8.contains(bytes[at]) {
      at += 1
    }
    return at > colon + 1 && at < bytes.count && bytes[at] == UInt8(ascii: ":")
  }

  /// Whether an ampersand starts what may be a character reference.
  private static func isReference(_ bytes: UnsafeBufferPointer<UInt8>, _ ampersand: Int) -> Bool {
    var at = ampersand + 1
    let limit = min(bytes.count, ampersand + 40)
    if at < limit, bytes[at] == UInt8(ascii: "#") { at += 1 }
    while at < limit, bytes[at].isAlphanumeric { at += 1 }
    return at < bytes.count && bytes[at] == UInt8(ascii: ";")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte >= 0x80 }
}
