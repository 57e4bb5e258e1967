import ArgumentParser

@main
struct BriefingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "briefing")
}
