extension InlineParser {
  /// Section 6.1.
  mutating func parseCodeSpan(_ text: Span<UInt8>, at start: Int) -> Int {
    var position = start
    while position < text.count, text[position] == UInt8(ascii: "`") { position += 1 }
    let length = position - start
    guard let closer = codeSpans.find(length, in: text, from: position) else { return position }
    return addToken(.code, start, closer + length)
  }
}
