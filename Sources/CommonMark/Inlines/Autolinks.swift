extension InlineParser {
  /// GFM: `http://`, `https://` or `ftp://` whose colon is at `colon`.
  mutating func parseBareURL(_ text: Span<UInt8>, at colon: Int) -> Int {
    guard colon + 3 < text.count, text[colon + 1] == UInt8(ascii: "/"), text[colon + 2] == UInt8(ascii: "/")
    else {
      return colon + 1
    }
    var start = colon
    while start > textStart, colon - start < 6, text[start - 1].isLetter { start -= 1 }
    let length = colon - start
    let isKnown =
      (length == 4 && text.hasPrefix("http", at: start))
      || (length == 5 && text.hasPrefix("https", at: start))
      || (length == 3 && text.hasPrefix("ftp", at: start))
    // The specification has links at the places of `www.` alone, GitHub's program anywhere but in brackets. What both
    // refuse is none.
    if !brackets.isEmpty, !extensions.contains(.bracketedAutolinks), !isPlaceOfBareLink(text, start) {
      return colon + 1
    }
    // A host starts with a character of a name.
    guard isKnown, colon + 3 < text.count, !Self.hostPunctuation.contains(text[colon + 3]),
      let domainEnd = domains.domain(text, from: colon + 3, needsDot: false)
    else {
      return colon + 1
    }
    return addBareLink(.bareURL, text, start, domainEnd) ?? colon + 1
  }

  /// GFM: `www.` whose dot is at `dot`.
  mutating func parseBareWWW(_ text: Span<UInt8>, at dot: Int) -> Int {
    let start = dot - 3
    guard start >= textStart, text.hasPrefix("www.", at: start), isPlaceOfBareLink(text, start) else {
      return dot + 1
    }
    guard dot + 1 < text.count, !Self.hostPunctuation.contains(text[dot + 1]),
      let domainEnd = domains.domain(text, from: start, needsDot: true), domainEnd > dot + 1
    else { return dot + 1 }
    return addBareLink(.bareWWW, text, start, domainEnd) ?? dot + 1
  }

  /// GFM: the start of a line, or after white space or one of some delimiters.
  private func isPlaceOfBareLink(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard start > 0 else { return true }
    return text[start - 1].isWhitespace || Self.bareLinkPrefixes.contains(text[start - 1])
  }

  private static let hostPunctuation = ByteSet(".-_")
  private static let bareLinkPrefixes = ByteSet("*_~(")
  private static let bareLinkTrailers = ByteSet("?!.,:*_~'\"")

  /// Finds the end of a bare link after its domain and makes a token of it; nil where nothing is left.
  private mutating func addBareLink(
    _ form: LinkTarget.Form, _ text: Span<UInt8>, _ start: Int, _ domainEnd: Int
  ) -> Int? {
    var end = domainEnd
    // A bracket that closes one around the link ends it, or `[text http://a.b](c)` would be no link.
    var depth = brackets.isEmpty ? text.count : 0
    while end < text.count, !text[end].isWhitespace, text[end] != UInt8(ascii: "<") {
      if text[end] == UInt8(ascii: "[") { depth += 1 }
      if text[end] == UInt8(ascii: "]") {
        if depth == 0 { break }
        depth -= 1
      }
      if text[end] >= 0xE2, extensions.contains(.eastAsianText),
        text.scalar(at: end, to: min(end + 4, text.count)).map(EastAsian.endsLink) ?? false
      {
        break
      }
      end += 1
    }
    end = trimBareLink(text, start, end)
    return end > start + 4 ? addLink(form, start, end) : nil
  }

  /// GFM, "extended autolink path validation": punctuation, unbalanced parentheses and what looks like a
  /// character reference at the end are not part of the link.
  private func trimBareLink(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var end = limit
    var excess = 0
    for offset in start..<limit {
      if text[offset] == UInt8(ascii: "(") { excess -= 1 }
      if text[offset] == UInt8(ascii: ")") { excess += 1 }
    }
    while end > start {
      let last = text[end - 1]
      if Self.bareLinkTrailers.contains(last) {
        end -= 1
      } else if last == UInt8(ascii: ")"), excess > 0 {
        excess -= 1
        end -= 1
      } else if last == UInt8(ascii: ";") {
        var name = end - 1
        while name > start, text[name - 1].isAlphanumeric { name -= 1 }
        let isReference = name < end - 1 && name > start && text[name - 1] == UInt8(ascii: "&")
        end = isReference ? name - 1 : end - 1
      } else {
        break
      }
    }
    return end
  }
}
