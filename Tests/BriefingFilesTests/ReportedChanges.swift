import Glibc
import Synchronization

@testable import BriefingFiles

/// What a watcher has reported, to wait for.
final class ReportedChanges: Sendable {
  private let changes = Mutex<[FolderChange]>([])

  /// Everything that was reported and not yet taken.
  var all: [FolderChange] { changes.withLock { $0 } }

  func add(_ change: FolderChange) { changes.withLock { $0.append(change) } }

  /// Waits until a condition holds for what was reported, and forgets that; false where it does not in 10 seconds.
  func wait(for condition: ([FolderChange]) -> Bool) -> Bool {
    for _ in 0..<1000 {
      let isFound = changes.withLock { changes in
        guard condition(changes) else { return false }
        changes = []
        return true
      }
      if isFound { return true }
      usleep(10_000)
    }
    return false
  }

  /// Waits for one change.
  func wait(for change: FolderChange) -> Bool { wait { $0.contains(change) } }

  /// Waits until all of these were reported, in however many sets.
  func waitForFiles(_ paths: Set<String>) -> Bool { wait { paths.isSubset(of: Self.files($0)) } }

  static func files(_ changes: [FolderChange]) -> Set<String> {
    changes.reduce(into: []) { if case .files(let files) = $1 { $0.formUnion(files) } }
  }
}
