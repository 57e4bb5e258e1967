/// What can be typed in line mode.
public enum LineHelp {
  /// The commands that have words of their own there, and what they do, starting with a verb.
  public static let rows: [(words: String, meaning: String)] = [
    ("Enter, more", "tell what follows"),
    ("a number", "choose from what was listed last; in a text go to that section"),
    ("2.1, line 120, 50%", "go to a section, a line of the file, a part of the whole"),
    ("list [words]", "list the briefings that have the words, or all"),
    ("open NUMBER or WORDS or PATH", "open a briefing"),
    ("outline", "list the sections"),
    ("next, previous", "go to the next or previous section"),
    ("text, again", "tell the text here, tell the last once more"),
    ("find WORDS, find", "find in the briefing, go to the next match"),
    ("search WORDS", "search the library"),
    ("links", "list the links of what was told last"),
    ("read, unread, read all, undo", "mark the section or briefing; take that back"),
    ("bookmark a, go a, bookmarks, history", "set a bookmark, go to it, list what is known"),
    ("where", "say where you are"),
    ("back, quit", "close what is open, leave the program"),
    ("help WORD", "the other commands that have the word, such as help unread"),
  ]

  /// The lines about commands whose name or meaning has a word; with none, all that have words of their own here.
  static func lines(about word: String) -> [String] {
    guard !word.isEmpty else { return rows.map { "\($0.words): \($0.meaning)" } }
    let own = rows.filter { $0.words.lowercased().contains(word) || $0.meaning.contains(word) }
      .map { "\($0.words): \($0.meaning)" }
    let keymap = Keymap()
    let named = CommandTable.entries.filter { entry in
      entry.contexts.contains { [.list, .reading, .results].contains($0) } && entry.commands.count == 1
        && LineCommand.isDone(entry.commands[0])
    }
    let others = named.map { "\($0.name): \($0.help.text(keymap, in: $0.contexts[0]))" }
      .filter { $0.lowercased().contains(word) }
    return own + others + (own.isEmpty && others.isEmpty ? ["No command has “\(word)”."] : [])
  }
}
