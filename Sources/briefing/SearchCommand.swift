import ArgumentParser
import BriefingCore
import BriefingLayout
import BriefingSearch

/// `briefing search QUERY [PATH]`: the sections of a library in which something is found.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find sections in the briefings of a folder.",
    discussion: """
      A query is words, all of which must occur, in any order, case and accents aside: \
      missile ankara. Besides: "a phrase", -without, either OR or, prefix*, and what must stand in a title, a \
      section's title or a tag, or what front matter says: title: section: tag: source: author: path: lang: \
      after:2025-05-01 (that day and later) before:2025-06 (earlier) date:2025-05. Words of English briefings \
      are found in their other forms too, unless they stand in quotes.

      Large folders have an index in $XDG_CACHE_HOME/briefing, which is brought up to date first.
      """)

  @Argument(help: "What to look for, as one argument.") var query: String

  @Argument(help: "A folder; without it the folder Briefings.", completion: .directory)
  var path: String?

  @Flag(help: "As JSON: query, total, and path, title, section, line, snippet and score of each hit.")
  var json = false

  @Option(help: ArgumentHelp("Briefings shown at most; each comes with its best section.", valueName: "n"))
  var limit = 20

  @Option(help: "Which come first: \(SearchOrder.allValueStrings.joined(separator: " or ")).")
  var sort = SearchOrder.relevance

  @Option(help: "When to write colours: auto, always or never.")
  var color = ColorChoice.auto

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is a number of briefings, 1 or more") }
    guard !SearchQuery(parsing: query).isEmpty else {
      throw ValidationError("there is no word to look for in the query; give one: briefing search missile")
    }
  }

  func run() throws {
    let search = try LibraryArgument.search(path)
    let progress = ProgressLine("indexing")
    let (report, results) = try LibraryArgument.reading(progress) {
      defer { search.close() }
      return try search.freshSearch(
        SearchQuery(parsing: query), order: sort, limit: limit, report: progress.show)
    }
    if let failure = report.failure {
      Messages.say("no index can be kept, so every briefing is read, which is slower: \(failure.message)")
    } else if let reason = report.remadeBecause {
      Messages.say("the index was made anew: \(reason)")
    }
    Messages.say(report.problems)
    // What the search has found out by itself.
    if report.failure == nil, report.remadeBecause == nil, let note = results.note { Messages.say(note) }
    if json {
      StandardOutput.write(JSONWriter.search(results))
    } else {
      print(results)
    }
    if results.hits.isEmpty {
      StandardOutput.flush()
      if !json { Messages.say("\(search.library): nothing found for \(query)") }
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
    let found = "\(total.sections.counted("section")) in \(total.briefings.counted("briefing"))"
    return total.briefings > results.hits.count
      ? "\(found); \(results.hits.count) briefings are shown, --limit shows more" : found
  }
}

extension SearchOrder: ExpressibleByArgument {}
