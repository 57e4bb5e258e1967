/// Everything that a key can ask for. What a command is called in configuration and manual, its keys and its help
/// stand in ``CommandTable``; what it does, in `State.perform`.
public enum Command: Hashable, Sendable {
  /// Move the selection or scroll.
  case move(Motion)
  case section(Direction)
  /// Like ``section(_:)``, but only to sections of the same or a higher level.
  case peerSection(Direction)
  /// The n-th top section, from 1.
  case topSection(Int)
  case pan(Direction)
  case toggle(Setting)
  case toggleFocus

  /// To so much of the whole: the number typed before, else one that is asked for.
  case goToPercent

  // Windows and prompts.
  case jump, goTo, find, filter, search, help, searchHelp

  case match(Direction)
  /// Only the lines that match.
  case only
  /// What is typed to be found is a regular expression, or itself.
  case togglePattern
  case order
  case lookAgain
  case briefing(Direction)
  case followLink, followOnlyLink
  /// Along the places that leaps started from.
  case place(Direction)
  /// To the furthest point that was read.
  case furthest
  /// Read or unread: the section, or in the list the briefing.
  case toggleRead
  case markAllRead, undoMark
  /// With or without a star: as ``toggleRead``.
  case star
  /// Bookmarks have the letters `a` to `z`.
  case setBookmark(Character), goToBookmark(Character)
  /// To the place before the last jump.
  case beforeJump
  /// The windows that list bookmarks and what was opened.
  case bookmarks, history
  /// To what is unread.
  case unread(Direction)
  /// To what has changed since it was read.
  case change(Direction)
  /// With or without the changes in the text.
  case showChanges

  // What is selected or typed.
  case accept
  /// What Escape asks for, and `^C`: clear or leave what is there.
  case leave
  case select(Direction)
  /// The same by a screen of results.
  case turnHits(Direction)
  case deleteLetter
  case edit(Edit)
  /// What was typed before: forward is later.
  case recall(Direction)
  case searchOrder
  /// Forward shows all sections of the hit's briefing, backward the best one alone.
  case unfold(Direction)
  case scrollPreview(Direction)

  /// The selected lines, else the section, to the clipboard.
  case copy
  /// Where the selected link leads, to the clipboard.
  case copyLink
  /// Select lines, or no more.
  case selectLines
  /// The selected lines, else the section, to a command or into a new file.
  case pipe, write
  /// The file in the reader's editor.
  case openEditor

  case redraw
  /// To the next theme.
  case theme
  /// Back to where the reader came from; where that is nowhere, quit.
  case back
  case quit

  /// Whether letters are typed after it.
  var opensPrompt: Bool {
    switch self {
    case .jump, .goTo, .goToPercent, .find, .filter, .search, .searchHelp, .followLink, .pipe, .write, .only:
      true
    case .move, .section, .peerSection, .topSection, .pan, .toggle, .toggleFocus, .help, .match, .order,
      .lookAgain, .briefing, .followOnlyLink, .place, .furthest, .toggleRead, .markAllRead, .undoMark, .star,
      .setBookmark, .goToBookmark, .beforeJump, .bookmarks, .history, .unread, .change, .showChanges, .accept,
      .leave, .select, .turnHits, .deleteLetter, .edit, .recall, .searchOrder, .unfold, .scrollPreview,
      .redraw, .theme, .back, .quit, .copy, .copyLink, .selectLines, .openEditor,
      .togglePattern:
      false
    }
  }
}

/// Which way.
public enum Direction: Hashable, Sendable, CaseIterable {
  /// Down, right, to the next, to a later one.
  case forward
  /// Up, left, to the previous, to an earlier one.
  case backward

  /// 1 or -1.
  var step: Int { self == .forward ? 1 : -1 }
}

/// A way to move in a list or a text.
public enum Motion: Hashable, Sendable, CaseIterable {
  case down, up, pageDown, pageUp, halfPageDown, halfPageUp, start, end

  /// Rows that it moves by, negative upwards; `page` rows are a page. Nil where it goes to an end.
  func rows(page: Int) -> Int? {
    switch self {
    case .down: 1
    case .up: -1
    case .pageDown: page
    case .pageUp: -page
    case .halfPageDown: max(1, page / 2)
    case .halfPageUp: -max(1, page / 2)
    case .start, .end: nil
    }
  }

  /// Where it leads from the row `index` of `count` rows, done so many times; `page` rows are a page.
  func index(from index: Int, page: Int, count: Int, times: Int) -> Int {
    let wanted = rows(page: page).map { index + times * $0 } ?? (self == .start ? 0 : count - 1)
    return max(0, min(wanted, count - 1))
  }
}

/// Something that is on or off while one reads.
public enum Setting: Hashable, Sendable, CaseIterable {
  case wrap, details, targets, outline, repeats, mouse
}

/// A change of what is typed into a prompt.
public enum Edit: Hashable, Sendable, CaseIterable {
  case deleteBackward, deleteForward
  /// Back to white space.
  case deleteWord
  /// Over letters and digits.
  case deleteWordBackward, deleteWordForward
  case deleteToStart, deleteToEnd
  case left, right, wordLeft, wordRight, start, end
}
