import Glibc

/// A folder for one test, gone with it.
public final class TemporaryFolder {
  /// Below `/tmp`, without a slash at its end.
  public let path: String

  /// Makes an empty one.
  ///
  /// - Throws: ``Failure``.
  public init() throws {
    var template = Array("/tmp/briefing-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(errno: errno) }
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit { remove(path) }

  /// Writes a file, its folders too, and returns its path.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  /// The same with bytes that may not be text.
  @discardableResult
  public func write(_ name: String, bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    let parts = name.split(separator: "/").dropLast()
    for count in parts.indices { mkdir("\(path)/" + parts[...count].joined(separator: "/"), 0o700) }
    guard let stream = fopen(file, "w") else { throw Failure(errno: errno) }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw Failure(errno: errno) }
    return file
  }

  /// Makes a symbolic link.
  public func link(_ name: String, to target: String) throws {
    guard symlink(target, "\(path)/\(name)") == 0 else { throw Failure(errno: errno) }
  }

  /// Why the system refuses.
  public struct Failure: Error {
    /// The error number.
    public var errno: Int32
  }

  private func remove(_ path: String) {
    chmod(path, 0o700)
    guard let stream = opendir(path) else { return }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { bytes in
          Array(UnsafeBufferPointer(start: bytes, count: strlen(bytes) + 1))
        }
      }
      if name == [46, 0] || name == [46, 46, 0] { continue }
      let child = Array(path.utf8CString.dropLast()) + [47] + name
      var facts = stat()
      if lstat(child, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR {
        remove(String(decoding: child.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
      } else {
        unlink(child)
      }
    }
    closedir(stream)
    rmdir(path)
  }
}
