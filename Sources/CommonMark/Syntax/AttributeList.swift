/// Attributes in braces as kramdown and pandoc have them (`{#id .class key="value"}`, `{:.class}`): they say how
/// something looks, and show nothing.
enum AttributeList {
  /// The offset after the `}` of a list whose `{` is at `start`; nil where there is none.
  ///
  /// It stands on one line and has at least one attribute. In kramdown's form, with a colon, the word `toc` is one.
  static func end(_ text: Span<UInt8>, from start: Int) -> Int? {
    var position = start + 1
    guard position < text.count else { return nil }
    let isKramdown = text[position] == UInt8(ascii: ":")
    if isKramdown { position += 1 }
    var count = 0
    while true {
      position = text.skipSpacesAndTabs(from: position, to: text.count)
      guard position < text.count else { return nil }
      if text[position] == UInt8(ascii: "}") { return count > 0 ? position + 1 : nil }
      guard let end = attribute(text, from: position, isKramdown: isKramdown) else { return nil }
      count += 1
      position = end
    }
  }

  /// The offset of the `{` of a list that ends a range, with white space in front of it; nil where there is none.
  static func start(_ text: Span<UInt8>, endingAt end: Int, from limit: Int) -> Int? {
    guard end > limit, text[end - 1] == UInt8(ascii: "}") else { return nil }
    var start = end - 1
    while start > limit, text[start] != UInt8(ascii: "{") { start -= 1 }
    guard text[start] == UInt8(ascii: "{"), start == limit || text[start - 1].isSpaceOrTab,
      self.end(text, from: start) == end
    else { return nil }
    return start
  }

  /// The range of the identifier of a list whose `{` is at `start`; nil where it has none.
  static func identifier(_ text: Span<UInt8>, from start: Int) -> Range<Int>? {
    guard let end = end(text, from: start) else { return nil }
    var position = start + 1
    while position < end {
      guard text[position] == UInt8(ascii: "#") else {
        position += 1
        continue
      }
      let name = position + 1
      position = name
      while position < end, isNameByte(text[position]) { position += 1 }
      return name..<position
    }
    return nil
  }

  private static func attribute(_ text: Span<UInt8>, from start: Int, isKramdown: Bool) -> Int? {
    let first = text[start]
    if first == UInt8(ascii: "#") || first == UInt8(ascii: ".") { return name(text, from: start + 1) }
    guard let nameEnd = name(text, from: start) else {
      // Pandoc's heading without a number.
      return first == UInt8(ascii: "-") && !isKramdown ? start + 1 : nil
    }
    guard nameEnd < text.count, text[nameEnd] == UInt8(ascii: "=") else {
      let isTOC = nameEnd - start == 3 && text.hasPrefix("toc", at: start)
      return isKramdown && isTOC ? nameEnd : nil
    }
    return value(text, from: nameEnd + 1)
  }

  private static func value(_ text: Span<UInt8>, from start: Int) -> Int? {
    guard start < text.count else { return nil }
    let quote = text[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      var position = start + 1
      while position < text.count, text[position] != quote, !text[position].isLineEnding { position += 1 }
      return position < text.count && text[position] == quote ? position + 1 : nil
    }
    var position = start
    while position < text.count, !text[position].isWhitespace, text[position] != UInt8(ascii: "}"),
      text[position] != UInt8(ascii: "{")
    {
      position += 1
    }
    return position > start ? position : nil
  }

  private static func name(_ text: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while position < text.count, isNameByte(text[position]) { position += 1 }
    return position > start && text[start] != UInt8(ascii: "-") ? position : nil
  }

  /// Letters of any script, digits, and the signs that names have.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }
}
