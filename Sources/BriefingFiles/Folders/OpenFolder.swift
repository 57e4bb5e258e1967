import Glibc

/// What tells a folder from every other, whatever path leads to it.
struct FolderID: Hashable, Sendable {
  var device: dev_t
  var inode: ino_t
}

/// A folder that is open, and is closed with its last use.
final class OpenFolder: Sendable {
  let descriptor: Int32
  let id: FolderID

  init(_ path: String) throws(FileError) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, errno: errno) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else {
      let number = errno
      close(descriptor)
      throw FileError(path: path, errno: number)
    }
    id = FolderID(device: facts.st_dev, inode: facts.st_ino)
  }

  deinit { close(descriptor) }
}
