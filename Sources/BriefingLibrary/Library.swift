import BriefingCore
import BriefingFiles
import BriefingSearch
import Dispatch

/// A folder of briefings: its list, what can be found in it, and what changes in both.
///
/// The folder is walked once for all of them. One object a program and folder; it can be used from any thread.
public final class Library: Sendable {
  /// The folder as given; paths of rows and hits start with it.
  public let path: String
  /// Finds sections in it.
  public let search: LibrarySearch
  private let list: LibraryList
  /// What the index has to be brought up to date with.
  private let toIndex = IndexQueue()

  /// Makes a library of a folder; nothing is read yet.
  ///
  /// - Parameter cache: The folder of the user's caches; nil for the one that the environment names.
  public init(path: String, cache: String? = nil) {
    self.path = path
    search = LibrarySearch(library: path, cache: cache)
    list = LibraryList(path: path, cache: try? CatalogueCache(library: path, cache: cache), toIndex: toIndex)
  }

  /// Tells the rows of all briefings as they come: those that the cache knows first, the others newest first, and large
  /// ones last, one by one.
  ///
  /// A briefing that cannot be read has a row that says why; one that is removed meanwhile has none.
  ///
  /// - Parameters:
  ///   - isCancelled: Asked on the calling thread, some ten times a second.
  ///   - report: Called on the calling thread.
  /// - Returns: Whether it came to the end; false where it was cancelled.
  /// - Throws: Why the folder itself cannot be read.
  @discardableResult
  public func list(
    isCancelled: () -> Bool = { false }, report: ([CatalogueRow]) -> Void
  ) throws(FileError) -> Bool {
    try list.readAll(isCancelled: isCancelled, report: report)
  }

  /// The rows of all briefings, in no order, and one for each that cannot be read: a row that is known is made when it is
  /// asked for.
  ///
  /// - Throws: Why the folder itself cannot be read.
  public func table() throws(FileError) -> CatalogueTable { try list.readTable() }

  // MARK: Following

  /// Lists the folder, brings the index up to date, and tells what changes, until ``stopFollowing()``: it sleeps until files
  /// change. A folder that is missing is waited for.
  ///
  /// - Parameter report: Called on any thread, one call at a time, in the order of what happens to the list.
  public func follow(report: @escaping @Sendable (LibraryEvent) -> Void) {
    // Until the library was looked at, nobody knows what can be found.
    report(.indexing(IndexProgress(done: 0, total: 0)))
    list.start(report)
    var told: FileError?
    while !toIndex.isOver {
      do {
        let watcher = try FolderWatcher(path: path) { [self] in list.note($0) }
        told = nil
        defer { watcher.stop() }
        while let work = toIndex.next(), index(work, report) {}
      } catch {
        if error != told { list.lose(error) }
        told = error
        waitForFolder()
      }
    }
  }

  /// Ends ``follow(report:)``, from any thread, and whatever it is doing; it cannot be followed again.
  public func stopFollowing() { toIndex.end() }

  /// The version of a briefing's file, by the path of its row, as the folder was last seen; nil where none was.
  public func version(of path: String) -> FileStamp? { list.version(of: path) }

  /// Ends ``follow(report:)``, keeps what is known for the next run, and puts the index away.
  public func close() {
    stopFollowing()
    list.store()
    search.close()
  }

  /// Whether all files were read once.
  public var isComplete: Bool { list.isComplete }

  /// Looks at the whole folder again, for what nobody tells: changes that other machines make on a network's file system.
  public func lookAgain() { try? list.lookAtAll() }

  /// Does something once the folder was looked at or cannot be, or the cache has told the first rows; at once where that has
  /// happened.
  public func afterFirstLook(_ body: @escaping @Sendable () -> Void) { list.afterFirstLook(body) }

  /// Sleeps until the folder may be there.
  private func waitForFolder() {
    // Nobody tells of a file system that is mounted.
    var longest = DispatchTimeInterval.seconds(5)
    let stamp = FileStamp(path: path)
    let follower = try? FileFollower(path: path, known: stamp, rest: .milliseconds(10)) { [toIndex] _ in
      toIndex.wake()
    }
    if follower == nil { longest = .milliseconds(400) }
    toIndex.wait(atMost: longest)
    follower?.stop()
  }

  // MARK: The index

  /// Results that are shown are asked for again this often at most while an index grows.
  private static let interval = Duration.milliseconds(500)

  /// Brings the index up to date; false where the folder is lost.
  private func index(_ work: IndexQueue.Item, _ report: (LibraryEvent) -> Void) -> Bool {
    var lastChange = ContinuousClock.now
    var hasProgress = false
    let isCancelled = { [toIndex] in toIndex.isOver }
    let show = { (progress: IndexProgress) in
      hasProgress = true
      report(.indexing(progress))
      if lastChange.duration(to: .now) > Self.interval {
        lastChange = .now
        report(.searchable)
      }
    }
    let done: LibrarySearch.Report?
    // It may be small, or another program was faster: then no index tells that something has changed.
    var saysSo = true
    switch work {
    case .lost: return false
    case .files(let paths): done = try? search.refresh(files: paths, isCancelled: isCancelled, report: show)
    case .listing(let listing, let isFirst):
      saysSo = !isFirst
      done = try? search.refresh(.ifLarge, listing, isCancelled: isCancelled, report: show)
    }
    report(.indexing(nil))
    if let done, saysSo || hasProgress || done.read + done.removed > 0 || done.remadeBecause != nil {
      report(.searchable)
    }
    return true
  }
}
