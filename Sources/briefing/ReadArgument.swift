import BriefingFiles
import Glibc

/// What the command line asks to read.
enum ReadArgument {
  /// A library.
  case folder(String)
  /// Briefings one by one, in the order given, each once; at least one.
  case files([String])

  /// The folder; nil for files.
  var folder: String? {
    if case .folder(let path) = self { path } else { nil }
  }

  /// Finds out what stands at the paths. Without any it is what comes by a pipe, where there is a screen to read it on,
  /// else the standard folder; on a screen, where that is not there, the one that was opened last.
  ///
  /// - Parameters:
  ///   - isPlain: Whether it is read by lines: then what comes by a pipe is what is typed, not the briefing.
  ///   - lastLibrary: Looks that up.
  init(_ paths: [String], isPlain: Bool, lastLibrary: () -> String?) throws {
    let configuration = UserConfiguration.ofReading(isPlain: isPlain)
    var known: Set<String> = []
    let paths = paths.map { LibraryArgument.folder($0, in: configuration) }
      .filter { known.insert($0).inserted }
    if paths.contains(BriefingFile.standardInput), isatty(STDIN_FILENO) == 1 {
      throw Failure(
        usage: "standard input is the terminal; send a briefing into it: cat FILE | briefing -")
    }
    switch paths.count {
    case 0 where !isPlain && StandardOutput.isTerminal && Self.isDataSent:
      self = .files([BriefingFile.standardInput])
    case 0: self = try Self.standard(configuration, lastLibrary)
    case 1:
      let isFolder = try reading { () throws(FileError) in try PathKind(paths[0]) == .folder }
      self = isFolder ? .folder(paths[0]) : .files(paths)
    default:
      for path in paths where try reading({ () throws(FileError) in try PathKind(path) }) == .folder {
        throw Failure(usage: "\(path): is a folder; name one folder by itself, or briefings")
      }
      self = .files(paths)
    }
  }

  /// Whether somebody has sent data by standard input. A terminal is none, nor is /dev/null, which programs get that
  /// are to read nothing.
  private static var isDataSent: Bool {
    var facts = stat()
    guard fstat(STDIN_FILENO, &facts) == 0 else { return false }
    return [S_IFIFO, S_IFREG, S_IFSOCK].contains(facts.st_mode & S_IFMT)
  }

  private static func standard(
    _ configuration: UserConfiguration, _ lastLibrary: () -> String?
  ) throws(Failure) -> ReadArgument {
    let path = LibraryArgument.standardPath(in: configuration)
    // At someone's first start the list of what is not there says what to do.
    if StandardOutput.isTerminal {
      return .folder((try? PathKind(path)) == nil ? lastLibrary() ?? path : path)
    }
    guard let kind = try? PathKind(path) else { throw Failure(LibraryArgument.missing) }
    return kind == .folder ? .folder(path) : .files([path])
  }
}
