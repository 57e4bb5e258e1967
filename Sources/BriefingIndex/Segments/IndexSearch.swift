import BriefingSearch
import BriefingText
import GRDB

/// Finds the sections of a query in one state of the index.
package struct IndexSearch {
  private let db: Database
  private let stemmer = EnglishStemmer()

  /// A section that was found: the best one of its briefing.
  package struct Found {
    /// The segment and rank of the briefing.
    var segment: Int64
    package var rank: Int
    /// See `BriefingDate.moment`.
    package var moment: Int64
    package var ordinal: Int
    package var score = 0.0
    /// Further sections of the same briefing.
    package var more: Int
  }

  /// What was found: the best section of each briefing, in order.
  package struct Answer {
    package var targets: [HitReader.Target] = []
    package var sections = 0
    package var briefings = 0
    package var order = SearchOrder.relevance
    /// What to light where a section is opened.
    package var patterns: [WordPattern] = []
  }

  /// More sections than this are not ranked: the newest come first.
  package static let rankLimit = 3000

  /// Prepares searches within one read of the database.
  package init(_ db: Database) { self.db = db }

  /// Finds the sections of a query: of those of relevance the best, else the newest.
  ///
  /// - Parameter limit: Briefings wanted.
  /// - Throws: `CancellationError` when `isCancelled` answers true; `DatabaseError`.
  package func find(
    _ query: SearchQuery, _ order: SearchOrder, limit: Int, isCancelled: () -> Bool
  ) throws -> Answer {
    let forms = try QueryForms(query, stemmer, in: db)
    var answer = Answer(patterns: Self.patterns(of: query, forms))
    let found = try segments(matching: query, forms, isCancelled)
    for segment in found {
      answer.sections += segment.matches.sections.count
      answer.briefings += segment.briefingCount
    }
    answer.order = query.ranks && answer.sections <= Self.rankLimit ? order : .newest
    let hits =
      answer.order == .relevance
      ? try ranked(found, query, isCancelled) : found.flatMap { $0.newest(limit) }
    answer.targets = try targets(hits, limit: limit)
    return answer
  }

  /// Names all sections of a query, by path and ordinal: for tests.
  func allSections(of query: SearchQuery) throws -> [(path: String, ordinal: Int)] {
    try segments(matching: query, try QueryForms(query, stemmer, in: db), { false }).flatMap { segment in
      try segment.sections.map { rank, section in
        let facts = segment.search.segment.facts
        let target = try HitReader.Target(segment.found(rank, section, score: 0, more: 0), in: db)
        return (target.path, facts.ordinal(ofSection: section, rank: rank))
      }
    }
  }

  // MARK: Segments

  private func segments(
    matching query: SearchQuery, _ forms: QueryForms, _ isCancelled: () -> Bool
  ) throws -> [FoundSegment] {
    try SegmentTable(db).rows().map { segment in
      if isCancelled() { throw CancellationError() }
      let search = SegmentSearch(segment, db, forms)
      return FoundSegment(
        search: search, matches: try search.matches(query, isCancelled: isCancelled))
    }
  }

  /// The best section of each briefing.
  private func ranked(_ segments: [FoundSegment], _ query: SearchQuery, _ isCancelled: () -> Bool) throws
    -> [Found]
  {
    let groups = query.groups.filter(\.ranks).map { $0.compactMap(\.words) }
    let counts = groups.indices.map { group in
      segments.reduce(0) { $0 + $1.matches.groupCounts[group] }
    }
    let all = segments.map(\.search.segment)
    let relevance = Relevance(
      groups: counts.map(Relevance.Group.init(sections:)),
      sections: all.reduce(0) { $0 + $1.livingSectionCount }, words: all.reduce(0) { $0 + $1.livingWordCount }
    )
    var hits: [Found] = []
    for segment in segments where !segment.matches.sections.isEmpty {
      if isCancelled() { throw CancellationError() }
      let lengths = try SegmentTable(db).lengths(of: segment.search.segment)
      let occurrences = try segment.search.occurrences(of: groups, in: segment.matches.sections)
      var last: Int?
      for ((rank, section), occurrences) in zip(segment.sections, occurrences) {
        let found = segment.found(
          rank, section, score: relevance.score(occurrences, words: Int(lengths[section])), more: 0)
        if last == rank, let best = hits.last {
          // The earlier one of equals.
          var winner = found.score > best.score ? found : best
          winner.more = best.more + 1
          hits[hits.count - 1] = winner
        } else {
          hits.append(found)
        }
        last = rank
      }
    }
    return hits
  }

  /// The first of what was found: the best, of equals the newest, of these in the order of their paths.
  private func targets(_ hits: [Found], limit: Int) throws -> [HitReader.Target] {
    func precedes(_ a: Found, _ b: Found) -> Bool { (a.score, a.moment) > (b.score, b.moment) }
    let sorted = hits.sorted(by: precedes)
    guard limit > 0, !sorted.isEmpty else { return [] }
    // Paths decide only between equals, so most are never asked for.
    let last = sorted[min(limit, sorted.count) - 1]
    return try sorted.prefix { !precedes(last, $0) }
      .map { (found: $0, target: try HitReader.Target($0, in: db)) }
      .sorted { a, b in
        precedes(a.found, b.found)
          || !precedes(b.found, a.found) && a.target.path.utf8.lexicographicallyPrecedes(b.target.path.utf8)
      }
      .prefix(limit).map(\.target)
  }

  /// What to light of a query.
  private static func patterns(of query: SearchQuery, _ forms: QueryForms) -> [WordPattern] {
    query.groups.joined().compactMap(\.words).flatMap { term in
      var patterns = [WordPattern(words: term.words)]
      if term.isPrefix { patterns.append(WordPattern(words: term.words, isPrefix: true)) }
      if let word = term.inflectedWord { patterns += forms[word].map { WordPattern(words: [$0]) } }
      return patterns
    }
  }
}

