import BriefingFiles
import Dispatch
import Synchronization

/// What was seen of a library and waits for its index, which may be at work for long.
final class IndexQueue: Sendable {
  /// What to do next.
  enum Item {
    /// The whole library as it was seen; whether for the first time.
    case listing(FolderListing, isFirst: Bool)
    /// Some files, by their paths below the folder.
    case files(Set<String>)
    /// The folder is not there any more.
    case lost
  }

  private struct State {
    var listing: FolderListing?
    var files: [Set<String>] = []
    var isLost = false
    var isFirst = true
    var isOver = false
  }

  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)

  /// Puts a look at the whole library in place of all that was seen before.
  func add(_ listing: FolderListing) {
    state.withLock { state in
      state.listing = listing
      state.files = []
    }
    arrived.signal()
  }

  /// Adds files that have changed since.
  func add(_ paths: Set<String>) {
    state.withLock { state in
      // A set takes two names for one that differ only in how they compose their letters.
      let isLossless = paths.allSatisfy { path in
        guard let files = state.files.last, let index = files.firstIndex(of: path) else { return true }
        return files[index].utf8.elementsEqual(path.utf8)
      }
      if isLossless, let files = state.files.popLast() {
        state.files.append(files.union(paths))
      } else {
        state.files.append(paths)
      }
    }
    arrived.signal()
  }

  /// Notes that the folder is gone.
  func addLoss() {
    state.withLock { $0.isLost = true }
    arrived.signal()
  }

  /// Ends all waiting, now and later.
  func end() {
    state.withLock { $0.isOver = true }
    arrived.signal()
  }

  /// Whether it was ended.
  var isOver: Bool { state.withLock(\.isOver) }

  /// Ends ``wait(atMost:)``.
  func wake() { arrived.signal() }

  /// Waits for a time, or until something comes.
  func wait(atMost time: DispatchTimeInterval) { _ = arrived.wait(timeout: .now() + time) }

  /// Waits until there is something to do; nil where it was ended.
  func next() -> Item? {
    while !isOver {
      let item = state.withLock { state -> Item? in
        if state.isLost {
          (state.isLost, state.listing, state.files) = (false, nil, [])
          return .lost
        }
        if let listing = state.listing {
          defer { (state.listing, state.isFirst) = (nil, false) }
          return .listing(listing, isFirst: state.isFirst)
        }
        guard !state.files.isEmpty else { return nil }
        return .files(state.files.removeFirst())
      }
      if let item { return item }
      arrived.wait()
    }
    return nil
  }
}
