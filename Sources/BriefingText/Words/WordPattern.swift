/// Words that stand one behind the other, as a library's search looks for them: whole words, folded.
public struct WordPattern: Hashable, Sendable {
  /// Folded words, see ``Words``; of none there is no match.
  public var words: [String]
  /// Whether the last one may be the start of a longer word.
  public var isPrefix: Bool

  /// Makes a pattern.
  public init(words: [String], isPrefix: Bool = false) {
    self.words = words
    self.isPrefix = isPrefix
  }
}
