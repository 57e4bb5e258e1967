/// Which command a key asks for in each context.
public struct Keymap: Hashable, Sendable {
  /// A command and its count, which tells the nine keys of ``Command/topSection`` apart.
  public struct Binding: Hashable, Sendable {
    /// What is asked for.
    public var command: Command
    /// 1-based place of the key among the command's keys.
    public var count: Int
  }

  private var bindings: [Context: [Key: Binding]] = [:]

  /// The keys of ``CommandTable``.
  public static let standard = Keymap(CommandTable.entries)

  /// Binds the keys of each entry in its contexts; where two entries claim a key, the first keeps it.
  public init(_ entries: [CommandEntry]) {
    for entry in entries {
      for context in entry.contexts {
        for (index, key) in entry.keys.enumerated() where bindings[context]?[key] == nil {
          bindings[context, default: [:]][key] = Binding(command: entry.command, count: index + 1)
        }
      }
    }
  }

  /// The command of a key in a context; nil where it has none.
  public subscript(context: Context, key: Key) -> Binding? { bindings[context]?[key] }
}
