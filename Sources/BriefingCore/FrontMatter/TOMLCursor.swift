/// Goes through TOML: keys, values and what stands between them. Nothing recurses, so depth has no limit of its own.
package struct TOMLCursor {
  package let bytes: [UInt8]
  /// How far it has come.
  package var at = 0
  /// The number of the line that it is in.
  package var line: Int
  /// Whether a value was met that never ends. From then on none goes over the end of its line: to look for the end of each
  /// of thousands would take their number squared.
  var hasEndlessValue = false

  package init(_ bytes: [UInt8], line: Int) {
    self.bytes = bytes
    self.line = line
  }

  package var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  package mutating func skipBlanks() { while peek == 0x20 || peek == 0x09 { at += 1 } }

  /// Skips the end of a line, which counts as one whatever it is made of.
  package mutating func skipLineEnd() {
    if peek == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
    at += 1
    line += 1
  }

  package mutating func skipLine() {
    while let byte = peek, byte != 0x0A, byte != 0x0D { at += 1 }
  }

  /// Whether nothing but a comment follows on the line, which is skipped.
  package mutating func endsLine() -> Bool {
    skipBlanks()
    guard let byte = peek else { return true }
    guard byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "#") else { return false }
    skipLine()
    return true
  }

  package var restOfLine: String {
    String(decoding: bytes[at...].prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self).trimmingSpaces
  }

  // MARK: Keys

  /// A key, its parts joined by dots, and the blanks around it.
  mutating func key() -> String? { keyParts()?.joined(separator: ".") }

  /// The parts of a key, and the blanks around it; nil where none stands here.
  package mutating func keyParts() -> [String]? {
    var parts: [String] = []
    while true {
      skipBlanks()
      guard let byte = peek else { return nil }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        // Strings of several lines are no keys (TOML 1.0.0, “Keys”): so a key never goes over the end of its line.
        guard !bytes[at...].prefix(3).elementsEqual([byte, byte, byte]), let part = string() else {
          return nil
        }
        parts.append(part)
      } else {
        let part = bytes[at...].prefix {
          0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            || $0 >= 0x80
        }
        guard !part.isEmpty, part.count <= 200 else { return nil }
        at += part.count
        parts.append(String(decoding: part, as: UTF8.self))
      }
      skipBlanks()
      guard peek == UInt8(ascii: ".") else { return parts }
      at += 1
    }
  }

  /// A string in one of its four forms; nil where it does not end.
  package mutating func string() -> String? {
    guard let quote = peek else { return nil }
    let isLong = bytes[at...].prefix(3).elementsEqual([quote, quote, quote])
    at += isLong ? 3 : 1
    if isLong, peek == 0x0A || peek == 0x0D { skipLineEnd() }
    var text: [UInt8] = []
    while let byte = peek {
      if byte == quote {
        guard isLong else {
          at += 1
          return String(decoding: text, as: UTF8.self)
        }
        if bytes[at...].prefix(3).elementsEqual([quote, quote, quote]) {
          at += 3
          // Up to two quotes may stand right before the end.
          while peek == quote {
            text.append(quote)
            at += 1
          }
          return String(decoding: text, as: UTF8.self)
        }
      }
      if byte == 0x0A || byte == 0x0D {
        guard isLong, !hasEndlessValue else { return nil }
        skipLineEnd()
        text.append(0x0A)
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        guard escape(to: &text) else { return nil }
      } else {
        text.append(byte)
        at += 1
      }
    }
    if isLong { hasEndlessValue = true }
    return nil
  }

  private mutating func escape(to text: inout [UInt8]) -> Bool {
    at += 1
    guard let byte = peek else { return false }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "e"): text.append(0x1B)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(byte)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = byte == UInt8(ascii: "u") ? 4 : 8
      let digits = bytes[at...].prefix(count)
      guard digits.count == count, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return false }
      text += Array(String(Character(scalar)).utf8)
      at += count
    case 0x20, 0x09, 0x0A, 0x0D:
      // A backslash at the end of a line joins it with the next.
      at -= 1
      while let next = peek, next == 0x20 || next == 0x09 || next == 0x0A || next == 0x0D {
        if next == 0x0A || next == 0x0D { skipLineEnd() } else { at += 1 }
      }
    default: return false
    }
    return true
  }
}
