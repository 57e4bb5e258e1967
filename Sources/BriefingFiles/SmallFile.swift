import Glibc

/// A file of which all is read at once, such as a configuration.
public enum SmallFile {
  /// The bytes of a file, symbolic links followed; nil where there is none.
  ///
  /// - Parameter limit: Bytes at most.
  /// - Throws: What stands there and cannot be read, or is larger.
  public static func bytes(of path: String, limit: Int) throws(FileError) -> [UInt8]? {
    // Not blocking: it may be a pipe.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileError(path: path, errno: errno)
    }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, reason: "is not a file", advice: "put a file there, or nothing")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(limit, max(0, Int(facts.st_size))) + 1)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError(path: path, errno: errno) }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      if bytes.count > limit {
        throw FileError(path: path, reason: "is larger than \(limit / 1000) kB", advice: "make it smaller")
      }
    }
  }
}
