import Testing

@testable import briefing

/// Command lines without options are done without the parser.
@Suite struct PlainCommandTests {
  @Test(arguments: [[], ["a.md"], ["a.md", "-"], ["folder"], [""], ["a.md", "show"]])
  func pathsAloneAreRead(arguments: [String]) { #expect(PlainCommand(arguments) == .read(arguments)) }

  @Test(arguments: ["a.md", "-", "", "show", "help"]) func oneBriefingIsShown(path: String) {
    #expect(PlainCommand(["show", path]) == .show(path))
  }

  @Test func theVersionIsPrinted() { #expect(PlainCommand(["--version"]) == .version) }

  @Test(arguments: [
    ["show"], ["help"], ["list"], ["list", "folder"], ["a.md", "--width", "60"], ["-h"], ["a.md", "--"],
    ["a.md", "--version"], ["show", "a.md", "b.md"], ["show", "--links"], ["show", "-x"],
    ["show", "a.md", "--links"], ["show", "--help"],
  ])
  func allElseIsParsed(arguments: [String]) { #expect(PlainCommand(arguments) == nil) }

  @Test func everySubcommandIsKnown() {
    // Each says its name: to make one of its type's takes long, at every start.
    let names = BriefingCommand.configuration.subcommands.map { $0.configuration.commandName ?? "\($0)" }
    #expect(Set(PlainCommand.subcommands) == Set(names + ["help"]))
  }
}
