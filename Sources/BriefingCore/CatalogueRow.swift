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
  /// How other files of its site name it in links, see ``Metadata/addresses``.
  public var addresses: [String]
  /// How many sections it has.
  public var sections: Int
  /// Words of its text.
  public var words: Int
  /// What its front matter says of having been read, before anything else is known of that; nil where it says nothing.
  public var isRead: Bool?
  /// Why it cannot be read, or what is wrong with how it is encoded or shown; nil where nothing is.
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
    addresses: [String] = [], sections: Int = 0, words: Int = 0, isRead: Bool? = nil, problem: String? = nil,
    isReadable: Bool? = nil
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
    self.addresses = addresses
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
    let (mine, others) = (age, other.age)
    return mine == others ? NaturalOrder.precedes(path, other.path, highestFirst: true) : mine > others
  }

  /// What of its date counts for that.
  package var age: RowAge { RowAge(date, isGuess: dateOrigin?.isGuess == true) }

  /// Rows in that order, newest first. Ages and indices are moved, for to move or copy a row costs more than to compare it.
  public static func newestFirst(_ rows: [CatalogueRow]) -> [CatalogueRow] {
    let ages = rows.map(\.age)
    return rows.indices.sorted { a, b in
      ages[a] == ages[b]
        ? NaturalOrder.precedes(rows[a].path, rows[b].path, highestFirst: true) : ages[a] > ages[b]
    }.map { rows[$0] }
  }
}
