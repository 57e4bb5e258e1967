import BriefingLibrary
import BriefingReader
import BriefingSearch
import Dispatch
import Synchronization

/// Keeps what can be searched up to date as long as the program runs, on a thread of its own.
struct LibraryWatch {
  /// What is kept up to date.
  let search: LibrarySearch
  /// Takes what the reader should know.
  let post: (Event) -> Void

  /// Results that are shown are asked for again this often at most while an index grows.
  private static let interval = Duration.milliseconds(500)

  /// Never returns, unless the task is cancelled: it sleeps until files change.
  func run() {
    // Until the library was looked at, nobody knows what can be found.
    post(.indexing(IndexProgress(done: 0, total: 0)))
    let changes = Changes()
    // Where the folder cannot be watched at all, it cannot be read either, which the list says.
    guard let watcher = try? FolderWatcher(path: search.library, report: changes.add) else { return }
    defer { watcher.stop() }
    var isFirst = true
    while !Task.isCancelled {
      changes.wait()
      refresh(saysSo: !isFirst)
      isFirst = false
    }
  }

  /// Looks for what has changed.
  ///
  /// - Parameter saysSo: Whether something has changed even where no index tells so.
  private func refresh(saysSo: Bool) {
    var lastChange = ContinuousClock.now
    let report = try? search.refresh(isCancelled: { Task.isCancelled }) { progress in
      post(.indexing(progress))
      if lastChange.duration(to: .now) > Self.interval {
        lastChange = .now
        post(.libraryChanged)
      }
    }
    post(.indexing(nil))
    guard let report else { return }
    if report.read + report.removed > 0 || report.remadeBecause != nil || (saysSo && report.indexPath == nil)
    {
      post(.libraryChanged)
    }
  }

  /// What the watcher has reported and nobody has looked at.
  private final class Changes: Sendable {
    private let isPending = Mutex(false)
    private let arrived = DispatchSemaphore(value: 0)

    @Sendable func add(_ change: FolderChange) {
      // That changes are not seen at once is no change.
      if case .notSeen = change { return }
      let isNew = isPending.withLock { isPending in
        defer { isPending = true }
        return !isPending
      }
      if isNew { arrived.signal() }
    }

    func wait() {
      arrived.wait()
      isPending.withLock { $0 = false }
    }
  }
}
