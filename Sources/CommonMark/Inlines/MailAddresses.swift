/// GFM's bare mail addresses, which are looked for in text that is nothing else.
enum MailScanner {
  /// The first address in `range` of the text.
  static func first(in text: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var position = range.lowerBound
    while position < range.upperBound {
      if text[position] == UInt8(ascii: "@") {
        let start = localStart(text, at: position, from: range.lowerBound)
        let end = domainEnd(text, at: position, to: range.upperBound)
        if start < position, let end { return start..<end }
      }
      position += 1
    }
    return nil
  }

  /// Where letters, digits, `.`, `-`, `_` and `+` in front of the `@` start.
  private static func localStart(_ text: Span<UInt8>, at sign: Int, from limit: Int) -> Int {
    var start = sign
    while start > limit, isAddressByte(text[start - 1]) || text[start - 1] == UInt8(ascii: "+") { start -= 1 }
    return start
  }

  /// The end of the domain, which has a dot and ends with neither `-` nor `_`.
  private static func domainEnd(_ text: Span<UInt8>, at sign: Int, to limit: Int) -> Int? {
    var end = sign + 1
    var hasDot = false
    while end < limit {
      let byte = text[end]
      if byte == UInt8(ascii: "."), end + 1 < limit, text[end + 1].isAlphanumeric {
        hasDot = true
      } else if !(byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")) {
        break
      }
      end += 1
    }
    guard hasDot, text[end - 1].isAlphanumeric else { return nil }
    // A second sign behind the domain, as in `a@b.c@d`, makes it none.
    return end < limit && text[end] == UInt8(ascii: "@") ? nil : end
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
