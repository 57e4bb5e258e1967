import BriefingCore
import BriefingFiles
import BriefingSearch
import Dispatch
import GRDB
import Glibc

/// Brings an index up to date with its library: only what has changed is read.
package struct IndexRefresh {
  private let index: SectionIndex
  private let library: String

  /// What a refresh did.
  package struct Outcome: Hashable, Sendable {
    /// Briefings of the library.
    package var briefings = 0
    /// Briefings that were read, because they were new or changed.
    package var read = 0
    /// Bytes of them.
    package var bytes: Int64 = 0
    /// Briefings that are gone.
    package var removed = 0
    /// What could not be read.
    package var problems: [FileError] = []
    /// What tells the library's listing from all others, where the index is complete for it.
    package var fingerprint: [UInt64]?
  }

  /// Makes a refresh; the caller holds the index's lock.
  package init(_ index: SectionIndex, library: String) {
    self.index = index
    self.library = library
  }

  /// Compares the library with the index, and reads what differs on all cores.
  ///
  /// - Parameters:
  ///   - listing: What the library holds now.
  ///   - report: Called on the calling thread after each step that can be searched.
  /// - Throws: `CancellationError` when `isCancelled` returns true; what was done until then stays. `DatabaseError`.
  package func run(
    _ listing: FolderListing, isCancelled: () -> Bool, report: (IndexProgress) -> Void
  ) throws -> Outcome {
    let fingerprint = listing.fingerprint
    var outcome = Outcome(briefings: listing.count, problems: listing.problems)
    let changes = try index.pool.read { db in
      try ListingFingerprint.value(in: db) == fingerprint ? IndexChanges.none : IndexChanges(db, listing)
    }
    let problems = outcome.problems.count
    try apply(changes, isSettled: listing.isSettled, to: &outcome, isCancelled, report)
    // What could not be read, or may change unseen, has to be looked at again.
    if outcome.problems.count == problems, changes.written.allSatisfy({ listing.isSettled($0.stamp) }) {
      if !changes.isUnneeded {
        try index.pool.write { db in try ListingFingerprint.set(fingerprint, in: db) }
      }
      outcome.fingerprint = fingerprint
    }
    return outcome
  }

  /// Looks only at some files; nil where more than files may have changed, so that the whole library has to be
  /// looked at.
  ///
  /// - Parameter paths: Below the library's folder.
  /// - Throws: As the whole refresh.
  package func run(
    paths: Set<String>, isCancelled: () -> Bool, report: (IndexProgress) -> Void
  ) throws -> Outcome? {
    let began = FileStamp.now
    guard let changes = try index.pool.read({ db in try IndexChanges(db, paths, in: library) }) else {
      return nil
    }
    let ended = FileStamp.now
    var outcome = Outcome(briefings: changes.total)
    try apply(
      changes, isSettled: { $0.isSettled(between: began, and: ended) }, to: &outcome, isCancelled, report)
    return outcome
  }

  private func apply(
    _ changes: IndexChanges, isSettled: @escaping @Sendable (FileStamp) -> Bool, to outcome: inout Outcome,
    _ isCancelled: () -> Bool, _ report: (IndexProgress) -> Void
  ) throws {
    outcome.removed = changes.gone.count
    guard !changes.isEmpty else { return }
    try index.pool.write { db in
      try ListingFingerprint.remove(in: db)
      try IndexWriter(db).remove(changes.gone)
    }
    let done = changes.total - changes.written.count
    report(IndexProgress(done: done, total: changes.total))
    try read(changes.written, isSettled, &outcome, isCancelled) {
      report(IndexProgress(done: done + $0, total: changes.total))
    }
    try SegmentMerge(index).run(isCancelled: isCancelled)
    try FreePages(of: index.pool).giveBack(isCancelled: isCancelled)
  }

  // MARK: Reading

  /// Briefings that a segment takes: few at first, so that something can be found, then as many as make searches and
  /// writing fast.
  private static let segmentSizes = 64...4096
  /// About how much memory the briefings of a segment take before it is written; to write it takes as much again.
  private static let segmentMemory = 24 << 20

  /// How many briefings the next segment takes.
  ///
  /// While a segment is written, the next one is read. So the last one, for which nothing is read any more, should not
  /// be a large one.
  private static func wanted(of left: Int, behind last: Int) -> Int {
    let most = left > 1024 ? left * 4 / 5 : left
    return min(max(last * 4, segmentSizes.lowerBound), segmentSizes.upperBound, most)
  }

  private func read(
    _ changes: [IndexChanges.File], _ isSettled: @escaping @Sendable (FileStamp) -> Bool,
    _ outcome: inout Outcome, _ isCancelled: () -> Bool, _ report: (_ done: Int) -> Void
  ) throws {
    guard !changes.isEmpty else { return }
    ReleasedMemory.setUp
    let line = PreparationLine(changes.count) { changes[$0].stamp.size }
    let root = library
    let threads = min(changes.count, sysconf(Int32(_SC_NPROCESSORS_ONLN)), PreparationLine.threadLimit)
    for _ in 0..<max(1, threads) {
      DispatchQueue.global(qos: .utility).async {
        line.work { position in
          let change = changes[position]
          return try PreparedBriefing(
            path: change.path, in: root, stamp: isSettled(change.stamp) ? change.stamp : .unsettled,
            isCancelled: { line.isStopped })
        }
      }
    }
    defer { line.stop() }
    let stemmers = Stemmers()
    var next = NextSegments()
    var left = changes.count
    var wanted = Self.wanted(of: left, behind: 0)
    while left > 0 {
      guard var deliveries = line.take(isCancelled: isCancelled) else { throw CancellationError() }
      deliveries.reverse()
      while var delivery = deliveries.popLast() {
        left -= delivery.count
        let turn = delivery.turn
        next.append(delivery)
        // What is written is to be free at once.
        delivery = PreparationLine.Delivery()
        let isFull = next.count >= wanted || next.memory >= Self.segmentMemory || turn != nil
        guard left == 0 || isFull else { continue }
        try write(next, of: changes, stemmers, &outcome, isCancelled)
        wanted = Self.wanted(of: left, behind: next.count)
        next = NextSegments()
        // The next large file may be another thread's, which has a heap of its own.
        if turn != nil { ReleasedMemory.trim() }
        withExtendedLifetime(turn) {}
        report(changes.count - left)
      }
    }
  }

  private func write(
    _ next: NextSegments, of changes: [IndexChanges.File], _ stemmers: Stemmers, _ outcome: inout Outcome,
    _ isCancelled: () -> Bool
  ) throws {
    let unreadable = next.failures.map { changes[$0.position].path }
    outcome.problems += next.failures.lazy.map(\.error).filter { !$0.isMissing }
    outcome.read += next.count - unreadable.count
    outcome.bytes += next.bytesRead
    try index.pool.write { db in
      let writer = IndexWriter(db, stemmers)
      // What cannot be read any more cannot be found either.
      outcome.removed += try writer.remove(unreadable)
      var vocabulary = Vocabulary(db)
      for language in [nil] + Language.allCases.map(Optional.some) {
        guard let segment = next.segments[language] else { continue }
        try writer.insert(segment.build(), language, &vocabulary)
      }
      for briefing in next.wide {
        try writer.insert(briefing, &vocabulary, isCancelled: isCancelled)
      }
      // Once for all languages: most of their rows are the same.
      try vocabulary.write()
    }
  }

  /// What has been read and waits to be written.
  private struct NextSegments {
    /// One for each language that was met.
    var segments: [Language?: SegmentBuilder] = [:]
    var wide: [WideBriefing] = []
    var failures: [(position: Int, error: FileError)] = []
    var bytesRead: Int64 = 0

    var count: Int { failures.count + wide.count + segments.values.reduce(0) { $0 + $1.briefingCount } }
    var memory: Int {
      segments.values.reduce(0) { $0 + $1.memory } + wide.reduce(0) { $0 + $1.memory }
    }

    mutating func append(_ delivery: PreparationLine.Delivery) {
      for (language, batch) in delivery.batches {
        segments[language, default: SegmentBuilder()].append(batch)
      }
      wide += delivery.wide
      failures += delivery.failures
      bytesRead += delivery.bytesRead
    }
  }
}
