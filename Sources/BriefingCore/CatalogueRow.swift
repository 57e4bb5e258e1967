/// One briefing of the library as the list shows it.
public struct CatalogueRow: Hashable, Sendable {
  /// The path that opens it.
  public var path: String
  /// Never empty.
  public var title: String
  /// When it was published, else last changed.
  public var date: BriefingDate?
  /// Who published it.
  public var source: String?
  /// Its keywords.
  public var tags: [String]
  /// How many sections it has.
  public var sections: Int
  /// Words of its text.
  public var words: Int
  /// Why it cannot be read, or what is wrong with how it is encoded; nil where nothing is.
  public var problem: String?
  /// Whether it can be opened.
  public var isReadable: Bool

  /// Makes a row.
  ///
  /// - Parameter isReadable: Whether it can be opened; without it, where there is no problem.
  public init(
    path: String, title: String, date: BriefingDate? = nil, source: String? = nil, tags: [String] = [],
    sections: Int = 0, words: Int = 0, problem: String? = nil, isReadable: Bool? = nil
  ) {
    self.path = path
    self.title = title
    self.date = date
    self.source = source
    self.tags = tags
    self.sections = sections
    self.words = words
    self.problem = problem
    self.isReadable = isReadable ?? (problem == nil)
  }

  /// Whether it stands before another where the newest come first: what has no date comes last, and what has the same
  /// goes by its path.
  public func isNewer(than other: CatalogueRow) -> Bool {
    switch (date, other.date) {
    case (let mine?, let others?) where mine != others: mine > others
    case (_?, nil): true
    case (nil, _?): false
    default: path < other.path
    }
  }
}
