import BriefingFiles
import BriefingLayout

/// A command line without options, as the program is nearly always started. It needs no parser, which takes more than half of
/// the instructions of such a run; whatever else is typed goes to it.
enum PlainCommand: Equatable {
  /// `briefing [PATH …]`
  case read([String])
  /// `briefing show PATH`
  case show(String)
  /// `briefing --version`
  case version

  /// Takes what is typed after the program's name; nil where that needs the parser.
  init?(_ arguments: [String]) {
    if arguments == ["--version"] {
      self = .version
    } else if arguments.count == 2, arguments[0] == "show", Self.isPath(arguments[1]) {
      self = .show(arguments[1])
    } else if arguments.allSatisfy(Self.isPath),
      arguments.first.map({ !Self.subcommands.contains($0) }) ?? true
    {
      self = .read(arguments)
    } else {
      return nil
    }
  }

  private static func isPath(_ argument: String) -> Bool {
    !argument.hasPrefix("-") || argument == BriefingFile.standardInput
  }

  /// What is typed first to have something else done.
  static let subcommands = [
    "read", "show", "outline", "list", "search", "index", "next", "mark", "state", "check", "new", "import",
    "config", "manual", "help",
  ]

  func run() throws {
    switch self {
    case .read(let paths): try Reading(paths: paths).run()
    case .show(let path):
      try ShowCommand.print(
        BriefingSource(path: path), width: ShowCommand.columns(nil), TextWriter(theme: ColorChoice.auto.theme)
      )
    case .version: StandardOutput.write(Version.line + "\n")
    }
  }
}
