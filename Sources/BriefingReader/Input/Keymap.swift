/// Which keys ask for which command in each context: for each a tree of keys, whose leaves are commands.
///
/// It is a value of the state, made from ``CommandTable``; everything that names a key asks it.
public struct Keymap: Hashable, Sendable {
  private struct Node: Hashable, Sendable {
    var command: Command?
    var next: [Key: Node] = [:]
  }

  private var roots: [Context: Node] = [:]
  /// Whether digits are numbers before commands, where nothing is typed; see ``countDigits()``.
  public private(set) var countsDigits = false
  /// The keys of each command, the one to name first.
  private var sequences: [Context: [Command: [KeySequence]]] = [:]

  /// The keys of ``CommandTable``.
  public static let standard = Keymap(CommandTable.entries)

  /// Binds the keys of each entry in its contexts.
  public init(_ entries: [CommandEntry] = []) {
    for entry in entries {
      for context in entry.contexts {
        for binding in entry.bindings { bind(binding.keys, to: binding.command, in: context) }
      }
    }
  }

  /// What keys that were pressed one after the other ask for.
  public enum Meaning: Hashable, Sendable {
    case command(Command)
    /// More keys have to come.
    case start
    case nothing
  }

  /// What keys mean in a context. An arrow with Shift that is bound to nothing is an arrow.
  public func meaning(of keys: some Collection<Key>, in context: Context) -> Meaning {
    guard let node = node(keys, in: context) else { return .nothing }
    return node.command.map(Meaning.command) ?? (node.next.isEmpty ? .nothing : .start)
  }

  /// The keys of a command in a context, the one to name first.
  public func keys(for command: Command, in context: Context) -> [KeySequence] {
    sequences[context]?[command] ?? []
  }

  /// The key to name for a command: the one of a context, else that of the first context that has one.
  public func key(for command: Command, in context: Context) -> KeySequence? {
    keys(for: command, in: context).first
      ?? Context.allCases.lazy.compactMap { self.keys(for: command, in: $0).first }.first
  }

  /// What can follow keys that are the start of a sequence: the rest of each such sequence, and its command.
  public func continuations(of keys: [Key], in context: Context) -> [(rest: KeySequence, command: Command)] {
    var found: [(rest: KeySequence, command: Command)] = []
    for (command, sequences) in sequences[context] ?? [:] {
      for sequence in sequences where sequence.keys.starts(with: keys) {
        if let rest = KeySequence(Array(sequence.keys.dropFirst(keys.count))) {
          found.append((rest, command))
        }
      }
    }
    return found.sorted { $0.rest.description < $1.rest.description }
  }

  /// Binds keys to a command. What they asked for before is unbound, and so is every sequence that could not be
  /// told from them: one that starts with them, or with which they start.
  public mutating func bind(_ keys: KeySequence, to command: Command, in context: Context) {
    unbind(keys, in: context)
    sequences[context, default: [:]][command, default: []].append(keys)
    // Static: as a method of this value it would copy all of the tree, which is being changed.
    Self.insert(keys.keys[...], command, &roots[context, default: Node()])
  }

  /// Unbinds keys, and every sequence that could not be told from them.
  ///
  /// - Returns: What they asked for.
  @discardableResult
  public mutating func unbind(_ keys: KeySequence, in context: Context) -> [Command] {
    guard clashes(keys, in: context) else { return [] }
    var commands: [Command] = []
    for (other, bound) in sequences[context] ?? [:] {
      for sequence in bound
      where sequence.keys.starts(with: keys.keys) || keys.keys.starts(with: sequence.keys) {
        unbind(sequence, from: other, in: context)
        commands.append(other)
      }
    }
    return commands
  }

  /// Takes digits as numbers before commands, and unbinds what they asked for.
  public mutating func countDigits() {
    countsDigits = true
    for context in Context.allCases where context.takesCounts {
      for digit in "0123456789" {
        if let keys = KeySequence([.character(digit)]) { unbind(keys, in: context) }
      }
    }
  }

  /// Whether keys could not be told from keys that are bound in a context.
  public func clashes(_ keys: KeySequence, in context: Context) -> Bool {
    guard var node = roots[context] else { return false }
    for key in keys.keys {
      guard let next = node.next[key] else { return false }
      if next.command != nil { return true }
      node = next
    }
    return true
  }

  /// Takes all keys from a command in a context.
  public mutating func unbind(_ command: Command, in context: Context) {
    for sequence in keys(for: command, in: context) { unbind(sequence, from: command, in: context) }
  }

  private mutating func unbind(_ keys: KeySequence, from command: Command, in context: Context) {
    sequences[context]?[command]?.removeAll { $0 == keys }
    // From the last key to the first: nodes that lead nowhere any more go.
    guard let root = roots[context] else { return }
    var above = [root]
    for key in keys.keys.dropLast() { above.append(above[above.count - 1].next[key] ?? Node()) }
    var below: Node?
    for (key, parent) in zip(keys.keys.reversed(), above.reversed()) {
      var parent = parent
      parent.next[key] = below
      below = parent.next.isEmpty ? nil : parent
    }
    roots[context] = below ?? Node()
  }

  private static func insert(_ keys: ArraySlice<Key>, _ command: Command, _ root: inout Node) {
    // Each node is taken out of the one above it and put back, for to change one that two hold copies its keys.
    var above: [Node] = []
    var node = root
    root = Node()
    for key in keys {
      let next = node.next.removeValue(forKey: key) ?? Node()
      above.append(node)
      node = next
    }
    node.command = command
    for key in keys.reversed() {
      var parent = above.removeLast()
      parent.next[key] = node
      node = parent
    }
    root = node
  }

  private func node(_ keys: some Collection<Key>, in context: Context) -> Node? {
    var node = roots[context]
    for key in keys { node = node?.next[key] ?? key.withoutModifiers.flatMap { node?.next[$0] } }
    return node
  }
}
