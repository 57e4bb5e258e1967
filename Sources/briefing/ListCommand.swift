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

  @OptionGroup var choice: LibraryOption

  @Flag(help: "As JSON: path, title, date, source, tags, sections, words, unread and more of each.")
  var json = false

  @Flag(help: "Only briefings of which something is unread.")
  var unread = false

  @Option(
    help: ArgumentHelp("Only briefings in which this is found, as by briefing search.", valueName: "q"),
    completion: Completions.query)
  var query: String?

  func validate() throws {
    if let query, SearchQuery(parsing: query).isEmpty {
      throw ValidationError("the query has no word to search for; give one: --query tag:nato")
    }
  }

  func run() throws {
    let folder = try choice.folder(or: path)
    do {
      try Self.print(folder, json: json, unreadOnly: unread, finding: query)
    } catch let failure as Failure where path == nil && choice.library == nil {
      // Whatever is wrong with the folder, one that was not named is likely not the one that is meant.
      throw (try? PathKind(folder)) == nil ? Failure(LibraryArgument.missing) : failure
    }
  }

  /// Prints the briefings of a folder.
  ///
  /// - Parameter query: Leaves out those in which it finds nothing.
  static func print(_ path: String, json: Bool, unreadOnly: Bool = false, finding query: String? = nil) throws
  {
    var list = try listing(of: path, unreadOnly: unreadOnly, asksState: json)
    if let query {
      let found = Set(try LibraryArgument.briefings(in: path, finding: query).map { PathKey($0) })
      list.rows.removeAll { !found.contains(PathKey(list.table[$0].path)) }
    }
    let (table, rows, summaries) = list
    if json {
      return StandardOutput.write(
        exactly: JSONWriter.list(of: rows.lazy.map { table[$0] }) {
          RowState($0, summaries[PathKey($0.path)])
        })
    }
    let speed = UserConfiguration.announced.preferences().readingSpeed.value
    let lines = ListTable(table, rows, summaries, readingSpeed: speed)
    for part in lines.parts(width: StandardOutput.columns) { StandardOutput.write(part) }
  }

  /// The briefings of a folder, as indices into a table, newest first, and what is remembered of them, by path.
  ///
  /// - Parameters:
  ///   - unreadOnly: Leaves out those of which nothing is unread, and those that cannot be read.
  ///   - asksState: Whether what is remembered is needed besides.
  static func listing(
    of path: String, unreadOnly: Bool, asksState: Bool = true
  ) throws -> (table: CatalogueTable, rows: [Int], summaries: [PathKey: BriefingSummary]) {
    let table = try table(of: path)
    if table.isEmpty {
      Messages.say(
        "\(path): no briefings; put Markdown files (.md or .markdown) there")
    }
    var rows = table.newestFirst(Array(table.indices))
    // To open it takes longer than the list.
    let record = asksState || unreadOnly ? ReadingRecord.kept : nil
    defer { record?.close() }
    let summaries = record?.summaries(of: path) ?? [:]
    if unreadOnly {
      rows.removeAll { index in
        let row = table[index]
        return !row.isReadable
          || !StateFilter.unread.matches(summaries[PathKey(row.path)], isReadAtFirst: row.isRead)
      }
    }
    return (table, rows, summaries)
  }

  /// The briefings of a folder, in no order.
  static func table(of path: String) throws -> CatalogueTable {
    var table = CatalogueTable()
    try reading { () throws(FileError) in
      guard try PathKind(path) == .folder else {
        throw FileError(path: path, reason: "is a file, not a folder", advice: "show it: briefing show PATH")
      }
      table = try Library(path: path).table()
    }
    return table
  }
}

extension RowState {
  /// What a list says of a row, and of what is remembered of its briefing.
  init(_ row: CatalogueRow, _ summary: BriefingSummary?) {
    let isUnread = StateFilter.unread.matches(summary, isReadAtFirst: row.isRead)
    // A briefing without sections counts as one there.
    let unread = summary?.unread ?? (isUnread ? row.sections : 0)
    self.init(
      isUnread: isUnread, unreadSections: min(unread, row.sections),
      isChanged: StateFilter.changed.matches(summary), isStarred: StateFilter.starred.matches(summary))
  }
}
