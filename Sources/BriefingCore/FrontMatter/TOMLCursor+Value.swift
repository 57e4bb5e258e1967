/// The values of TOML. Scalars stay text, whatever their type.
extension TOMLCursor {
  mutating func value() -> FrontMatter.Value? {
    switch peek {
    case UInt8(ascii: "\"")?, UInt8(ascii: "'")?: return string().map { $0.isEmpty ? .empty : .text($0) }
    case UInt8(ascii: "[")?, UInt8(ascii: "{")?: return collection()
    default: return scalar().map { .text($0) }
    }
  }

  /// A number, truth value or date, as it is written. Anything else has to stand in quotes.
  private mutating func scalar() -> String? {
    let text = bytes[at...].prefix { ![0x0A, 0x0D, 0x2C, 0x5D, 0x7D, 0x23].contains($0) }
    let word = String(decoding: text, as: UTF8.self).trimmingSpaces
    let isNumber =
      word.utf8.first.map { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") } ?? false
    guard isNumber && !word.contains("\"") || ["true", "false", "inf", "nan"].contains(word) else {
      return nil
    }
    at += text.count
    return word
  }

  /// An array or an inline table.
  private mutating func collection() -> FrontMatter.Value? {
    let start = at
    var open: [UInt8] = []
    var items: [String] = []
    var names: [String] = []
    var isNested = bytes[at] == UInt8(ascii: "{")
    var isName = false
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if !open.isEmpty { isNested = true }
        open.append(byte)
        at += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard open.popLast() == (byte == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "{")) else {
          return nil
        }
        at += 1
        guard open.isEmpty else { continue }
        if !isNested { return .list(items) }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        return .nested(text.split(whereSeparator: \.isWhitespace).joined(separator: " "), names: names)
      case 0x20, 0x09, UInt8(ascii: ","), UInt8(ascii: "="): at += 1
      case 0x0A, 0x0D:
        if hasEndlessValue { return nil }
        skipLineEnd()
      case UInt8(ascii: "#"): skipLine()
      default:
        let isInTable = open.last == UInt8(ascii: "{")
        let isKey = isInTable && !isName && startsKey()
        if isKey {
          guard let key = key() else { return nil }
          isName = MetadataKey.plain(key) == "name"
          if !isName {
            // Its value is not a name, whatever it is.
            guard skipValue() else { return nil }
          }
          continue
        }
        guard let text = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? string() : scalar() else {
          return nil
        }
        if isName || !isInTable { names.append(text) }
        if !isInTable { items.append(text) }
        isName = false
      }
    }
    hasEndlessValue = true
    return nil
  }

  /// Whether a key of an inline table stands here: what a `=` follows.
  private func startsKey() -> Bool {
    var copy = self
    return copy.key() != nil && copy.peek == UInt8(ascii: "=")
  }

  /// Skips `= value` where the value is a scalar; what opens a collection is left to be gone through.
  private mutating func skipValue() -> Bool {
    guard peek == UInt8(ascii: "=") else { return false }
    at += 1
    skipBlanks()
    switch peek {
    case UInt8(ascii: "\"")?, UInt8(ascii: "'")?: return string() != nil
    case UInt8(ascii: "[")?, UInt8(ascii: "{")?: return true
    default: return scalar() != nil
    }
  }
}
