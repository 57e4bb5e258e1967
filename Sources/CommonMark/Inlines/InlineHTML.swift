extension InlineParser {
  /// Sections 6.5 and 6.6.
  mutating func parseAngle(_ text: Span<UInt8>, at start: Int) -> Int {
    guard start + 1 < text.count else { return start + 1 }
    if let end = AutolinkScanner.uri(text, from: start) {
      return addLink(.autolink, start, end)
    }
    if let end = AutolinkScanner.mailAddress(text, from: start) {
      return addLink(.mailAutolink, start, end)
    }
    let end: Int?
    switch text[start + 1] {
    case UInt8(ascii: "/"): end = HTMLScanner.endTag(text, from: start)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): end = htmlClosers.end(of: text, at: start)
    default: end = HTMLScanner.startTag(text, from: start)
    }
    guard let end else { return start + 1 }
    return addToken(.html, start, end)
  }

  /// Makes a token of a link that is its own text.
  mutating func addLink(_ form: LinkTarget.Form, _ start: Int, _ end: Int) -> Int {
    let end = addToken(.autolink, start, end)
    tokens[tokens.count - 1].detail = form.rawValue
    return end
  }
}
