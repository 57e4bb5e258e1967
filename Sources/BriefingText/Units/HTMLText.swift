import CommonMark

/// What a reader sees of raw HTML: the text between the tags.
enum HTMLText {
  /// Whether a tag is `<br>`, in any of its spellings.
  static func isLineBreak(_ tag: String) -> Bool {
    tagName(Array(tag.utf8)[...]) == "br"
  }

  /// The text of an HTML block: tags, comments, scripts and styles left out, white space as in HTML, a line
  /// for each block-level element. With `Extensions.htmlElements` its elements are what they are: ``HTMLElements``.
  ///
  /// - Returns: Whether it came to its end: false when `isCancelled`, which is asked now and then, returned true.
  @discardableResult
  static func append(
    _ block: BlockID, of document: Document, role: Style.Role, to builder: inout UnitTextBuilder,
    isCancelled: () -> Bool = { false }
  ) -> Bool {
    let bytes = document.literalBytes(of: block)
    guard !document.extensions.contains(.htmlElements) else {
      return appendElements(bytes, role: role, to: &builder, isCancelled: isCancelled)
    }
    var scanner = Scanner(bytes: bytes)
    let style = Style(role)
    var pieces = 0
    while let piece = scanner.next() {
      pieces += 1
      if pieces % 4096 == 0, isCancelled() { return false }
      switch piece {
      case .text(let range):
        let text = String(decoding: bytes[range], as: UTF8.self)
        builder.append(text.replacingCharacterReferences(), style)
      case .tag(let range):
        let name = tagName(bytes[range])
        if name == "br" || (blocks.contains(name) && !builder.endsLine) {
          builder.appendNewline(style)
        } else if name == "td" || name == "th" {
          builder.append(" ", style)
        }
      }
    }
    return true
  }

  private static func appendElements(
    _ bytes: [UInt8], role: Style.Role, to builder: inout UnitTextBuilder, isCancelled: () -> Bool
  ) -> Bool {
    var scanner = Scanner(bytes: bytes)
    var elements = HTMLElements()
    var pieces = 0
    while let piece = scanner.next() {
      pieces += 1
      if pieces % 4096 == 0, isCancelled() { return false }
      switch piece {
      case .text(let range):
        let text = String(decoding: bytes[range], as: UTF8.self).replacingCharacterReferences()
        elements.append(text, Style(role), to: &builder)
      case .tag(let range):
        guard let tag = HTMLTag(bytes[range]) else { continue }
        if blocks.contains(tag.name), !builder.endsLine { builder.appendNewline(Style(role)) }
        // Raised text is one piece between two tags.
        var ahead = scanner
        if tag.name == "sup" || tag.name == "sub", !tag.isEnd, case .text(let text)? = ahead.next(),
          case .tag(let end)? = ahead.next(), let last = HTMLTag(bytes[end]), last.isEnd,
          last.name == tag.name
        {
          let content = String(decoding: bytes[text], as: UTF8.self).replacingCharacterReferences()
          let raised = RaisedText.text(content, isRaised: tag.name == "sup", behind: builder.bytes.last)
          elements.append(raised, Style(role), to: &builder)
          scanner = ahead
        } else {
          elements.take(tag, Style(role), isBlock: true, to: &builder)
        }
      }
    }
    return true
  }

  /// Elements that start a line of their own.
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tr", "ul",
  ]

  /// Whether an element stands by itself, so that what is before it and after it are not one word.
  static func dividesText(_ name: String) -> Bool { blocks.contains(name) }

  /// Elements whose content is not text for people.
  private static let hidden: Set<String> = ["script", "style", "template"]

  /// The name of a tag in lower case, without `/`.
  private static func tagName(_ tag: ArraySlice<UInt8>) -> String {
    let name = tag.dropFirst().drop { $0 == UInt8(ascii: "/") }.prefix { isNameByte($0) }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte
  }

  private enum Piece {
    case text(Range<Int>)
    case tag(Range<Int>)
  }

  /// Tells tags from text. Every search that fails is not made again, so the time is linear.
  private struct Scanner {
    let bytes: [UInt8]
    private var at = 0
    private var lacks: Set<String> = []

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Piece? {
      while at < bytes.count {
        if bytes[at] != UInt8(ascii: "<") {
          let start = at
          at = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
          return .text(start..<at)
        }
        if skip("<!--", "-->") || skip("<?", "?>") || skip("<![CDATA[", "]]>") || skip("<!", ">") { continue }
        guard let end = tagEnd() else {
          at += 1
          return .text(at - 1..<at)
        }
        let tag = at..<end
        at = end
        let name = HTMLText.tagName(bytes[tag])
        if HTMLText.hidden.contains(name), bytes[tag.lowerBound + 1] != UInt8(ascii: "/") {
          at = find("</" + name, from: at) ?? at
        }
        return .tag(tag)
      }
      return nil
    }

    /// Moves over what starts with one mark and ends with another.
    private mutating func skip(_ opening: String, _ closing: String) -> Bool {
      guard bytes[at...].starts(with: opening.utf8),
        let end = find(closing, from: at + opening.utf8.count)
      else { return false }
      at = end + closing.utf8.count
      return true
    }

    private mutating func find(_ text: String, from start: Int) -> Int? {
      if lacks.contains(text) { return nil }
      let needle = Array(text.utf8)
      var index = start
      while index + needle.count <= bytes.count {
        if bytes[index] == needle[0], equals(needle, at: index) { return index }
        index += 1
      }
      lacks.insert(text)
      return nil
    }

    private func equals(_ needle: [UInt8], at index: Int) -> Bool {
      for offset in needle.indices {
        let byte = bytes[index + offset]
        let lower = 0x41...0x5A ~= byte ? byte | 0x20 : byte
        if lower != needle[offset], byte != needle[offset] { return false }
      }
      return true
    }

    /// Where the tag that starts here ends; nil where this is not a tag.
    private mutating func tagEnd() -> Int? {
      var index = at + 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
      guard index < bytes.count, 0x61...0x7A ~= bytes[index] | 0x20 else { return nil }
      if lacks.contains(">") { return nil }
      if !lacks.contains("quoted tag") {
        var quote: UInt8 = 0
        while index < bytes.count {
          let byte = bytes[index]
          index += 1
          if quote != 0 {
            if byte == quote { quote = 0 }
          } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            quote = byte
          } else if byte == UInt8(ascii: ">") {
            return index
          }
        }
        lacks.insert("quoted tag")
      }
      return find(">", from: at).map { $0 + 1 }
    }
  }
}
