import ArgumentParser
import BriefingCore
import BriefingFiles
import BriefingLayout
import BriefingReader
import BriefingStore
import BriefingTerminal
import Glibc

/// `briefing [PATH …]`: the full-screen program, or plain output where there is no screen.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read briefings or a library; what briefing does without a subcommand.")

  @Argument(
    help: """
      A briefing or several, a folder, or - for standard input; without it what comes by a pipe, else the folder \
      $BRIEFING_LIBRARY, else Briefings, else the folder that was opened last.
      """,
    completion: .file(extensions: ["md", "markdown"]))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("Maximum width of the text in columns (\(Width.standard)).", valueName: "n"),
    transform: Width.parse
  )
  var width: Width?

  @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
  var color = ColorChoice.auto

  @Flag(help: "Remember nothing of what is read in this run.")
  var noState = false

  func run() throws {
    let location = noState ? nil : StateLocation.standard
    let what = try ReadArgument(paths) {
      let record = noState ? nil : ReadingRecord.kept
      defer { record?.close() }
      return record?.lastLibrary
    }
    guard StandardOutput.isTerminal else { return try printPlainly(what, color.theme) }

    let options = State.Options(
      textWidth: width?.columns ?? Width.standard, remembers: location != nil,
      signs: SignSet(isASCII: !Environment.isUTF8))
    // The terminal's size is the first event; until then any will do.
    let size = Size(rows: 24, columns: 80)
    let theme = color.screenTheme
    let (state, effects) =
      switch what {
      case .folder(let path): State.library(path, size: size, theme: theme, options: options)
      case .files(let paths): State.files(paths, size: size, theme: theme, options: options)
      }
    do {
      let performer = Performer(library: what.folder, state: location)
      let status = try Program.run(
        state, effects: effects, needsTerminal: Performer.needsTerminal, perform: performer.perform)
      performer.close()
      if status != 0 { throw ExitCode(status) }
    } catch let error as TerminalError {
      Messages.say("\(error); here is the plain text")
      try printPlainly(what, color == .always ? .standard : nil)
    }
  }

  private func printPlainly(_ what: ReadArgument, _ theme: Theme?) throws {
    switch what {
    case .folder(let path): try ListCommand.print(path, json: false)
    case .files(let paths):
      for (index, path) in paths.enumerated() {
        if index > 0 { StandardOutput.write("\n") }
        try ShowCommand.print(
          BriefingSource(path: path), width: width?.columns ?? Width.standard, TextWriter(theme: theme))
      }
    }
  }
}
