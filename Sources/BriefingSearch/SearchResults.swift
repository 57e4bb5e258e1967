import BriefingCore
import BriefingText

/// What a search of a library found.
public struct SearchResults: Hashable, Sendable {
  /// The query that this returns, as typed.
  public var text: String
  /// The briefings that were found, in order, each by its best section and those that are nearly as good.
  public var hits: [SearchHit]
  /// How many sections and briefings have all words.
  public var total: Total
  /// The order of the hits, which is not always the one that was asked for: filters alone rank nothing.
  public var order: SearchOrder
  /// What to light where a hit is opened: the words of the query and those of their inflections that occur.
  public var patterns: [WordPattern]
  /// Something that the reader should know about how the search was done, on one line; nil as a rule.
  public var note: String?
  /// What was looked for in place of words that occur nowhere.
  public var corrections: [SearchPlan.Correction] = []
  /// What the reader should know of how the query was understood, each on one line: `misle → missile`.
  public var remarks: [String] = []
  /// Whether hits are left out that are still being read: the same results with all hits follow.
  public var isPartial = false

  /// How much fits a query.
  public struct Total: Hashable, Sendable {
    /// Sections.
    public var sections: Int
    /// Briefings that they stand in.
    public var briefings: Int

    /// Makes a total.
    public init(sections: Int, briefings: Int) {
      self.sections = sections
      self.briefings = briefings
    }
  }

  /// Makes results.
  public init(
    text: String, hits: [SearchHit] = [], total: Total = .init(sections: 0, briefings: 0),
    order: SearchOrder = .relevance, patterns: [WordPattern] = [], note: String? = nil
  ) {
    self.text = text
    self.hits = hits
    self.total = total
    self.order = order
    self.patterns = patterns
    self.note = note
  }
}

extension SearchResults {
  /// Whether hits follow that lack words of the query.
  public var hasPartialHits: Bool { hits.last?.missing.isEmpty == false }
}

extension SearchHit {
  /// `without: kyiv`; nil where it has all words of the query.
  public var missingText: String? { missing.isEmpty ? nil : "without: " + missing.joined(separator: ", ") }

  /// `in a link: bloomberg.com`; nil where no word of the query was found in a link alone.
  public var hostText: String? { excerpt?.host.map { "in a link: \($0)" } }

  /// `+2 copies`; nil where it is the only one.
  public var copiesText: String? { copies == 0 ? nil : copies == 1 ? "+1 copy" : "+\(copies.grouped) copies" }
}

/// Which sections of a briefing are shown.
public enum SearchFolding: Hashable, Sendable {
  /// The best, and those that are not clearly weaker, see ``SearchFolding/most``.
  case close
  /// All that have all words.
  case none

  /// Sections of a briefing that are shown at most where the others are folded: about a screen.
  package static let most = 12

  /// Whether a section is shown beside the best one: if its score is not clearly less, and it has something of the query
  /// itself. What only the briefing's title has says nothing of a section.
  package static func shows(_ score: Double, besides best: Double, isOwn: @autoclosure () -> Bool) -> Bool {
    score >= best * 0.6 && isOwn()
  }
}

/// In which order hits come.
public enum SearchOrder: String, Hashable, Sendable, CaseIterable {
  /// Best first; of equals the newer first.
  case relevance
  /// Newest briefing first.
  case newest
}

/// A section that was found.
public struct SearchHit: Hashable, Sendable {
  /// The path that opens the briefing: the library's as given, joined with the way below it.
  public var path: String
  /// The briefing's title; never empty.
  public var title: String
  /// The briefing's date.
  public var date: BriefingDate?
  /// Where the date is from.
  public var dateOrigin: DateOrigin?
  /// `2.1`; empty for the lead.
  public var number: String
  /// The section's title; empty for the lead.
  public var section: String
  /// The section's anchor; empty for the lead.
  public var slug: String
  /// 1-based line of the section's heading, 1 for the lead.
  public var line: Int
  /// What of the text fits; nil where it could not be read any more.
  public var excerpt: Excerpt?
  /// How well it fits: more is better; 0 where the order is not by relevance.
  public var score: Double
  /// How many more sections of the briefing fit that are not shown: said of the first that is shown. Nil where they
  /// were not all looked at.
  public var more: Int?
  /// Words of the query that it lacks, as typed; none where it has all.
  public var missing: [String] = []
  /// How many briefings with nearly the same text, or of which it is a translation, stand behind it: said of the first
  /// hit of a briefing.
  public var copies = 0
  /// What tells copies, until they were folded.
  package var likeness: Likeness?

  /// Makes a hit.
  public init(
    path: String, title: String, date: BriefingDate? = nil, dateOrigin: DateOrigin? = nil,
    number: String = "", section: String = "",
    slug: String = "", line: Int = 1, excerpt: Excerpt? = nil, score: Double = 0, more: Int? = 0
  ) {
    self.path = path
    self.title = title
    self.date = date
    self.dateOrigin = dateOrigin
    self.number = number
    self.section = section
    self.slug = slug
    self.line = line
    self.excerpt = excerpt
    self.score = score
    self.more = more
  }
}

/// How far the index of a library has come.
public struct IndexProgress: Hashable, Sendable {
  /// Briefings that can be found.
  public var done: Int
  /// Briefings that the library has; 0 until they were counted.
  public var total: Int

  /// Makes a progress.
  public init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}
