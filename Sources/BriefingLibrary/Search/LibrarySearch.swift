import BriefingSearch
import GRDB
import Glibc
import Synchronization

/// Finds sections in a library: small ones are read through at each search, larger ones have an index.
///
/// One object a program and library; it can be used from any thread.
public final class LibrarySearch: Sendable {
  /// The library's folder as given; paths of hits start with it.
  public let library: String
  private let cache: String?
  private let state = Mutex(State())
  private let known = KnownBriefings()
  private let read = BriefingCache()

  private struct State {
    var strategy: Strategy?
    /// Why the index was made anew, until a search has said so.
    var remadeBecause: String?
    /// Whether a search has found the index to be damaged.
    var isDamaged = false
  }

  /// How the library is searched.
  private enum Strategy {
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

  // MARK: Bringing up to date

  /// Looks for what has changed in the library, and reads only that.
  ///
  /// While it runs, what was read already can be searched. Where another program does the same at the time, its
  /// work is waited for.
  ///
  /// - Parameters:
  ///   - isCancelled: Asked on the calling thread, some ten times a second.
  ///   - report: Called on the calling thread after each step that can be searched.
  /// - Throws: `FileError` where the library cannot be read; `CancellationError`.
  @discardableResult
  public func refresh(
    _ wish: IndexWish = .ifLarge, isCancelled: () -> Bool = { false },
    report: (IndexProgress) -> Void = { _ in }
  ) throws -> Report {
    guard let listing = try FolderListing(walking: library, isCancelled: isCancelled) else {
      throw CancellationError()
    }
    if case .ifLarge = wish, isSmall(listing) {
      state.withLock { $0.strategy = .small }
      known.forgetAllBut(listing)
      return Report(briefings: listing.count, problems: listing.problems)
    }
    do {
      return try refreshIndex(wish, listing, isCancelled, report)
    } catch let error as IndexError {
      state.withLock { $0.strategy = .scan(because: error) }
      return Report(briefings: listing.count, failure: error, problems: listing.problems)
    }
  }

  private func isSmall(_ listing: FolderListing) -> Bool {
    var bytes: Int64 = 0
    for entry in listing.lazy.map(\.stamp) {
      bytes += entry.size
      if bytes > Self.smallLibrary { return false }
    }
    return true
  }

  private func refreshIndex(
    _ wish: IndexWish, _ listing: FolderListing, _ isCancelled: () -> Bool, _ report: (IndexProgress) -> Void
  ) throws -> Report {
    let location = try IndexLocation(library: library, cache: cache)
    try location.makeFolder()
    // Not before there is a folder for it.
    let lock = try takeLock(location, listing, isCancelled, report)
    defer { withExtendedLifetime(lock) {} }
    var isFresh = if case .fresh = wish { true } else { false }
    var remadeBecause = state.withLock { state in
      defer { state.isDamaged = false }
      return state.isDamaged ? SectionIndex.damage : nil
    }
    isFresh = isFresh || remadeBecause != nil
    while true {
      let index = try open(location, isFresh: isFresh, mayMake: true)
      remadeBecause = remadeBecause ?? index.remadeBecause
      do {
        let outcome = try IndexRefresh(index, library: library).run(
          listing, isCancelled: isCancelled, report: report)
        if let reason = remadeBecause { state.withLock { $0.remadeBecause = reason } }
        return try self.report(outcome, index, remadeBecause)
      } catch let error as DatabaseError where error.isDamage && remadeBecause == nil && !isFresh {
        remadeBecause = SectionIndex.damage
        isFresh = true
      } catch let error as DatabaseError {
        throw IndexError(path: location.database, error)
      }
    }
  }

  /// The index; the one that is open, as long as it is the one on disk.
  ///
  /// - Parameter mayMake: Whether the caller holds its lock.
  private func open(
    _ location: IndexLocation, isFresh: Bool, mayMake: Bool
  ) throws(IndexError) -> SectionIndex {
    if !isFresh, case .index(let index) = state.withLock(\.strategy), index.isCurrent { return index }
    let index = try SectionIndex(at: location, isFresh: isFresh, mayMake: mayMake)
    state.withLock { $0.strategy = .index(index) }
    return index
  }

