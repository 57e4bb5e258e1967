/// One row of the command table: a command in the contexts where it means the same.
public struct CommandEntry: Hashable, Sendable {
  /// What it is called in configuration and manual; no two rows have the same.
  public var name: String
  /// Where it holds.
  public var contexts: [Context]
  /// What each of its keys asks for: the same command, with another argument where it takes one. The first is the
  /// one to name.
  public var bindings: [Binding]
  /// One word for the status line; empty where the line never names it.
  public var hint: String
  /// One line for the help screen, starting with a verb.
  public var help: Wording

  /// Keys and what they ask for.
  public struct Binding: Hashable, Sendable {
    /// What is pressed.
    public var keys: KeySequence
    /// What that asks for.
    public var command: Command
  }

  /// Its commands, each once, in the order of their keys.
  public var commands: [Command] {
    var commands: [Command] = []
    for binding in bindings where !commands.contains(binding.command) { commands.append(binding.command) }
    return commands
  }
}
