import ArgumentParser
import BriefingCore
import BriefingLayout

/// `briefing next [PATH]`: the path of the newest briefing of which something is unread.
struct NextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Print the path of the next unread briefing, the newest.",
    discussion: "Exit status 1: nothing is unread.")

  @Argument(help: LibraryArgument.help, completion: .directory)
  var path: String?

  @OptionGroup var choice: LibraryOption

  @Flag(help: "As JSON: what list --json prints of it; null where nothing is unread.")
  var json = false

  func run() throws {
    let folder = try choice.folder(or: path)
    let (table, rows, summaries) = try ListCommand.listing(of: folder, unreadOnly: true)
    let next = rows.first.map { table[$0] }
    if json {
      StandardOutput.write(exactly: JSONWriter.listed(next) { RowState($0, summaries[PathKey($0.path)]) })
    }
    guard let next else {
      StandardOutput.flush()
      Messages.say("\(folder): nothing is unread")
      throw ExitCode(1)
    }
    guard !json else { return }
    StandardOutput.write(path: next.path)
  }
}
