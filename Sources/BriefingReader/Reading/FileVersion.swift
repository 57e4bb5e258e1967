/// Which version of a file was read. It comes from who reads files and goes back there when the file is followed; the
/// reader only keeps it.
public struct FileVersion: Hashable, Sendable {
  /// In bytes.
  public var size: Int64
  /// When it was written, in nanoseconds since 1970 (UTC).
  public var modified: Int64
  /// When the system last changed anything of it, in nanoseconds as `modified`.
  public var changed: Int64
  /// The number of the file in its file system.
  public var inode: UInt64

  /// Makes a version.
  public init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }
}
