import BriefingSearch
import GRDB

/// Finds the sections of a query in one state of the index.
struct IndexSearch {
  private let db: Database
  private let stemmer: EnglishStemmer

  /// A section that was found.
  struct Found {
    var id: Int64
    var briefing: Int64
    /// See ``PreparedBriefing/moment``; 0 where hits are ranked.
    var moment = 0
    var ordinal: Int
    var score = 0.0
    /// Further sections of the same briefing; nil where not all were looked at.
    var more: Int? = 0
  }

  /// What was found: the best section of each briefing, in order.
  struct Answer {
    var hits: [Found] = []
    var total = SearchResults.Total.exactly(sections: 0, briefings: 0)
    var order = SearchOrder.relevance
    var statement: IndexStatement
  }

  /// More sections than this are not ranked: the newest come first.
  static let rankLimit = 3000
  /// More sections than this are not counted.
  static let countLimit = 10_000

  /// Prepares searches within one read of the database.
  init(_ db: Database, _ stemmer: EnglishStemmer) {
    self.db = db
    self.stemmer = stemmer
  }

  /// Finds the sections of a query: of those of relevance the best, else the newest.
  ///
  /// - Parameter limit: Briefings wanted.
  /// - Throws: `CancellationError` when `isCancelled` answers true; `DatabaseError`.
  func find(
    _ query: SearchQuery, _ order: SearchOrder, limit: Int, isCancelled: () -> Bool
  ) throws -> Answer {
    let statement = try statement(of: query)
    var answer = Answer(statement: statement)
    let groups = try statement.rankedGroups.map { try Relevance.Group(sections: sectionCount(of: $0)) }
    if order == .relevance, !groups.isEmpty, try !isBeyond(Self.rankLimit, statement),
      try rank(&answer, groups, isCancelled)
    {
      return answer
    }
    answer.order = .newest
    try collectNewest(&answer, limit: limit, isCancelled)
    return answer
  }

  /// What the index is asked for a query.
  func statement(of query: SearchQuery) throws -> IndexStatement {
    try IndexStatement(query, inflections: inflections)
  }

  // MARK: Ranking

  /// Ranks all sections of the query; false where there are too many.
  private func rank(_ answer: inout Answer, _ groups: [Relevance.Group], _ isCancelled: () -> Bool) throws
    -> Bool
  {
    let relevance = Relevance(
      groups: groups, sections: try IndexTotal.sections.value(in: db),
      words: try IndexTotal.words.value(in: db))
    let phrases = answer.statement.match.phrases
    let (sql, arguments) = answer.statement.sql(
      selecting: "section.id, section.briefing, section.ordinal, section.words", occurrences: true)
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    var best: [Int64: Found] = [:]
    var sections = 0
    while let row = try rows.next() {
      sections += 1
      if sections > Self.rankLimit { return false }
      if sections % 128 == 0, isCancelled() { throw CancellationError() }
      var occurrences: [Relevance.Occurrence] = []
      try row.withUnsafeData(atIndex: 4) { data in
        data?.withUnsafeBytes { bytes in
          occurrences = OccurrenceFunction.decode(bytes).compactMap { $0.occurrence(phrases) }
        }
      }
      let found = Found(
        id: row[0], briefing: row[1], ordinal: row[2],
        score: relevance.score(occurrences, words: row[3]))
      guard let other = best[found.briefing] else {
        best[found.briefing] = found
        continue
      }
      var winner = (found.score, -found.ordinal) > (other.score, -other.ordinal) ? found : other
      winner.more = (other.more ?? 0) + 1
      best[found.briefing] = winner
    }
    answer.hits = best.values.sorted { ($0.score, $0.id) > ($1.score, $1.id) }
    answer.total = .exactly(sections: sections, briefings: best.count)
    return true
  }

  // MARK: Newest first

