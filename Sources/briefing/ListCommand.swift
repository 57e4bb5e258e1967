import ArgumentParser
import BriefingCore
import BriefingFiles
import BriefingLibrary
import BriefingReading
import BriefingSearch

/// `briefing list [PATH]`: the briefings of a library, newest first.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the briefings of a folder, newest first.")

  @Argument(help: LibraryArgument.help, completion: .directory)
  var path: String?

  @Flag(help: "As JSON: path, title, date, source, tags, sections, words, unread and more of each.")
  var json = false

  @Flag(help: "Only briefings of which something is unread.")
  var unread = false

  @Option(help: ArgumentHelp("Only briefings in which this is found, as by briefing search.", valueName: "q"))
  var query: String?

  func validate() throws {
    if let query, SearchQuery(parsing: query).isEmpty {
      throw ValidationError("the query has no word to search for; give one: --query tag:nato")
    }
  }

  func run() throws {
    do {
      try Self.print(LibraryArgument.folder(path), json: json, unreadOnly: unread, finding: query)
    } catch let failure as Failure where path == nil {
      // Whatever is wrong with the folder, one that was not named is likely not the one that is meant.
      throw (try? PathKind(LibraryArgument.standardPath)) == nil ? Failure(LibraryArgument.missing) : failure
    }
  }

  /// Prints the briefings of a folder.
  ///
  /// - Parameter query: Leaves out those in which it finds nothing.
  static func print(_ path: String, json: Bool, unreadOnly: Bool = false, finding query: String? = nil) throws
  {
    var (rows, summaries) = try rows(of: path, unreadOnly: unreadOnly, asksState: json)
    if let query {
      let found = Set(try LibraryArgument.briefings(path, finding: query).map { PathKey($0) })
      rows.removeAll { !found.contains(PathKey($0.path)) }
    }
    StandardOutput.write(
      json
        ? JSONWriter.list(of: rows) { RowState($0, summaries[PathKey($0.path)]) }
        : ListTable(
          rows, summaries, readingSpeed: UserConfiguration.announced.preferences().readingSpeed.value
        )
        .text(width: StandardOutput.columns))
  }

  /// The briefings of a folder, newest first, and what is remembered of them, by path.
  ///
  /// - Parameters:
  ///   - unreadOnly: Leaves out those of which nothing is unread, and those that cannot be read.
  ///   - asksState: Whether what is remembered is needed besides.
  static func rows(
    of path: String, unreadOnly: Bool, asksState: Bool = true
  ) throws -> (rows: [CatalogueRow], summaries: [PathKey: BriefingSummary]) {
    let all = try rows(of: path)
    if all.isEmpty {
      Messages.say(
        "\(path): no briefings; put Markdown files (.md or .markdown) there")
    }
    var rows = CatalogueRow.newestFirst(all)
    // To open it takes longer than the list.
    let record = asksState || unreadOnly ? ReadingRecord.kept : nil
    defer { record?.close() }
    let summaries = record?.summaries(of: path) ?? [:]
    if unreadOnly {
      rows.removeAll {
        !$0.isReadable
          || !StateFilter.unread.matches(summaries[PathKey($0.path)], isReadAtFirst: $0.isRead)
      }
    }
    return (rows, summaries)
  }

  /// The briefings of a folder, in no order.
  static func rows(of path: String) throws -> [CatalogueRow] {
    var rows: [CatalogueRow] = []
    try reading { () throws(FileError) in
      guard try PathKind(path) == .folder else {
        throw FileError(path: path, reason: "is a file, not a folder", advice: "show it: briefing show PATH")
      }
      try Library(path: path).list { rows += $0 }
    }
    return rows
  }
}

extension RowState {
  /// What a list says of a row, and of what is remembered of its briefing.
  fileprivate init(_ row: CatalogueRow, _ summary: BriefingSummary?) {
    let isUnread = StateFilter.unread.matches(summary, isReadAtFirst: row.isRead)
    // A briefing without sections counts as one there.
    let unread = summary?.unread ?? (isUnread ? row.sections : 0)
    self.init(
      isUnread: isUnread, unreadSections: min(unread, row.sections),
      isChanged: StateFilter.changed.matches(summary), isStarred: StateFilter.starred.matches(summary))
  }
}
