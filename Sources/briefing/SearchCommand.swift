import ArgumentParser
import BriefingCore
import BriefingFiles
import BriefingLayout
import BriefingLibrary
import BriefingSearch
import Glibc

/// `briefing search QUERY [PATH]`: the sections of a library in which something is found.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find sections in the briefings of a folder.",
    discussion: """
      A query is words, in any order, case and accents aside: missile ankara. Sections with all of them come first; \
      where there are few, those that lack some follow. A word that occurs nowhere is taken for the nearest one. \
      Besides: "a phrase", -without, either OR or, prefix*, and what must stand in a title, a \
      section's title or a tag, or what front matter says: title: section: tag: source: author: path: lang: \
      after:2025-05-01 (that day and later) before:2025-06 (earlier) date:2025-05 date:2025-05-01..2025-05-20 \
      date:today after:yesterday newer:2w (days, weeks, months, years: d w m y). A date that is only the file's \
      time fits none of these. is:unread is:read is:starred is:changed ask for what you have read. Words are found in their \
      other forms too, by the briefing's language, unless they stand in quotes.

      Large folders have an index in $XDG_CACHE_HOME/briefing, which is brought up to date first.
      """)

  @Argument(help: "What to search for, as one argument.", completion: Completions.query) var query: String

  @Argument(
    help: "A file or folder, a library's name, or - for standard input; without it as for briefing list.",
    completion: .file())
  var path: String?

  @OptionGroup var choice: LibraryOption

  @Flag(help: "As JSON: query, total, and path, title, section, line, snippet and score of each hit.")
  var json = false

  @Flag(
    help: "Every section that fits, not only the best ones of each briefing; --json has all of them anyway.")
  var all = false

  @Option(help: ArgumentHelp("Briefings shown at most.", valueName: "n"))
  var limit = 20

  @Option(help: "Sort order: \(SearchOrder.allValueStrings.joined(separator: " or ")).")
  var sort = SearchOrder.relevance

  @Option(help: ArgumentHelp("Colours: auto, always or never.", valueName: "when"))
  var color = ColorChoice.auto

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is a number of briefings, 1 or more") }
    let parsed = SearchQuery(parsing: query)
    if let problem = parsed.problem { throw ValidationError(problem) }
    guard !parsed.isEmpty else {
      throw ValidationError("the query has no word to search for; give one: briefing search missile")
    }
  }

  func run() throws {
    if let path, choice.library == nil {
      switch try? PathKind(path) {
      case .file: return try finish(try file(path), in: path)
      case .pipe: return try finish(try pipe(path), in: path)
      default: break
      }
    }
    if let path, (try? PathKind(path)) == nil, !path.contains("/"), !LibraryArgument.isNamed(path) {
      throw Failure(
        FileError(
          path: path, reason: "no such file or folder",
          advice: "quote a query of several words: briefing search '\(query) \(path)'"))
    }
    let search = try LibraryArgument.search(
      in: choice.folder(or: path), isNamed: path != nil || choice.library != nil)
    let progress = ProgressLine("indexing")
    let (report, results) = try LibraryArgument.reading(progress) {
      defer { search.close() }
      return try search.freshSearch(
        SearchQuery(parsing: query, today: .today).resolved(in: search.library), order: sort, limit: limit,
        folding: all || json ? .none : .close, report: progress.show)
    }
    if let failure = report.failure {
      Messages.say("cannot keep an index, so every briefing is read, which is slower: \(failure.message)")
    } else if let reason = report.remadeBecause {
      Messages.say("the index was rebuilt: \(reason)")
    }
    Messages.say(report.problems)
    // What the search has found out by itself.
    if report.failure == nil, report.remadeBecause == nil, let note = results.note { Messages.say(note) }
    try finish(results, in: search.library)
  }

  /// What is found in one file.
  private func file(_ path: String) throws -> SearchResults {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    do {
      var results = try LibrarySearch(library: folder).search(
        file: name, SearchQuery(parsing: query, today: .today).resolved(in: folder), order: sort)
      for index in results.hits.indices { results.hits[index].path = path }
      return results
    } catch let error as FileError {
      throw Failure(error)
    }
  }

  /// What is found in what comes by a pipe.
  private func pipe(_ path: String) throws -> SearchResults {
    if path == BriefingFile.standardInput, isatty(STDIN_FILENO) == 1 {
      throw Failure(
        usage:
          "standard input is the terminal; send a briefing into it: cat FILE | briefing search \(query) -")
    }
    do {
      let kept = try KeptPipe(path)
      var results = try file(kept.path)
      for index in results.hits.indices { results.hits[index].path = path }
      return results
    } catch let error as FileError {
      throw Failure(error)
    }
  }

  private func finish(_ results: SearchResults, in place: String) throws {
    for remark in results.remarks { Messages.say(remark) }
    if json {
      StandardOutput.write(exactly: JSONWriter.search(results))
    } else {
      print(results)
    }
    if results.hits.isEmpty {
      StandardOutput.flush()
      if !json { Messages.say("\(place): nothing found for \(query)") }
      throw ExitCode(1)
    }
  }

  private func print(_ results: SearchResults) {
    let writer = TextWriter(theme: color.theme)
    for hit in results.hits {
      for line in HitLines(hit, width: StandardOutput.columns).lines {
        StandardOutput.write(writer.text(of: line) + "\n")
      }
    }
    guard StandardOutput.isTerminal else { return }
    StandardOutput.flush()
    Messages.say(Self.summary(of: results))
  }

  /// How much was found, and how much of it is shown.
  private static func summary(of results: SearchResults) -> String {
    let total = results.total
    if total.sections == 0 { return "no section has all words; those that are shown lack some" }
    let found = "\(total.sections.counted("section")) in \(total.briefings.counted("briefing"))"
    if results.hasPartialHits { return "\(found); those behind them lack words" }
    let shown = Set(results.hits.map(\.path)).count
    return total.briefings > shown
      ? "\(found); \(shown) briefings are shown, --limit shows more" : found
  }
}

extension SearchOrder: ExpressibleByArgument {}