/// A segment and what was found in it.
private struct FoundSegment {
  let search: SegmentSearch
  let matches: SegmentSearch.Matches

  private var facts: SegmentFacts { search.segment.facts }

  /// Calls `body` with each briefing that has a section, in order, and with the first of these; until it answers false.
  private func forEachBriefing(_ body: (_ rank: Int, _ first: Int) -> Bool) {
    var rank = 0
    var next = matches.sections.first(from: 0)
    while let section = next {
      while facts.sections(ofRank: rank).upperBound <= section { rank += 1 }
      guard body(rank, section) else { return }
      next = matches.sections.first(from: facts.sections(ofRank: rank).upperBound)
    }
  }

  /// How many briefings have a section.
  var briefingCount: Int {
    var count = 0
    forEachBriefing { _, _ in
      count += 1
      return true
    }
    return count
  }

  /// Each section with the rank of its briefing, in order.
  var sections: [(rank: Int, section: Int)] {
    var rank = 0
    var sections: [(rank: Int, section: Int)] = []
    matches.sections.forEach { section in
      while facts.sections(ofRank: rank).upperBound <= section { rank += 1 }
      sections.append((rank, section))
    }
    return sections
  }

  /// The newest briefings, each by its first section.
  func newest(_ limit: Int) -> [IndexSearch.Found] {
    var newest: [IndexSearch.Found] = []
    guard limit > 0 else { return [] }
    forEachBriefing { rank, first in
      let more = matches.sections.count(in: first + 1..<facts.sections(ofRank: rank).upperBound)
      newest.append(found(rank, first, score: 0, more: more))
      return newest.count < limit
    }
    return newest
  }

  func found(_ rank: Int, _ section: Int, score: Double, more: Int) -> IndexSearch.Found {
    IndexSearch.Found(
      segment: search.segment.id, rank: rank, moment: facts.moments[rank],
      ordinal: facts.ordinal(ofSection: section, rank: rank), score: score, more: more)
  }
}

extension HitReader.Target {
  /// The target of a section that the index has found.
  package init(_ found: IndexSearch.Found, in db: Database) throws {
    let rows = try DirectStatement(
      db, "SELECT \(BriefingRow.columns) FROM briefing WHERE segment = ? AND rank = ?")
    try rows.start(.integer(found.segment), .integer(Int64(found.rank)))
    defer { rows.finish() }
    guard try rows.step() else { throw DatabaseError.damagedIndex }
    let row = try BriefingRow(rows)
    guard row.segment == found.segment, row.rank == found.rank else { throw DatabaseError.damagedIndex }
    self.init(
      path: String(decoding: row.path, as: UTF8.self), ordinal: found.ordinal, score: found.score,
      more: found.more, stamp: row.stamp)
  }
}
