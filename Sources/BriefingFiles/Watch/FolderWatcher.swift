/// Watches a library and tells when briefings come, go or are written.
///
/// The first report is `everything`, once all folders are watched: who looks at the library then misses nothing.
/// After that, changes are gathered until it is quiet for a tenth of a second, a second at most. Hidden files and
/// folders are left out. Not seen is what a link leads to, and what other machines do on a network's file system.
public final class FolderWatcher: Sendable {
  private let thread: SleepingThread

  /// Starts to watch a folder.
  ///
  /// - Parameters:
  ///   - interval: Where the system cannot watch, `everything` is reported so often.
  ///   - report: Called on the watcher's own thread, one call at a time. While it runs, changes wait.
  /// - Throws: Why the folder cannot be read.
  public convenience init(
    path: String, interval: Duration = .seconds(30), report: @escaping @Sendable (FolderChange) -> Void
  ) throws(FileError) {
    try self.init(path: path, interval: interval, limit: .max, report: report)
  }

  /// - Parameter limit: Folders to watch at most.
  package init(
    path: String, interval: Duration, limit: Int, report: @escaping @Sendable (FolderChange) -> Void
  ) throws(FileError) {
    _ = try OpenFolder(path)
    let loop = try WatchLoop(path: path, interval: interval, limit: limit, report: report)
    thread = SleepingThread("folder watcher", loop.sleeper) { loop.run() }
  }

  deinit { stop() }

  /// Stops watching; nothing is reported any more when it returns. In a report, it returns at once.
  public func stop() { thread.stop() }
}
