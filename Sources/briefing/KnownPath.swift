import Glibc

/// The paths by which the reading state knows briefings: absolute, and the same whatever links lead to their folder.
enum KnownPath {
  /// Of a file, which need not be there.
  static func file(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return folder(".") + "/" + path }
    let parent = folder(slash == path.startIndex ? "/" : String(path[..<slash]))
    return (parent == "/" ? "" : parent) + path[slash...]
  }

  /// Of a folder; as it is where it is not there.
  static func folder(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
