import Glibc

/// What stands at a path, as far as reading it is concerned.
public enum PathKind: Hashable, Sendable {
  /// Something to read as one briefing, if it can be read.
  case file
  /// A library.
  case folder

  /// What stands at `path`, symbolic links followed.
  public init(_ path: String) throws(FileError) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw FileError(path: path, errno: errno) }
    self = facts.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }
}
