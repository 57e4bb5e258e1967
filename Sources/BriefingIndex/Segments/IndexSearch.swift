import BriefingCore
import BriefingSearch
import BriefingText
import GRDB

/// Finds the sections of a query in one state of the index.
package struct IndexSearch {
  private let db: Database
  private let stemmers = Stemmers()

  /// A section that was found: the best one of its briefing.
  package struct Found {
    /// The segment's place among all, and the rank of the briefing there.
    var segment: Int
    var rank: Int
    /// The section's number in the segment.
    var section: Int
    var order: HitOrder
    /// Further sections of the same briefing that have all words.
    var more: Int
  }

  /// What was found: the best section of each briefing, in order.
  package struct Answer {
    /// The query as it was answered.
    package var plan: SearchPlan
    package var targets: [HitReader.Target] = []
    package var sections = 0
    package var briefings = 0
    package var order = SearchOrder.relevance
    /// What to light where a section is opened.
    package var patterns: [WordPattern] = []
  }

  /// Prepares searches within one read of the database.
  package init(_ db: Database) { self.db = db }

  /// Finds the sections of a query: of those of relevance the best, else the newest.
  ///
  /// - Parameter limit: Briefings wanted.
  /// - Throws: `CancellationError` when `isCancelled` returns true; `DatabaseError`.
  package func find(
    _ query: SearchQuery, _ order: SearchOrder, limit: Int, folding: SearchFolding = .close,
    isCancelled: () -> Bool
  ) throws -> Answer {
    let isRanked = query.ranks && order == .relevance
    let (plan, forms, segments) = try segments(SearchPlan(query), isRanked: isRanked, isCancelled)
    var answer = Answer(plan: plan, order: isRanked ? .relevance : .newest)
    answer.patterns = Self.patterns(of: plan, forms)
    for segment in segments {
      answer.sections += segment.complete.count
      answer.briefings += segment.briefingCount
    }
    let isPartial = plan.isSoft && answer.sections < SearchPlan.enough
    if isPartial { for segment in segments { segment.addPartial() } }
    let found: [Found]
    if isRanked {
      found = try ranked(segments, plan, limit, isCancelled)
    } else if isPartial {
      found = segments.indices.flatMap { segments[$0].best(segment: $0, limit: .max) }
    } else {
      found = segments.indices.flatMap { segments[$0].newest(segment: $0, limit) }
    }
    answer.targets = try targets(found, of: segments, limit: limit, folding)
    return answer
  }

  /// Names all sections that have all words of a query, by path and ordinal: for tests.
  package func allSections(of query: SearchQuery) throws -> [(path: String, ordinal: Int)] {
    let segments = try segments(SearchPlan(query), isRanked: false) { false }.2
    return try segments.indices.flatMap { number in
      let segment = segments[number]
      return try segment.complete.numbers.map { section in
        let rank = segment.facts.rank(ofSection: section)
        let order = HitOrder(tier: 0, score: 0, moment: 0)
        let found = Found(segment: number, rank: rank, section: section, order: order, more: 0)
        let target = try HitReader.Target(found, of: segment, in: db)
        return (target.path, target.ordinal)
      }
    }
  }

  // MARK: Finding

  /// What each segment has of a query, in which words that occur nowhere are replaced.
  private func segments(
    _ query: SearchPlan, isRanked: Bool, _ isCancelled: () -> Bool
  ) throws -> (SearchPlan, QueryForms, [FoundSegment]) {
    var plan = query
    let rows = try SegmentTable(db).rows()
    var forms = try QueryForms(plan, rows, stemmers, in: db)
    var segments = try rows.map { segment in
      if isCancelled() { throw CancellationError() }
      return try FoundSegment(SegmentSearch(segment, db, forms), plan, isRanked: isRanked)
    }
    try correct(&plan, segments)
    guard plan != query else {
      try segments.forEach { try $0.join() }
      return (plan, forms, segments)
    }
    forms = try QueryForms(plan, rows, stemmers, in: db)
    segments = try zip(rows, segments).map { row, found in
      if isCancelled() { throw CancellationError() }
      return try FoundSegment(
        SegmentSearch(row, db, forms), plan, isRanked: isRanked, known: found,
        except: plan.groups.indices.filter { plan.groups[$0] != query.groups[$0] })
    }
    try segments.forEach { try $0.join() }
    return (plan, forms, segments)
  }

  /// Replaces words that nothing has.
  private func correct(_ plan: inout SearchPlan, _ segments: [FoundSegment]) throws {
    let lost = plan.correctableWords { group, term in segments.allSatisfy { $0.groups[group].isLost[term] } }
    // A word that stands in no title may stand elsewhere.
    for word in lost where try !segments.contains(where: { try $0.search.count(ofWord: word) > 0 }) {
      let near = try Vocabulary.near(word, in: db)
      let words = try near.nearest { word in
        try segments.contains { try $0.search.count(ofWord: word) > 0 }
      }
      plan.correct(word, with: words)
    }
  }

  // MARK: Ranking

  /// The best sections of as many briefings as are wanted, and of those that are as good.
  private func ranked(
    _ segments: [FoundSegment], _ plan: SearchPlan, _ limit: Int, _ isCancelled: () -> Bool
  ) throws -> [Found] {
    let ranks = plan.groups.indices.filter { plan.groups[$0].ranks }
    let rows = segments.map(\.search.segment)
    let relevance = Relevance(
      terms: plan.ranked.indices.map { term in segments.reduce(0) { $0 + $1.livingCount(ofTerm: term) } },
      groups: ranks.map { group in segments.reduce(0) { $0 + $1.groups[group].sections.count } },
      wholes: plan.wholes, sections: rows.reduce(0) { $0 + $1.livingSectionCount },
      words: rows.reduce(0) { $0 + $1.livingWordCount })
    var keys = GreatestKeys(limit: Relevance.nearnessLimit)
    for segment in segments where segment.hasCandidates {
      if isCancelled() { throw CancellationError() }
      try segment.score(relevance, SegmentTable(db), &keys)
    }
    if plan.rankedGroupCount > 1 {
      let groups = ranks.map { plan.groups[$0].terms.compactMap(\.words) }
      for segment in segments where segment.hasCandidates {
        if isCancelled() { throw CancellationError() }
        try segment.addNearness(relevance, groups, from: keys.least)
      }
    }
    return segments.indices.flatMap { segments[$0].best(segment: $0, limit: limit) }
  }

  /// The first of what was found: the best, of equals the newest, of these in the order of their paths.
  private func targets(
    _ hits: [Found], of segments: [FoundSegment], limit: Int, _ folding: SearchFolding
  ) throws -> [HitReader.Target] {
    guard limit > 0, !hits.isEmpty else { return [] }
    var keys = GreatestKeys(limit: limit)
    for hit in hits { keys.insert(hit.order.key) }
    let sorted = hits.filter { $0.order.key >= keys.least }.sorted { $0.order < $1.order }
    // Paths decide only between equals, so most are never asked for.
    let last = sorted[min(limit, sorted.count) - 1]
    return try sorted.prefix { !(last.order < $0.order) }
      .map { (found: $0, target: try HitReader.Target($0, of: segments[$0.segment], in: db)) }
      .sorted { a, b in
        a.found.order < b.found.order
          || !(b.found.order < a.found.order)
            && NaturalOrder.precedes(a.target.path, b.target.path, highestFirst: true)
      }
      .prefix(limit).flatMap { hit in
        segments[hit.found.segment].shown(hit.found, folding).map {
          hit.target.with($0, segments[$0.segment])
        }
      }
  }

  /// What to light of a query.
  private static func patterns(of plan: SearchPlan, _ forms: QueryForms) -> [WordPattern] {
    plan.patterns { term in forms.words(of: term) }
  }
}

