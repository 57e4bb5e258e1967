/// One row of the command table.
public struct CommandEntry: Hashable, Sendable {
  /// What it is about.
  public var command: Command
  /// Where it holds.
  public var contexts: [Context]
  /// Its keys, the one to name first; a key's 1-based place is the command's count where it takes one.
  public var keys: [Key]
  /// One word for the status line; empty where the line never names it.
  public var hint: String
  /// One line for the help screen, starting with a verb.
  public var help: String
}

/// The one source of the keymap, the help screen and the hints in the status line.
public enum CommandTable {
  /// Every command once, in the order in which help shows them.
  public static let entries: [CommandEntry] = Command.allCases.map(entry)

  /// The row of a command.
  public static subscript(command: Command) -> CommandEntry { entry(command) }

  private static let scrolling: [Context] = [.list, .reading, .outline, .note, .help]
  private static let lists: [Context] = [.list, .reading, .outline, .help]
  private static let briefing: [Context] = [.reading, .outline]
  private static let prompts: [Context] = [.filter, .find, .picker, .helpSearch]
  private static let typing = prompts + [.search]
  private static let choosing: [Context] = [.filter, .picker, .links]

  /// A switch and not a dictionary, so that the compiler asks for the row of a new command.
  private static func entry(_ command: Command) -> CommandEntry {
    func row(_ contexts: [Context], _ keys: [Key], _ help: String, hint: String = "") -> CommandEntry {
      CommandEntry(command: command, contexts: contexts, keys: keys, hint: hint, help: help)
    }
    return switch command {
    case .down: row(scrolling, ["j", .down, .control("n"), .control("e")], "Move one line down")
    case .up: row(scrolling, ["k", .up, .control("p"), .control("y")], "Move one line up")
    case .pageDown: row(scrolling, [" ", .pageDown, .control("f")], "Move one page down", hint: "page")
    case .pageUp: row(scrolling, ["b", .pageUp, .control("b")], "Move one page up")
    case .halfPageDown: row(lists, ["d", .control("d")], "Move half a page down")
    case .halfPageUp: row(lists, ["u", .control("u")], "Move half a page up")
    case .start: row(scrolling, ["g", .home, "<"], "Go to the start")
    case .end: row(scrolling, ["G", .end, ">"], "Go to the end")

    case .nextSection: row(briefing, ["]"], "Go to the next section", hint: "section")
    case .previousSection: row(briefing, ["["], "Go to the start of the section, then to the one before")
    case .nextPeer: row(briefing, ["}"], "Go to the next section of the same or a higher level")
    case .previousPeer: row(briefing, ["{"], "Go to the previous section of the same or a higher level")
    case .topSection:
      row(
        briefing, ["1", "2", "3", "4", "5", "6", "7", "8", "9"], "Go to the first … ninth top section")
    case .panLeft: row([.reading], ["h", .left], "Pan wide code and tables to the left")
    case .panRight: row([.reading], ["l", .right], "Pan wide code and tables to the right", hint: "pan")
    case .toggleWrap: row([.reading], ["w"], "Wrap wide code and list wide tables, or pan them")
    case .toggleDetails: row([.reading], ["i"], "Show or hide the details of the front matter")
    case .toggleTargets: row([.reading], ["L"], "Show or hide where the links lead")
    case .jump: row(briefing, ["s"], "Jump to a section by typing part of its title", hint: "jump")
    case .toggleFocus: row(briefing, [.tab], "Move between the text and its outline", hint: "outline")
    case .toggleOutline: row(briefing, ["o"], "Show or hide the outline")

    case .find: row(briefing, ["/"], "Find in this briefing as you type", hint: "find")
    case .nextMatch: row(briefing, ["n"], "Go to the next match", hint: "next")
    case .previousMatch: row(briefing, ["N"], "Go to the previous match")
    case .clear:
      row(lists, [.escape], "Clear the matches or the filter, leave the outline or the help")

    case .search:
      row([.list] + briefing, ["S"], "Search the whole library as you type", hint: "search")
    case .open: row([.list, .outline], [.enter], "Open what is selected", hint: "open")
    case .filter: row([.list], ["/"], "Narrow the list by title, tag or source as you type", hint: "filter")
    case .lookAgain: row([.list], ["r"], "Look again for briefings that came or went")
    case .order: row([.list], ["z"], "Order the list by date or by title", hint: "order")
    case .nextBriefing: row(briefing, ["J"], "Open the next briefing of the list")
    case .previousBriefing: row(briefing, ["K"], "Open the previous briefing of the list")

    case .followLink: row([.reading], ["f"], "Follow a link of the screen by its label", hint: "link")
    case .followOnlyLink:
      row([.reading], [.enter], "Follow the only link of the line or the screen, else as f")
    case .placeBack: row(briefing, [.backspace], "Go back to where the last leap started")
    case .placeForward: row(briefing + [.search], ["\\"], "Go forward again")
    case .followSelected: row([.links], [.enter], "Follow the link whose target is shown", hint: "follow")
    case .deleteLetter: row([.links], [.backspace], "Take back a letter of the label")
    case .agree: row([.question], ["y", .enter], "Open it", hint: "open")
    case .decline: row([.question], ["n", .escape, "q"], "Do not open it", hint: "leave")
    case .leave: row([.links, .note], [.escape], "Leave the links or the note", hint: "back")

    case .accept: row(prompts, [.enter], "Accept", hint: "accept")
    case .cancel: row(typing, [.escape, .control("g")], "Leave without a change", hint: "cancel")
    case .selectNext:
      row(choosing, [.down, .control("n"), .tab], "Select the next row or link", hint: "select")
    case .selectPrevious: row(choosing, [.up, .control("p"), .backTab], "Select the previous row or link")
    case .nextWhileTyping:
      row([.find], [.down, .control("n")], "Look at the next match and type on", hint: "next")
    case .previousWhileTyping: row([.find], [.up, .control("p")], "Look at the previous match and type on")
    case .openHit:
      row([.search], [.enter], "Open the briefing at the section, its words lit", hint: "open")
    case .nextHit:
      row([.search], [.down, .control("n"), .tab], "Select the next section that was found", hint: "select")
    case .previousHit:
      row(
        [.search], [.up, .control("p"), .backTab],
        "Select the one before; in an empty prompt: earlier searches")
    case .nextHits: row([.search], [.pageDown], "Select a section one screen further down")
    case .previousHits: row([.search], [.pageUp], "Select a section one screen further up")
    case .searchOrder: row([.search], [.control("o")], "Order by relevance or by date", hint: "order")
    case .helpWhileTyping: row([.search], [.function(1)], "Show the keys of the search", hint: "help")
    case .deleteBackward:
      row(typing, [.backspace, .control("h")], "Delete the character before the cursor")
    case .deleteForward: row(typing, [.delete, .control("d")], "Delete the character at the cursor")
    case .deleteWord: row(typing, [.control("w")], "Delete the word before the cursor")
    case .deleteToStart: row(typing, [.control("u")], "Delete all before the cursor")
    case .deleteToEnd: row(typing, [.control("k")], "Delete all from the cursor on")
    case .cursorLeft: row(typing, [.left, .control("b")], "Move the cursor left")
    case .cursorRight: row(typing, [.right, .control("f")], "Move the cursor right")
    case .cursorStart: row(typing, [.home, .control("a")], "Move the cursor to the start")
    case .cursorEnd: row(typing, [.end, .control("e")], "Move the cursor to the end")

    case .help: row(lists, ["?", .function(1)], "Show the keys that hold here", hint: "help")
    case .searchHelp: row([.help], ["/"], "Narrow the help as you type", hint: "search")
    case .redraw: row(Context.allCases, [.control("l")], "Draw the screen again")
    case .back: row(scrolling, ["q"], "Go back to the list; from the list, quit", hint: "back")
    case .quit: row(scrolling, ["Q"], "Quit", hint: "quit")
    }
  }
}
