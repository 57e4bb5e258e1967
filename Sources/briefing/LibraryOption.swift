import ArgumentParser

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

  /// The same of several paths; empty without a library and a path.
  func folders(or paths: [String]) throws(Failure) -> [String] {
    guard let library else { return paths.map { LibraryArgument.folder($0) } }
    guard paths.isEmpty else { throw Self.namesBoth }
    return [try LibraryArgument.named(library)]
  }

  private static let namesBoth = Failure(usage: "name a path or a library, not both: --library NAME")
}