extension HitReader.Target {
  /// The target of another section of the same briefing.
  fileprivate func with(_ found: IndexSearch.Found, _ segment: FoundSegment) -> HitReader.Target {
    var target = self
    target.ordinal = segment.facts.ordinal(ofSection: found.section, rank: found.rank)
    (target.score, target.more, target.missing) = (
      found.order.score, found.more, segment.missing(found.section)
    )
    return target
  }

  /// The target of a section that the index has found.
  init(_ found: IndexSearch.Found, of segment: FoundSegment, in db: Database) throws {
    let rows = try DirectStatement(
      db, "SELECT \(BriefingRow.columns) FROM briefing WHERE segment = ? AND rank = ?")
    try rows.start(.integer(segment.search.segment.id), .integer(Int64(found.rank)))
    defer { rows.finish() }
    guard try rows.step() else { throw DatabaseError.damagedIndex }
    let row = try BriefingRow(rows)
    guard row.segment == segment.search.segment.id, row.rank == found.rank else {
      throw DatabaseError.damagedIndex
    }
    self.init(
      path: String(decoding: row.path, as: UTF8.self),
      ordinal: segment.facts.ordinal(ofSection: found.section, rank: found.rank), score: found.order.score,
      more: found.more, missing: segment.missing(found.section), stamp: row.stamp)
  }
}
