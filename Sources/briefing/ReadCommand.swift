import ArgumentParser
import BriefingCore
import BriefingFiles
import BriefingLayout
import BriefingReader
import BriefingTerminal
import Glibc

/// `briefing [PATH]`: the full-screen program, or plain output where there is no screen.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read a briefing or a library; what briefing does without a subcommand.")

  @Argument(
    help: "A briefing, a folder, or - for standard input; without it the folder Briefings.",
    completion: .file(extensions: ["md", "markdown"]))
  var path: String?

  @Option(
    help: ArgumentHelp("Columns of text at most (\(Width.standard)).", valueName: "n"), transform: Width.parse
  )
  var width: Width?

  func run() throws {
    let path = LibraryArgument.folder(path)
    if path == BriefingFile.standardInput, isatty(STDIN_FILENO) == 1 {
      throw Failure(
        usage: "standard input is the terminal; send a briefing into it: cat FILE | briefing -")
    }
    let isFolder = try isFolder(path)
    guard StandardOutput.isTerminal else { return try printPlainly(path, isFolder: isFolder) }

    let options = State.Options(textWidth: width?.columns ?? Width.standard)
    // The terminal's size is the first event; until then any will do.
    let size = Size(rows: 24, columns: 80)
    let (state, effects) =
      isFolder
      ? State.library(path, size: size, theme: Environment.theme, options: options)
      : State.file(path, size: size, theme: Environment.theme, options: options)
    do {
      let performer = Performer(library: isFolder ? path : nil)
      let status = try Program.run(
        state, effects: effects, needsTerminal: Performer.needsTerminal, perform: performer.perform)
      performer.close()
      if status != 0 { throw ExitCode(status) }
    } catch let error as TerminalError {
      Messages.say("\(error); here is the plain text")
      try printPlainly(path, isFolder: isFolder)
    }
  }

  private func isFolder(_ path: String) throws -> Bool {
    if path == BriefingFile.standardInput { return false }
    do {
      return try PathKind(path) == .folder
    } catch  where self.path == nil && StandardOutput.isTerminal {
      // Someone's first start: the list says what to do.
      return true
    } catch {
      throw Failure(self.path == nil ? LibraryArgument.missing : error)
    }
  }

  private func printPlainly(_ path: String, isFolder: Bool) throws {
    if isFolder {
      try ListCommand.print(path, json: false)
    } else {
      try ShowCommand.print(
        BriefingSource(path: path), width: width?.columns ?? Width.standard, TextWriter())
    }
  }
}
