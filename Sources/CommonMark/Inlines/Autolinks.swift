/// The grammar of autolinks in angle brackets (section 6.5). Returns the offset after `>`, or nil.
enum AutolinkScanner {
  /// `<scheme:…>`.
  static func uri(_ text: Span<UInt8>, from start: Int) -> Int? {
    var position = start + 1
    guard position < text.count, text[position].isLetter else { return nil }
    while position < text.count, isSchemeByte(text[position]) { position += 1 }
    let length = position - start - 1
    guard (2...32).contains(length), position < text.count, text[position] == UInt8(ascii: ":") else {
      return nil
    }
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: ">") { return position + 1 }
      // NUL stands for U+FFFD.
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: " ") || byte.isControl, byte != 0 { return nil }
      position += 1
    }
    return nil
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static let localPart = ByteSet(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{|}~-")

  /// `<local@label.label>`, as HTML5's regular expression has it.
  static func mailAddress(_ text: Span<UInt8>, from start: Int) -> Int? {
    var position = start + 1
    while position < text.count, localPart.contains(text[position]) { position += 1 }
    guard position > start + 1, position < text.count, text[position] == UInt8(ascii: "@") else { return nil }
    repeat {
      let label = position + 1
      position = label
      while position < text.count, text[position].isAlphanumeric || text[position] == UInt8(ascii: "-") {
        position += 1
      }
      let length = position - label
      guard (1...63).contains(length), text[label] != UInt8(ascii: "-"),
        text[position - 1] != UInt8(ascii: "-")
      else { return nil }
    } while position < text.count && text[position] == UInt8(ascii: ".")
    return position < text.count && text[position] == UInt8(ascii: ">") ? position + 1 : nil
  }
}

/// The domain that was looked at last: where several candidates share its end, it is not scanned again.
struct DomainScan {
  private var start = 0
  private var end = 0
  private var isValid = false
  private var lastDot = -1

  /// The end of the domain that starts at `start`; nil where it is none.
  ///
  /// GFM, "Autolinks (extension)": labels of letters, digits, `-` and `_`; a dot; no `_` in the last two.
  mutating func domain(_ text: Span<UInt8>, from start: Int, needsDot: Bool) -> Int? {
    if !(self.start..<self.end).contains(start) { scan(text, from: start) }
    guard isValid, end > start, !needsDot || lastDot > start else { return nil }
    return end
  }

  private mutating func scan(_ text: Span<UInt8>, from start: Int) {
    var position = start
    var underscores = (last: false, before: false)
    lastDot = -1
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "_") {
        underscores.last = true
      } else if byte == UInt8(ascii: ".") {
        underscores = (false, underscores.last)
        lastDot = position
      } else if byte >= 0x80 {
        guard isHostCharacter(text, at: position) else { break }
      } else if !byte.isAlphanumeric && byte != UInt8(ascii: "-") {
        break
      }
      position += 1
    }
    self.start = start
    end = position
    isValid = !underscores.last && !underscores.before
  }

  /// GitHub's program: any character beyond ASCII but spaces and what is punctuation in CommonMark 0.29, which symbols
  /// are not.
  private func isHostCharacter(_ text: Span<UInt8>, at position: Int) -> Bool {
    guard let scalar = text.scalar(at: position, to: min(position + 4, text.count)) else { return true }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return false
    default:
      return true
    }
  }
}

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
