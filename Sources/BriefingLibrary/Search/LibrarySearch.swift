import BriefingCore
import BriefingFiles
import BriefingIndex
import BriefingSearch
import BriefingText
import GRDB
import Glibc
import Synchronization

/// Finds sections in a library: small ones are read through at each search, larger ones have an index.
///
/// One object a program and library; it can be used from any thread.
public final class LibrarySearch: Sendable {
  /// The library's folder as given; paths of hits start with it.
  public let library: String
  let cache: String?
  let state = Mutex(State())
  let known = KnownBriefings()
  private let read = BriefingCache()

  struct State {
    var strategy: Strategy?
    /// Why the index was rebuilt, until a search has said so.
    var remadeBecause: String?
    /// Whether a search has found the index to be damaged.
    var isDamaged = false
    /// What could not be read when the index was brought up to date.
    var unread: [FileError] = []
  }

  /// How the library is searched.
  enum Strategy {
    /// It is small: read through, and kept in memory.
    case small
    /// No index can be kept: read through.
    case scan(because: IndexError)
    case index(SectionIndex)
  }

  /// Bytes of briefings up to which a library is read through rather than indexed.
  public static let smallLibrary: Int64 = 2 << 20

  /// Makes a search of a folder; nothing is read yet.
  ///
  /// - Parameter cache: The folder of the user's caches; nil for the one that the environment names.
  public init(library: String, cache: String? = nil) {
    self.library = library
    self.cache = cache
  }

  // MARK: Searching

  /// Finds the sections of a query, as far as the library is known.
  ///
  /// - Parameters:
  ///   - limit: Briefings wanted.
  ///   - folding: Which of their sections come.
  ///   - isCancelled: Asked on any thread.
  ///   - early: Takes what is there, on any thread, while the rest is read: as often as a large briefing is done. Those
  ///     results are partial.
  /// - Throws: `FileError` where the library cannot be read; `CancellationError`.
  public func search(
    _ query: SearchQuery, order: SearchOrder = .relevance, limit: Int, folding: SearchFolding = .close,
    isCancelled: @Sendable () -> Bool = { false }, early: (@Sendable (SearchResults) -> Void)? = nil
  ) throws -> SearchResults {
    let (results, unread) = try find(query, order, limit, folding, isCancelled, early)
    var answer = results
    let notes = [results.note, Self.note(of: unread)].compactMap(\.self)
    answer.note = notes.isEmpty ? nil : notes.joined(separator: " ")
    return answer
  }

  /// What a search says of briefings that it has not seen.
  private static func note(of unread: [FileError]) -> String? {
    guard let first = unread.first else { return nil }
    return unread.count == 1
      ? "One briefing cannot be read: \(first.message)."
      : "\(unread.count.grouped) briefings cannot be read; the list says why."
  }

  /// Finds the sections of a query, with what could not be read apart from the results.
  func find(
    _ query: SearchQuery, _ order: SearchOrder, _ limit: Int, _ folding: SearchFolding,
    _ isCancelled: @Sendable () -> Bool, _ early: (@Sendable (SearchResults) -> Void)? = nil
  ) throws -> (results: SearchResults, unread: [FileError]) {
    guard !query.isEmpty, query.problem == nil else {
      return (SearchResults(text: query.text, order: order), [])
    }
    switch try currentStrategy(isCancelled) {
    case .small:
      return try scan(query, order, limit, folding, known, note: nil, isCancelled, early)
    case .scan(let error):
      return try scan(
        query, order, limit, folding, nil,
        note: "Searching without an index, which is slower: \(error.message)",
        isCancelled, early)
    case .index(let index):
      do {
        return (try search(index, query, order, limit, folding, isCancelled, early), state.withLock(\.unread))
      } catch let error as DatabaseError {
        let failure = IndexError(path: index.location.database, error)
        // Of one that another program has replaced, nothing is known.
        if index.isCurrent, index.isDamaged(after: error) { giveUp(index, because: failure) }
        return try scan(
          query, order, limit, folding, nil, note: "Searched without the index: \(failure.message)",
          isCancelled, early
        )
      }
    }
  }

  /// Finds the sections of a query in one file of the folder, whatever the folder has besides.
  ///
  /// - Throws: `FileError` where the file cannot be read.
  public func search(file name: String, _ query: SearchQuery, order: SearchOrder = .relevance) throws
    -> SearchResults
  {
    let path = library.appendingName(name)
    guard let stamp = FileStamp(path: path) else { throw FileError(path: path, errno: errno) }
    let files = ScanSearch.Files(FolderListing.Entry(path: name, stamp: stamp))
    let answer = try ScanSearch(library: library, known: nil).find(
      query, order, in: files, limit: 1, folding: .none, isCancelled: { false })
    if let error = answer.unread.first { throw error }
    var results = SearchResults(
      text: query.text, total: answer.total, order: answer.order, patterns: answer.patterns)
    results.corrections = answer.plan.corrections
    results.remarks = results.corrections.map(\.text) + query.remarks
    return complete(results, answer.plan, answer.targets, .none, { false }, nil)
  }

