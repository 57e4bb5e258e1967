import BriefingReader

/// What was bound of a line of which a part does not hold, as lines of their own.
struct HeldKeys {
  /// The line; nil before the first.
  private let line: KeyLine?
  /// In the order in which they were bound.
  private(set) var lines: [KeyLine] = []

  init(_ line: KeyLine?) { self.line = line }

  /// Notes keys that were bound to a command in some contexts, of those in which the line wants them.
  mutating func add(_ keys: KeySequence, _ command: String, _ contexts: [Context], of wanted: [Context]) {
    guard var line else { return }
    line.keys = keys.description
    line.commands = [command]
    if contexts.count == wanted.count {
      lines.append(line)
      return
    }
    for context in contexts {
      line.context = context
      lines.append(line)
    }
  }
}
