/// How far a JSON object goes, and what of JSON is not YAML.
enum JSONExtent {
  /// The offset after the bracket that closes the object at `start`; nil where none does, or no key starts it.
  static func end(in bytes: [UInt8], from start: Int, limit: Int) -> Int? {
    let limit = min(limit, bytes.count)
    var depth = 0
    var isQuoted = false
    var hasKey = false
    var at = start
    while at < limit {
      let byte = bytes[at]
      if isQuoted {
        if byte == UInt8(ascii: "\\") { at += 1 } else if byte == UInt8(ascii: "\"") { isQuoted = false }
      } else {
        switch byte {
        case UInt8(ascii: "\""): (isQuoted, hasKey) = (true, true)
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          if depth == 0 { return at + 1 }
        case 0x20, 0x09, 0x0A, 0x0D: break
        // A text or a template's tag starts with other things.
        default: if !hasKey { return nil }
        }
      }
      at += 1
    }
    return nil
  }

  /// Escapes such as `\ud83d\ude80` as the characters that they are together: YAML has them only for one each.
  static func joiningSurrogates(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\\") {
        if let high = unit(bytes, at), 0xD800..<0xDC00 ~= high, let low = unit(bytes, at + 6),
          0xDC00..<0xE000 ~= low,
          let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        {
          result += Array(String(Character(scalar)).utf8)
          at += 12
          continue
        }
        // Half a pair is not a character.
        if let half = unit(bytes, at), 0xD800..<0xE000 ~= half {
          result += Array("\u{FFFD}".utf8)
          at += 6
          continue
        }
        result += bytes[at..<min(at + 2, bytes.count)]
        at += 2
        continue
      }
      result.append(bytes[at])
      at += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The code unit of `\u1234` at an offset.
  private static func unit(_ bytes: [UInt8], _ at: Int) -> UInt32? {
    guard at + 6 <= bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
      return nil
    }
    return UInt32(String(decoding: bytes[at + 2..<at + 6], as: UTF8.self), radix: 16)
  }
}
