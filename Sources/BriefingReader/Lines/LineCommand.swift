import BriefingCore
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
  /// To the section that has these words, or letters of them, in its title.
  case jump(String)
  /// In the briefing; empty for the next match.
  case find(String)
  /// The same with a regular expression.
  case regex(String)
  /// The lines that have these words; empty for those that have what was found last.
  case only(String)
  /// In the library.
  case search(String)
  /// The section, or a row of the list, from 1.
  case mark(isRead: Bool, row: Int?)
  case bookmark(Character)
  case goToBookmark(Character)
  case links
  /// What was told last is what is handed on next.
  case select
  /// The section, or what was selected, to a command or into a new file.
  case pipe(String)
  case write(String)
  case place
  /// An article, by the path of its file; empty where none is named.
  case importFile(String)
  case answer(isYes: Bool)
  case back
  case quit
  /// Of one command, or empty for all.
  case help(String)
  /// What a key does, by the command's name in the table; to a row of what is listed, from 1.
  case command(Command, row: Int?)
  /// A command that line mode does otherwise, or not: its name.
  case elsewhere(String, LineReach)

  /// Reads a line; nil where it says nothing that can be done.
  ///
  /// - Parameter context: Where it is to be done: one name may mean several commands.
  init?(_ line: String, in context: Context) {
    let line = String(line.drop(while: \.isWhitespace))
    // These need no space after them.
    let signs: [Character: (String) -> LineCommand] = ["/": Self.find, "|": Self.pipe, "&": Self.only]
    if let sign = line.first, let command = signs[sign] {
      self = command(Self.trimmed(line.dropFirst()))
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
      self = command
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
    case ("jump", false): .jump(rest)
    case ("find", _), ("f", _): .find(rest)
    case ("regex", false): .regex(rest)
    case ("only", _): .only(rest)
    case ("search", false), ("s", false): .search(rest)
    case ("read", true): .mark(isRead: true, row: nil)
    case ("read", false) where rest.lowercased() == "all": .command(.markAllRead, row: nil)
    case ("unread", true): .mark(isRead: false, row: nil)
    case ("read", false), ("unread", false): row(rest).map { .mark(isRead: word == "read", row: $0) }
    case ("undo", true): .command(.undoMark, row: nil)
    case ("bookmark", false): letter(rest).map(LineCommand.bookmark)
    case ("links", true): .links
    case ("select", true): .select
    case ("pipe", false): .pipe(rest)
    case ("write", false), ("w", false): .write(rest)
    case ("where", true): .place
    case ("import", _): .importFile(rest)
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
    guard let target = GoToTarget(rest) else { return nil }
    return switch target {
    case .line, .percent, .section: .goTo(target)
    case .quit, .neighbour, .help: nil
    }
  }

  /// What a number or percentage alone means.
  private static func places(_ target: GoToTarget) -> LineCommand {
    switch target {
    case .line(let number): .number(number)
    case .percent, .section: .goTo(target)
    case .neighbour(let direction): .command(.briefing(direction), row: nil)
    case .quit: .quit
    case .help: .help("")
    }
  }

  /// A command of the keys by its name, whose words may have spaces between them, and a number behind them.
  private static func named(_ line: String, in context: Context) -> LineCommand? {
    var words = line.lowercased().split(whereSeparator: \.isWhitespace)
    if let command = named(words, row: nil, in: context) { return command }
    guard let row = words.popLast().flatMap({ row(String($0)) }) else { return nil }
    return named(words, row: row, in: context)
  }

  private static func named(_ words: [Substring], row: Int?, in context: Context) -> LineCommand? {
    let name = words.joined(separator: "-")
    let entries = CommandTable.entries.filter { $0.name == name }
    let entry = entries.first { $0.contexts.contains(context) }
    if let command = entry?.commands.first, entry?.commands.count == 1, LineReach(command) == .byName {
      return .command(command, row: row)
    }
    // What is typed into prompts is nothing that anyone looks for here.
    guard row == nil,
      let other = entry ?? entries.first(where: { $0.contexts.contains(where: LineHelp.holds) }),
      let command = other.commands.first, LineReach(command) != .byName
    else { return nil }
    return .elsewhere(name, LineReach(command))
  }

  private static func row(_ text: String) -> Int? {
    guard text.utf8.allSatisfy(\.isASCIIDigit), let row = Int(text), row > 0 else { return nil }
    return row
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
