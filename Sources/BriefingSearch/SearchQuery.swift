/// What a reader looks for in a library: every group must be met, no exclusion may be.
public struct SearchQuery: Hashable, Sendable {
  /// As typed.
  public var text: String
  /// What must be met: of each group at least one term.
  public var groups: [[Term]]
  /// What must not occur.
  public var excluded: [Term]
  /// What is wrong with it, on one line, with what to type instead; nil where nothing is. Such a query finds nothing.
  public var problem: String?

  /// Makes a query of its parts; ``init(parsing:isTyping:)`` reads one.
  public init(text: String, groups: [[Term]] = [], excluded: [Term] = []) {
    self.text = text
    self.groups = groups
    self.excluded = excluded
  }

  /// Whether it asks for nothing: no words, no filters.
  public var isEmpty: Bool { groups.isEmpty && excluded.isEmpty && problem == nil }

  /// Whether it has words to rank by; a query of filters and exclusions has none.
  public var ranks: Bool { groups.contains { $0.allSatisfy { $0.words != nil } } }

  /// One thing to look for.
  public enum Term: Hashable, Sendable {
    /// Words of the text, the section's title, the briefing's title or its tags.
    case words(WordTerm)
    /// Words of what the front matter says of the whole briefing.
    case metadata(MetadataField, words: [String], isPrefix: Bool)
    /// A day from the first on and before the second; nil where that side is open.
    case days(from: Day?, before: Day?)

    /// The words to look for in the text; nil for a filter.
    public var words: WordTerm? {
      if case .words(let term) = self { term } else { nil }
    }
  }

  /// Words that stand one behind the other.
  public struct WordTerm: Hashable, Sendable {
    /// Folded words, at least one.
    public var words: [String]
    /// Where they must stand; nil for anywhere.
    public var field: TextField?
    /// Whether the last one may be the start of a longer word.
    public var isPrefix: Bool
    /// Whether the reader asked for this form alone, by quotes.
    public var isExact: Bool

    /// Makes a term.
    public init(words: [String], field: TextField? = nil, isPrefix: Bool = false, isExact: Bool = false) {
      self.words = words
      self.field = field
      self.isPrefix = isPrefix
      self.isExact = isExact
    }

    /// The word whose inflections serve too, below the exact form; nil for phrases, numbers and what was
    /// asked for exactly.
    public var inflectedWord: String? {
      guard !isExact, field != .tag, words.count == 1, let word = words.first, word.utf8.count > 2 else {
        return nil
      }
      return word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ? word : nil
    }
  }

  /// Where words of the text can stand.
  public enum TextField: String, Hashable, Sendable, CaseIterable {
    case title, section, tag
  }

  /// What front matter says of a briefing besides its title and tags; the path counts as said.
  public enum MetadataField: String, Hashable, Sendable, CaseIterable {
    case source, author, path, lang
  }
}
