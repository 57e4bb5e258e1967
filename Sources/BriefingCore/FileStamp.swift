/// What tells whether a file has changed since it was read, without opening it. BriefingFiles asks for it.
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
  package static let unsettled = FileStamp(size: -1, modified: 0, changed: .min, inode: 0)

  /// As a stamp that no file has, for a file that may change unseen: it is read again, but known again under another
  /// name.
  package var asUnsettled: FileStamp {
    FileStamp(size: size, modified: modified, changed: .min, inode: inode)
  }

  /// Whether a file may have it.
  package var isUnsettled: Bool { changed == .min }
}
