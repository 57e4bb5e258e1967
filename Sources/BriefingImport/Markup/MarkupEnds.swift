import CommonMark

/// Where that ends which no end tag ends: comments, declarations, instructions, sections, and text such as a script's. All
/// places are offsets in the source; what does not end goes up to its end.
struct MarkupEnds {
  private let source: [UInt8]
  /// No declarations in brackets that start before this offset are ended by a bracket: nothing is looked for twice.
  private var unbracketed = 0

  init(_ source: [UInt8]) { self.source = source }

  /// The offset behind what `<!` or `<?` starts.
  ///
  /// A comment may end as soon as it starts, with `<!-->` or `<!--->`, or with `--!>` (HTML, sections 13.2.5.43 to 13.2.5.52). All else ends with the
  /// first `>`, but for a document type with declarations in brackets.
  mutating func declaration(from start: Int, isXML: Bool) -> Int {
    if has("<!--", at: start) { return comment(from: start) }
    if isXML, has("<?", at: start) {
      var end = start
      repeat { end = tag(from: end + 1) } while end < source.count && source[end - 2] != UInt8(ascii: "?")
      return end
    }
    guard has("<!doctype", at: start) else { return tag(from: start) }
    var at = start
    while at < source.count, source[at] != UInt8(ascii: ">"), source[at] != UInt8(ascii: "[") { at += 1 }
    guard at < source.count, source[at] == UInt8(ascii: "["), let end = brackets(from: at + 1) else {
      return tag(from: at)
    }
    return tag(from: end)
  }

  /// Where the text of a CDATA section ends, and the section.
  func section(from start: Int) -> (text: Int, end: Int) {
    var at = start
    while at + 3 <= source.count {
      if source[at] == UInt8(ascii: "]"), has("]]>", at: at) { return (at, at + 3) }
      at += 1
    }
    return (source.count, source.count)
  }

  /// Where the end tag of an element stands whose content is text.
  ///
  /// - Parameter name: In lower case.
  func verbatim(_ name: String, from start: Int) -> Int {
    let mark = "</" + name
    var at = start
    while at + mark.utf8.count <= source.count {
      if source[at] == UInt8(ascii: "<"), has(mark, at: at) { return at }
      at += 1
    }
    return source.count
  }

  private func comment(from start: Int) -> Int {
    // The hyphens that start it may end it too.
    var at = start + 4
    while at < source.count {
      if source[at] == UInt8(ascii: ">") {
        if source[at - 1] == UInt8(ascii: "-"), source[at - 2] == UInt8(ascii: "-") { return at + 1 }
        if at > start + 6, has("--!", at: at - 3) { return at + 1 }
      }
      at += 1
    }
    return source.count
  }

  /// The offset behind the next `>`.
  private func tag(from start: Int) -> Int {
    var at = min(start, source.count)
    while at < source.count, source[at] != UInt8(ascii: ">") { at += 1 }
    return min(at + 1, source.count)
  }

  /// The offset of the bracket that ends a document type's own declarations (XML, section 2.8); nil where anything else
  /// stands among them, or the bracket is missing.
  private mutating func brackets(from start: Int) -> Int? {
    guard start >= unbracketed else { return nil }
    var at = start
    while at < source.count {
      switch source[at] {
      case UInt8(ascii: "]"): return at
      case UInt8(ascii: "%"):
        while at < source.count, source[at] != UInt8(ascii: ";") { at += 1 }
        at += 1
      case UInt8(ascii: "<") where has("<!--", at: at): at = comment(from: at)
      case UInt8(ascii: "<") where has("<!", at: at) || has("<?", at: at): at = quoted(from: at)
      case 0x09...0x0D, 0x20: at += 1
      default:
        unbracketed = at
        return nil
      }
    }
    unbracketed = source.count
    return nil
  }

  /// The offset behind a declaration, in whose quotation marks a `>` is text.
  private func quoted(from start: Int) -> Int {
    var at = start
    var quote: UInt8?
    while at < source.count {
      let byte = source[at]
      at += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return at
      }
    }
    return source.count
  }

  /// Whether a text in lower case stands at an offset, in whatever case.
  private func has(_ text: String, at start: Int) -> Bool {
    guard start + text.utf8.count <= source.count else { return false }
    return zip(source[start...], text.utf8).allSatisfy { $0.lowercased == $1 }
  }
}
