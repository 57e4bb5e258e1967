import ArgumentParser
import BriefingCore
import BriefingLibrary

/// `briefing list [PATH]`: the briefings of a library, newest first.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the briefings of a folder, newest first.")

  @Argument(help: "A folder; without it the folder Briefings.", completion: .directory)
  var path: String?

  @Flag(help: "As JSON: path, title, date, source, tags, sections, words and unread of each.")
  var json = false

  func run() throws {
    do {
      try Self.print(Library.folder(path), json: json)
    } catch let failure as Failure where path == nil {
      // Whatever is wrong with the folder, one that was not named is likely not the one that is meant.
      throw (try? PathKind(Library.standardPath)) == nil ? Failure(Library.missing) : failure
    }
  }

  /// Prints the briefings of a folder.
  static func print(_ path: String, json: Bool) throws {
    var rows: [CatalogueRow] = []
    try reading { () throws(FileError) in
      guard try PathKind(path) == .folder else {
        throw FileError(path: path, reason: "is a file, not a folder", advice: "show it: briefing show PATH")
      }
      try LibraryScan(path: path).run { rows += $0 }
    }
    if rows.isEmpty {
      Messages.say(
        "\(path): no briefings; put Markdown files into it, their names ending in .md or .markdown")
    }
    rows.sort(by: isBefore)
    StandardOutput.write(
      json ? JSONWriter.list(of: rows) : ListTable(rows).text(width: StandardOutput.columns))
  }

  /// Newest first; what has no date last; else by path.
  private static func isBefore(_ a: CatalogueRow, _ b: CatalogueRow) -> Bool {
    guard a.date != b.date, let first = a.date, let second = b.date else {
      return a.date == b.date ? a.path < b.path : a.date != nil
    }
    return first > second
  }
}
