/// How lists show a section: with one number, the author's where there is one.
extension Section {
  /// The number that stands before the title in lists: the one that the author gave it (`3.`, `2.1`, `(4)`, `三、`), else the
  /// section's own.
  public var shownNumber: String {
    guard let end = endOfOwnNumber else { return numberText }
    return String(title[..<end]).trimmingSpaces
  }

  /// The title after ``shownNumber``.
  public var shownTitle: String {
    guard let end = endOfOwnNumber else { return title }
    return String(title[end...]).trimmingSpaces
  }

  /// Number and title.
  public var label: String { "\(shownNumber) \(shownTitle)" }

  /// Digits of each part of a number at most: `2025.` is a year.
  private static let longestPart = 3

  /// Where the number ends with which the author has begun the title; nil where there is none, or nothing after it.
  ///
  /// What could be part of a sentence is none: `3.5 million flee`, `5 things`, `2025 in review`. Parts with nothing but a
  /// space after them (`2.1 Grain`) have to be the section's own number.
  private var endOfOwnNumber: String.Index? {
    guard let first = title.unicodeScalars.first, first.value < 0x80 || Self.numerals.contains(first) else {
      return nil
    }
    let scalars = title.unicodeScalars
    var at = scalars.startIndex
    let isInParentheses = first == "("
    if isInParentheses { at = scalars.index(after: at) }
    let start = at
    let isASCII = at < scalars.endIndex && scalars[at].value < 0x80
    var part = 0
    while at < scalars.endIndex {
      let scalar = scalars[at]
      if isASCII ? ("0"..."9").contains(scalar) : Self.numerals.contains(scalar) {
        part += 1
        guard part <= Self.longestPart else { return nil }
      } else if isASCII, scalar == ".", part > 0, let next = Self.scalar(behind: at, in: scalars),
        ("0"..."9").contains(next)
      {
        part = 0
      } else {
        break
      }
      at = scalars.index(after: at)
    }
    guard at > start, at < scalars.endIndex else { return nil }
    let number = title[start..<at]
    let sign = scalars[at]
    let behind = scalars.index(after: at)
    let hasSpace = behind < scalars.endIndex && scalars[behind].properties.isWhitespace
    var end: String.Index?
    switch sign {
    case "、", "．": end = behind
    case ")" where isASCII && hasSpace: end = behind
    case "." where isASCII && hasSpace && !isInParentheses, ":" where isASCII && hasSpace && !isInParentheses:
      end = behind
    case "）" where isInParentheses: end = behind
    default:
      if sign.properties.isWhitespace, number == numberText, number.contains(".") { end = at }
    }
    guard let end, title[end...].contains(where: { !$0.isWhitespace }) else { return nil }
    return end
  }

  private static let numerals: Set<Unicode.Scalar> = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百"]

  private static func scalar(behind index: String.Index, in scalars: String.UnicodeScalarView) -> Unicode
    .Scalar?
  {
    let next = scalars.index(after: index)
    return next < scalars.endIndex ? scalars[next] : nil
  }
}
