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
    guard let watcher = try? FolderWatcher(path: search.library, report: changes.add) else {
      post(.indexing(nil))
      return
    }
    defer { watcher.stop() }
    var isFirst = true
    while !Task.isCancelled {
      refresh(changes.next(), saysSo: !isFirst)
      isFirst = false
    }
  }

  /// Looks for what has changed.
  ///
  /// - Parameters:
  ///   - change: Where to look.
  ///   - saysSo: Whether something has changed even where no index tells so: it may be small, or another program was
  ///     faster.
  private func refresh(_ change: FolderChange, saysSo: Bool) {
    var lastChange = ContinuousClock.now
    var hasProgress = false
    let show = { (progress: IndexProgress) in
      hasProgress = true
      post(.indexing(progress))
      if lastChange.duration(to: .now) > Self.interval {
        lastChange = .now
        post(.libraryChanged)
      }
    }
    let report: LibrarySearch.Report?
    if case .files(let paths) = change {
      report = try? search.refresh(files: paths, isCancelled: { Task.isCancelled }, report: show)
    } else {
      report = try? search.refresh(isCancelled: { Task.isCancelled }, report: show)
    }
    post(.indexing(nil))
    guard let report else { return }
    if saysSo || hasProgress || report.read + report.removed > 0 || report.remadeBecause != nil {
      post(.libraryChanged)
    }
  }

  /// What the watcher has reported and nobody has looked at.
  private final class Changes: Sendable {
    private let pending = Mutex<[FolderChange]>([])
    private let arrived = DispatchSemaphore(value: 0)

    @Sendable func add(_ change: FolderChange) {
      // That changes are not seen at once is no change.
      if case .notSeen = change { return }
      let isNew = pending.withLock { pending in
        defer { pending.append(change) }
        return pending.isEmpty
      }
      if isNew { arrived.signal() }
    }

    /// Waits for changes; several are as good as a look at everything.
    func next() -> FolderChange {
      arrived.wait()
      return pending.withLock { pending in
        defer { pending = [] }
        return pending.count == 1 ? pending[0] : .everything
      }
    }
  }
}
