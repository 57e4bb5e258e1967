import BriefingLayout

/// A line that was typed in line mode: a word that says what to do, and to what.
enum LineCommand: Hashable, Sendable {
  /// Enter alone: what follows.
  case more
  /// What was told last, once more.
  case again
  /// The n-th row of what was listed last, from 1; in a text the n-th top section.
  case number(Int)
  /// A section by its number, a line, or a percentage.
  case goTo(GoToTarget)
  /// A briefing by its path, its row's number or words of its row.
  case open(String)
  /// The list, narrowed to what has these words; empty for all of it.
  case list(String)
  case outline
  /// The text from where the reader is.
  case text
  case section(Direction)
  /// In the briefing; empty for the next match.
  case find(String)
  /// In the library.
  case search(String)
  case mark(isRead: Bool)
  case bookmark(Character)
  case goToBookmark(Character)
  case links
  case place
  case answer(isYes: Bool)
  case back
  case quit
  /// Of one command, or empty for all.
  case help(String)
  /// What a key does, by the command's name in the table.
  case command(Command)

  /// Reads a line; nil where it says nothing that can be done.
  ///
  /// - Parameter context: Where it is to be done: one name may mean several commands.
  init?(_ line: String, in context: Context) {
    let line = String(line.drop(while: \.isWhitespace))
    if line.hasPrefix("/") {
      self = .find(Self.trimmed(line.dropFirst()))
      return
    }
    let end = line.firstIndex(where: \.isWhitespace) ?? line.endIndex
    let word = line[..<end].lowercased()
    let rest = Self.trimmed(line[end...])
    if word.isEmpty {
      self = .more
    } else if let command = Self.command(word, rest) {
      self = command
    } else if rest.isEmpty, let target = GoToTarget(word) {
      self = Self.places(target)
    } else if let command = Self.named(Self.trimmed(line[...]), in: context) {
      self = .command(command)
    } else {
      return nil
    }
  }

  private static func command(_ word: String, _ rest: String) -> LineCommand? {
    switch (word, isAlone: rest.isEmpty) {
    case ("more", true), ("m", true): .more
    case ("again", true), ("a", true): .again
    case ("open", false), ("o", false): .open(rest)
    case ("list", _), ("l", _), ("ls", _): .list(rest)
    case ("outline", true), ("sections", true): .outline
    case ("text", true): .text
    case ("next", true), ("n", true): .section(.forward)
    case ("previous", true), ("p", true): .section(.backward)
    case ("line", false), ("go", false), ("section", false): place(word, rest)
    case ("find", _), ("f", _): .find(rest)
    case ("search", false), ("s", false): .search(rest)
    case ("read", true): .mark(isRead: true)
    case ("read", false) where rest.lowercased() == "all": .command(.markAllRead)
    case ("unread", true): .mark(isRead: false)
    case ("undo", true): .command(.undoMark)
    case ("bookmark", false): letter(rest).map(LineCommand.bookmark)
    case ("links", true): .links
    case ("where", true): .place
    case ("yes", true), ("y", true): .answer(isYes: true)
    case ("no", true): .answer(isYes: false)
    case ("back", true), ("b", true): .back
    case ("quit", true), ("q", true), ("exit", true): .quit
    case ("help", _), ("h", true), ("?", true): .help(rest.lowercased())
    default: nil
    }
  }

  /// What follows `go`, `line` or `section`: a letter is a bookmark.
  private static func place(_ word: String, _ rest: String) -> LineCommand? {
    if word == "go", let letter = letter(rest) { return .goToBookmark(letter) }
    if word == "section", let number = Int(rest) { return .goTo(.section([number])) }
    guard let target = GoToTarget(rest), target != .quit else { return nil }
    return .goTo(target)
  }

  /// What a number or percentage alone means.
  private static func places(_ target: GoToTarget) -> LineCommand {
    switch target {
    case .line(let number): .number(number)
    case .percent, .section: .goTo(target)
    case .quit: .quit
    }
  }

  /// A command of the keys by its name, whose words may have spaces between them.
  private static func named(_ line: String, in context: Context) -> Command? {
    let name = line.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "-")
    let entry = CommandTable.entries.first { $0.name == name && $0.contexts.contains(context) }
    guard let commands = entry?.commands, commands.count == 1, isDone(commands[0]) else { return nil }
    return commands[0]
  }

  /// Whether a command of the keys means something where nothing is drawn; what opens a prompt has a word of its own.
  static func isDone(_ command: Command) -> Bool {
    switch command {
    case .toggleFocus, .toggle(.outline), .toggle(.mouse), .help, .theme, .redraw, .followOnlyLink,
      .scrollPreview,
      .pan, .selectLines, .only, .togglePattern:
      false
    default: !command.opensPrompt
    }
  }

  private static func letter(_ text: String) -> Character? {
    guard text.count == 1, let letter = text.lowercased().first, ("a"..."z").contains(letter) else {
      return nil
    }
    return letter
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
