import Glibc

/// What stands at a path, as far as reading it is concerned.
public enum PathKind: Hashable, Sendable {
  /// Something to read as one briefing, if it can be read.
  case file
  /// A library.
  case folder
  /// Something to read as one briefing that gives its data once: standard input, a named pipe.
  case pipe

  /// What stands at `path`, symbolic links followed; `-` is standard input.
  public init(_ path: String) throws(FileError) {
    if path == BriefingFile.standardInput {
      self = .pipe
      return
    }
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw FileError(path: path, errno: errno) }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR: self = .folder
    case S_IFIFO: self = .pipe
    default: self = .file
    }
  }
}
