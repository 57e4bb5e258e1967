import ArgumentParser
import BriefingConfiguration
import BriefingLayout

/// `briefing config`: what is set, where, and what is wrong with it.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Print what is configured and where each value comes from.",
    discussion: """
      The configuration is a file in TOML, $XDG_CONFIG_HOME/briefing/config.toml, else ~/.config/briefing/config.toml. Nothing \
      writes it: briefing config --default > FILE starts one. An option comes before a variable of the environment, that before the \
      file, and that before the default. Each line of the output says which it was.

      Mistakes are reported as file:line:column, and the rest of the file is used. --check also reports folders that are not \
      there, keys that can never be reached, and commands that have no key left. Exit status 1: --check found something.
      """)

  @Flag(name: .customLong("default"), help: "Print a commented file that sets the defaults.")
  var printsDefault = false

  @Flag(help: "Print only mistakes: file:line:column: what is wrong.")
  var check = false

  @OptionGroup var flags: ReadFlags

  func validate() throws {
    if printsDefault, check { throw ValidationError("--default and --check exclude each other") }
  }

  func run() throws {
    if printsDefault { return StandardOutput.write(exactly: DefaultFile.text) }
    let file = UserConfiguration.current
    guard !check else {
      if !file.isThere { Messages.say("\(Self.place(of: file)): no such file; nothing to check") }
      let losses = file.configuration.losses.map { $0.line(in: file.path ?? "") }
      let lines = file.mistakes + losses + file.missingFolders
      for line in lines { StandardOutput.write(Cell.cells(line).text + "\n") }
      if !lines.isEmpty { throw ExitCode(1) }
      return
    }
    let place = Self.place(of: file)
    let text = UserConfiguration.announced.preferences(try flags.preferences()).text(file: place)
    let heading = "# \(place)\(file.isThere ? "" : ": no such file, the defaults hold")\n"
    for line in (heading + text).split(separator: "\n") {
      StandardOutput.write(Cell.cells(String(line)).text + "\n")
    }
  }

  private static func place(of file: UserConfiguration) -> String {
    file.path ?? "the configuration (neither XDG_CONFIG_HOME nor HOME is an absolute path)"
  }
}

/// The options that set what the configuration can set too.
struct ReadFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp("Maximum width of the text in columns (default: \(Width.standard)).", valueName: "n"),
    transform: Width.parse)
  var width: Width?

  @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
  var color = ColorChoice.auto

  @Option(
    help: ArgumentHelp("The library of this name in the configuration.", valueName: "name"),
    completion: Completions.libraries)
  var library: String?

  /// The same for ``Preferences``.
  ///
  /// - Parameter isPlain: Whether line mode tells what is wrong with the configuration.
  /// - Throws: A failure where no library has the name.
  func preferences(isPlain: Bool = false) throws -> Preferences.Flags {
    var flags = Preferences.Flags()
    flags.textWidth = width?.columns
    flags.usesColor = color.usesColor
    flags.library = try library.map { try LibraryArgument.named($0, in: .ofReading(isPlain: isPlain)) }
    return flags
  }
}
