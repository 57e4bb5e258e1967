import BriefingCore

/// Follows one file and tells when it was changed and has come to rest, when it is gone, and when it is there again,
/// whichever way it is written: in place, by another file that gets its name, or again after the old one was put aside.
///
/// It sleeps until the system tells of something. Not told is what others do on a network's file system, and that a
/// folder above the file's own is renamed: ``look()`` looks.
public final class FileFollower: Sendable {
  private let loop: FollowLoop
  private let thread: SleepingThread

  /// Starts to follow a file, which need not be there.
  ///
  /// - Parameters:
  ///   - known: The stamp that the file had before it was read, so that nothing is missed in between.
  ///   - rest: How long it has to stay the same. Several times that where its writer was not seen to close it, and
  ///     before it is said to be gone.
  ///   - report: Called on the follower's own thread, one call at a time. While it runs, changes wait.
  /// - Throws: Why there is no thread for it.
  public init(
    path: String, known: FileStamp?, rest: Duration = .milliseconds(150),
    report: @escaping @Sendable (FileChange) -> Void
  ) throws(FileError) {
    let loop = try FollowLoop(path: path, known: known, rest: rest, report: report)
    self.loop = loop
    thread = SleepingThread("file follower", loop.sleeper) { loop.run() }
  }

  deinit { stop() }

  /// Looks at the file, whatever the system has told; a change is reported once it rests.
  public func look() { loop.look() }

  /// Stops following; nothing is reported any more when it returns. In a report, it returns at once.
  public func stop() { thread.stop() }
}
