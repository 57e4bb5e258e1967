import BriefingCore
import BriefingFiles
import BriefingIndex
import BriefingSearch
import BriefingText
import Dispatch
import Synchronization

/// Finds sections by going through every briefing, on all cores.
struct ScanSearch {
  /// The library's folder as given.
  let library: String
  /// Briefings that were read before, to be asked first and to be added to; nil where they are too many to keep.
  let known: KnownBriefings?

  /// What was found: the best section of each briefing, in order.
  struct Answer {
    /// The query as it was answered.
    var plan: SearchPlan
    var targets: [HitReader.Target] = []
    var total = SearchResults.Total(sections: 0, briefings: 0)
    var order = SearchOrder.relevance
    var patterns: [WordPattern] = []
    /// What could not be read, in the order of the listing.
    var unread: [FileError] = []
  }

  /// A section that has something of the query.
  private struct Found {
    var ordinal: Int
    var words: Int
    var match: TermMatcher.Match
    var score = 0.0
  }

  /// A briefing with the sections that have something of the query.
  private struct Match {
    var path: String
    var stamp: FileStamp
    var moment: Int
    var sections: [Found]
  }

  /// What one thread has found, and how much it went through.
  private struct Part {
    var matches: [Match] = []
    var forms: [[String]: Set<String>] = [:]
    var sections = 0
    var words = 0
    /// For each group of the query, and for each term that ranks, in how many sections it was met.
    var groupCounts: [Int]
    var termCounts: [Int]
    /// For each group and each of its terms whether it was met.
    var hasTerm: [[Bool]]
    /// What could not be read, by its place in the listing.
    var unread: [(position: Int, error: FileError)] = []

    /// Makes one that has gone through nothing: a library may have no briefing at all.
    init(_ plan: SearchPlan) {
      groupCounts = Array(repeating: 0, count: plan.groups.count)
      termCounts = Array(repeating: 0, count: plan.ranked.count)
      hasTerm = plan.groups.map { Array(repeating: false, count: $0.terms.count) }
    }

    mutating func add(_ other: Part) {
      for (group, count) in other.groupCounts.enumerated() { groupCounts[group] += count }
      for (term, count) in other.termCounts.enumerated() { termCounts[term] += count }
      for (group, terms) in other.hasTerm.enumerated() {
        for (term, isMet) in terms.enumerated() where isMet { hasTerm[group][term] = true }
      }
      matches += other.matches
      unread += other.unread
      forms.merge(other.forms) { $0.union($1) }
      sections += other.sections
      words += other.words
    }
  }

  /// What is gone through.
  struct Files {
    /// By their paths below the library's folder, in order.
    var entries: [FolderListing.Entry]
    /// Whether a stamp tells of every change after it.
    var isSettled: @Sendable (FileStamp) -> Bool

    /// How many they are.
    var count: Int { entries.count }

    subscript(position: Int) -> FolderListing.Entry { entries[position] }

    /// All briefings of a library.
    init(_ listing: FolderListing) {
      entries = Array(listing)
      isSettled = { listing.isSettled($0) }
    }

    /// One of them.
    init(_ entry: FolderListing.Entry) {
      entries = [entry]
      isSettled = { _ in false }
    }
  }

