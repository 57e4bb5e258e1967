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
      let read = batch.indices.filter { batch.isRead($0) }.map { PathKey(batch[$0].path) }
      if !read.isEmpty { known.withLock { $0.formUnion(read) } }
    case .listed(let cards): take(cards.map(\.row))
    case .changed(let change):
      take(change.put)
      known.withLock { known in for path in change.removed { known.remove(PathKey(path)) } }
    case .complete, .failed, .indexing, .searchable: break
    }
  }

  private func take(_ rows: [CatalogueRow]) {
    known.withLock { known in
      for row in rows {
        if row.isRead == true { known.insert(PathKey(row.path)) } else { known.remove(PathKey(row.path)) }
      }
    }
  }
}
