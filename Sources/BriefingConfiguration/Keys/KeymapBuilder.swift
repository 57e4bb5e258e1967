import BriefingReader

/// Changes a keymap as lines of the table of keys say, and finds what cannot hold.
struct KeymapBuilder {
  /// The keys so far.
  private(set) var keymap: Keymap
  /// What does not hold.
  private(set) var mistakes: [ConfigurationMistake] = []
  /// What lost its last key to other commands.
  private(set) var losses: [ConfigurationMistake] = []
  /// What of the lines holds: a line as it is, or where a part of it does not hold one for each of the others.
  private(set) var heldLines: [KeyLine] = []

  /// The sequences of the lines so far, in each context.
  private var bound: [Context: [(keys: KeySequence, line: Int, isOfContext: Bool)]] = [:]
  /// Where commands lost keys, and to which keys.
  private var taken: [Place: (keys: KeySequence, position: SourcePosition)] = [:]

  /// What of the line that is applied was bound.
  private var held = HeldKeys(nil)

  private struct Place: Hashable {
    var context: Context
    var command: Command
  }

  init(_ keymap: Keymap) { self.keymap = keymap }

  /// Binds and unbinds. The order of the lines does not matter: what a table says of one context holds there
  /// whatever is said of all, and keys are unbound before others are bound.
  mutating func apply(_ lines: [KeyLine]) {
    for isOfContext in [false, true] {
      for isUnbound in [true, false] {
        for line in lines where (line.context != nil) == isOfContext && line.commands.isEmpty == isUnbound {
          hold(line)
        }
      }
    }
    heldLines.sort { $0.position < $1.position }
    for (place, taken) in taken where keymap.keys(for: place.command, in: place.context).isEmpty {
      guard
        let entry = CommandTable.entries.first(where: {
          $0.contexts.contains(place.context) && $0.commands.contains(place.command)
        }), entry.commands.count == 1
      else { continue }
      losses.append(
        ConfigurationMistake(
          taken.position,
          "“\(taken.keys)” leaves “\(entry.name)” without a key (\(place.context.name)); give it another, or false"
        ))
    }
    losses.sort { ($0.position, $0.message) < ($1.position, $1.message) }
  }

  /// Applies a line, and notes what of it holds.
  private mutating func hold(_ line: KeyLine) {
    let before = mistakes.count
    held = HeldKeys(line)
    apply(line)
    heldLines += mistakes.count == before ? [line] : held.lines
  }

  private mutating func apply(_ line: KeyLine) {
    guard let written = WrittenKeys(line.keys) else {
      let advice = "write keys as j, C-x, M-Left, S-Tab, F5 or Space, with spaces between several"
      return fail(line.position, "“\(line.keys)” is not a key; \(advice)")
    }
    for sequence in written.sequences {
      if let reason = WrittenKeys.reason(againstSending: sequence.keys) {
        return fail(line.position, "“\(line.keys)” never reaches the program: \(reason)")
      }
    }
    if line.commands.isEmpty { return unbind(written, line) }
    for name in line.commands {
      guard let named = NamedCommand(name) else {
        let word = name.split(separator: " ").first.map(String.init) ?? ""
        let advice =
          NearestName.of(word, among: NamedCommand.names).map { "did you mean “\($0)”?" }
          ?? "briefing config --default shows all"
        fail(line.valuePosition, "there is no command “\(name)”; \(advice)")
        continue
      }
      bind(written, to: named, line)
    }
  }

  private mutating func fail(_ position: SourcePosition, _ message: String) {
    mistakes.append(ConfigurationMistake(position, message))
  }

  private mutating func unbind(_ written: WrittenKeys, _ line: KeyLine) {
    let contexts = line.context.map { [$0] } ?? Context.allCases
    var wasBound = false
    for (keys, _) in written.sequences {
      for context in contexts {
        for command in keymap.unbind(keys, in: context) {
          wasBound = true
          // Whoever says so wants it so.
          taken[Place(context: context, command: command)] = nil
        }
      }
    }
    if !wasBound { fail(line.position, "“\(line.keys)” asks for nothing, so it cannot be unbound") }
  }

  private mutating func bind(_ written: WrittenKeys, to named: NamedCommand, _ line: KeyLine) {
    let entry = named.entry
    if let context = line.context, !entry.contexts.contains(context) {
      let places = entry.contexts.map(\.name).joined(separator: ", ")
      return fail(
        line.valuePosition, "“\(entry.name)” does nothing in \(context.name); it holds in \(places)")
    }
    var contexts = line.context.map { [$0] } ?? entry.contexts
    // Where letters are typed they are no commands.
    if written.sequences.contains(where: { $0.keys.keys.first?.typed != nil }) {
      contexts.removeAll { $0.isTyping }
    }
    guard !contexts.isEmpty else {
      return fail(
        line.position, "“\(line.keys)” is typed where “\(entry.name)” holds; take a key with C- or M-")
    }
    if keymap.countsDigits, contexts.contains(where: \.takesCounts),
      let digit = written.sequences.first?.keys.keys.first?.typed, digit.isASCII, digit.isNumber, digit != "0"
    {
      return fail(
        line.position, "“\(line.keys)” is never reached: digits are numbers before commands (counts = true)")
    }
    for (keys, argument) in written.sequences {
      guard let command = named.command(argument) else {
        return fail(line.valuePosition, "“\(entry.name)” takes \(named.takes)")
      }
      let isBound = contexts.filter { bind(keys, to: command, in: $0, line) }
      held.add(keys, named.written(with: argument), isBound, of: contexts)
    }
  }

  /// Binds keys in one context; false where another line has them there.
  private mutating func bind(
    _ keys: KeySequence, to command: Command, in context: Context, _ line: KeyLine
  ) -> Bool {
    let isOfContext = line.context != nil
    if let other = bound[context]?.first(where: {
      $0.isOfContext == isOfContext && $0.keys.clashes(with: keys)
    }) {
      let message =
        if other.line == line.position.line {
          "“\(keys)” has two commands (\(context.name)); the first holds"
        } else if other.keys == keys {
          "“\(keys)” is bound in line \(other.line) already (\(context.name)); this one is not used there"
        } else {
          "“\(keys)” cannot be told from “\(other.keys)” in line \(other.line) (\(context.name)); this one is not used there"
        }
      // Once a line, however many contexts it has.
      if mistakes.last?.position != line.position { fail(line.position, message) }
      return false
    }
    bound[context, default: []].append((keys, line.position.line, isOfContext))
    for lost in keymap.bind(keys, to: command, in: context) where lost != command {
      taken[Place(context: context, command: lost)] = (keys, line.position)
    }
    taken[Place(context: context, command: command)] = nil
    return true
  }

  /// Binds the keys of a preset, over which the lines that follow may bind others.
  ///
  /// - Parameter counts: Whether digits become numbers where the preset has them.
  mutating func apply(_ preset: KeyPreset, counts: Bool = true) {
    var presetLines: [KeyLine] = []
    for entry in TOMLDocument(Array(preset.text.utf8)).entries {
      if entry.path == ConfigurationKey.countsDigits.path, entry.value.content == .boolean(true) {
        if counts { countDigits() }
      } else if case .success(let line)? = KeyLine.read(entry) {
        presetLines.append(line)
      }
    }
    for line in presetLines { apply(line) }
    (bound, taken) = ([:], [:])
  }

  /// Takes digits as numbers before commands.
  mutating func countDigits() { keymap.countDigits() }
}

extension Context {
  /// Whether letters are typed or choose here.
  fileprivate var isTyping: Bool { isPrompt || self == .links }
}
