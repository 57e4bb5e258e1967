import ArgumentParser

/// The program's command line; ``ReadCommand`` is what it does without a subcommand.
@main
struct BriefingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "briefing",
    abstract: "Read Markdown briefings in the terminal.",
    usage: """
      briefing [PATH ...] [--library NAME] [--width N] [--color WHEN] [--no-state] [--plain]
      briefing show PATH [--section S] [--width N] [--color WHEN] [--format FORMAT] [--since-read]
                         [--dialect DIALECT] [--links] [--link-targets] [--unsafe] [--standalone]
      briefing outline PATH [--json]
      briefing list [PATH] [--library NAME] [--json] [--unread] [--query Q]
      briefing next [PATH] [--library NAME] [--json]
      briefing mark PATH ... --read|--unread|--star|--no-star [--library NAME] [--section S] [--query Q]
      briefing state export
      briefing state import PATH
      briefing search QUERY [PATH] [--library NAME] [--json] [--all] [--limit N] [--sort relevance|newest] [--color WHEN]
      briefing index [PATH] [--library NAME] [--rebuild] [--json]
      briefing check [PATH ...] [--library NAME] [--json|--sarif] [--only RULE] [--except RULE]
      briefing new TITLE [--into FOLDER] [--library NAME] [--date DAY]
      briefing import [FILE ...] [--into FOLDER] [--library NAME] [--format FORMAT]
                      [--one-a PORTION] [--dry-run] [--json]
      briefing config [--default|--check] [--library NAME] [--width N] [--color WHEN]
      """,
    discussion: """
      PATH is a briefing, a folder of briefings, a library's name in the configuration where nothing has that name here, or - for standard input; of several briefings J and K go to the next \
      and the previous one. Without PATH, briefing reads what comes by a pipe, as in cat FILE | briefing, else the \
      folder $BRIEFING_LIBRARY, else the configured library, else the folder Briefings, else the one that was opened last. If standard output is not a terminal, a briefing is printed as by show and a folder as by list.

      In the program, ? shows every key that works where you are.

      What was read is remembered in $XDG_STATE_HOME/briefing, else in ~/.local/state/briefing; --no-state, or \
      BRIEFING_STATE=off in the environment, remembers nothing.

      NO_COLOR turns colours off, CLICOLOR_FORCE on; --color comes before both. WHEN is auto, always or never.

      \(ManualTopics.exitStatusSentence)
      """,
    version: Version.line,
    subcommands: [
      ReadCommand.self, ShowCommand.self, OutlineCommand.self, ListCommand.self, SearchCommand.self,
      IndexCommand.self, NextCommand.self, MarkCommand.self, StateCommand.self, CheckCommand.self,
      NewCommand.self, ImportCommand.self, ConfigCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  /// As the library's own `main`, but with each complaint on one line that is safe to print.
  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if let plain = PlainCommand(arguments) {
        try plain.run()
      } else if let script = CompletionScript(arguments) {
        StandardOutput.write(exactly: script.text)
      } else {
        var command = try parseAsRoot(SearchArguments.ordered(arguments))
        try command.run()
      }
      StandardOutput.flush()
    } catch let failure as Failure {
      StandardOutput.flush()
      Messages.say(failure.message)
      exit(withError: ExitCode(failure.status))
    } catch {
      StandardOutput.flush()
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      // The library ends some of its sentences and not others, and lists values on lines of their own.
      let complaint = message(for: error).split(separator: "\n  - ").joined(separator: ", ")
        .replacing(":, ", with: ": ")
      Messages.say(
        "\(complaint.hasSuffix(".") ? String(complaint.dropLast()) : complaint); see briefing --help")
      exit(withError: ExitCode.validationFailure)
    }
  }
}
