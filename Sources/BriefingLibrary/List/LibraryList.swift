import BriefingCore
import BriefingFiles
import Dispatch
import Synchronization

/// The list of a library: what is known of it, and who is told.
final class LibraryList: Sendable {
  /// The folder as given.
  let path: String
  private let cache: CatalogueCache?
  let toIndex: IndexQueue
  let state = Mutex(State())
  private let firstLook = DispatchGroup()
  /// One looks at the folder at a time.
  let looking = Mutex(())
  /// Reads what is found when the whole folder is looked at. Whoever watches does not wait for it: what comes meanwhile is
  /// told at once.
  let reading = DispatchQueue(label: "briefings", qos: .userInitiated)
  /// Reads large files, one after the other: nothing else waits for them.
  let large = DispatchQueue(label: "large briefings", qos: .utility)

  struct State {
    var catalogue = Catalogue()
    /// Takes what is told.
    var report: (@Sendable (LibraryEvent) -> Void)?
    /// Whether all files were read once.
    var isComplete = false
    /// Whether the folder was looked at since it is there.
    var isListed = false
    /// Whether the first look is over, or has failed.
    var hasLooked = false
  }

  /// Knows nothing yet.
  ///
  /// - Parameter toIndex: Is given what was seen, once its rows were told.
  init(path: String, cache: CatalogueCache?, toIndex: IndexQueue) {
    self.path = path
    self.cache = cache
    self.toIndex = toIndex
    firstLook.enter()
  }

  // MARK: Telling

  /// Tells the rows that the cache knows, and from now on what is found in the folder.
  func start(_ report: @escaping @Sendable (LibraryEvent) -> Void) {
    recall { batch, isLast in
      report(.known(batch, isLast: isLast))
      // A frame need not wait for more.
      finishFirstLook()
    }
    state.withLock { $0.report = report }
  }

  func tell(_ change: inout CatalogueChange) {
    if !change.isEmpty { state.withLock { [change] in $0.report?(.changed(change)) } }
    change = CatalogueChange()
  }

  /// Tells that all files were read once.
  func complete() {
    state.withLock { state in
      // The folder may be gone by now.
      guard state.isListed else { return }
      state.isComplete = true
      state.report?(.complete)
    }
  }

  /// Whether all files were read once.
  var isComplete: Bool { state.withLock(\.isComplete) }

  /// Tells that the folder is not there.
  func lose(_ error: FileError) {
    state.withLock { state in
      let gone = state.catalogue.removeAll()
      if !gone.isEmpty { state.report?(.changed(CatalogueChange(removed: gone))) }
      (state.isComplete, state.isListed) = (false, false)
      state.report?(.failed(error))
      state.report?(.indexing(nil))
    }
    finishFirstLook()
  }

  /// Does something once the folder was looked at or cannot be, or the cache has told its first rows.
  func afterFirstLook(_ body: @escaping @Sendable () -> Void) {
    firstLook.notify(queue: .global(qos: .userInitiated), execute: body)
  }

  func finishFirstLook() {
    let isFirst = state.withLock { state in
      defer { state.hasLooked = true }
      return !state.hasLooked
    }
    if isFirst { firstLook.leave() }
  }

  // MARK: The cache

  /// Takes the rows that the cache has.
  func recall(_ report: (_ batch: CatalogueBatch, _ isLast: Bool) -> Void) {
    cache?.forEachBatch { batch, isLast in
      // First those who wait for rows.
      report(batch, isLast)
      state.withLock { $0.catalogue.recall(batch) }
    }
  }

  /// Writes the cache where it is not as the list is.
  func store() {
    guard let cache else { return }
    let catalogue = state.withLock { state -> Catalogue? in
      guard !state.catalogue.isCached else { return nil }
      state.catalogue.noteCached()
      return state.catalogue
    }
    if let catalogue { cache.write(catalogue) }
  }
}
