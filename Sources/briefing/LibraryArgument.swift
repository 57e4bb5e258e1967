import BriefingCore
import BriefingFiles
import BriefingLibrary
import BriefingSearch

/// The library that a command is about.
enum LibraryArgument {
  /// The folder where no path says which: the one that the environment names, else that of the briefings that ship.
  static var standardPath: String { Environment.value("BRIEFING_LIBRARY") ?? "Briefings" }

  /// What to do where there is none.
  static var missing: FileError {
    FileError(
      path: standardPath, reason: "no such folder here",
      advice: "name a briefing or a folder of briefings: briefing PATH")
  }

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

  /// The paths of the briefings of a folder, the standard one without a path, in which a query finds something, the best
  /// first.
  static func briefings(_ path: String?, finding text: String) throws -> [String] {
    let search = try Self.search(path)
    defer { search.close() }
    let query = try SearchQuery(parsing: text, today: .today).resolved(in: search.library)
    if let problem = query.problem { throw Failure(usage: problem) }
    return try reading(ProgressLine("indexing")) {
      try search.freshSearch(query, limit: .max, folding: .close).1
    }.hits.filter(\.missing.isEmpty).reduce(into: []) { paths, hit in
      if paths.last != hit.path { paths.append(hit.path) }
    }
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
