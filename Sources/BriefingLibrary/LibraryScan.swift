import BriefingCore
import Dispatch
import Glibc
import Synchronization

/// Reads every briefing of a library for its list.
public struct LibraryScan: Sendable {
  /// The folder as given; rows' paths start with it.
  public let path: String

  /// Makes a scan of a folder.
  public init(path: String) { self.path = path }

  /// Reads the library on all cores and reports rows as they come, in the order of their paths: few at first,
  /// so that something can be shown, then more and more at a time. Large briefings come last, one by one: nothing else
  /// waits for them, and no two are in memory at a time.
  ///
  /// A briefing that cannot be read has a row that says why; one that is removed meanwhile has none.
  ///
  /// - Parameters:
  ///   - isCancelled: Asked on the calling thread, before each briefing that this thread reads and during its
  ///     parsing.
  ///   - report: Called on the calling thread.
  /// - Returns: Whether it came to the end; false where it was cancelled.
  /// - Throws: Why the folder itself cannot be read.
  @discardableResult
  public func run(
    isCancelled: () -> Bool = { false }, report: ([CatalogueRow]) -> Void
  ) throws(FileError) -> Bool {
    var walk = try FolderWalk(path)
    var large: [String] = []
    var batch = 32
    while true {
      var items: [FolderWalk.Item] = []
      while items.count < batch, !isCancelled(), let item = walk.next() { items.append(item) }
      guard let results = Self.results(of: items, isCancelled), !isCancelled() else { return false }
      var rows: [CatalogueRow] = []
      for result in results {
        switch result {
        case .row(let row): rows.append(row)
        case .large(let path): large.append(path)
        case .gone: break
        }
      }
      if !rows.isEmpty { report(rows) }
      if items.count < batch { break }
      batch = min(batch * 2, 4096)
    }
    for path in large {
      let result = try? LargeFiles.ofLibrary.turn(for: .max, isCancelled: isCancelled) {
        try ScanBatch.read(path, isCancelled: isCancelled)
      }
      guard let result else { return false }
      if case .row(let row) = result { report([row]) }
    }
    return true
  }

  /// Reads some briefings on all cores, this thread among them; nil where cancelled.
  private static func results(
    of items: [FolderWalk.Item], _ isCancelled: () -> Bool
  ) -> [ScanBatch.Result]? {
    let batch = ScanBatch(items)
    let helpers = DispatchGroup()
    for _ in 1..<max(2, min(items.count, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) {
      DispatchQueue.global(qos: .userInitiated).async(group: helpers) { batch.work { false } }
    }
    batch.work(isCancelled)
    helpers.wait()
    return batch.results
  }
}

/// Some briefings to read, shared by the threads that read them.
private final class ScanBatch: Sendable {
  /// What became of a briefing.
  enum Result: Sendable {
    case row(CatalogueRow)
    /// It was not read, for it is large.
    case large(path: String)
    /// It was removed since its name was read.
    case gone
  }

  private let items: [FolderWalk.Item]
  private let found: Mutex<[Result?]>
  private let next = Atomic(0)
  private let isStopped = Atomic(false)

  init(_ items: [FolderWalk.Item]) {
    self.items = items
    found = Mutex(Array(repeating: nil, count: items.count))
  }

  /// The results in the items' order; nil where the work was cancelled.
  var results: [Result]? {
    let results = found.withLock { $0.compactMap(\.self) }
    return results.count == items.count ? results : nil
  }

  /// Reads one briefing after the other until none is left. Where one thread is cancelled, all of them stop.
  func work(_ isCancelled: () -> Bool) {
    func stops() -> Bool {
      if isCancelled() { isStopped.store(true, ordering: .relaxed) }
      return isStopped.load(ordering: .relaxed)
    }
    while !stops() {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < items.count else { return }
      let result = Self.result(of: items[index], isCancelled: stops)
      found.withLock { $0[index] = result }
    }
  }

  /// What becomes of one briefing; nil where cancelled.
  private static func result(of item: FolderWalk.Item, isCancelled: () -> Bool) -> Result? {
    switch item {
    case .problem(let error): return .row(CatalogueRow(error))
    case .file(let path):
      if let stamp = FileStamp(path: path), LargeFiles.contains(stamp.size) { return .large(path: path) }
      return try? read(path, isCancelled: isCancelled)
    }
  }

  /// Reads one briefing.
  ///
  /// - Throws: `CancellationError`.
  static func read(_ path: String, isCancelled: () -> Bool) throws -> Result {
    do {
      let briefing = try BriefingFile(path: path).parse(isCancelled: isCancelled)
      return .row(CatalogueRow(path: path, briefing))
    } catch let error as FileError {
      return error.isMissing ? .gone : .row(CatalogueRow(error))
    }
  }
}

extension CatalogueRow {
  /// The row of a briefing that was read.
  fileprivate init(path: String, _ briefing: Briefing) {
    let metadata = briefing.metadata
    self.init(
      path: path, title: metadata.title, date: metadata.date, source: metadata.source, tags: metadata.tags,
      sections: briefing.sections.count, words: briefing.wordCounts().reduce(0, +))
  }

  /// The row of a briefing that cannot be read.
  fileprivate init(_ error: FileError) {
    self.init(
      path: error.path, title: BriefingFile.name(ofPath: error.path),
      problem: "\(error.reason); \(error.advice)")
  }
}
