/// The grammar of tags (section 6.6). Every function returns the offset after what it scans, or nil.
enum HTMLScanner {
  /// `<name attribute* space* /? >`.
  static func startTag(_ text: Span<UInt8>, from start: Int) -> Int? {
    guard var position = tagName(text, from: start + 1) else { return nil }
    while true {
      let afterSpace = skipWhitespace(text, from: position)
      guard afterSpace < text.count else { return nil }
      if text[afterSpace] == UInt8(ascii: ">") { return afterSpace + 1 }
      if text[afterSpace] == UInt8(ascii: "/") {
        let next = afterSpace + 1
        return next < text.count && text[next] == UInt8(ascii: ">") ? next + 1 : nil
      }
      guard afterSpace > position, let end = attribute(text, from: afterSpace) else { return nil }
      position = end
    }
  }

  /// `</name space* >`.
  static func endTag(_ text: Span<UInt8>, from start: Int) -> Int? {
    guard let nameEnd = tagName(text, from: start + 2) else { return nil }
    let position = skipWhitespace(text, from: nameEnd)
    return position < text.count && text[position] == UInt8(ascii: ">") ? position + 1 : nil
  }

  /// The first place at or after `start` where an ASCII text stands; letter case aside where it is lowercase.
  static func find(_ needle: StaticString, in text: Span<UInt8>, from start: Int) -> Int? {
    guard text.count >= needle.utf8CodeUnitCount else { return nil }
    let first = needle.withUTF8Buffer { $0[0] }
    var position = start
    let last = text.count - needle.utf8CodeUnitCount
    while position <= last {
      if text[position] == first, text.hasPrefix(needle, at: position) { return position }
      position += 1
    }
    return nil
  }

  /// Whether `<![CDATA[` stands at `start`: the one marker whose letter case matters.
  static func isCDATA(_ text: Span<UInt8>, at start: Int) -> Bool {
    text.hasExactPrefix("<![CDATA[", at: start)
  }

  private static func tagName(_ text: Span<UInt8>, from start: Int) -> Int? {
    guard start < text.count, text[start].isLetter else { return nil }
    var position = start + 1
    while position < text.count, text[position].isAlphanumeric || text[position] == UInt8(ascii: "-") {
      position += 1
    }
    return position
  }

  /// A name and, after an equals sign, perhaps a value.
  private static func attribute(_ text: Span<UInt8>, from start: Int) -> Int? {
    guard text[start].isLetter || text[start] == UInt8(ascii: "_") || text[start] == UInt8(ascii: ":") else {
      return nil
    }
    var nameEnd = start + 1
    while nameEnd < text.count, isAttributeNameByte(text[nameEnd]) { nameEnd += 1 }
    let equals = skipWhitespace(text, from: nameEnd)
    guard equals < text.count, text[equals] == UInt8(ascii: "=") else { return nameEnd }
    return attributeValue(text, from: skipWhitespace(text, from: equals + 1))
  }

  private static func isAttributeNameByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "-")
  }

  private static func attributeValue(_ text: Span<UInt8>, from start: Int) -> Int? {
    guard start < text.count else { return nil }
    let quote = text[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      var position = start + 1
      while position < text.count, text[position] != quote { position += 1 }
      return position < text.count ? position + 1 : nil
    }
    var position = start
    while position < text.count, !unquotedValueEnd.contains(text[position]) { position += 1 }
    return position > start ? position : nil
  }

  private static let unquotedValueEnd = ByteSet(" \t\r\n\"'=<>`")

  private static func skipWhitespace(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < text.count, text[position].isSpaceTabOrLineEnding { position += 1 }
    return position
  }
}
