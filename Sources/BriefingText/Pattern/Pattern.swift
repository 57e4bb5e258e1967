import BriefingCore

/// A regular expression that is found in one pass over a text, whatever both are: time grows with the length of the text
/// times that of the expression, and never faster.
///
/// Swift's own `Regex` tries one way after the other, and `(a|a)*b` takes it longer than anybody waits. This follows all ways at
/// once (Thompson 1968, Pike 1987), so there are no references to groups and no looking around.
public struct Pattern: Hashable, Sendable {
  /// As typed.
  public let text: String
  /// How the text is to be folded in which it is looked for: smart case, as for words. Its own letters are folded so.
  public let folding: Folding
  let steps: [PatternStep]

  /// Reads an expression.
  public init(_ text: String) throws(PatternError) {
    self.text = text
    folding = Folding.smart(for: try PatternParser.parse(text, nil).literals)
    steps = try PatternParser.parse(text, folding).steps
  }

  /// What was typed says all.
  public static func == (a: Pattern, b: Pattern) -> Bool { a.text == b.text }

  /// Of what was typed.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// Matches that are found at most: `.` has as many as the text has characters.
  public static let mostMatches = 1_000_000

  /// The matches in a text, the first at each place and none overlapping another, as ranges of bytes that are not empty.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8. A byte 0 stands between two texts: no match runs over it.
  ///   - most: How many at most; more are not looked for.
  ///   - isCancelled: Asked every few milliseconds; when it returns true, this is nil.
  public func matches(
    in text: UnsafeBufferPointer<UInt8>, most: Int = mostMatches, isCancelled: () -> Bool
  ) -> [Range<Int>]? {
    var search = PatternSearch(steps)
    return search.run(text, most: most, isCancelled: isCancelled)
  }
}