  /// Collects the newest briefings of the query, each by its first section that fits.
  private func collectNewest(_ answer: inout Answer, limit: Int, _ isCancelled: () -> Bool) throws {
    let (sql, arguments) = answer.statement.sql(
      selecting: "section.id, section.briefing, section.ordinal, briefing.moment", joinsBriefing: true)
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    // A briefing's sections stand together, since they were written together.
    var hits: [Found] = []
    var sections = 0
    var isComplete = true
    while let row = try rows.next() {
      if sections % 128 == 0, isCancelled() { throw CancellationError() }
      let found = Found(id: row[0], briefing: row[1], moment: row[3], ordinal: row[2])
      if let last = hits.last, last.briefing == found.briefing {
        hits[hits.count - 1] = Found(
          id: found.id, briefing: found.briefing, moment: found.moment, ordinal: found.ordinal,
          more: (last.more ?? 0) + 1)
      } else {
        // The day is gone through to its end: its ids are not in the order of its hours.
        if hits.count >= limit, let last = hits.last,
          SectionID.day(of: last.id) != SectionID.day(of: found.id) || hits.count >= limit + Self.rankLimit
        {
          isComplete = false
          break
        }
        hits.append(found)
      }
      sections += 1
    }
    hits.sort { ($0.moment, $0.id) > ($1.moment, $1.id) }
    answer.hits = Array(hits.prefix(limit))
    answer.total =
      isComplete
      ? .exactly(sections: sections, briefings: hits.count)
      : try count(answer.statement)
  }

  /// Whether more sections than a limit fit a statement, as far as the index alone can tell: soon, and without a look
  /// at any section.
  private func isBeyond(_ limit: Int, _ statement: IndexStatement) throws -> Bool {
    // Those that are gone are counted too.
    let most = limit + 1 + (try IndexTotal.stale.value(in: db))
    guard let (sql, arguments) = statement.roughCount(upTo: most) else { return false }
    return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) == most
  }

  /// Counts the sections of a statement, as far as is worth while.
  private func count(_ statement: IndexStatement) throws -> SearchResults.Total {
    if try isBeyond(Self.countLimit, statement) { return .moreThan(sections: Self.countLimit) }
    let enough = Self.countLimit + 1
    let (sql, arguments) = statement.sql(selecting: "section.briefing AS briefing")
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(*), count(DISTINCT briefing) FROM (\(sql) LIMIT \(enough))"), arguments: arguments)
    let sections: Int = row?[0] ?? 0
    return sections == enough
      ? .moreThan(sections: Self.countLimit) : .exactly(sections: sections, briefings: row?[1] ?? 0)
  }

  // MARK: Words

  /// The other forms of a word that occur in English sections.
  private func inflections(of word: String) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: "SELECT text FROM word WHERE stem = ? AND text != ?"),
      arguments: [stemmer.stem(of: word), word])
  }

  /// In how many sections one of some terms occurs: as many as the rarest word of each, an upper bound.
  private func sectionCount(of terms: [SearchQuery.WordTerm]) throws -> Int {
    var count = 0
    for term in terms {
      var least = Int.max
      for (index, word) in term.words.enumerated() {
        let isPrefix = term.isPrefix && index == term.words.count - 1
        least = min(least, isPrefix ? try sectionCount(ofPrefix: word) : try sectionCount(ofWord: word))
      }
      if let word = term.inflectedWord {
        for form in try inflections(of: word) { least += try sectionCount(ofWord: form) }
      }
      count += least
    }
    return count
  }

  private func sectionCount(ofWord word: String) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT sections FROM word WHERE text = ?"), arguments: [word]) ?? 0
  }

  private func sectionCount(ofPrefix prefix: String) throws -> Int {
    // The highest scalar sorts behind every word with the prefix.
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT coalesce(sum(sections), 0) FROM word WHERE text >= ? AND text < ?"),
      arguments: [prefix, prefix + "\u{10FFFF}"]) ?? 0
  }
}

extension OccurrenceFunction.Raw {
  /// What it is of the query; nil where it is only a condition.
  func occurrence(_ phrases: [MatchExpression.Phrase]) -> Relevance.Occurrence? {
    guard phrases.indices.contains(Int(phrase)), let group = phrases[Int(phrase)].group,
      let column = Relevance.Column(rawValue: Int(column))
    else { return nil }
    return Relevance.Occurrence(
      group: group, column: column, position: Int(position), length: phrases[Int(phrase)].length,
      isExact: phrases[Int(phrase)].isExact)
  }
}

extension HitReader.Target {
  /// The target of a section that the index has found.
  init(_ found: IndexSearch.Found, in db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT path, size, modified, inode FROM briefing WHERE id = ?"),
      arguments: [found.briefing])
    guard let row else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    let inode: Int64 = row[3]
    self.init(
      path: row[0], ordinal: found.ordinal, score: found.score, more: found.more,
      stamp: FileStamp(size: row[1], modified: row[2], inode: UInt64(bitPattern: inode)))
  }
}
