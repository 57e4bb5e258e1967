import ArgumentParser

/// `briefing [PATH …]`; see ``Reading``.
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
    try Reading(
      paths: paths, width: width?.columns ?? Width.standard, color: color, remembers: !noState
    ).run()
  }
}
