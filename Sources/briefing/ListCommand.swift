import ArgumentParser
import BriefingCore
import BriefingFiles
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
      try Self.print(LibraryArgument.folder(path), json: json)
    } catch let failure as Failure where path == nil {
      // Whatever is wrong with the folder, one that was not named is likely not the one that is meant.
      throw (try? PathKind(LibraryArgument.standardPath)) == nil ? Failure(LibraryArgument.missing) : failure
    }
  }

  /// Prints the briefings of a folder.
  static func print(_ path: String, json: Bool) throws {
    var rows: [CatalogueRow] = []
    try reading { () throws(FileError) in
      guard try PathKind(path) == .folder else {
        throw FileError(path: path, reason: "is a file, not a folder", advice: "show it: briefing show PATH")
      }
      try Library(path: path).list { rows += $0 }
    }
    if rows.isEmpty {
      Messages.say(
        "\(path): no briefings; put Markdown files into it, their names ending in .md or .markdown")
    }
    // Indices, for to move rows is more than to compare them.
    rows = rows.indices.sorted { rows[$0].isNewer(than: rows[$1]) }.map { rows[$0] }
    StandardOutput.write(
      json ? JSONWriter.list(of: rows) : ListTable(rows).text(width: StandardOutput.columns))
  }
}
