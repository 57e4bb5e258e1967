import BriefingReader

/// A command as the table of keys names it: `page-down`, `top-section 3`.
struct NamedCommand {
  /// What asks for it, and where it holds.
  let entry: CommandEntry
  /// What it takes; nil where none is written.
  let argument: String?

  private static let entries = Dictionary(
    CommandTable.entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// Every name.
  static var names: [String] { CommandTable.entries.map(\.name) }

  /// Nil where nothing has the name.
  init?(_ written: String) {
    let words = written.split(separator: " ")
    guard let name = words.first, words.count <= 2, let entry = Self.entries[String(name)] else { return nil }
    self.entry = entry
    argument = words.count == 2 ? String(words[1]) : nil
  }

  /// The command with its argument, else with the one that its keys give.
  ///
  /// - Returns: Nil where it takes another argument, or none.
  func command(_ given: String?) -> Command? {
    let argument = argument ?? given
    switch entry.commands.first {
    case .topSection?:
      guard let number = argument.flatMap({ Int($0) }), 1...99 ~= number else { return nil }
      return .topSection(number)
    case .setBookmark?: return Self.letter(argument).map(Command.setBookmark)
    case .goToBookmark?: return Self.letter(argument).map(Command.goToBookmark)
    case let command?: return self.argument == nil ? command : nil
    case nil: return nil
    }
  }

  /// How it is written with the argument that its keys give; nil is none. A command that takes none is asked for by each of
  /// them.
  func written(with given: String?) -> String {
    (argument ?? (entry.commands.count > 1 ? given : nil)).map { "\(entry.name) \($0)" } ?? entry.name
  }

  /// What it takes, for a message.
  var takes: String {
    switch entry.commands.first {
    case .topSection?: "a number from 1 to 99: “\(entry.name) 3”"
    case .setBookmark?, .goToBookmark?: "a letter from a to z: “\(entry.name) a”"
    default: "no argument"
    }
  }

  private static func letter(_ argument: String?) -> Character? {
    guard let argument, argument.count == 1, let letter = argument.first, "a"..."z" ~= letter else {
      return nil
    }
    return letter
  }
}
