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
  ///   - limit: Briefings wanted; each comes with its best section.
  ///   - report: Called on the calling thread after each step that could be searched.
  /// - Throws: `FileError` where the library cannot be read.
  public func freshSearch(
    _ query: SearchQuery, order: SearchOrder = .relevance, limit: Int,
    report: (IndexProgress) -> Void = { _ in }
  ) throws -> (Report, SearchResults) {
    let early = Mutex<SearchResults?>(nil)
    let isDone = DispatchGroup()
    let isWanted = Atomic(true)
    DispatchQueue.global(qos: .userInitiated).async(group: isDone) {
      let results = try? self.searchKnown(query, order, limit) { !isWanted.load(ordering: .relaxed) }
      early.withLock { $0 = results }
    }
    defer {
      isWanted.store(false, ordering: .relaxed)
      isDone.wait()
    }
    let done = try refresh(isReady: { isDone.wait() }, report: report)
    let isOfToday = done.read + done.removed == 0 && done.remadeBecause == nil && done.indexPath != nil
    if isOfToday, let results = early.withLock({ $0 }) { return (done, results) }
    return (done, try search(query, order: order, limit: limit))
  }

  /// What an index that is there finds; nil where there is none that can be used.
  private func searchKnown(
    _ query: SearchQuery, _ order: SearchOrder, _ limit: Int, _ isCancelled: @Sendable () -> Bool
  ) throws -> SearchResults? {
    guard let location = try? IndexLocation(library: library, cache: cache) else { return nil }
    guard let index = try? open(location, isFresh: false, mayMake: false) else { return nil }
    return try search(index, query, order, limit, isCancelled)
  }
}
