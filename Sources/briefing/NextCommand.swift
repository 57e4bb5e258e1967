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

  func run() throws {
    _ = UserConfiguration.announced
    let folder = LibraryArgument.folder(path)
    guard let row = try ListCommand.rows(of: folder, unreadOnly: true).rows.first else {
      Messages.say("\(folder): nothing is unread")
      throw ExitCode(1)
    }
    StandardOutput.write(path: row.path)
  }
}
