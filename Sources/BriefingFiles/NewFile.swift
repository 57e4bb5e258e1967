import Glibc

/// Writes files that were not there before.
public enum NewFile {
  /// Writes a file, all of it or nothing.
  ///
  /// - Parameter advice: What to do where something is there already.
  /// - Throws: ``FileError`` where something is there already, or it cannot be written.
  public static func write(
    _ bytes: [UInt8], to path: String, advice: String = "choose another title or folder"
  ) throws(FileError) {
    guard try create(bytes, at: path) else {
      throw FileError(path: path, reason: "is there already", advice: advice)
    }
  }

  /// The same; false, and nothing is written, where something is there already.
  ///
  /// The bytes are written to a hidden file beside it, which gets the name when it is complete: so nobody ever sees half of
  /// it, whatever ends the program. Nothing at the path is replaced, and no link there is followed.
  ///
  /// - Throws: ``FileError`` where it cannot be written.
  public static func create(_ bytes: [UInt8], at path: String) throws(FileError) -> Bool {
    let (folder, name) = parts(of: path)
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw FileError(path: path, errno: errno) }
    defer { close(directory) }
    guard faccessat(directory, name, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else { return false }
    let hidden = ".briefing-\(UInt64.random(in: .min ... .max)).tmp"
    let descriptor = openat(directory, hidden, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw FileError(path: path, errno: errno) }
    defer { unlinkat(directory, hidden, 0) }
    let number = fill(descriptor, bytes)
    guard number == 0 else { throw FileError(path: path, errno: number) }
    if linkat(directory, hidden, directory, name, 0) == 0 { return true }
    switch errno {
    case EEXIST: return false
    // File systems without hard links, as memory cards have them: an empty file of our own takes the name first.
    case EPERM, ENOTSUP, ENOSYS, EMLINK:
      let place = openat(directory, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard place >= 0 else {
        if errno == EEXIST { return false }
        throw FileError(path: path, errno: errno)
      }
      close(place)
      guard renameat(directory, hidden, directory, name) == 0 else {
        let number = errno
        unlinkat(directory, name, 0)
        throw FileError(path: path, errno: number)
      }
      return true
    default: throw FileError(path: path, errno: errno)
    }
  }

  /// Writes all bytes to a new file and closes it; returns an error number, or 0.
  private static func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
    var rest = bytes[...]
    var number: Int32 = 0
    while !rest.isEmpty, number == 0 {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { number = errno }
    }
    // Else a name could be on the disk before the bytes are.
    if number == 0, fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { number = errno }
    // A full disk may only be told now.
    if close(descriptor) != 0, number == 0, errno != EINTR { number = errno }
    return number
  }

  private static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.utf8.index(after: slash)...]))
  }
}
