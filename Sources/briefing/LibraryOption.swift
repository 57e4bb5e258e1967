import ArgumentParser
import BriefingFiles

/// The option that names a library where a command takes a folder: a file or folder of that name hides it else.
struct LibraryOption: ParsableArguments {
  @Option(help: ArgumentHelp("The library of this name in the configuration.", valueName: "name"))
  var library: String?

  /// The folder of the library, else the one of a path, else the standard one.
  ///
  /// - Throws: A failure where both are named, or no library has the name.
  func folder(or path: String?) throws(Failure) -> String {
    guard let library else { return LibraryArgument.folder(path) }
    guard path == nil else { throw Self.namesBoth }
    return try LibraryArgument.named(library)
  }

  /// The folder that a new file goes into: as above, but where neither is named and there is no standard one, the folder in which
  /// the program was started.
  ///
  /// - Throws: A failure as above, or where it is not there or is no folder.
  func destination(or path: String?) throws -> String {
    var folder = try self.folder(or: path)
    if path == nil, library == nil, (try? PathKind(folder)) != .folder { folder = "." }
    try reading { () throws(FileError) in
      guard try PathKind(folder) == .folder else {
        throw FileError(
          path: folder, reason: "is a file, not a folder", advice: "name a folder: --into FOLDER")
      }
    }
    return folder
  }

  /// The same of several paths; empty without a library and a path.
  func folders(or paths: [String]) throws(Failure) -> [String] {
    guard let library else { return paths.map { LibraryArgument.folder($0) } }
    guard paths.isEmpty else { throw Self.namesBoth }
    return [try LibraryArgument.named(library)]
  }

  private static let namesBoth = Failure(usage: "name a path or a library, not both: --library NAME")
}