  /// All sections of one briefing that a query fits, in their order; none where it cannot be read.
  ///
  /// - Parameters:
  ///   - path: As a hit has it, with the library's folder.
  ///   - patterns: What is lit in the excerpts.
  ///   - corrections: What the search that found it has looked for in place of words that occur nowhere.
  ///   - isCancelled: Asked now and then; what was found by then is returned.
  public func sections(
    of path: String, _ query: SearchQuery, lighting patterns: [WordPattern],
    corrections: [SearchPlan.Correction] = [], isCancelled: () -> Bool = { false }
  ) -> [SearchHit] {
    var plan = SearchPlan(query)
    plan.apply(corrections)
    return HitReader(library: library, plan: plan, patterns: patterns, cache: read).sections(
      of: path, isCancelled: isCancelled)
  }

  /// The paths, below the library's folder, of the briefings that a query finds, the best first: for benchmarks.
  package func paths(of query: SearchQuery, limit: Int) throws -> [String] {
    guard case .index(let index) = try currentStrategy({ false }) else { return [] }
    return try index.pool.read { db in
      try IndexSearch(db).find(query, .relevance, limit: limit, isCancelled: { false }).targets.map(\.path)
        .reduce(into: []) { paths, path in if paths.last != path { paths.append(path) } }
    }
  }

  /// Puts the index away, so that nothing but its database stays on the disk; waits for one that is being written.
  public func close() {
    let strategy = state.withLock { state in
      defer { state.strategy = nil }
      return state.strategy
    }
    if case .index(let index) = strategy { index.close() }
  }

  /// Leaves an index that is damaged: until the next refresh rebuilds it, the library is read through.
  private func giveUp(_ index: SectionIndex, because failure: IndexError) {
    state.withLock { state in
      state.strategy = .scan(because: failure)
      state.isDamaged = true
    }
    // Another program may not refresh before it searches, so it should find none rather than this one. But it is
    // not taken from under one that writes, which will see for itself.
    if index.isCurrent, let lock = try? IndexLock(index.location.lock) {
      index.location.removeDatabase()
      withExtendedLifetime(lock) {}
    }
  }

  private func currentStrategy(_ isCancelled: () -> Bool) throws -> Strategy {
    switch state.withLock(\.strategy) {
    // Another program has put a new one in its place.
    case .index(let index)? where !index.isCurrent: break
    case let strategy?: return strategy
    case nil: break
    }
    guard let listing = try FolderListing(walking: library, isCancelled: isCancelled) else {
      throw CancellationError()
    }
    guard !isSmall(listing) else { return .small }
    do {
      return .index(
        try open(try IndexLocation(library: library, cache: cache), isFresh: false, mayMake: false))
    } catch {
      return .scan(because: error)
    }
  }

  func search(
    _ index: SectionIndex, _ query: SearchQuery, _ order: SearchOrder, _ limit: Int, _ folding: SearchFolding,
    _ isCancelled: @Sendable () -> Bool, _ early: (@Sendable (SearchResults) -> Void)? = nil
  ) throws -> SearchResults {
    let answer = try index.pool.read { db in
      try IndexSearch(db).find(query, order, limit: limit, folding: folding, isCancelled: isCancelled)
    }
    var results = SearchResults(
      text: query.text, total: .init(sections: answer.sections, briefings: answer.briefings),
      order: answer.order, patterns: answer.patterns,
      note: state.withLock { state in
        defer { state.remadeBecause = nil }
        return state.remadeBecause.map { "The index was rebuilt: \($0)." }
      })
    results.corrections = answer.plan.corrections
    results.remarks = results.corrections.map(\.text) + query.remarks
    return complete(results, answer.plan, answer.targets, folding, isCancelled, early)
  }

  private func scan(
    _ query: SearchQuery, _ order: SearchOrder, _ limit: Int, _ folding: SearchFolding,
    _ known: KnownBriefings?,
    note: String?,
    _ isCancelled: @Sendable () -> Bool, _ early: (@Sendable (SearchResults) -> Void)?
  ) throws -> (results: SearchResults, unread: [FileError]) {
    guard let listing = try FolderListing(walking: library, isCancelled: isCancelled) else {
      throw CancellationError()
    }
    let answer = try ScanSearch(library: library, known: known).find(
      query, order, in: listing, limit: limit, folding: folding, isCancelled: isCancelled)
    var results = SearchResults(
      text: query.text, total: answer.total, order: answer.order, patterns: answer.patterns, note: note)
    results.corrections = answer.plan.corrections
    results.remarks = results.corrections.map(\.text) + query.remarks
    return (
      complete(results, answer.plan, answer.targets, folding, isCancelled, early),
      listing.problems + answer.unread
    )
  }

  /// Results with their hits, and before that those with some of them.
  private func complete(
    _ results: SearchResults, _ plan: SearchPlan, _ targets: [HitReader.Target], _ folding: SearchFolding,
    _ isCancelled: @Sendable () -> Bool, _ early: (@Sendable (SearchResults) -> Void)?
  ) -> SearchResults {
    var reader = HitReader(library: library, plan: plan, patterns: results.patterns, cache: read)
    reader.comparesHits = folding == .close
    var complete = results
    complete.hits = reader.hits(targets, isCancelled: isCancelled) { hits in
      var partial = results
      partial.hits = hits.foldingCopies()
      partial.isPartial = true
      early?(partial)
    }
    complete.hits = complete.hits.foldingCopies()
    return complete
  }
}
