/// The grammar that links and link reference definitions share (sections 4.7 and 6.3).
///
/// Every function takes the offset where its part starts and returns the part's content and the offset
/// after it, or nil where it does not match.
enum LinkScanner {
  typealias Match = (content: Range<Int>, end: Int)

  /// More parentheses in each other are not a destination: the limit that keeps `[a](((…` linear.
  private static let maximumNesting = 32

  /// A label has at most 999 characters.
  private static let maximumLabelLength = 999

  /// No label has more bytes than this.
  static let maximumLabelBytes = maximumLabelLength * 4

  /// `[label]`: no bracket inside without a backslash, and not only white space.
  static func label(_ text: Span<UInt8>, from start: Int) -> Match? {
    guard start < text.count, text[start] == UInt8(ascii: "[") else { return nil }
    var position = start + 1
    var isBlank = true
    var length = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "]") {
        return isBlank ? nil : (start + 1..<position, position + 1)
      }
      if byte == UInt8(ascii: "[") { return nil }
      if byte == UInt8(ascii: "\\"), position + 1 < text.count, text[position + 1].isPunctuation {
        position += 1
        length += 1
      }
      if !byte.isSpaceTabOrLineEnding { isBlank = false }
      // Continuation bytes belong to a character that is counted already.
      if byte & 0xC0 != 0x80 { length += 1 }
      if length > maximumLabelLength { return nil }
      position += 1
    }
    return nil
  }

  /// `<…>`, or text without spaces and control characters in which parentheses balance; it may be empty. NUL is none
  /// of them, for it stands for U+FFFD.
  ///
  /// - Parameter hasTags: Whether a template tag in it, `{% … %}` or `{{ … }}`, may have spaces: ``TemplateTarget``.
  static func destination(_ text: Span<UInt8>, from start: Int, hasTags: Bool = false) -> Match? {
    guard start < text.count, text[start] == UInt8(ascii: "<") else {
      return bareDestination(text, from: start, hasTags: hasTags)
    }
    var position = start + 1
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: ">"): return (start + 1..<position, position + 1)
      case UInt8(ascii: "<"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
      case UInt8(ascii: "\\") where position + 1 < text.count && text[position + 1].isPunctuation:
        position += 2
      default: position += 1
      }
    }
    return nil
  }

  private static func bareDestination(_ text: Span<UInt8>, from start: Int, hasTags: Bool) -> Match? {
    var position = start
    var depth = 0
    scan: while position < text.count {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "{") where hasTags:
        if let end = TemplateTarget.endOfTag(text, from: position) {
          position = end
          continue
        }
      case UInt8(ascii: "\\"):
        if position + 1 < text.count, text[position + 1].isPunctuation { position += 1 }
      case UInt8(ascii: "("):
        depth += 1
        if depth > maximumNesting { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      default:
        if byte == UInt8(ascii: " ") || byte.isControl, byte != 0 { break scan }
      }
      position += 1
    }
    return depth == 0 ? (start..<position, position) : nil
  }

  /// `"…"`, `'…'` or `(…)`.
  static func title(_ text: Span<UInt8>, from start: Int) -> Match? {
    guard start < text.count else { return nil }
    let open = text[start]
    let close: UInt8
    switch open {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = open
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var position = start + 1
    while position < text.count {
      let byte = text[position]
      if byte == close { return (start + 1..<position, position + 1) }
      if byte == open { return nil }
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// White space of a paragraph's content, in which no line is blank.
  static func skipWhitespace(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < text.count, text[position].isSpaceTabOrLineEnding { position += 1 }
    return position
  }
}
