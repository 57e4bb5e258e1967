import BriefingCore
import BriefingText

/// What a search of a library found.
public struct SearchResults: Hashable, Sendable {
  /// The query that this answers, as typed.
  public var text: String
  /// The best section of each briefing that was found, in order.
  public var hits: [SearchHit]
  /// How many sections and briefings fit in all.
  public var total: Total
  /// The order of the hits, which is not always the one that was asked for: of very many the newest come first.
  public var order: SearchOrder
  /// What to light where a hit is opened: the words of the query and those of their inflections that occur.
  public var patterns: [WordPattern]
  /// Something that the reader should know about how the search was done, on one line; nil as a rule.
  public var note: String?
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

/// In which order hits come.
public enum SearchOrder: String, Hashable, Sendable, CaseIterable {
  /// Best first; of equals the newer first.
  case relevance
  /// Newest briefing first.
  case newest
}

/// A section that was found: the best one of its briefing.
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
  /// How many more sections of the briefing fit; nil where they were not all looked at.
  public var more: Int?

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
