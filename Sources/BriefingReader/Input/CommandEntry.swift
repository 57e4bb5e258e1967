/// One row of the command table: a command in the contexts where it means the same.
public struct CommandEntry: Hashable, Sendable {
  /// What it is called in configuration and manual; no two rows have the same.
  public var name: String
  /// Where it holds.
  public var contexts: [Context]
  /// Its keys as they are written, the one to name first.
  var keys: [String]
  /// What its keys ask for, each once: one command for all of them, or one for each.
  public var commands: [Command]
  /// One word for the status line; empty where the line never names it.
  public var hint: String
  /// What it turns off again, and the word that the status line has then in place of `hint`; nil where that stays.
  public var reversal: Reversal?
  /// One line for the help screen, starting with a verb.
  public var help: Wording

  /// What keys turn off again.
  public enum Switch: Hashable, Sendable {
    /// Changes are shown in the text.
    case changes
    /// What was read in other briefings is dimmed.
    case dimming
    /// The outline has the keys.
    case outlineFocus
  }

  /// What a key does while something is on.
  public struct Reversal: Hashable, Sendable {
    /// What is on then.
    public var on: Switch
    /// One word for the status line.
    public var hint: String
  }

  /// Keys and what they ask for.
  public struct Binding: Hashable, Sendable {
    /// What is pressed.
    public var keys: KeySequence
    /// What that asks for.
    public var command: Command
  }

  /// What each of its keys asks for: the same command, with another argument where it takes one. The first is the
  /// one to name.
  ///
  /// Keys are read here, when they are asked for: the first paint waits for the table and needs few of them.
  public var bindings: [Binding] {
    keys.enumerated().map { index, key in
      Binding(
        keys: KeySequence(stringLiteral: key), command: commands.count == 1 ? commands[0] : commands[index])
    }
  }

  /// Whether one of its keys asks for a command.
  func asks(for command: Command) -> Bool { commands.contains(command) }
}
