import BriefingSearch
import Dispatch
import GRDB
import Glibc
import Synchronization

/// Brings an index up to date with its library: only what has changed is read.
struct IndexRefresh {
  private let index: SectionIndex
  private let library: String

  /// What a refresh did.
  struct Outcome: Hashable, Sendable {
    /// Briefings of the library.
    var briefings = 0
    /// Briefings that were read, because they were new or changed.
    var read = 0
    /// Bytes of them.
    var bytes: Int64 = 0
    /// Briefings that are gone.
    var removed = 0
    /// What could not be read.
    var problems: [FileError] = []
  }

  /// A file: as it is where it is new or changed, else as the index knows it.
  private struct Change {
    var path: String
    var stamp: FileStamp

    init(path: String, stamp: FileStamp) {
      self.path = path
      self.stamp = stamp
    }

    init(_ row: Row) {
      let inode: Int64 = row[3]
      self.init(
        path: row[0],
        stamp: FileStamp(size: row[1], modified: row[2], inode: UInt64(bitPattern: inode)))
    }
  }

  /// Makes a refresh; the caller holds the index's lock.
  init(_ index: SectionIndex, library: String) {
    self.index = index
    self.library = library
  }

  /// Compares the library with the index, and reads what differs on all cores.
  ///
  /// - Parameters:
  ///   - listing: What the library holds now.
  ///   - report: Called on the calling thread after each step that can be searched.
  /// - Throws: `CancellationError` when `isCancelled` answers true; what was done until then stays. `DatabaseError`.
  func run(
    _ listing: FolderListing, isCancelled: () -> Bool, report: (IndexProgress) -> Void
  ) throws -> Outcome {
    var (changes, gone) = try compare(listing)
    var outcome = Outcome(briefings: listing.count, removed: gone.count, problems: listing.problems)
    if !gone.isEmpty {
      // Many at a time, but not so many that others wait long.
      while !gone.isEmpty {
        if isCancelled() { throw CancellationError() }
        let some = Array(gone.prefix(2000))
        gone.removeFirst(some.count)
        try index.pool.write { db in try IndexWriter(db, EnglishStemmer()).remove(some) }
      }
      report(IndexProgress(done: listing.count - changes.count, total: listing.count))
    }
    guard !changes.isEmpty else { return outcome }
    // The newest first: most of what is looked for is among them.
    changes.sort { $0.stamp.modified > $1.stamp.modified }
    outcome.bytes = changes.reduce(0) { $0 + $1.stamp.size }
    try read(changes, of: listing, &outcome, isCancelled, report)
    return outcome
  }

  /// What is new or changed, and the paths of what is gone.
  ///
  /// Both sides come in the order of their paths' bytes. Strings themselves are not compared: to Swift `é` is one
  /// name however it is composed, to a file system it is two.
  private func compare(_ listing: FolderListing) throws -> (changes: [Change], gone: [String]) {
    try index.pool.read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT path, size, modified, inode FROM briefing ORDER BY path")
      var known = try rows.next().map(Change.init)
      var changes: [Change] = []
      var gone: [String] = []
      for entry in listing {
        while let before = known, before.path.utf8.lexicographicallyPrecedes(entry.path.utf8) {
          gone.append(before.path)
          known = try rows.next().map(Change.init)
        }
        if let before = known, before.path.utf8.elementsEqual(entry.path.utf8) {
          known = try rows.next().map(Change.init)
          if before.stamp == entry.stamp { continue }
        }
        changes.append(Change(path: entry.path, stamp: entry.stamp))
      }
      while let before = known {
        gone.append(before.path)
        known = try rows.next().map(Change.init)
      }
      return (changes, gone)
    }
  }

  // MARK: Reading

  /// Briefings that a transaction takes: few at first, so that something can be found, then as many as make the
  /// writing fast.
  private static let transactions = 64...1536

  private func read(
    _ changes: [Change], of listing: FolderListing, _ outcome: inout Outcome, _ isCancelled: () -> Bool,
    _ report: (IndexProgress) -> Void
  ) throws {
    let line = PreparationLine(changes.count)
    let root = library
    for _ in 0..<max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) {
      DispatchQueue.global(qos: .utility).async {
        line.work { position in
          let change = changes[position]
          return try PreparedBriefing(
            path: change.path, in: root, stamp: listing.isSettled(change.stamp) ? change.stamp : .unsettled,
            isCancelled: { line.isStopped })
        }
      }
    }
    defer { line.stop() }
    let stemmer = EnglishStemmer()
    var done = listing.count - changes.count
    var left = changes.count
    var wanted = Self.transactions.lowerBound
    while left > 0 {
      guard let arrival = line.take(atLeast: min(wanted, left), isCancelled: isCancelled) else {
        throw CancellationError()
      }
      left -= arrival.results.count
      wanted = min(wanted * 2, Self.transactions.upperBound)
      var prepared: [PreparedBriefing] = []
      var unreadable: [String] = []
      for (position, result) in arrival.results {
        switch result {
        case .success(let briefing): prepared.append(briefing)
        case .failure(let error):
          unreadable.append(changes[position].path)
          outcome.problems.append(error)
        }
      }
      try index.pool.write { db in
        let writer = IndexWriter(db, stemmer)
        // What cannot be read any more cannot be found either.
        try writer.remove(unreadable)
        try writer.insert(prepared, arrival.words)
      }
      outcome.read += prepared.count
      done += arrival.results.count
      report(IndexProgress(done: done, total: listing.count))
    }
  }
}
