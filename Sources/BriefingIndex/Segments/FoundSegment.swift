import Algorithms
import BriefingSearch
import GRDB

/// A segment and what was found in it.
final class FoundSegment {
  let search: SegmentSearch
  /// For each group of the query what the segment has of it.
  let groups: [SegmentSearch.GroupMatches]
  /// Sections that have all words.
  private(set) var complete: NumberSet
  /// Sections that lack some, where these are shown too.
  private(set) var partial: NumberSet
  private var excluded: NumberSet
  /// The score of each section that was found.
  private var scores: [Double] = []
  private let plan: SearchPlan

  var facts: SegmentFacts { search.segment.facts }

  /// Looks for all groups of a query; those of another search that are the same are taken from it.
  init(
    _ search: SegmentSearch, _ plan: SearchPlan, isRanked: Bool, known: FoundSegment? = nil,
    except changed: [Int] = []
  ) throws {
    self.search = search
    self.plan = plan
    groups = try plan.groups.indices.map { index in
      if let known, !changed.contains(index) { return known.groups[index] }
      return try search.matches(plan.groups[index], isRanked: isRanked && plan.groups[index].ranks)
    }
    let none = NumberSet(limit: search.segment.facts.sectionCount)
    (complete, partial, excluded) = (none, none, none)
  }

  /// Joins what was found of the groups.
  func join() throws {
    excluded = try search.excluded(plan.excluded)
    complete = search.living
    for group in groups { complete.formIntersection(group.sections) }
    complete.subtract(excluded)
  }

  /// Adds the sections that lack words.
  func addPartial() {
    if plan.needsSoftGroup {
      for (index, group) in plan.groups.enumerated() where group.isSoft {
        partial.formUnion(groups[index].sections)
      }
    } else {
      partial = search.living
    }
    for (index, group) in plan.groups.enumerated() where !group.isSoft {
      partial.formIntersection(groups[index].sections)
    }
    partial.subtract(excluded)
    partial.subtract(complete)
  }

  var hasCandidates: Bool { !complete.isEmpty || !partial.isEmpty }

  private var candidates: NumberSet {
    var candidates = complete
    candidates.formUnion(partial)
    return candidates
  }

  /// The words that a section lacks, as typed.
  func missing(_ section: Int) -> [String] {
    plan.missing { groups[$0].sections.contains(section) }
  }

  private func tier(_ section: Int) -> Int {
    guard partial.contains(section) else { return 0 }
    return plan.tier(isRanked: !scores.isEmpty) { groups[$0].sections.contains(section) }
  }

  /// How many sections have a term that ranks.
  func livingCount(ofTerm term: Int) -> Int {
    var term = term
    for group in groups {
      guard term < group.terms.count else {
        term -= group.terms.count
        continue
      }
      // Nearly always nothing is gone.
      return group.terms.count == 1
        ? group.sections.count : group.terms[term].count { search.living.contains($0.section) }
    }
    return 0
  }

  // MARK: Ranking

  /// Scores what was found by its words alone.
  func score(
    _ relevance: Relevance, _ table: SegmentTable, _ keys: inout GreatestKeys
  ) throws {
    let lengths = try table.lengths(of: search.segment)
    let candidates = candidates
    // In a variable of its own: what a class has is looked after at each access.
    var scores = Array(repeating: 0.0, count: facts.sectionCount)
    let isAll = candidates == search.living && search.segment.gone.isEmpty
    var term = 0
    for group in groups {
      for matches in group.terms {
        let scorer = relevance.scorer(ofTerm: term)
        for match in matches where isAll || candidates.contains(match.section) {
          scores[match.section] += scorer.score(match.units, words: Int(lengths[match.section]))
        }
        term += 1
      }
    }
    self.scores = scores
    // Only where nearness counts too it matters which are the best.
    guard plan.rankedGroupCount > 1 else { return }
    let isWhole = partial.isEmpty
    candidates.forEach { section in
      let tier = isWhole ? 0 : tier(section)
      keys.insert(HitOrder(tier: tier, score: scores[section], moment: 0).exactKey)
    }
  }

  /// Adds what nearness counts to the best.
  ///
  /// - Parameter least: The least key, see `HitOrder/exactKey`, of a section that counts among the best.
  func addNearness(_ relevance: Relevance, _ terms: [[SearchQuery.WordTerm]], from least: UInt64) throws {
    var best = NumberSet(limit: facts.sectionCount)
    candidates.forEach { section in
      let order = HitOrder(tier: tier(section), score: scores[section], moment: 0)
      if order.exactKey >= least { best.insert(section) }
    }
    guard !best.isEmpty else { return }
    let occurrences = try search.occurrences(of: terms, in: best)
    for (section, occurrences) in zip(best.numbers, occurrences) {
      scores[section] += relevance.bonus(Relevance.nearness(of: occurrences, groups: terms.count))
    }
  }

