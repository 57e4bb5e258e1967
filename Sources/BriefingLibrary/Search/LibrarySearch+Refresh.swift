import BriefingCore
import BriefingFiles
import BriefingIndex
import BriefingSearch
import GRDB
import Glibc

/// Bringing a library's index up to date.
extension LibrarySearch {
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
    try refresh(wish, isReady: {}, isCancelled: isCancelled, report: report)
  }

  /// - Parameter isReady: Waits until the index may be used; called once the library was looked at.
  func refresh(
    _ wish: IndexWish = .ifLarge, isReady: () -> Void, isCancelled: () -> Bool = { false },
    report: (IndexProgress) -> Void
  ) throws -> Report {
    let walked = try FolderListing(walking: library, isCancelled: isCancelled)
    isReady()
    guard let listing = walked else { throw CancellationError() }
    return try refresh(wish, listing, isCancelled: isCancelled, report: report)
  }

  /// The same where the library has been looked at.
  func refresh(
    _ wish: IndexWish, _ listing: FolderListing, isCancelled: () -> Bool, report: (IndexProgress) -> Void
  ) throws -> Report {
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

  func isSmall(_ listing: FolderListing) -> Bool {
    var bytes: Int64 = 0
    for entry in listing.lazy.map(\.stamp) {
      // A file can say that it is larger than any disk.
      bytes += min(entry.size, Self.smallLibrary + 1)
      if bytes > Self.smallLibrary { return false }
    }
    return true
  }

  /// Looks for what has changed of some files, as a watcher tells: nothing else of a large library is looked at.
  ///
  /// - Parameters:
  ///   - paths: Below the library's folder; what stands there now may be new, changed or gone.
  ///   - isCancelled: As for ``refresh(_:isCancelled:report:)``, and so is the rest.
  @discardableResult
  public func refresh(
    files paths: Set<String>, isCancelled: () -> Bool = { false }, report: (IndexProgress) -> Void = { _ in }
  ) throws -> Report {
    try refreshIndex(files: paths, isCancelled, report) ?? refresh(isCancelled: isCancelled, report: report)
  }

  /// Nil where there is more to do than to look at some files. The index's lock is not held any more then.
  private func refreshIndex(
    files paths: Set<String>, _ isCancelled: () -> Bool, _ report: (IndexProgress) -> Void
  ) throws -> Report? {
    guard case .index(let index) = state.withLock({ $0.isDamaged ? nil : $0.strategy }), index.isCurrent,
      let lock = try? IndexLock(index.location.lock)
    else { return nil }
    defer { withExtendedLifetime(lock) {} }
    do {
      let outcome = try IndexRefresh(index, library: library).run(
        paths: paths, isCancelled: isCancelled, report: report)
      if let outcome { note(outcome.problems, of: paths) }
      return try outcome.map { try self.report($0, index, nil) }
    } catch is DatabaseError {
      // What is wrong with the index, the look at everything finds out and mends.
      return nil
    }
  }

  /// Keeps in mind which of some files cannot be read, and which can again.
  private func note(_ problems: [FileError], of paths: Set<String>) {
    let looked = Set(paths.map { library.appendingName($0) })
    state.withLock { $0.unread = $0.unread.filter { !looked.contains($0.path) } + problems }
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
        state.withLock { state in
          if let reason = remadeBecause { state.remadeBecause = reason }
          state.unread = outcome.problems
        }
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
  /// - Parameters:
  ///   - mayMake: Whether the caller holds its lock.
  ///   - connections: How many are opened where none is, and nothing is made.
  func open(
    _ location: IndexLocation, isFresh: Bool, mayMake: Bool,
    _ connections: SectionIndex.Connections = .several
  ) throws(IndexError) -> SectionIndex {
    if !isFresh, case .index(let index) = state.withLock(\.strategy), index.isCurrent { return index }
    let index = try SectionIndex(at: location, isFresh: isFresh, mayMake: mayMake, connections)
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
    if FileStamp(path: path + "-wal").map(\.size) ?? 0 > 0 {
      _ = try? index.pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    }
    let sections = try index.pool.read { db in try SegmentTable(db).livingSectionCount() }
    let size = [path, path + "-wal"].compactMap { FileStamp(path: $0)?.size }.reduce(0, +)
    return Report(
      briefings: outcome.briefings, sections: sections, read: outcome.read, bytesRead: outcome.bytes,
      removed: outcome.removed, indexPath: path, indexBytes: size, remadeBecause: remadeBecause,
      problems: outcome.problems, fingerprint: outcome.fingerprint)
  }
}
