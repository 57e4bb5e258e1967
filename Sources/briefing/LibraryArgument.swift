import ArgumentParser
import BriefingConfiguration
import BriefingCore
import BriefingFiles
import BriefingLibrary
import BriefingSearch

/// The library that a command is about. What is wrong with the configuration is said before it is asked for a library.
enum LibraryArgument {
  /// A path as it was given, resolved.
  private struct Place {
    var path: String
    /// Whether a library has that name too, though the path is what is opened.
    var hidesLibrary = false
  }

  /// The folder where no path says which: the one that the environment names, else the configuration, else that of the
  /// briefings that ship.
  static func standardPath(in configuration: UserConfiguration = .announced) -> String {
    standard(in: configuration).path
  }

  private static func standard(in configuration: UserConfiguration) -> Place {
    let preferences = configuration.preferences()
    guard let library = preferences.library.value else { return Place(path: "Briefings") }
    // A name in the file means the library, whatever stands here.
    if case .file = preferences.library.origin {
      return Place(path: preferences.library(named: library) ?? library)
    }
    return place(library, in: configuration)
  }

  /// Which folder it is without a path, for help.
  static let standardWords = "$BRIEFING_LIBRARY, else the configured library, else Briefings"

  /// What the argument is, for help.
  static let help = ArgumentHelp("A folder or a library's name (default: \(standardWords)).")

  /// Whether a library has a name.
  static func isNamed(_ name: String) -> Bool {
    UserConfiguration.announced.preferences().library(named: name) != nil
  }

  /// The folder of a library by its name.
  ///
  /// - Throws: A failure that names the nearest one where none has the name.
  static func named(
    _ name: String, in configuration: UserConfiguration = .announced
  ) throws(Failure) -> String {
    let preferences = configuration.preferences()
    if let path = preferences.library(named: name) { return path }
    throw Failure(usage: "no library is called “\(name)”; \(preferences.advice(forLibrary: name))")
  }

  /// What a path stands for: itself where something stands there, else the library of that name, where one has it.
  private static func place(_ path: String, in configuration: UserConfiguration) -> Place {
    guard !path.contains("/"), path != BriefingFile.standardInput,
      let library = configuration.preferences().library(named: path)
    else { return Place(path: path) }
    return (try? PathKind(path)) == nil ? Place(path: library) : Place(path: path, hidesLibrary: true)
  }

  /// What to do where there is none.
  static var missing: FileError {
    FileError(
      path: standardPath(), reason: "no such folder here",
      advice: "name a briefing or a folder of briefings: briefing PATH")
  }

  /// A folder as the command line names it, the standard one without a path. Of several slashes at its end one
  /// stays: what is found in the folder is named by this path with its own name after it.
  ///
  /// It says where a library has the same name, unless it is to be quiet: so a command asks once for each of its arguments.
  static func folder(
    _ path: String?, in configuration: UserConfiguration = .announced, isQuiet: Bool = false
  ) -> String {
    let place = path.map { Self.place($0, in: configuration) } ?? standard(in: configuration)
    if place.hidesLibrary, !isQuiet {
      Messages.say(
        "\(place.path) here is opened; the library of that name opens with briefing --library \(place.path)")
    }
    var path = place.path
    while path.hasSuffix("//") { path.removeLast() }
    return path
  }

  /// The search of a folder that ``folder(_:)`` has found.
  ///
  /// - Parameter isNamed: Whether it was named; else it is said how to name one where it is not there.
  static func search(in folder: String, isNamed: Bool) throws(Failure) -> LibrarySearch {
    let kind: PathKind
    do { kind = try PathKind(folder) } catch { throw Failure(isNamed ? error : missing) }
    guard kind == .folder else {
      throw Failure(
        FileError(path: folder, reason: "is a file, not a folder", advice: "name the folder it is in"))
    }
    return LibrarySearch(library: folder)
  }

  /// The paths of the briefings of a folder in which a query finds something, the best first.
  ///
  /// - Parameters:
  ///   - folder: What ``folder(_:)`` has found.
  ///   - isNamed: Whether it was named.
  ///   - asTyped: Whether nothing may take the place of a word that occurs nowhere; else standard error says what
  ///     did.
  static func briefings(
    in folder: String, isNamed: Bool = true, finding text: String, asTyped: Bool = false
  ) throws -> [String] {
    let search = try Self.search(in: folder, isNamed: isNamed)
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
