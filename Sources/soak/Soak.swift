import ArgumentParser

/// Looks for what the program does wrong: with a reader who presses anything, and with briefings made to do harm.
@main
struct Soak: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak", abstract: "Drive the built program with random keys and hostile briefings.",
    subcommands: [Monkey.self, Hostile.self, Corpus.self])
}
