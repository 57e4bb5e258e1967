/// Front matter of which each line is `key: value` with nothing of YAML's own in it, as most is: read by itself, because
/// a parser of all YAML was the largest part of reading a file for the list, which reads thousands.
///
/// A value is a plain scalar on its line, text in quotes without escapes, or a list of plain scalars in brackets (YAML
/// 1.2.2, sections 7.3.3 and 7.4.1). Whatever may be anything else makes it nil, and libyaml reads the whole.
struct PlainYAML {
  private var entries: [FrontMatter.Entry] = []
  /// Entries at most, for keys are looked for among all before.
  private static let entryLimit = 64

  /// The entries of a text; nil where a line of it is not as simple.
  static func entries(of text: String, firstLine: Int) -> [FrontMatter.Entry]? {
    var text = text
    return text.withUTF8 { bytes in
      // Whether they are an anchor and its alias, is not for here to say.
      if bytes.contains(UInt8(ascii: "*")), bytes.contains(UInt8(ascii: "&")) { return nil }
      var reader = PlainYAML()
      var start = 0
      var line = firstLine
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        if end > start, !reader.add(UnsafeBufferPointer(rebasing: bytes[start..<end]), line) { return nil }
        start = end + 1
        line += 1
      }
      return reader.entries.isEmpty ? nil : reader.entries
    }
  }

  private mutating func add(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    // A key of more than 1,024 characters is none (section 7.4.2).
    guard let first = line.first, Self.isLetter(first),
      let colon = line.prefix(256).firstIndex(of: UInt8(ascii: ":")),
      line[..<colon].allSatisfy({ Self.isLetter($0) || 0x30...0x39 ~= $0 || $0 == 0x5F || $0 == 0x2D }),
      let value = Self.value(line[(colon + 1)...])
    else { return false }
    let key = String(decoding: line[..<colon], as: UTF8.self)
    guard !FrontMatter.Value.isNull(key), entries.count < Self.entryLimit,
      !entries.contains(where: { $0.key == key })
    else { return false }
    entries.append(FrontMatter.Entry(key: key, value: value, line: number))
    return true
  }

  /// The value behind a colon.
  private static func value(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> FrontMatter.Value? {
    guard let space = bytes.first else { return .empty }
    guard space == 0x20 else { return nil }
    let text = trimmed(bytes)
    guard let first = text.first, let last = text.last else { return .empty }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let inner = text.dropFirst().dropLast()
      guard text.count > 1, last == first, isPrintable(inner), !inner.contains(first),
        !inner.contains(UInt8(ascii: "\\"))
      else { return nil }
      return .text(String(decoding: inner, as: UTF8.self))
    case UInt8(ascii: "["):
      guard text.count > 2, last == UInt8(ascii: "]") else { return nil }
      return list(text.dropFirst().dropLast())
    default:
      guard isPlain(text), last != UInt8(ascii: ":") else { return nil }
      let text = String(decoding: text, as: UTF8.self)
      return FrontMatter.Value.isNull(text) ? .empty : .text(text)
    }
  }

  /// A list of plain scalars between brackets.
  private static func list(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> FrontMatter.Value? {
    var items: [String] = []
    var start = text.startIndex
    while start <= text.endIndex {
      let end = text[start...].firstIndex(of: UInt8(ascii: ",")) ?? text.endIndex
      let item = trimmed(text[start..<end])
      guard isPlain(item), !item.contains(where: { "[]{}:#\"'".utf8.contains($0) }) else { return nil }
      items.append(String(decoding: item, as: UTF8.self))
      start = end + 1
    }
    return .list(items)
  }

  /// Whether it starts as only a plain scalar does, and nothing in it ends one.
  private static func isPlain(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = text.first, isLetter(first) || 0x30...0x39 ~= first || first >= 0x80, isPrintable(text)
    else {
      return false
    }
    var last: UInt8 = 0
    for byte in text {
      if last == UInt8(ascii: ":") && byte == 0x20 || last == 0x20 && byte == UInt8(ascii: "#") {
        return false
      }
      last = byte
    }
    return true
  }

  /// Whether it has no control character and no line ending of Unicode's, U+0085, U+2028 and U+2029, which YAML has rules
  /// for. What is in UTF-8 behind most scripts, emoji too, is not looked at any closer.
  private static func isPrintable(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var (last, secondToLast): (UInt8, UInt8) = (0, 0)
    for byte in text {
      guard byte >= 0x20, byte != 0x7F, byte < 0xED, last != 0xC2 || byte >= 0xA0,
        secondToLast != 0xE2 || last != 0x80 || byte != 0xA8 && byte != 0xA9
      else { return false }
      (secondToLast, last) = (last, byte)
    }
    return true
  }

  private static func trimmed(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>>
  {
    var text = text
    while text.first == 0x20 { text.removeFirst() }
    while text.last == 0x20 { text.removeLast() }
    return text
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
}
