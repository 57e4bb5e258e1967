import BriefingIndex
import BriefingSearch
import Dispatch
import Synchronization

extension LibrarySearch {
  /// Brings the index up to date and finds the sections of a query in it.
  ///
  /// Most of the time nothing has changed. So an index that is there is searched while the library is looked at, and
  /// that answer is taken if it turns out to be of today.
  ///
  /// - Parameters:
  ///   - limit: Briefings wanted.
  ///   - folding: Which of their sections come.
  ///   - report: Called on the calling thread after each step that could be searched.
  /// - Returns: The report's problems are all that could not be read, with an index and without; the results' note does
  ///   not speak of them.
  /// - Throws: `FileError` where the library cannot be read.
  public func freshSearch(
    _ query: SearchQuery, order: SearchOrder = .relevance, limit: Int, folding: SearchFolding = .close,
    report: (IndexProgress) -> Void = { _ in }
  ) throws -> (Report, SearchResults) {
    let early = Mutex<Known?>(nil)
    let isDone = DispatchGroup()
    let isWanted = Atomic(true)
    DispatchQueue.global(qos: .userInitiated).async(group: isDone) {
      let results = try? self.searchKnown(query, order, limit, folding) { !isWanted.load(ordering: .relaxed) }
      early.withLock { $0 = results }
    }
    defer {
      isWanted.store(false, ordering: .relaxed)
      isDone.wait()
    }
    let done = try refresh(isReady: { isDone.wait() }, report: report)
    // Another program may have written it meanwhile; that it changed nothing itself tells this one nothing.
    if let today = done.fingerprint, let known = early.withLock({ $0 }), known.fingerprint == today {
      return (done, known.results)
    }
    var (report, (results, unread)) = (done, try find(query, order, limit, folding, { false }))
    report.problems = unread
    return (report, results)
  }

  /// What an index found, and for which listing of the library it was complete before and after that.
  private struct Known {
    var results: SearchResults
    var fingerprint: [UInt64]
  }

  /// What an index that is there finds; nil where there is none that can be used, or none that is complete.
  private func searchKnown(
    _ query: SearchQuery, _ order: SearchOrder, _ limit: Int, _ folding: SearchFolding,
    _ isCancelled: @Sendable () -> Bool
  ) throws -> Known? {
    guard let location = try? IndexLocation(library: library, cache: cache) else { return nil }
    // For one search, which usually finds that there is nothing to write.
    guard let index = try? open(location, isFresh: false, mayMake: false, .one) else { return nil }
    let before = try index.pool.read { db in try ListingFingerprint.value(in: db) }
    guard let before else { return nil }
    let results = try search(index, query, order, limit, folding, isCancelled)
    let after = try index.pool.read { db in try ListingFingerprint.value(in: db) }
    return before == after ? Known(results: results, fingerprint: before) : nil
  }
}