  // MARK: Briefings

  /// Calls `body` with each briefing that has a section of a set, in order, and its sections among them; until it
  /// returns false.
  private func forEachBriefing(
    _ set: NumberSet, _ body: (_ rank: Int, _ first: Int, _ sections: Range<Int>) -> Bool
  ) {
    var rank = 0
    var next = set.first(from: 0)
    while let section = next {
      while facts.sections(ofRank: rank).upperBound <= section { rank += 1 }
      let sections = facts.sections(ofRank: rank)
      guard body(rank, section, sections) else { return }
      next = set.first(from: sections.upperBound)
    }
  }

  /// How many briefings have a section with all words.
  var briefingCount: Int {
    var count = 0
    forEachBriefing(complete) { _, _, _ in
      count += 1
      return true
    }
    return count
  }

  /// The newest briefings with a section that has all words, each by its first such section.
  func newest(segment: Int, _ limit: Int) -> [IndexSearch.Found] {
    var newest: [IndexSearch.Found] = []
    guard limit > 0 else { return [] }
    forEachBriefing(complete) { rank, first, sections in
      newest.append(
        found(
          segment, rank, first, HitOrder(tier: 0, score: 0, moment: Int(facts.moments[rank])),
          more: complete.count(in: first + 1..<sections.upperBound)))
      return newest.count < limit
    }
    return newest
  }

  /// The best section of each briefing, the earlier one of equals; of very many briefings those that can be among the
  /// first.
  func best(segment: Int, limit: Int) -> [IndexSearch.Found] {
    let candidates = candidates
    let (scores, isWhole) = (scores, partial.isEmpty)
    var all: [IndexSearch.Found] = []
    var keys = GreatestKeys(limit: limit)
    forEachBriefing(candidates) { rank, first, sections in
      let moment = Int(facts.moments[rank])
      var best: (section: Int, order: HitOrder)?
      var count = 0
      var next: Int? = first
      var greatest: UInt64 = 0
      while let section = next, section < sections.upperBound {
        let order = HitOrder(
          tier: isWhole ? 0 : tier(section), score: scores.isEmpty ? 0 : scores[section], moment: moment)
        if order.tier == 0 { count += 1 }
        let key = order.exactKey
        if best == nil || key > greatest { (best, greatest) = ((section, order), key) }
        next = candidates.first(from: section + 1)
      }
      if let best, best.order.key >= keys.least {
        keys.insert(best.order.key)
        all.append(found(segment, rank, best.section, best.order, more: max(0, count - 1)))
      }
      return true
    }
    return all
  }

  /// The sections of a briefing that are shown, the best first; what is folded is counted in the first. Of those that lack
  /// words none is that fits clearly less than the best, whatever is asked for: nearly every section has one of many words.
  func shown(_ best: IndexSearch.Found, _ folding: SearchFolding) -> [IndexSearch.Found] {
    let isComplete = best.order.tier == 0
    guard !scores.isEmpty || isComplete && folding == .none else { return [best] }
    let set = isComplete ? complete : partial
    var others: [IndexSearch.Found] = []
    var next = set.first(from: facts.sections(ofRank: best.rank).lowerBound)
    while let section = next, section < facts.sections(ofRank: best.rank).upperBound {
      next = set.first(from: section + 1)
      var other = best
      (other.section, other.more) = (section, 0)
      other.order.score = scores.isEmpty ? 0 : scores[section]
      if section != best.section { others.append(other) }
    }
    others.sort { ($0.order.exactKey, $1.section) > ($1.order.exactKey, $0.section) }
    if folding == .close || !isComplete {
      let shown = others.lazy.filter { [self] in
        SearchFolding.shows($0.order.score, besides: best.order.score, isOwn: hasOwn($0.section))
      }
      others = Array(shown.prefix(SearchFolding.most - 1))
    }
    var first = best
    if isComplete { first.more -= others.count }
    return [first] + others
  }

  /// Whether a section has something of the query itself, and not only its briefing.
  private func hasOwn(_ section: Int) -> Bool {
    groups.contains { group in
      group.terms.contains { matches in
        let place = matches.partitioningIndex { $0.section >= section }
        return place < matches.count && matches[place].section == section && matches[place].units.isOwn
      }
    }
  }

  private func found(
    _ segment: Int, _ rank: Int, _ section: Int, _ order: HitOrder, more: Int
  ) -> IndexSearch.Found {
    IndexSearch.Found(segment: segment, rank: rank, section: section, order: order, more: more)
  }
}
