import Glibc

/// The paths by which the reading state knows briefings: absolute, and the same whatever links lead to their folder.
enum KnownPath {
  /// Of a file, which need not be there.
  static func file(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return folder(".") + "/" + path }
    let parent = folder(slash == path.startIndex ? "/" : String(path[..<slash]))
    return (parent == "/" ? "" : parent) + path[slash...]
  }

  /// A path as a library's rows start, where it is below that; else as it is.
  ///
  /// - Parameters:
  ///   - library: The library's folder as given.
  ///   - known: The same as the reading state knows it.
  static func shown(_ path: String, in library: String, known: String) -> String {
    let start = known.hasSuffix("/") ? known : known + "/"
    guard path.utf8.starts(with: start.utf8) else { return path }
    let name = String(decoding: path.utf8.dropFirst(start.utf8.count), as: UTF8.self)
    return (library.hasSuffix("/") ? library : library + "/") + name
  }

  /// Of a folder; as it is where it is not there.
  static func folder(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
