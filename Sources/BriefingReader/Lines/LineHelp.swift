/// What can be typed in line mode.
public enum LineHelp {
  /// The commands that have words of their own there, and what they do, starting with a verb.
  public static let rows: [(words: String, meaning: String)] = [
    ("Enter, more", "tell what follows"),
    ("a number", "choose from what was listed last; in a text go to that section"),
    ("2.1, line 120, 50%", "go to a section, a line of the file, a part of the whole"),
    ("list [words]", "list the briefings that have the words, or all"),
    ("open NUMBER or WORDS or PATH", "open a briefing"),
    ("read 2, star 2, copy 2, edit 2", "do that to a row of what was listed last, without opening it"),
    ("outline", "list the sections"),
    ("next, previous", "go to the next or previous section"),
    ("text, again", "tell the text here, tell the last once more"),
    ("jump WORDS", "go to the section whose title fits"),
    ("find WORDS, find", "find in the briefing, go to the next match"),
    ("regex EXPRESSION", "find a regular expression"),
    ("only WORDS, only", "list the lines that have the words, or what was found last"),
    ("search WORDS", "search the library"),
    ("links", "list the links of what was told last"),
    ("read, unread, read all, undo", "mark the section or briefing; take that back"),
    ("copy, pipe COMMAND, write FILE", "hand on the section, also as | COMMAND"),
    ("select", "have copy, pipe and write hand on what was told last, as it was told"),
    ("edit", "open the file in your editor, at this line"),
    ("bookmark a, go a, bookmarks, history", "set a bookmark, go to it, list what is known"),
    ("import FILE", "make a briefing of an article, which is written into the library if you say yes"),
    ("where", "say where you are"),
    ("back, quit", "close what is open, leave the program"),
    ("help WORD", "the other commands that have the word, such as help unread"),
  ]

  /// The commands of the screen that are not there, by what keeps them away.
  static var absences: [String] {
    var names: [(reason: String, names: [String])] = []
    for entry in CommandTable.entries where entry.contexts.contains(where: holds) {
      guard let command = entry.commands.first, case .never(let reason) = LineReach(command) else { continue }
      if let index = names.firstIndex(where: { $0.reason == reason }) {
        names[index].names.append(entry.name)
      } else {
        names.append((reason, [entry.name]))
      }
    }
    return names.map { "Not here, since \($0.reason): \($0.names.joined(separator: ", "))." }
  }

  /// Whether one is there in line mode, too.
  static func holds(_ context: Context) -> Bool { [.list, .reading, .results].contains(context) }

  /// The lines about commands whose name or meaning has a word; with none, all that have words of their own here, and
  /// what there is not.
  static func lines(about word: String) -> [String] {
    guard !word.isEmpty else { return rows.map { "\($0.words): \($0.meaning)" } + absences }
    let own = rows.filter { $0.words.lowercased().contains(word) || $0.meaning.contains(word) }
      .map { "\($0.words): \($0.meaning)" }
    let keymap = Keymap()
    let named = CommandTable.entries.filter { $0.contexts.contains(where: holds) && $0.commands.count == 1 }
    let others = named.compactMap { entry -> String? in
      let line = "\(entry.name): \(entry.help.text(keymap, in: entry.contexts[0]))"
      guard line.lowercased().contains(word) else { return nil }
      return switch LineReach(entry.commands[0]) {
      case .byName: line
      case .byWords: nil
      case .never(let reason): "\(line) (not here, since \(reason))"
      }
    }
    return own + others + (own.isEmpty && others.isEmpty ? ["No command has “\(word)”."] : [])
  }
}
