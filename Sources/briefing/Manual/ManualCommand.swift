import ArgumentParser

/// `briefing manual`: prints the manual page that `make install` installs. Help does not show it.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print a manual page, in mdoc.", shouldDisplay: false)

  @Option(help: ArgumentHelp("1, the program, or 5, the form of its files.", valueName: "n"))
  var section = 1

  @Option(help: ArgumentHelp("The page's date (default: the version's).", valueName: "date"))
  var date = Version.date

  func validate() throws {
    guard [1, 5].contains(section) else { throw ValidationError("the manual has the sections 1 and 5") }
  }

  func run() throws {
    StandardOutput.write(
      exactly: section == 1 ? try ProgramManual.page(date: date) : FormatManual.page(date: date))
  }
}
