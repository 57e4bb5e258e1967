/// One briefing of the library as the list shows it.
public struct CatalogueRow: Hashable, Sendable {
  /// The path that opens it.
  public var path: String
  /// Never empty.
  public var title: String
  /// When it was published, else last changed.
  public var date: BriefingDate?
  /// Where the date is from.
  public var dateOrigin: DateOrigin?
  /// Who published it.
  public var source: String?
  /// Who wrote it.
  public var authors: [String]
  /// Its keywords.
  public var tags: [String]
  /// The beginning of what its front matter says that it says.
  public var summary: String?
  /// BCP 47 language tag.
  public var language: String?
  /// How many sections it has.
  public var sections: Int
  /// Words of its text.
  public var words: Int
  /// What its front matter says of having been read, before anything else is known of that; nil where it says nothing.
  public var isRead: Bool?
  /// Why it cannot be read, or what is wrong with how it is encoded; nil where nothing is.
  public var problem: String?
  /// Whether it can be opened.
  public var isReadable: Bool

  /// Makes a row.
  ///
  /// - Parameter isReadable: Whether it can be opened; without it, where there is no problem.
  public init(
    path: String, title: String, date: BriefingDate? = nil, dateOrigin: DateOrigin? = nil,
    source: String? = nil,
    authors: [String] = [], tags: [String] = [], summary: String? = nil, language: String? = nil,
    sections: Int = 0, words: Int = 0, isRead: Bool? = nil, problem: String? = nil, isReadable: Bool? = nil
  ) {
    self.path = path
    self.title = title
    self.date = date
    self.dateOrigin = dateOrigin
    self.source = source
    self.authors = authors
    self.tags = tags
    self.summary = summary
    self.language = language
    self.sections = sections
    self.words = words
    self.isRead = isRead
    self.problem = problem
    self.isReadable = isReadable ?? (problem == nil)
  }

  /// Whether it stands before another where the newest come first: what has a date that somebody stated, then what has one
  /// that is guessed, then the rest. Guesses count by their days: after a clone files differ by seconds. What has the same
  /// date goes by its path, the highest issue number first.
  public func isNewer(than other: CatalogueRow) -> Bool {
    let (mine, others) = (certainty, other.certainty)
    if mine != others { return mine > others }
    if let date, let otherDate = other.date {
      if mine == 2, date != otherDate { return date > otherDate }
      if date.dayNumber != otherDate.dayNumber { return date.dayNumber > otherDate.dayNumber }
    }
    return NaturalOrder.precedes(path, other.path, highestFirst: true)
  }

  /// 2 where somebody stated the date, 1 where it is guessed, 0 where there is none.
  private var certainty: Int { date == nil ? 0 : dateOrigin?.isGuess == true ? 1 : 2 }
}
