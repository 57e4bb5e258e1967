/// Which keys ask for which command in each context.
///
/// It is a value of the state, made from ``CommandTable``; everything that names a key asks it. No context has two
/// bindings that could not be told apart: none starts with all keys of another. There are some fifty in a context, so
/// they are gone through; a tree or a table of them took longer to make at each start than all these looks take.
public struct Keymap: Sendable {
  /// The bindings of contexts that were given any; of those of one command the one to name first.
  private var bindings: [Context: [CommandEntry.Binding]] = [:]
  /// Whether the other contexts have the keys of ``CommandTable``.
  private var hasTable = false
  /// Whether digits are numbers before commands, where nothing is typed; see ``countDigits()``.
  public private(set) var countsDigits = false

  /// The keys of ``CommandTable``. Those of a context are read when they are first asked for.
  public static let standard: Keymap = {
    var keymap = Keymap()
    keymap.hasTable = true
    return keymap
  }()

  /// Takes the keys of entries, of which no two may clash in a context.
  public init(_ entries: [CommandEntry] = []) {
    for entry in entries {
      let own = entry.bindings
      for context in entry.contexts { bindings[context, default: []] += own }
    }
  }

  private subscript(context: Context) -> [CommandEntry.Binding] {
    get { bindings[context] ?? (hasTable ? CommandTable.bindings(in: context) : []) }
    set { bindings[context] = newValue }
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
    var found = self[context]
    for (index, key) in keys.enumerated() {
      func going(on key: Key) -> [CommandEntry.Binding] {
        found.filter { index < $0.keys.keys.count && $0.keys.keys[index] == key }
      }
      let exact = going(on: key)
      found = exact.isEmpty ? key.withoutModifiers.map(going) ?? [] : exact
    }
    guard let first = found.first else { return .nothing }
    // Where one ends here, it is the only one.
    return first.keys.keys.count == keys.count ? .command(first.command) : .start
  }

  /// The keys of a command in a context, the one to name first.
  public func keys(for command: Command, in context: Context) -> [KeySequence] {
    self[context].compactMap { $0.command == command ? $0.keys : nil }
  }

  /// The key to name for a command: the one of a context, else that of the first context that has one.
  public func key(for command: Command, in context: Context) -> KeySequence? {
    for context in [context] + Context.allCases {
      if let binding = self[context].first(where: { $0.command == command }) { return binding.keys }
    }
    return nil
  }

  /// What can follow keys that are the start of a sequence: the rest of each such sequence, and its command.
  public func continuations(of keys: [Key], in context: Context) -> [(rest: KeySequence, command: Command)] {
    self[context].filter { $0.keys.keys.starts(with: keys) }
      .compactMap { binding in
        KeySequence(Array(binding.keys.keys.dropFirst(keys.count))).map { ($0, binding.command) }
      }
      .sorted { $0.rest.description < $1.rest.description }
  }

  /// Binds keys to a command. What they asked for before is unbound, and so is every sequence that could not be
  /// told from them: one that starts with them, or with which they start.
  ///
  /// - Returns: What was unbound.
  @discardableResult
  public mutating func bind(_ keys: KeySequence, to command: Command, in context: Context) -> [Command] {
    let lost = remove(in: context) { $0.clashes(with: keys) }
    self[context].append(.init(keys: keys, command: command))
    return lost
  }

  /// Unbinds keys, and every sequence that starts with them.
  ///
  /// - Returns: What they asked for; empty where they asked for nothing.
  @discardableResult
  public mutating func unbind(_ keys: KeySequence, in context: Context) -> [Command] {
    remove(in: context) { $0.keys.starts(with: keys.keys) }
  }

  private mutating func remove(in context: Context, where isLost: (KeySequence) -> Bool) -> [Command] {
    let lost = self[context].filter { isLost($0.keys) }
    guard !lost.isEmpty else { return [] }
    self[context].removeAll { isLost($0.keys) }
    return lost.map(\.command)
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
    self[context].contains { $0.keys.clashes(with: keys) }
  }
}

extension Keymap: Hashable {
  /// Whether two keymaps have the same keys, whichever of them were read by now.
  public static func == (one: Keymap, other: Keymap) -> Bool {
    one.countsDigits == other.countsDigits && Context.allCases.allSatisfy { one[$0] == other[$0] }
  }

  /// Hashes the keys.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(countsDigits)
    for context in Context.allCases { hasher.combine(self[context]) }
  }
}
