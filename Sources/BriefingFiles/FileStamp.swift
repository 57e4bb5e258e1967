import Glibc

/// What tells whether a file has changed since it was read, without opening it.
///
/// Not the device: its number may change when the machine starts, and then every file would seem to have changed.
public struct FileStamp: Hashable, Sendable {
  /// In bytes.
  public var size: Int64
  /// In nanoseconds since 1970 (UTC); before 1677 and after 2262 it wraps around.
  public var modified: Int64
  /// When the system last changed anything of the file, in nanoseconds as `modified`. Programs can set the time of
  /// modification, and those that copy files do; this one they cannot set.
  public var changed: Int64
  /// The number of the file in its file system: a file that was replaced has another one.
  public var inode: UInt64

  /// Makes a stamp.
  public init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  /// A stamp from the numbers that it was kept as.
  package init(_ numbers: SIMD4<Int64>) {
    self.init(
      size: numbers[0], modified: numbers[1], changed: numbers[2], inode: UInt64(bitPattern: numbers[3]))
  }

  /// The numbers that it is kept as.
  package var numbers: SIMD4<Int64> { [size, modified, changed, Int64(bitPattern: inode)] }

  /// A stamp that no file has, so that whatever it is kept for is read again.
  package static let unsettled = FileStamp(size: -1, modified: 0, changed: 0, inode: 0)

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
    files.sorted { a, b in
      let (a, b) = (stamp(a), stamp(b))
      let (first, second) = (LargeFiles.contains(a.size), LargeFiles.contains(b.size))
      return first == second ? a.modified > b.modified : second
    }
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