  /// Finds the sections of a query in a library.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  func find(
    _ query: SearchQuery, _ order: SearchOrder, in listing: FolderListing, limit: Int,
    folding: SearchFolding = .close, isCancelled: @Sendable () -> Bool
  ) throws -> Answer {
    try find(query, order, in: Files(listing), limit: limit, folding: folding, isCancelled: isCancelled)
  }

  /// Finds the sections of a query.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  func find(
    _ query: SearchQuery, _ order: SearchOrder, in listing: Files, limit: Int,
    folding: SearchFolding = .close, isCancelled: @Sendable () -> Bool
  ) throws -> Answer {
    var plan = SearchPlan(query)
    var part = try scan(plan, listing, isCancelled)
    let asked = plan
    try correct(&plan, part, listing, isCancelled)
    if plan != asked { part = try scan(plan, listing, isCancelled) }
    var answer = Answer(plan: plan)
    answer.unread = part.unread.sorted { $0.position < $1.position }.map(\.error)
    let complete = part.matches.map { $0.sections.count { $0.match.isComplete } }
    answer.total = .init(sections: complete.reduce(0, +), briefings: complete.count { $0 > 0 })
    answer.patterns = plan.patterns { term in part.forms[term.words]?.sorted() ?? [] }
    answer.order = query.ranks ? order : .newest
    let isPartial = plan.isSoft && answer.total.sections < SearchPlan.enough
    if !isPartial {
      for index in part.matches.indices { part.matches[index].sections.removeAll { !$0.match.isComplete } }
    }
    if answer.order == .relevance { Self.rank(&part, plan) }
    var hits = part.matches.filter { !$0.sections.isEmpty }.map {
      hit(of: $0, plan, folding, isRanked: answer.order == .relevance)
    }
    hits.sort { a, b in
      a.order < b.order
        || !(b.order < a.order) && NaturalOrder.precedes(a.path, b.path, highestFirst: true)
    }
    answer.targets = hits.prefix(limit).flatMap(\.targets)
    return answer
  }

  /// A briefing by its best section, the earlier one of equals, and what else is shown of it.
  private func hit(
    of match: Match, _ plan: SearchPlan, _ folding: SearchFolding, isRanked: Bool
  ) -> (order: HitOrder, path: String, targets: [HitReader.Target]) {
    func order(_ section: Found) -> HitOrder {
      Self.order(of: section, plan, isRanked: isRanked, match.moment)
    }
    var best = match.sections[0]
    var bestOrder = order(best)
    for section in match.sections.dropFirst() {
      let next = order(section)
      if next.exactKey > bestOrder.exactKey { (best, bestOrder) = (section, next) }
    }
    var others: [Found] = []
    let isComplete = best.match.isComplete
    if isRanked || isComplete && folding == .none {
      others = match.sections.filter {
        $0.match.isComplete == isComplete && $0.ordinal != best.ordinal
      }
      others.sort { (order($0).exactKey, $1.ordinal) > (order($1).exactKey, $0.ordinal) }
      if folding == .close || !isComplete {
        let shown = others.lazy.filter {
          SearchFolding.shows($0.score, besides: best.score, isOwn: $0.match.units.contains(where: \.isOwn))
        }
        others = Array(shown.prefix(SearchFolding.most - 1))
      }
    }
    let complete = match.sections.count { $0.match.isComplete }
    func target(_ section: Found, more: Int) -> HitReader.Target {
      HitReader.Target(
        path: match.path, ordinal: section.ordinal, score: section.score, more: more,
        missing: plan.missing { section.match.met[$0] }, stamp: match.stamp)
    }
    let first = target(best, more: isComplete ? complete - 1 - others.count : 0)
    return (bestOrder, match.path, [first] + others.map { target($0, more: 0) })
  }

  private static func order(of section: Found, _ plan: SearchPlan, isRanked: Bool = true, _ moment: Int = 0)
    -> HitOrder
  {
    let match = section.match
    return HitOrder(
      tier: match.isComplete ? 0 : plan.tier(isRanked: isRanked) { match.met[$0] }, score: section.score,
      moment: moment)
  }

  // MARK: Reading

  private func scan(_ plan: SearchPlan, _ listing: Files, _ isCancelled: @Sendable () -> Bool)
    throws -> Part
  {
    let result = Mutex(Part(plan))
    try forEachChunk(of: listing, isCancelled) { positions in
      var part = Part(plan)
      var matcher = TermMatcher(plan)
      for position in positions {
        let entry = listing[position]
        do {
          let briefing = try self.briefing(
            entry, isSettled: listing.isSettled(entry.stamp), isCancelled: isCancelled)
          try add(briefing, entry.path, plan, &matcher, to: &part, isCancelled)
        } catch let error as FileError {
          if !error.isMissing { part.unread.append((position, error)) }
        }
      }
      part.forms = matcher.forms
      part.hasTerm = matcher.hasTerm
      result.withLock { $0.add(part) }
    }
    return result.withLock(\.self)
  }

  /// Goes through the places of a listing on all cores.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true, or `body` threw.
  private func forEachChunk(
    of listing: Files, _ isCancelled: @Sendable () -> Bool,
    _ body: @Sendable (Range<Int>) throws -> Void
  ) throws {
    let chunk = 16
    let isStopped = Atomic(false)
    withoutActuallyEscaping(isCancelled) { isCancelled in
      withoutActuallyEscaping(body) { body in
        DispatchQueue.concurrentPerform(iterations: (listing.count + chunk - 1) / chunk) { index in
          if isCancelled() { isStopped.store(true, ordering: .relaxed) }
          guard !isStopped.load(ordering: .relaxed) else { return }
          do {
            try body(index * chunk..<min(listing.count, (index + 1) * chunk))
          } catch {
            isStopped.store(true, ordering: .relaxed)
          }
        }
      }
    }
    if isStopped.load(ordering: .relaxed) || isCancelled() { throw CancellationError() }
  }

  private func add(
    _ briefing: KnownBriefings.Entry, _ path: String, _ plan: SearchPlan, _ matcher: inout TermMatcher,
    to part: inout Part, _ isCancelled: () -> Bool
  ) throws {
    var match = Match(path: path, stamp: briefing.stamp, moment: briefing.moment, sections: [])
    for section in briefing.searchable.sections {
      part.sections += 1
      part.words += section.wordCount
      let found = try matcher.match(section, of: briefing.searchable, isCancelled: isCancelled)
      for (group, isMet) in found.met.enumerated() where isMet { part.groupCounts[group] += 1 }
      for (term, units) in found.units.enumerated() where units != Relevance.Units() {
        part.termCounts[term] += 1
      }
      if found.isComplete || found.isPartial(plan) {
        match.sections.append(Found(ordinal: section.ordinal, words: section.wordCount, match: found))
      }
    }
    if !match.sections.isEmpty { part.matches.append(match) }
  }

  // MARK: Corrections

  /// Replaces words that nothing has by the nearest ones that something has.
  private func correct(
    _ plan: inout SearchPlan, _ part: Part, _ listing: Files, _ isCancelled: @Sendable () -> Bool
  ) throws {
    let lost = plan.correctableWords { group, term in !part.hasTerm[group][term] }
    guard !lost.isEmpty else { return }
    let near = Mutex(lost.map { NearWords($0) })
    try forEachChunk(of: listing, isCancelled) { positions in
      var own = lost.map { NearWords($0) }
      for position in positions {
        let entry = listing[position]
        // What cannot be read was reported already.
        guard
          let briefing = try? self.briefing(
            entry, isSettled: listing.isSettled(entry.stamp), isCancelled: isCancelled)
        else { continue }
        briefing.searchable.forEachWord { word in
          for index in own.indices { own[index].consider(word) }
        }
      }
      near.withLock { near in for index in near.indices { near[index].add(own[index]) } }
    }
    // A word that stands in no title may stand elsewhere.
    for near in near.withLock({ $0 }) where !near.isKnown {
      plan.correct(near.word, with: near.nearest { _ in true })
    }
  }

  /// A briefing's words.
  ///
  /// - Throws: `FileError`; `CancellationError`.
  private func briefing(
    _ entry: FolderListing.Entry, isSettled: Bool, isCancelled: () -> Bool
  ) throws -> KnownBriefings.Entry {
    if let known = known?[entry] { return known }
    let read = try LargeFiles.ofLibrary.turn(for: entry.stamp.size, isCancelled: isCancelled) {
      let file = try BriefingFile(
        path: library.appendingName(entry.path), root: library, isCancelled: isCancelled)
      let briefing = try file.parse(isCancelled: isCancelled)
      return KnownBriefings.Entry(
        stamp: isSettled ? entry.stamp : .unsettled, moment: briefing.metadata.moment,
        searchable: try SearchableBriefing(briefing, path: entry.path, isCancelled: isCancelled))
    }
    if isSettled { known?.keep(read, for: entry.path) }
    return read
  }

  // MARK: Ranking

  /// Scores all sections: by their words, and the best by nearness too.
  private static func rank(_ part: inout Part, _ plan: SearchPlan) {
    let ranked = plan.groups.indices.filter { plan.groups[$0].ranks }
    let relevance = Relevance(
      terms: part.termCounts, groups: ranked.map { part.groupCounts[$0] }, wholes: plan.wholes,
      sections: part.sections, words: part.words)
    let scorers = plan.ranked.indices.map { relevance.scorer(ofTerm: $0) }
    var keys = GreatestKeys(limit: Relevance.nearnessLimit)
    forEachSection(of: &part) { section in
      for (term, units) in section.match.units.enumerated() where units != Relevance.Units() {
        section.score += scorers[term].score(units, words: section.words)
      }
      keys.insert(order(of: section, plan).exactKey)
    }
    let least = keys.least
    forEachSection(of: &part) { section in
      guard order(of: section, plan).exactKey >= least else { return }
      section.score += relevance.bonus(section.match.nearness)
    }
  }

  private static func forEachSection(of part: inout Part, _ body: (inout Found) -> Void) {
    for match in part.matches.indices {
      for section in part.matches[match].sections.indices { body(&part.matches[match].sections[section]) }
    }
  }
}

/// The words of the briefings of a small library, kept from one search to the next.
final class KnownBriefings: Sendable {
  /// A briefing, and what its file was when it was read.
  struct Entry: Sendable {
    var stamp: FileStamp
    var moment: Int
    var searchable: SearchableBriefing
  }

  /// By the paths' bytes: names that differ in their composition alone are one string, but two files.
  private let entries = Mutex<[[UInt8]: Entry]>([:])

  /// A briefing, unless its file has changed.
  subscript(_ file: FolderListing.Entry) -> Entry? {
    entries.withLock { $0[Array(file.path.utf8)] }.flatMap { $0.stamp == file.stamp ? $0 : nil }
  }

  /// Keeps a briefing.
  func keep(_ entry: Entry, for path: String) { entries.withLock { $0[Array(path.utf8)] = entry } }

  /// Forgets what is gone.
  func forgetAllBut(_ listing: FolderListing) {
    let paths = Set(listing.lazy.map { Array($0.path.utf8) })
    entries.withLock { $0 = $0.filter { paths.contains($0.key) } }
  }
}
