import BriefingFiles
import BriefingLibrary
import BriefingSearch

/// The library that a command is about.
enum LibraryArgument {
  /// The folder of the briefings that ship, where no path says which.
  static let standardPath = "Briefings"

  /// What to do where there is none.
  static let missing = FileError(
    path: standardPath, reason: "no such folder here",
    advice: "name a briefing or a folder of briefings: briefing PATH")

  /// A folder as the command line names it, the standard one without a path. Of several slashes at its end one
  /// stays: what is found in the folder is named by this path with its own name after it.
  static func folder(_ path: String?) -> String {
    var path = path ?? standardPath
    while path.hasSuffix("//") { path.removeLast() }
    return path
  }

  /// The search of a folder, the standard one without a path.
  static func search(_ path: String?) throws(Failure) -> LibrarySearch {
    let folder = folder(path)
    let kind: PathKind
    do { kind = try PathKind(folder) } catch { throw Failure(path == nil ? missing : error) }
    guard kind == .folder else {
      throw Failure(
        FileError(path: folder, reason: "is a file, not a folder", advice: "name the folder it is in"))
    }
    return LibrarySearch(library: folder)
  }

  /// Brings a library's index up to date, with a bar where it takes long.
  static func refresh(
    _ search: LibrarySearch, _ wish: LibrarySearch.IndexWish, _ progress: ProgressLine
  ) throws -> LibrarySearch.Report {
    try reading(progress) { try search.refresh(wish, report: progress.show) }
  }

  /// Does something that reads a library, and ends the bar.
  static func reading<Result>(_ progress: ProgressLine, _ body: () throws -> Result) throws -> Result {
    defer { progress.end() }
    do {
      return try body()
    } catch let error as FileError {
      throw Failure(error)
    }
  }
}
