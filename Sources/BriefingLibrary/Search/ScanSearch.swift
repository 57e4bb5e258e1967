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
    var targets: [HitReader.Target] = []
    var total = SearchResults.Total(sections: 0, briefings: 0)
    var order = SearchOrder.relevance
    var patterns: [WordPattern] = []
    /// What could not be read, in the order of the listing.
    var unread: [FileError] = []
  }

  /// A section that fits.
  private struct Found {
    var ordinal: Int
    var words: Int
    var occurrences: [Relevance.Occurrence]
  }

  /// A briefing with the sections that fit.
  private struct Match {
    var path: String
    var stamp: FileStamp
    var moment: Int
    var sections: [Found]
  }

  /// What one thread has found, and how much it went through.
  private struct Part {
    var matches: [Match] = []
    var inflections: Set<String> = []
    var sections = 0
    var words = 0
    /// For each group of the query, in how many sections it was met.
    var groupCounts: [Int]
    /// What could not be read, by its place in the listing.
    var unread: [(position: Int, error: FileError)] = []

    /// Makes one that has gone through nothing: a library may have no briefing at all.
    init(_ query: SearchQuery) { groupCounts = Array(repeating: 0, count: query.groups.count) }

    mutating func add(_ other: Part) {
      for (group, count) in other.groupCounts.enumerated() { groupCounts[group] += count }
      matches += other.matches
      unread += other.unread
      inflections.formUnion(other.inflections)
      sections += other.sections
      words += other.words
    }
  }

  /// Finds the sections of a query.
  ///
  /// - Throws: `CancellationError` when `isCancelled` answers true.
  func find(
    _ query: SearchQuery, _ order: SearchOrder, in listing: FolderListing, limit: Int,
    isCancelled: @Sendable () -> Bool
  ) throws -> Answer {
    let part = try scan(query, listing, isCancelled)
    var answer = Answer()
    answer.unread = part.unread.sorted { $0.position < $1.position }.map(\.error)
    let sections = part.matches.reduce(0) { $0 + $1.sections.count }
    answer.total = .init(sections: sections, briefings: part.matches.count)
    answer.patterns = Self.patterns(of: query, inflections: part.inflections)
    answer.order = query.ranks && sections <= IndexSearch.rankLimit ? order : .newest
    let relevance = answer.order == .relevance ? Self.relevance(query, part) : nil
    var ranked = part.matches.map { match -> (target: HitReader.Target, moment: Int) in
      var best = (score: -1.0, ordinal: 0)
      for section in match.sections {
        let score = relevance?.score(Self.ranked(section.occurrences, query), words: section.words) ?? 0
        if score > best.score { best = (score, section.ordinal) }
      }
      return (
        HitReader.Target(
          path: match.path, ordinal: best.ordinal, score: best.score, more: match.sections.count - 1,
          stamp: match.stamp),
        match.moment
      )
    }
    ranked.sort { a, b in
      (a.target.score, a.moment) != (b.target.score, b.moment)
        ? (a.target.score, a.moment) > (b.target.score, b.moment)
        : a.target.path.utf8.lexicographicallyPrecedes(b.target.path.utf8)
    }
    answer.targets = ranked.prefix(limit).map(\.target)
    return answer
  }

  // MARK: Reading

  private func scan(_ query: SearchQuery, _ listing: FolderListing, _ isCancelled: @Sendable () -> Bool)
    throws -> Part
  {
    let chunk = 16
    let result = Mutex(Part(query))
    let isStopped = Atomic(false)
    withoutActuallyEscaping(isCancelled) { isCancelled in
      DispatchQueue.concurrentPerform(iterations: (listing.count + chunk - 1) / chunk) { index in
        if isCancelled() { isStopped.store(true, ordering: .relaxed) }
        guard !isStopped.load(ordering: .relaxed) else { return }
        var part = Part(query)
        var matcher = TermMatcher(query)
        for position in index * chunk..<min(listing.count, (index + 1) * chunk) {
          let entry = listing[position]
          do {
            let briefing = try self.briefing(
              entry, isSettled: listing.isSettled(entry.stamp), isCancelled: isCancelled)
            try add(briefing, entry.path, &matcher, to: &part, isCancelled)
          } catch let error as FileError {
            if !error.isMissing { part.unread.append((position, error)) }
          } catch {
            isStopped.store(true, ordering: .relaxed)
            return
          }
        }
        part.inflections = matcher.inflections
        part.groupCounts = matcher.groupCounts
        result.withLock { $0.add(part) }
      }
    }
    if isStopped.load(ordering: .relaxed) || isCancelled() { throw CancellationError() }
    return result.withLock(\.self)
  }

  private func add(
    _ briefing: KnownBriefings.Entry, _ path: String, _ matcher: inout TermMatcher, to part: inout Part,
    _ isCancelled: () -> Bool
  ) throws {
    var match = Match(path: path, stamp: briefing.stamp, moment: briefing.moment, sections: [])
    for section in briefing.searchable.sections {
      part.sections += 1
      part.words += section.wordCount
      guard
        let occurrences = try matcher.occurrences(
          in: section, of: briefing.searchable, isCancelled: isCancelled)
      else { continue }
      match.sections.append(
        Found(ordinal: section.ordinal, words: section.wordCount, occurrences: occurrences))
    }
    if !match.sections.isEmpty { part.matches.append(match) }
  }

  /// A briefing's words.
  ///
  /// - Throws: `FileError`; `CancellationError`.
  private func briefing(
    _ entry: FolderListing.Entry, isSettled: Bool, isCancelled: () -> Bool
  ) throws -> KnownBriefings.Entry {
    if let known = known?[entry] { return known }
    let read = try LargeFiles.ofLibrary.turn(for: entry.stamp.size, isCancelled: isCancelled) {
      let file = try BriefingFile(path: library.appendingName(entry.path), isCancelled: isCancelled)
      let briefing = try file.parse(isCancelled: isCancelled)
      return KnownBriefings.Entry(
        stamp: isSettled ? entry.stamp : .unsettled, moment: briefing.metadata.date.map(\.moment) ?? 0,
        searchable: try SearchableBriefing(briefing, path: entry.path, isCancelled: isCancelled))
    }
    if isSettled { known?.keep(read, for: entry.path) }
    return read
  }

  // MARK: Ranking

  private static func relevance(_ query: SearchQuery, _ part: Part) -> Relevance {
    // As the index has it: groups that filters can meet do not rank.
    let ranked = query.groups.indices.filter { query.groups[$0].ranks }
    return Relevance(
      groups: ranked.map { Relevance.Group(sections: part.groupCounts[$0]) }, sections: part.sections,
      words: part.words)
  }

  /// Occurrences of groups that rank, numbered among these.
  private static func ranked(_ occurrences: [Relevance.Occurrence], _ query: SearchQuery)
    -> [Relevance.Occurrence]
  {
    var numbers: [Int?] = []
    var next = 0
    for group in query.groups {
      numbers.append(group.ranks ? next : nil)
      if group.ranks { next += 1 }
    }
    return occurrences.compactMap { occurrence in
      guard let number = numbers[occurrence.group] else { return nil }
      var occurrence = occurrence
      occurrence.group = number
      return occurrence
    }
  }

  /// What to light of a query.
  private static func patterns(of query: SearchQuery, inflections: Set<String>) -> [WordPattern] {
    var patterns: [WordPattern] = []
    for term in query.groups.joined().compactMap(\.words) {
      patterns.append(WordPattern(words: term.words))
      if term.isPrefix { patterns.append(WordPattern(words: term.words, isPrefix: true)) }
    }
    return patterns + inflections.sorted().map { WordPattern(words: [$0]) }
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
