/// GFM's bare mail addresses, which are looked for in text that is nothing else.
enum MailScanner {
  /// The first address in `range` of the text: with `mailto:` or `xmpp:` in front, as GitHub's program has it, it is
  /// its own target.
  ///
  /// - Parameter namedHosts: Whether the last label of a host has to be a name, see ``Extensions/namedMailHosts``.
  static func first(
    in text: Span<UInt8>, _ range: Range<Int>, namedHosts: Bool
  ) -> (range: Range<Int>, form: LinkTarget.Form)? {
    var position = range.lowerBound
    while position < range.upperBound {
      if text[position] == UInt8(ascii: "@") {
        let local = localStart(text, at: position, from: range.lowerBound)
        let scheme = schemeStart(text, before: local, from: range.lowerBound)
        let takesPath = scheme.map { text[$0] == UInt8(ascii: "x") } ?? false
        let end = domainEnd(text, at: position, to: range.upperBound, takesPath: takesPath)
        if local < position, let end, !namedHosts || takesPath || hasNamedHost(text, position..<end) {
          return ((scheme ?? local)..<end, scheme == nil ? .bareMail : .bareURL)
        }
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

  /// Where the scheme in front of an address starts; nil where there is none, or it is the end of a longer word.
  private static func schemeStart(_ text: Span<UInt8>, before local: Int, from limit: Int) -> Int? {
    let schemes: [StaticString] = ["mailto:", "xmpp:"]
    guard local > limit, text[local - 1] == UInt8(ascii: ":") else { return nil }
    for scheme in schemes {
      let start = local - scheme.utf8CodeUnitCount
      guard start >= limit, text.hasExactPrefix(scheme, at: start) else { continue }
      return start > limit && text[start - 1].isAlphanumeric ? nil : start
    }
    return nil
  }

  /// The end of the domain, which has a dot and, as GitHub's program has it, ends with a letter: `news@1.0` is the
  /// version of a package.
  private static func domainEnd(_ text: Span<UInt8>, at sign: Int, to limit: Int, takesPath: Bool) -> Int? {
    var end = sign + 1
    var hasDot = false
    while end < limit {
      let byte = text[end]
      if byte == UInt8(ascii: "."), end + 1 < limit, text[end + 1].isAlphanumeric {
        hasDot = true
      } else if !(byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || (takesPath && byte == UInt8(ascii: "/")))
      {
        break
      }
      end += 1
    }
    guard hasDot, text[end - 1].isLetter else { return nil }
    // A second sign after the domain, as in `a@b.c@d`, makes it none.
    return end < limit && text[end] == UInt8(ascii: "@") ? nil : end
  }

  /// Whether the last label in front of `range`'s end is of letters alone, two at least.
  private static func hasNamedHost(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var start = range.upperBound
    while start > range.lowerBound, text[start - 1].isLetter { start -= 1 }
    return range.upperBound - start >= 2 && text[start - 1] == UInt8(ascii: ".")
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
