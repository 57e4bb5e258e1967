extension InlineParser {
  /// Hides a comment within text, `%%text%%` (``Extensions/comments``). A letter or digit in front of it or behind it makes it
  /// something else: `100%%`, `%%d and %%s`.
  mutating func parseComment(_ text: Span<UInt8>, at start: Int) -> Int {
    let first = start + 2
    guard extensions.contains(.comments), text.hasExactPrefix("%%", at: start), first < text.count,
      text[first] != UInt8(ascii: "%"),
      start == 0 || !text[start - 1].isAlphanumeric && text[start - 1] != UInt8(ascii: "%"),
      let end = comments.end(of: "%%", 1, in: text, from: first),
      end == text.count || !text[end].isAlphanumeric && text[end] != UInt8(ascii: "%")
    else {
      var end = start + 1
      while end < text.count, text[end] == UInt8(ascii: "%") { end += 1 }
      return end
    }
    return addToken(.escape, start, end)
  }
}
