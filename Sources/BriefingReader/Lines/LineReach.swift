/// How line mode does what a command of the keys does.
enum LineReach: Hashable {
  /// By the command's name in the table.
  case byName
  /// By words of its own: what to type.
  case byWords(String)
  /// Not at all: why.
  case never(String)

  init(_ command: Command) {
    self =
      switch command {
      case .move, .section, .peerSection, .match, .order, .lookAgain, .briefing, .place, .furthest,
        .toggleRead,
        .markAllRead, .undoMark, .star, .beforeJump, .bookmarks, .history, .unread, .change, .showChanges,
        .leave,
        .searchOrder, .unfold, .copy, .openEditor, .back, .quit, .toggle(.details), .toggle(.targets),
        .toggle(.repeats):
        .byName
      case .topSection: .byWords("2")
      case .jump: .byWords("jump WORDS")
      case .goTo: .byWords("line 120, 50% or 2.1")
      case .goToPercent: .byWords("50%")
      case .find: .byWords("find WORDS")
      case .togglePattern: .byWords("regex EXPRESSION")
      case .only: .byWords("only WORDS")
      case .filter: .byWords("list WORDS")
      case .search: .byWords("search WORDS")
      case .help, .searchHelp: .byWords("help WORD")
      case .followLink, .followOnlyLink: .byWords("links, and a number")
      case .copyLink: .byWords("links, and copy 2")
      case .setBookmark: .byWords("bookmark a")
      case .goToBookmark: .byWords("go a")
      case .accept: .byWords("a number, or open WORDS")
      case .turnHits: .byWords("Enter")
      case .selectLines: .byWords("select")
      case .pipe: .byWords("pipe COMMAND")
      case .write: .byWords("write FILE")
      case .pan, .toggle(.wrap): .never("wide lines are wrapped here")
      case .toggle(.outline), .toggleFocus, .scrollPreview, .redraw, .theme, .toggle(.mouse):
        .never("nothing is drawn here")
      case .edit, .select, .deleteLetter, .recall: .never("the terminal edits the line that is typed")
      }
  }
}
