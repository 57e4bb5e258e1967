/// How mail writes bytes as text (RFC 2045, section 6, and RFC 2047).
struct MailEncoding {
  /// Gives text in an encoding as UTF-8; nil where the encoding is not known, or the text has what it has not.
  let convert: (_ bytes: [UInt8], _ name: String) -> [UInt8]?

  /// The text of a part, and whether all of it could be read: what could not is U+FFFD.
  func text(_ bytes: ArraySlice<UInt8>, encoding: String?, charset: String?) -> (text: String, isWhole: Bool)
  {
    let decoded: [UInt8]
    switch encoding?.lowercased().onOneLine {
    case "quoted-printable": decoded = Self.quotedPrintable(bytes)
    case "base64": decoded = Self.base64(bytes)
    default:
      // Text that was pasted or converted still says what it was in. What is UTF-8 by chance has few such characters.
      if bytes.contains(where: { $0 >= 0x80 }), let text = String(validating: bytes, as: UTF8.self) {
        return (text, true)
      }
      decoded = Array(bytes)
    }
    let utf8 = utf8(decoded, charset)
    if let text = String(validating: utf8, as: UTF8.self) { return (text, true) }
    return (String(decoding: utf8, as: UTF8.self), false)
  }

  /// A header whose bytes beyond ASCII are in the encoding of its mail's text, though none should be there (RFC 5322, section
  /// 2.2), as UTF-8; nil where it is UTF-8, or is not known to be anything else.
  func header(_ bytes: ArraySlice<UInt8>, charset: String?) -> [UInt8]? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    return utf8(Array(bytes), charset)
  }

  private func utf8(_ bytes: [UInt8], _ charset: String?) -> [UInt8] {
    let name = (charset ?? "").uppercased().onOneLine
    switch name {
    case "", "UTF-8", "UTF8": return bytes
    case "US-ASCII", "ASCII":
      if String(validating: bytes, as: UTF8.self) != nil { return bytes }
      fallthrough
    // As browsers have it, programs that say one mean the other.
    case "ISO-8859-1", "LATIN1":
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
      // Padding ends a text; another one may follow.
      case UInt8(ascii: "="):
        count = 0
        continue
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

  /// A field with its encoded words, `=?utf-8?Q?caf=C3=A9?=`, as what they say. Space between two of them is none. Many programs write
  /// them within quotation marks and beside other text, where they are read too.
  func words(_ field: String) -> String {
    let source = Array(field.utf8)
    var text: [UInt8] = []
    // Bytes of words of one encoding: a character may be divided between two.
    var pending: [UInt8] = []
    var charset = ""
    func flush() {
      text += utf8(pending, charset)
      pending = []
    }
    // What stands behind the last word.
    var rest = source[...]
    var at = 0
    var isBehindWord = false
    while at + 1 < source.count {
      guard source[at] == UInt8(ascii: "="), source[at + 1] == UInt8(ascii: "?"),
        let word = Self.encodedWord(source[at...])
      else {
        at += 1
        continue
      }
      let between = rest[..<at]
      if !isBehindWord || !between.allSatisfy({ $0 == 0x20 }) {
        flush()
        text += between
      }
      if word.charset != charset { flush() }
      charset = word.charset
      pending += word.bytes
      at = word.end
      rest = source[at...]
      isBehindWord = true
    }
    flush()
    text += rest
    return VisibleText.clean(String(decoding: text, as: UTF8.self)).onOneLine
  }

  /// The encoded word at the start of some bytes (RFC 2047, section 2), and where it ends; nil where there is none.
  private static func encodedWord(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], charset: String, end: Int)?
  {
    let mark = UInt8(ascii: "?")
    var rest = bytes.dropFirst(2)
    // Names are short, and so nothing is looked for far away.
    let charset = rest.prefix(40).prefix { $0 != mark && $0 > 0x20 }
    rest = rest.dropFirst(charset.count)
    guard !charset.isEmpty, rest.count > 3, rest.removeFirst() == mark, let kind = rest.popFirst(),
      rest.removeFirst() == mark
    else { return nil }
    let content = rest.prefix { $0 != mark }
    rest = rest.dropFirst(content.count)
    guard rest.starts(with: "?=".utf8) else { return nil }
    // A language may stand behind the encoding (RFC 2231).
    let name = String(decoding: charset.prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
    switch kind | 0x20 {
    case UInt8(ascii: "b"): return (base64(content), name, rest.startIndex + 2)
    case UInt8(ascii: "q"):
      let spaced = content.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
      return (quotedPrintable(spaced[...]), name, rest.startIndex + 2)
    default: return nil
    }
  }
}
