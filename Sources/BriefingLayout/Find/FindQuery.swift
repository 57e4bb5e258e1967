import BriefingCore
import BriefingText

/// What a reader looks for in one briefing.
///
/// Smart case: letter case counts only when the query has an upper-case letter. Diacritics count only when the
/// query has one. `ı İ ł ø đ ß œ æ` and their kin fold to their plain letters. Any white space matches any.
public struct FindQuery: Hashable, Sendable {
  /// As typed.
  public let text: String
  /// The words that a library's search looked for; nil where the text itself is looked for.
  public let words: [WordPattern]?
  /// The regular expression that the text is; nil where the text itself is looked for.
  public let pattern: Pattern?

  /// Makes a query for a text.
  public init(_ text: String) {
    self.text = text
    (words, pattern) = (nil, nil)
  }

  /// Makes a query for a regular expression.
  public init(pattern: Pattern) {
    text = pattern.text
    words = nil
    self.pattern = pattern
  }

  /// Makes a query for any of some words, which a reader typed as `text`.
  public init(_ text: String, words: [WordPattern]) {
    self.text = text
    self.words = words
    pattern = nil
  }
}

/// One occurrence of a query.
public struct FindMatch: Hashable, Comparable, Sendable {
  /// 0-based unit.
  public var unit: Int
  /// UTF-8 offsets in the unit's text, at least one byte long. It may end in a unit that continues this one
  /// (``Page/continuesPrevious(_:)``).
  public var range: Range<Int>

  /// Makes a match.
  public init(unit: Int, range: Range<Int>) {
    self.unit = unit
    self.range = range
  }

  /// Document order.
  public static func < (a: FindMatch, b: FindMatch) -> Bool {
    (a.unit, a.range.lowerBound) < (b.unit, b.range.lowerBound)
  }
}
