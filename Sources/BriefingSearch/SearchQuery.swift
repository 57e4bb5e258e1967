/// What a reader looks for in a library: every group must be met, no exclusion may be.
public struct SearchQuery: Hashable, Sendable {
  /// As typed.
  public var text: String
  /// What must be met: of each group at least one term.
  public var groups: [[Term]]
  /// What must not occur.
  public var excluded: [Term]
  /// What the reader should know of how it was read, each on one line.
  public var remarks: [String] = []
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

    /// What is remembered of a section, as a reading state says; nothing is, until ``SearchQuery/resolve(_:)`` says which
    /// sections that are.
    case state(StateName, BriefingSet)

    /// The words to look for in the text; nil for a filter.
    public var words: WordTerm? {
      if case .words(let term) = self { term } else { nil }
    }
  }

  /// What `is:` asks for: see `StateFilter` of the reading state.
  public enum StateName: String, Hashable, Sendable, CaseIterable {
    case unread, read, starred, changed
  }

  /// What is asked of the reading state, each once.
  public var states: Set<StateName> {
    var states: Set<StateName> = []
    for case .state(let name, _) in groups.joined() + excluded { states.insert(name) }
    return states
  }

  /// Says which sections are meant by what is asked of the reading state.
  public mutating func resolve(_ find: (StateName) -> BriefingSet) {
    let known = Dictionary(states.map { ($0, find($0)) }, uniquingKeysWith: { first, _ in first })
    func resolved(_ term: Term) -> Term {
      if case .state(let name, _) = term, let set = known[name] { .state(name, set) } else { term }
    }
    for index in groups.indices { groups[index] = groups[index].map(resolved) }
    excluded = excluded.map(resolved)
  }

  /// Words that stand one after another.
  public struct WordTerm: Hashable, Sendable {
    /// Folded words, at least one.
    public var words: [String]
    /// Where they must stand; nil for anywhere.
    public var field: TextField?
    /// Whether the last one may be the start of a longer word.
    public var isPrefix: Bool
    /// Whether that is because it is still being typed, and not because the reader asked for it.
    public var isOpen: Bool
    /// Whether it may be the start of a longer word because particles follow the words of its language.
    public var takesParticles = false
    /// Whether the reader asked for this form alone, by quotes.
    public var isExact: Bool
    /// What the reader typed.
    public var typed: Typed
    /// Words of the library that take its place because it occurs nowhere, see ``SearchPlan``.
    public var corrections: [String] = []
    /// How many words more than its own a stretch may have in which its words stand, in any order; nil where they stand
    /// one after another.
    public var slack: Int?
    /// Other ways to write it, see ``SearchPlan``.
    public var spellings: [Spelling] = []

    /// Makes a term.
    ///
    /// - Parameter typed: What the reader typed; without it the words.
    public init(
      words: [String], field: TextField? = nil, isPrefix: Bool = false, isOpen: Bool = false,
      isExact: Bool = false, typed: String? = nil
    ) {
      self.words = words
      self.field = field
      self.isPrefix = isPrefix
      self.isOpen = isOpen
      self.isExact = isExact
      self.typed = Typed(text: typed ?? words.joined(separator: " "))
    }

    /// Whether it is neither quoted nor a filter: sections without it may be shown below those that have all.
    public var isBare: Bool { !isExact && field == nil }

    /// Its word, where it is a single one, and bare; nil for one that was typed with `*`.
    public var bareWord: String? {
      isBare && words.count == 1 && !isBeginning ? words.first : nil
    }

    /// Whether the reader asked for the start of a word, by a star.
    var isBeginning: Bool { isPrefix && !isOpen && !takesParticles }

    /// The word whose inflections serve too, below the exact form; nil for phrases, words with digits, beginnings and what
    /// was asked for exactly.
    public var inflectedWord: String? {
      guard !isExact, field != .tag, !isBeginning, words.count == 1, let word = words.first,
        word.unicodeScalars.count > 2, !Self.hasDigit(word)
      else { return nil }
      return word
    }

    static func hasDigit(_ word: String) -> Bool {
      word.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// The word in whose place the nearest ones serve where it occurs nowhere: one of at least four letters, without
    /// digits, bare or in a title. Tags are names that somebody chose.
    public var correctableWord: String? {
      guard !isExact, field != .tag, !isBeginning, words.count == 1, let word = words.first,
        (4...32).contains(word.unicodeScalars.count), !Self.hasDigit(word)
      else { return nil }
      return word
    }
  }

  /// What a reader typed for a term. Terms that differ in nothing else are one.
  public struct Typed: Hashable, Sendable {
    /// As typed.
    public var text: String

    /// Always true.
    public static func == (a: Typed, b: Typed) -> Bool { true }
    /// Adds nothing.
    public func hash(into hasher: inout Hasher) {}
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
