import BriefingFiles
import BriefingReader

extension FileVersion {
  /// The version of which a stamp tells.
  init(_ stamp: FileStamp) {
    self.init(size: stamp.size, modified: stamp.modified, changed: stamp.changed, inode: stamp.inode)
  }
}

extension FileStamp {
  /// The stamp of a version.
  init(_ version: FileVersion) {
    self.init(size: version.size, modified: version.modified, changed: version.changed, inode: version.inode)
  }
}
