import Testing

@testable import briefing

/// Paths alone are read without the parser of the command line.
@Suite struct ReadingTests {
  @Test(arguments: [[], ["a.md"], ["a.md", "-"], ["folder"], [""], ["a.md", "show"]])
  func pathsAloneAreRead(arguments: [String]) {
    #expect(Reading(plain: arguments)?.paths == arguments)
  }

  @Test(arguments: [["show"], ["help"], ["--version"], ["a.md", "--width", "60"], ["-h"], ["a.md", "--"]])
  func allElseIsParsed(arguments: [String]) { #expect(Reading(plain: arguments) == nil) }

  @Test func everySubcommandIsKnown() {
    // Each says its name: to make one of its type's takes long, at every start.
    let names = BriefingCommand.configuration.subcommands.map { $0.configuration.commandName ?? "\($0)" }
    #expect(Reading.subcommands == Set(names + ["help"]))
  }
}
