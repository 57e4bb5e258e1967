import Glibc

/// Writes files that were not there before.
public enum NewFile {
  /// Writes a file, all of it or nothing.
  ///
  /// - Throws: ``FileError`` where something is there already, or it cannot be written.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      guard errno == EEXIST else { throw FileError(path: path, errno: errno) }
      throw FileError(path: path, reason: "is there already", advice: "choose another title or folder")
    }
    var rest = bytes[...]
    var number: Int32 = 0
    while !rest.isEmpty, number == 0 {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { number = errno }
    }
    // A full disk may only be told now.
    if close(descriptor) != 0, number == 0, errno != EINTR { number = errno }
    guard number == 0 else {
      unlink(path)
      throw FileError(path: path, errno: number)
    }
  }
}
