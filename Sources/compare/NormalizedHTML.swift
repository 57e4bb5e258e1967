/// HTML without what the specifications leave open: white space beside the tags of blocks, how a character is
/// referred to, the order of attributes, titles that are empty, and the slash of elements without contents.
struct NormalizedHTML: Equatable {
  private enum Token: Equatable {
    /// Name and attributes as they are compared; an end tag starts with a slash.
    case tag(String, attributes: [String])
    case text([UInt8])
  }

  private var tokens: [Token] = []

  private static let blocks: Set<String> = [
    "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "table", "tbody", "td",
    "th",
    "thead", "tr", "ul",
  ]

  init(_ html: [UInt8]) {
    var position = 0
    while position < html.count {
      if html[position] == UInt8(ascii: "<"), let end = Self.tagEnd(html, from: position) {
        addTag(html[position + 1..<end - 1])
        position = end
      } else {
        var end = position + 1
        while end < html.count, html[end] != UInt8(ascii: "<") { end += 1 }
        addText(Self.decoded(html[position..<end]))
        position = end
      }
    }
    trimBesideBlocks()
  }

  /// The offset after the `>` that ends the tag at `start`; nil where no tag starts.
  private static func tagEnd(_ html: [UInt8], from start: Int) -> Int? {
    var position = start + 1
    if position < html.count, html[position] == UInt8(ascii: "/") { position += 1 }
    guard position < html.count, isLetter(html[position]) else { return nil }
    var quote: UInt8?
    while position < html.count {
      let byte = html[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return position + 1
      }
      position += 1
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  private mutating func addTag(_ bytes: ArraySlice<UInt8>) {
    let name = bytes.prefix { !Self.isSpace($0) && ($0 != UInt8(ascii: "/") || $0 == bytes.first) }
    var attributes: [[UInt8]] = [[]]
    var quote: UInt8?
    for byte in bytes.dropFirst(name.count) {
      if quote == nil, Self.isSpace(byte) {
        attributes.append([])
      } else {
        attributes[attributes.count - 1].append(byte)
        if byte == quote {
          quote = nil
        } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        }
      }
    }
    tokens.append(
      .tag(
        String(decoding: name, as: UTF8.self),
        attributes: attributes.map { String(decoding: Self.decoded($0[...]), as: UTF8.self) }
          .filter { !$0.isEmpty && $0 != "/" && $0 != "title=\"\"" }.sorted()))
  }

  private mutating func addText(_ text: [UInt8]) {
    if case .text(let before)? = tokens.last {
      tokens[tokens.count - 1] = .text(before + text)
    } else {
      tokens.append(.text(text))
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  /// The text with the references that HTML needs, and numbers, replaced.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var string = String(decoding: text, as: UTF8.self)
    for (reference, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      string = string.replacing(reference, with: character)
    }
    return Array(string.utf8)
  }

  /// White space beside a block's tag shows nothing, but in code.
  private mutating func trimBesideBlocks() {
    var depth = 0
    for index in tokens.indices {
      switch tokens[index] {
      case .tag("pre", _): depth += 1
      case .tag("/pre", _): depth = max(0, depth - 1)
      case .tag: break
      case .text(var text) where depth == 0:
        if index == 0 || isBlock(index - 1) { text = Array(text.drop(while: Self.isSpace)) }
        if index + 1 == tokens.count || isBlock(index + 1) {
          while let last = text.last, Self.isSpace(last) { text.removeLast() }
        }
        tokens[index] = .text(text)
      case .text: break
      }
    }
    tokens.removeAll { $0 == .text([]) }
  }

  private func isBlock(_ index: Int) -> Bool {
    guard case .tag(let name, _) = tokens[index] else { return false }
    return Self.blocks.contains(name.hasPrefix("/") ? String(name.dropFirst()) : name)
  }
}
