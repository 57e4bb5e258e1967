import BriefingCore
import BriefingLibrary
import Synchronization

/// The briefings of the library whose front matter says that they are read, as they come and go.
final class ReadSeeds: Sendable {
  private let known = Mutex<Set<PathKey>>([])

  /// Their paths, as their rows have them.
  var paths: Set<PathKey> { known.withLock(\.self) }

  /// Takes in what is told of the library.
  func take(_ event: LibraryEvent) {
    switch event {
    case .known(let batch, _):
      // Hardly any says so, and only then a row has to be made.
      known.withLock { known in
        for row in batch.indices where batch.isRead(row) { Self.note(batch[row], in: &known) }
      }
    case .listed(let batch):
      // Or where one may have said so before.
      known.withLock { known in
        for row in batch.indices where batch.isRead(row) || !known.isEmpty {
          Self.note(batch[row], in: &known)
        }
      }
    case .changed(let change):
      known.withLock { known in
        for row in change.put { Self.note(row, in: &known) }
        for path in change.removed { known.remove(PathKey(path)) }
      }
    case .complete, .failed, .indexing, .searchable: break
    }
  }

  private static func note(_ row: CatalogueRow, in known: inout Set<PathKey>) {
    if row.isRead == true { known.insert(PathKey(row.path)) } else { known.remove(PathKey(row.path)) }
  }
}
