import Glibc

/// How a file starts.
package enum FileStart {
  /// The first bytes of a regular file, symbolic links followed.
  ///
  /// - Throws: ``FileError`` where it cannot be read, or is none.
  package static func bytes(of path: String, count: Int) throws(FileError) -> [UInt8] {
    // Not blocking: it may be a pipe.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw FileError(path: path, errno: errno) }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, reason: "is not a file", advice: "name a file")
    }
    var bytes = [UInt8](repeating: 0, count: min(count, max(0, Int(facts.st_size))))
    var length = 0
    while length < bytes.count {
      let got = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress! + length, $0.count - length) }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw FileError(path: path, errno: errno) }
      if got == 0 { break }
      length += got
    }
    return Array(bytes[..<length])
  }
}
