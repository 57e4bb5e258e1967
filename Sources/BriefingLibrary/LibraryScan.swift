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
  /// so that something can be shown, then more and more at a time.
  ///
  /// A briefing that cannot be read has a row that says why.
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
    var batch = 32
    while true {
      var items: [FolderWalk.Item] = []
      while items.count < batch, !isCancelled(), let item = walk.next() { items.append(item) }
      guard let rows = Self.rows(of: items, isCancelled), !isCancelled() else { return false }
      if !rows.isEmpty { report(rows) }
      if items.count < batch { return true }
      batch = min(batch * 2, 4096)
    }
  }

  /// Reads some briefings on all cores, this thread among them; nil where cancelled.
  private static func rows(of items: [FolderWalk.Item], _ isCancelled: () -> Bool) -> [CatalogueRow]? {
    let batch = ScanBatch(items)
    let helpers = DispatchGroup()
    for _ in 1..<max(2, min(items.count, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) {
      DispatchQueue.global(qos: .userInitiated).async(group: helpers) { batch.work { false } }
    }
    batch.work(isCancelled)
    helpers.wait()
    return batch.result
  }
}

/// Some briefings to read, shared by the threads that read them.
private final class ScanBatch: Sendable {
  private let items: [FolderWalk.Item]
  private let rows: Mutex<[CatalogueRow?]>
  private let next = Atomic(0)
  private let isStopped = Atomic(false)

  init(_ items: [FolderWalk.Item]) {
    self.items = items
    rows = Mutex(Array(repeating: nil, count: items.count))
  }

  /// The rows in the items' order; nil where the work was cancelled.
  var result: [CatalogueRow]? {
    let rows = rows.withLock { $0.compactMap(\.self) }
    return rows.count == items.count ? rows : nil
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
      let row = Self.row(of: items[index], isCancelled: stops)
      rows.withLock { $0[index] = row }
    }
  }

  /// The row of one briefing; nil where cancelled.
  private static func row(of item: FolderWalk.Item, isCancelled: () -> Bool) -> CatalogueRow? {
    switch item {
    case .problem(let error): return CatalogueRow(error)
    case .file(let path):
      do {
        let briefing = try BriefingFile(path: path).parse(isCancelled: isCancelled)
        return CatalogueRow(path: path, briefing)
      } catch let error as FileError {
        return CatalogueRow(error)
      } catch {
        return nil
      }
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
