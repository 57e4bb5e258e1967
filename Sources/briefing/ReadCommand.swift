import ArgumentParser

/// `briefing [PATH …]`; see ``Reading``.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read briefings or a library; what briefing does without a subcommand.")

  @Argument(
    help: """
      A briefing or several, a folder, a library's name, or - for standard input; without it what comes by a pipe, else \
      the folder $BRIEFING_LIBRARY, else the configured library, else Briefings, else the folder that was opened last.
      """,
    completion: .file(extensions: ["md", "markdown"]))
  var paths: [String] = []

  @OptionGroup var flags: ReadFlags

  @Flag(
    help: """
      Read by typed commands and lines of text, without a full screen, for braille, speech, and scripts: help lists \
      the commands.
      """)
  var plain = false

  @Flag(help: "Remember nothing of what is read in this run.")
  var noState = false

  func validate() throws {
    if flags.library != nil, !paths.isEmpty {
      throw ValidationError("name a path or a library, not both: briefing --library NAME")
    }
  }

  func run() throws {
    try Reading(
      paths: paths, flags: flags.preferences(isPlain: plain), color: flags.color, remembers: !noState,
      isPlain: plain
    ).run()
  }
}
