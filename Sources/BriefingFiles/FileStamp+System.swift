import BriefingCore
import Glibc

extension FileStamp {
  /// Whether it tells of every change after it was asked for.
  ///
  /// A file that was written shortly before may be written once more and keep its time, for times are no finer than
  /// the ticks of the system's clock, on some file systems than two seconds.
  ///
  /// - Parameters:
  ///   - began: A moment before it was asked for, see ``now``.
  ///   - ended: A moment after that.
  package func isSettled(between began: Int64, and ended: Int64) -> Bool {
    let grain: Int64 = modified % 1_000_000_000 == 0 ? 2_000_000_000 : 50_000_000
    return modified < began &- grain || modified > max(began, ended)
  }

  /// The time, in nanoseconds since 1970 (UTC).
  package static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  /// The stamp of a file now; nil where there is none.
  public init?(path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    self.init(facts)
  }

  /// The stamp of a file, of which `facts` were asked.
  package init(_ facts: stat) {
    self.init(
      size: Int64(facts.st_size), modified: Self.nanoseconds(facts.st_mtim),
      changed: Self.nanoseconds(facts.st_ctim), inode: UInt64(facts.st_ino))
  }

  /// The order in which files are read: the newest first, for most of what is looked for is among them, and large ones
  /// last, so that nothing waits for them.
  package static func readingOrder<File>(_ files: [File], by stamp: (File) -> FileStamp) -> [File] {
    // Numbers are moved: a file has its path, and is copied far more slowly than compared.
    let keys = files.map { file in
      let stamp = stamp(file)
      return (isLarge: LargeFiles.contains(stamp.size), modified: stamp.modified)
    }
    let order = keys.indices.sorted { a, b in
      keys[a].isLarge == keys[b].isLarge ? keys[a].modified > keys[b].modified : keys[b].isLarge
    }
    return order.map { files[$0] }
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
