import CommonMark

/// Tags of languages, as `de-CH` (BCP 47).
enum LanguageTag {
  /// The tag that a text starts with: a language of two or three letters, and subtags of one to eight letters or digits behind hyphens
  /// or underscores; nil where it starts with none. What follows a comma, a full stop or a space says more of the same.
  static func tag(_ text: String) -> String? {
    let tag = text.onOneLine.utf8.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ".") && $0 != 0x20 }
      .map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
    let parts = tag.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(\.isLetter),
      parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(\.isAlphanumeric) })
    else { return nil }
    return String(decoding: tag, as: UTF8.self)
  }
}
