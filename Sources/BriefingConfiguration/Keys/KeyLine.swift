import BriefingCore
import BriefingReader

/// A line of the table of keys: what is pressed, and what that asks for.
struct KeyLine: Hashable, Sendable {
  /// Where it holds; nil wherever its commands hold.
  var context: Context?
  /// What is pressed, as it is written: `g g`, `m a..z`.
  var keys: String
  /// Commands with their arguments, each for the contexts where it holds; empty unbinds.
  var commands: [String]
  /// Where the keys stand.
  var position: SourcePosition
  /// Where the commands stand.
  var valuePosition: SourcePosition
}

extension KeyLine {
  /// The line as one key of the file.
  var text: String {
    let path = [Self.table] + (context.map { [$0.name] } ?? []) + [TOMLText.string(keys)]
    let names = commands.map(TOMLText.string)
    let value = names.isEmpty ? "false" : names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]"
    return "\(path.joined(separator: ".")) = \(value)"
  }

  /// The table of the file.
  static let table = "keys"

  /// Reads an entry of the table; what is wrong with it, where something is. An entry of something else is nil.
  static func read(_ entry: TOMLEntry) -> Result<KeyLine, ConfigurationMistake>? {
    guard entry.path.first == table, entry.path.count == 2 || entry.path.count == 3 else { return nil }
    var context: Context?
    if entry.path.count == 3 {
      context = Context.allCases.first { $0.name == entry.path[1] }
      guard context != nil else { return nil }
    }
    guard let commands = commands(entry.value.content) else {
      return .failure(
        ConfigurationMistake(
          entry.value.position,
          "“\(entry.path.joined(separator: "."))” takes a command, a list of commands, or false for none, not \(entry.value.shown)"
        ))
    }
    return .success(
      KeyLine(
        context: context, keys: entry.path[entry.path.count - 1], commands: commands,
        position: entry.position, valuePosition: entry.value.position))
  }

  private static func commands(_ content: TOMLValue.Content) -> [String]? {
    switch content {
    case .boolean(false): return []
    case .string(let name): return [name]
    case .list(let items):
      let names = items.compactMap { if case .string(let name) = $0.content { name } else { nil } }
      return names.count == items.count ? names : nil
    case .boolean, .integer, .other: return nil
    }
  }
}

extension Context {
  /// What it is called in the file: `go-to` for `goTo`.
  package var name: String { rawValue.hyphenated }
}
