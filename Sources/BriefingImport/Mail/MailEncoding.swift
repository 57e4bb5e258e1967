/// How mail writes bytes as text (RFC 2045, section 6, and RFC 2047).
struct MailEncoding {
  /// Gives text in an encoding as UTF-8; nil where the encoding is not known, or the text has what it has not.
  let convert: (_ bytes: [UInt8], _ name: String) -> [UInt8]?

  /// The text of a part.
  func text(_ bytes: ArraySlice<UInt8>, encoding: String?, charset: String?) -> String {
    let decoded: [UInt8]
    switch encoding?.lowercased().onOneLine {
    case "quoted-printable": decoded = Self.quotedPrintable(bytes)
    case "base64": decoded = Self.base64(bytes)
    // The file itself was made UTF-8 already.
    default: return String(decoding: bytes, as: UTF8.self)
    }
    return String(decoding: utf8(decoded, charset), as: UTF8.self)
  }

  private func utf8(_ bytes: [UInt8], _ charset: String?) -> [UInt8] {
    let name = (charset ?? "").uppercased().onOneLine
    switch name {
    case "", "UTF-8", "UTF8": return bytes
    // As browsers have it, programs that say one mean the other.
    case "ISO-8859-1", "LATIN1", "US-ASCII", "ASCII":
      return convert(bytes, "WINDOWS-1252") ?? convert(bytes, "ISO-8859-1") ?? bytes
    case "GB2312", "GBK": return convert(bytes, "GB18030") ?? bytes
    default: return convert(bytes, name) ?? bytes
    }
  }

  // MARK: Bodies

  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      guard byte == UInt8(ascii: "=") else {
        decoded.append(byte)
        continue
      }
      // Space at the end of a line was added on the way.
      var end = at
      while end < bytes.endIndex, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
      if end == bytes.endIndex || bytes[end] == 0x0A {
        at = min(end + 1, bytes.endIndex)
      } else if at + 1 < bytes.endIndex, let high = hexadecimal(bytes[at]),
        let low = hexadecimal(bytes[at + 1])
      {
        decoded.append(high << 4 | low)
        at += 2
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: continue
      }
      bits = bits << 6 | value
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    return decoded
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  // MARK: Header fields

  /// A field with its encoded words, `=?utf-8?Q?caf=C3=A9?=`, as what they say. Space between two of them is none.
  func words(_ field: String) -> String {
    guard field.contains("=?") else { return field }
    var text: [UInt8] = []
    // Bytes of words of one encoding: a character may be divided between two.
    var pending: [UInt8] = []
    var charset = ""
    func flush() {
      text += utf8(pending, charset)
      pending = []
    }
    for (index, part) in field.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      guard let word = Self.encodedWord(part) else {
        flush()
        if index > 0 { text.append(0x20) }
        text += Array(part.utf8)
        continue
      }
      if pending.isEmpty || word.charset != charset {
        let isBehindWord = !pending.isEmpty
        flush()
        if index > 0, !isBehindWord { text.append(0x20) }
        charset = word.charset
      }
      pending += word.bytes
    }
    flush()
    return VisibleText.clean(String(decoding: text, as: UTF8.self)).onOneLine
  }

  private static func encodedWord(_ part: Substring) -> (bytes: [UInt8], charset: String)? {
    guard part.hasPrefix("=?"), part.hasSuffix("?=") else { return nil }
    let pieces = part.dropFirst(2).dropLast(2).split(
      separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
    guard pieces.count == 3 else { return nil }
    // A language may stand behind the encoding (RFC 2231).
    let charset = String(pieces[0].prefix { $0 != "*" })
    switch pieces[1].lowercased() {
    case "b": return (base64(pieces[2].utf8), charset)
    case "q":
      let spaced = pieces[2].utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
      return (quotedPrintable(spaced[...]), charset)
    default: return nil
    }
  }
}
