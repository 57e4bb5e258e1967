/// What commands are for, as help divides them.
public enum CommandGroup: String, Hashable, Sendable, CaseIterable {
  case move = "Move"
  case sections = "Sections"
  case find = "Find"
  case links = "Links"
  case marks = "Marks"
  case hand = "Copy, edit, hand on"
  case library = "Library"
  case page = "Page"
  case typing = "Typing"
  case program = "Program"
}

extension CommandEntry {
  /// What the row is for.
  public var group: CommandGroup {
    switch bindings.first?.command {
    case .move, .pan, .goTo, .goToPercent, .place, .beforeJump, .furthest, .scrollPreview: .move
    case .section, .peerSection, .topSection, .jump, .toggleFocus: .sections
    case .find, .only, .togglePattern, .match, .search, .turnHits, .searchOrder, .unfold: .find
    case .followLink, .followOnlyLink, .deleteLetter: .links
    case .toggleRead, .markAllRead, .undoMark, .star, .setBookmark, .goToBookmark, .bookmarks, .unread,
      .change, .showChanges:
      .marks
    case .copy, .copyLink, .selectLines, .pipe, .write, .openEditor: .hand
    case .filter, .order, .lookAgain, .briefing, .history: .library
    case .toggle, .theme: .page
    case .select, .edit, .recall: .typing
    case .help, .searchHelp, .redraw, .back, .quit, nil: .program
    // What is selected, typed or left depends on where.
    case .accept, .leave:
      switch contexts.first {
      case .importQuestion?: .library
      case .list?: bindings.first?.command == .accept ? .library : .find
      case .links?, .note?, .question?: .links
      case .knownPlaces?: .marks
      case .search?, .results?, .only?: .find
      case .filter?, .find?, .goTo?, .picker?, .helpSearch?, .pipe?, .write?, .importing?: .typing
      case .selection?, .output?: .hand
      case .opening?, .reading?, .outline?, .help?, nil: .program
      }
    }
  }
}