  private func takeLock(
    _ location: IndexLocation, _ listing: FolderListing, _ isCancelled: () -> Bool,
    _ report: (IndexProgress) -> Void
  ) throws -> IndexLock {
    while true {
      if let lock = try IndexLock(location.lock) { return lock }
      // Another program indexes this library: what it has done can be searched here too.
      let index = try? open(location, isFresh: false, mayMake: false)
      let done = try? index?.pool.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM briefing") }
      report(IndexProgress(done: min(done ?? 0, listing.count), total: listing.count))
      for _ in 0..<5 {
        if isCancelled() { throw CancellationError() }
        usleep(50_000)
      }
    }
  }

  private func report(_ outcome: IndexRefresh.Outcome, _ index: SectionIndex, _ remadeBecause: String?) throws
    -> Report
  {
    let path = index.location.database
    // Readers that are at work keep the log from being cut; then it is cut the next time.
    if outcome.read + outcome.removed > 0 {
      _ = try? index.pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    }
    let sections = try index.pool.read { db in try IndexTotal.sections.value(in: db) }
    let size = [path, path + "-wal"].compactMap { FileStamp(path: $0)?.size }.reduce(0, +)
    return Report(
      briefings: outcome.briefings, sections: sections, read: outcome.read, bytesRead: outcome.bytes,
      removed: outcome.removed, indexPath: path, indexBytes: size, remadeBecause: remadeBecause,
      problems: outcome.problems)
  }

  // MARK: Searching

  /// Finds the sections of a query, as far as the library is known.
  ///
  /// - Parameters:
  ///   - limit: Briefings wanted; each comes with its best section.
  ///   - isCancelled: Asked on any thread.
  /// - Throws: `FileError` where the library cannot be read; `CancellationError`.
  public func search(
    _ query: SearchQuery, order: SearchOrder = .relevance, limit: Int,
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> SearchResults {
    guard !query.isEmpty else { return SearchResults(text: query.text, order: order) }
    switch try currentStrategy(isCancelled) {
    case .small:
      return try scan(query, order, limit, known, note: nil, isCancelled)
    case .scan(let error):
      return try scan(
        query, order, limit, nil, note: "Searching without an index, which is slower: \(error.message)",
        isCancelled)
    case .index(let index):
      do {
        return try search(index, query, order, limit, isCancelled)
      } catch let error as DatabaseError {
        let failure = IndexError(path: index.location.database, error)
        if index.isDamaged(after: error) { giveUp(index, because: failure) }
        return try scan(
          query, order, limit, nil, note: "Searched without the index: \(failure.message)", isCancelled)
      }
    }
  }

  /// Leaves an index that is damaged: until the next refresh makes it anew, the library is read through.
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
    if let strategy = state.withLock(\.strategy) { return strategy }
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

  private func search(
    _ index: SectionIndex, _ query: SearchQuery, _ order: SearchOrder, _ limit: Int,
    _ isCancelled: @Sendable () -> Bool
  ) throws -> SearchResults {
    let (answer, targets) = try index.pool.read { db in
      let answer = try IndexSearch(db, EnglishStemmer()).find(
        query, order, limit: limit, isCancelled: isCancelled)
      return (answer, try answer.hits.prefix(limit).map { try HitReader.Target($0, in: db) })
    }
    let patterns = answer.statement.patterns
    return SearchResults(
      text: query.text,
      hits: HitReader(library: library, query: query, patterns: patterns, cache: read).hits(
        targets, isCancelled: isCancelled),
      total: answer.total, order: answer.order, patterns: patterns,
      note: state.withLock { state in
        defer { state.remadeBecause = nil }
        return state.remadeBecause.map { "The index was made anew: \($0)." }
      })
  }

  private func scan(
    _ query: SearchQuery, _ order: SearchOrder, _ limit: Int, _ known: KnownBriefings?, note: String?,
    _ isCancelled: @Sendable () -> Bool
  ) throws -> SearchResults {
    guard let listing = try FolderListing(walking: library, isCancelled: isCancelled) else {
      throw CancellationError()
    }
    let answer = try ScanSearch(library: library, known: known).find(
      query, order, in: listing, limit: limit, isCancelled: isCancelled)
    let reader = HitReader(library: library, query: query, patterns: answer.patterns, cache: read)
    return SearchResults(
      text: query.text, hits: reader.hits(answer.targets, isCancelled: isCancelled), total: answer.total,
      order: answer.order, patterns: answer.patterns, note: note)
  }
}
