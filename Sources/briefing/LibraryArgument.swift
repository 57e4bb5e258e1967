import ArgumentParser
import BriefingConfiguration
import BriefingCore
import BriefingFiles
import BriefingLibrary
import BriefingSearch

/// The library that a command is about.
enum LibraryArgument {
  /// The folder where no path says which: the one that the environment names, else the configuration, else that of the
  /// briefings that ship.
  static var standardPath: String {
    let preferences = UserConfiguration.current.preferences()
    guard let library = preferences.library.value else { return "Briefings" }
    // A name in the file means the library, whatever stands here.
    if case .file = preferences.library.origin { return preferences.library(named: library) ?? library }
    return place(library)
  }

  /// What the argument is, for help.
  static let help: ArgumentHelp =
    "A folder or a library's name (default: $BRIEFING_LIBRARY, else the configured library, else Briefings)."

  /// Whether a library has a name.
  static func isNamed(_ name: String) -> Bool {
    UserConfiguration.current.preferences().library(named: name) != nil
  }

  /// The folder of a library by its name.
  ///
  /// - Throws: A failure that names the nearest one where none has the name.
  static func named(_ name: String) throws(Failure) -> String {
    let preferences = UserConfiguration.current.preferences()
    if let path = preferences.library(named: name) { return path }
    throw Failure(usage: "no library is called “\(name)”; \(preferences.advice(forLibrary: name))")
  }

  /// What a path stands for: itself where something stands there, else the library of that name, where one has it.
  private static func place(_ path: String) -> String {
    guard !path.contains("/"), path != BriefingFile.standardInput,
      let library = UserConfiguration.current.preferences().library(named: path)
    else { return path }
    guard (try? PathKind(path)) == nil else {
      Messages.say("\(path) here is opened; the library of that name opens with briefing --library \(path)")
      return path
    }
    return library
  }

  /// What to do where there is none.
  static var missing: FileError {
    FileError(
      path: standardPath, reason: "no such folder here",
      advice: "name a briefing or a folder of briefings: briefing PATH")
  }

  /// A folder as the command line names it, the standard one without a path. Of several slashes at its end one
  /// stays: what is found in the folder is named by this path with its own name after it.
  static func folder(_ path: String?) -> String {
    var path = path.map(place) ?? standardPath
    while path.hasSuffix("//") { path.removeLast() }
    return path
  }

  /// The search of a folder, the standard one without a path.
  static func search(_ path: String?) throws(Failure) -> LibrarySearch {
    _ = UserConfiguration.announced
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
  ///
  /// - Parameter asTyped: Whether nothing may take the place of a word that occurs nowhere; else standard error says what
  ///   did.
  static func briefings(_ path: String?, finding text: String, asTyped: Bool = false) throws -> [String] {
    let search = try Self.search(path)
    defer { search.close() }
    let query = try SearchQuery(parsing: text, today: .today).resolved(in: search.library)
    if let problem = query.problem { throw Failure(usage: problem) }
    // All of them: copies are no row of their own in a search, but are briefings.
    let results = try reading(ProgressLine("indexing")) {
      try search.freshSearch(query, limit: .max, folding: .none).1
    }
    if asTyped, let correction = results.corrections.first {
      let words = correction.words.map { "“\($0)”" }.joined(separator: " or ")
      throw Failure(
        notFound: "“\(correction.typed)” occurs nowhere; if you mean \(words), say so in the query")
    }
    for remark in results.remarks { Messages.say(remark) }
    return results.hits.filter(\.missing.isEmpty).reduce(into: []) { paths, hit in
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
