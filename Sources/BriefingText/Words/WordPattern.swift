/// Words that stand one after another, as a library's search looks for them: whole words, folded.
public struct WordPattern: Hashable, Sendable {
  /// Folded words, see ``Words``; of none there is no match.
  public var words: [String]
  /// Whether the last one may be the start of a longer word.
  public var isPrefix: Bool

  /// Whether its only word is to be found in parts, with a sign between them: `f35` in `F-35`.
  public var isJoined: Bool
  /// What of a query it stands for: patterns with the same number are forms of one word. Nil for one by itself.
  public var concept: Int?

  /// Makes a pattern.
  public init(words: [String], isPrefix: Bool = false, isJoined: Bool = false, concept: Int? = nil) {
    self.words = words
    self.isPrefix = isPrefix
    self.isJoined = isJoined
    self.concept = concept
  }
}
