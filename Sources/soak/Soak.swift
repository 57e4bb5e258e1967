import ArgumentParser

/// Looks for what the program does wrong: with a reader who presses anything, with briefings made to do harm, and with
/// an end at any moment.
@main
struct Soak: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak", abstract: "Drive the built program with random keys and hostile briefings.",
    subcommands: [Monkey.self, Hostile.self, Corpus.self, StateSoak.self, ReaderSoak.self, StateChild.self])
}
