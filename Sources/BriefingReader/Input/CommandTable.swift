import Synchronization

/// The one source of the keymap, the help screen and the hints in the status line: briefing's own keys.
public enum CommandTable {
  /// Every row once, in the order in which help shows them.
  public static let entries: [CommandEntry] = [
    motions, sections, memory, bookmarks, page, windows, links, hand, prompts, search, editing, rest,
  ].flatMap { $0 }

  /// The bindings of a context, read from the rows when they are first asked for.
  static func bindings(in context: Context) -> [CommandEntry.Binding] {
    knownBindings.withLock { known in
      if let bindings = known[context] { return bindings }
      // By their places: to go through the rows themselves would copy each.
      let places = entries.indices.filter { entries[$0].contexts.contains(context) }
      let bindings = places.flatMap { entries[$0].bindings }
      known[context] = bindings
      return bindings
    }
  }

  private static let knownBindings = Mutex<[Context: [CommandEntry.Binding]]>([:])

  /// The row of a command in a context; nil where it does not hold there.
  static func entry(of command: Command, in context: Context) -> CommandEntry? {
    let index = entries.indices.first {
      entries[$0].contexts.contains(context) && entries[$0].asks(for: command)
    }
    return index.map { entries[$0] }
  }

  /// What a command is called in a context, or elsewhere where it does not hold there.
  static func name(of command: Command, in context: Context) -> String {
    (entry(of: command, in: context) ?? entries.first { $0.asks(for: command) })?.name ?? "no key"
  }

  /// Where one moves through rows or text: there a number can be typed before a command, too.
  static let scrolling: [Context] = [
    .list, .reading, .outline, .note, .results, .help, .knownPlaces, .selection, .output, .only,
  ]
  /// The same with a question that may be longer than the window: its keys for leaving are its own.
  private static let moving = scrolling + [.importQuestion]
  private static let paging: [Context] = [.list, .reading, .outline, .help]
  private static let halving: [Context] = paging + [.selection, .output, .only]
  private static let briefing: [Context] = [.reading, .outline]
  private static let plainPrompts: [Context] = [
    .filter, .find, .goTo, .picker, .helpSearch, .pipe, .write, .importing,
  ]
  private static let typing = plainPrompts + [.search]

  private static func row(
    _ name: String, _ command: Command, _ contexts: [Context], _ keys: [String], _ help: Wording,
    hint: String = "", while reversal: (on: CommandEntry.Switch, hint: String)? = nil
  ) -> CommandEntry {
    CommandEntry(
      name: name, contexts: contexts, keys: keys, commands: [command], hint: hint,
      reversal: reversal.map { .init(on: $0.on, hint: $0.hint) }, help: help)
  }

  // `g` acts at once: a second one, as in vi, goes to the start again and does no harm.
  private static let motions = [
    row("down", .move(.down), moving, ["j", "Down", "C-n", "C-e"], "Move one line down"),
    row("up", .move(.up), moving, ["k", "Up", "C-p", "C-y"], "Move one line up"),
    row(
      "page-down", .move(.pageDown), moving, ["Space", "PgDn", "C-f"], "Move one page down", hint: "page"),
    row("page-up", .move(.pageUp), moving, ["b", "PgUp", "C-b"], "Move one page up"),
    row("half-page-down", .move(.halfPageDown), halving, ["d", "C-d"], "Move half a page down"),
    row("half-page-up", .move(.halfPageUp), halving, ["u", "C-u"], "Move half a page up"),
    row("start", .move(.start), moving, ["g", "Home", "<"], "Go to the start"),
    row("end", .move(.end), moving, ["G", "End", ">"], "Go to the end"),
  ]

  private static let sections = [
    row("next-section", .section(.forward), briefing, ["]"], "Go to the next section", hint: "section"),
    row(
      "previous-section", .section(.backward), briefing, ["["],
      "Go to the start of the section, then to the one before"),
    row(
      "next-peer-section", .peerSection(.forward), briefing, ["}"],
      "Go to the next section of the same or a higher level"),
    row(
      "previous-peer-section", .peerSection(.backward), briefing, ["{"],
      "Go to the previous section of the same or a higher level"),
    CommandEntry(
      name: "top-section", contexts: briefing,
      keys: (1...9).map(\.description), commands: (1...9).map { .topSection($0) },
      hint: "", help: "Go to the first … ninth top section"),
    row("jump", .jump, briefing, ["s"], "Jump to a section by typing part of its title", hint: "jump"),
    row(
      "go-to", .goTo, [.list] + briefing, [":"], "Go to a line (120), 50%, a section (2.1); import an article"
    ),
    row("go-to-percent", .goToPercent, [.list] + briefing, ["%"], "Go to a percentage of the whole"),
    row(
      "toggle-focus", .toggleFocus, briefing, ["Tab"], "Move between the text and its outline",
      hint: "outline", while: (.outlineFocus, "text")),
  ]

  private static let memory = [
    row("furthest", .furthest, [.reading], ["' ."], "Go to the furthest point that you have read"),
    row("toggle-read", .toggleRead, [.list] + briefing, ["x"], "Mark the section or briefing read or unread"),
    row("mark-all-read", .markAllRead, [.list] + briefing, ["X"], "Mark the whole briefing read"),
    row("star", .star, [.list] + briefing, ["*"], "Give the section or briefing a star, or take it away"),
    row("undo-mark", .undoMark, [.list] + briefing, ["U"], "Undo what was marked last"),
    row("next-unread", .unread(.forward), briefing, ["."], "Go to the next unread section or briefing"),
    row(
      "previous-unread", .unread(.backward), briefing, [","], "Go to the previous unread section or briefing"),
    row(
      "next-change", .change(.forward), briefing, ["c"], "Go to the next change since you read it",
      hint: "change"),
    row("previous-change", .change(.backward), briefing, [";", "M-c"], "Go to the previous change"),
    row(
      "show-changes", .showChanges, briefing, ["C"],
      "Show what was added and removed since you read it, or hide it", hint: "show",
      while: (.changes, "hide")),
  ]

  private static let bookmarks = [
    CommandEntry(
      name: "set-bookmark", contexts: briefing,
      keys: letters.map { "m \($0)" }, commands: letters.map { .setBookmark($0) },
      hint: "", help: "Set the bookmark a … z at this place"),
    CommandEntry(
      name: "go-to-bookmark", contexts: [.list] + briefing,
      keys: letters.map { "' \($0)" }, commands: letters.map { .goToBookmark($0) },
      hint: "", help: "Go to the bookmark a … z, in whatever briefing"),
    row("before-jump", .beforeJump, briefing, ["' '"], "Go to the place before the last jump, or back"),
    row("bookmarks", .bookmarks, [.list] + briefing, ["B"], "List the bookmarks"),
    row("history", .history, [.list] + briefing, ["H"], "List what was opened, the newest first"),
    row("open-known-place", .accept, [.knownPlaces], ["Enter"], "Open what is selected", hint: "open"),
    row("leave-known-places", .leave, [.knownPlaces], ["Esc"], "Leave the list", hint: "back"),
  ]

  private static let letters = "abcdefghijklmnopqrstuvwxyz"

  private static let page = [
    row("pan-left", .pan(.backward), [.reading], ["h", "Left"], "Pan wide code and tables to the left"),
    row(
      "pan-right", .pan(.forward), [.reading], ["l", "Right"], "Pan wide code and tables to the right",
      hint: "pan"),
    row(
      "toggle-wrap", .toggle(.wrap), [.reading], ["w"], "Wrap wide code and list wide tables, or pan them"),
    row(
      "toggle-details", .toggle(.details), [.reading], ["i"], "Show or hide the details of the front matter"),
    row("toggle-targets", .toggle(.targets), [.reading], ["L"], "Show or hide where the links lead"),
    row("toggle-outline", .toggle(.outline), briefing, ["o"], "Show or hide the outline"),
    row(
      "toggle-repeats", .toggle(.repeats), briefing, ["="],
      "Show what was read in other briefings plain, or dimmed",
      hint: "dim", while: (.dimming, "plain")),
  ]

  private static let windows = [
    row(
      "find", .find, briefing + [.only], ["/"], "Find in this briefing as you type, or among the lines",
      hint: "find"),
    row("only", .only, briefing + [.only], ["&"], "Show only the lines that match, or all again"),
    row("open-line", .accept, [.only], ["Enter"], "Go to the line", hint: "open"),
    row("leave-only", .leave, [.only], ["Esc"], "Show all lines again", hint: "all"),
    row(
      "next-match", .match(.forward), briefing + [.only], ["n"],
      "Go to the next match, or the next line that matches",
      hint: "next"),
    row(
      "previous-match", .match(.backward), briefing + [.only], ["N"],
      "Go to the previous match, or the previous line that matches"),
    row(
      "clear", .leave, paging, ["Esc"], "Clear the matches or the filter, leave the outline or the help",
      hint: "clear"),
    row(
      "search", .search, [.list, .results] + briefing, ["S"], "Search the whole library as you type",
      hint: "search"),
    row("open", .accept, [.list, .outline], ["Enter"], "Open what is selected", hint: "open"),
    row(
      "filter", .filter, [.list], ["/"], "Narrow the list by title, tag, source or is:unread as you type",
      hint: "filter"
    ),
    row("order", .order, [.list], ["z"], "Order the list by date or by title", hint: "order"),
    row("look-again", .lookAgain, [.list], ["r"], "Reload the folder"),
    row("look-at-file", .lookAgain, briefing, ["r"], "Look again whether the file has changed"),
    row("next-briefing", .briefing(.forward), briefing, ["J"], "Open the next briefing of the list"),
    row("previous-briefing", .briefing(.backward), briefing, ["K"], "Open the previous briefing of the list"),
  ]

  private static let links = [
    row(
      "follow-link", .followLink, [.reading], ["f"], "Follow a link on the screen by its label", hint: "link"),
    row(
      "follow-only-link", .followOnlyLink, [.reading], ["Enter"],
      "Follow the only link on the line or the screen; else as \(key: .followLink)"),
    row(
      "place-back", .place(.backward), briefing, ["Backspace", "M-Left"],
      "Go back to where the last jump started"),
    row("place-forward", .place(.forward), briefing, ["\\", "M-Right"], "Go forward again"),
    row(
      "follow-selected", .accept, [.links], ["Enter"], "Follow the link whose target is shown", hint: "follow"
    ),
    row("delete-letter", .deleteLetter, [.links], ["Backspace"], "Delete a letter of the label"),
    row("agree", .accept, [.question], ["y", "Enter"], "Open it", hint: "open"),
    row("decline", .leave, [.question], ["n", "Esc", "q"], "Do not open it", hint: "leave"),
    row("agree-to-import", .accept, [.importQuestion], ["y", "Enter"], "Write it", hint: "write"),
    row("decline-import", .leave, [.importQuestion], ["n", "Esc", "q"], "Do not write it", hint: "leave"),
    row("leave", .leave, [.links, .note], ["Esc"], "Leave the links or the note", hint: "back"),
    row("give-up", .leave, [.opening], ["Esc", "C-g"], "Cancel opening, where there is a way back"),
    row(
      "leave-opening", .back, [.opening], ["q"], "Cancel opening; with no way back, quit", hint: "back"
    ),
  ]

  private static let hand = [
    row(
      "copy", .copy, [.list] + briefing + [.selection], ["y"],
      "Copy the section or the lines; in the list the path of the file",
      hint: "copy"),
    row("copy-link", .copyLink, [.links], ["C-y"], "Copy where the link leads"),
    row("copy-address", .copyLink, [.question], ["c", "C-y"], "Copy the address", hint: "copy"),
    row("select-lines", .selectLines, briefing + [.selection], ["V"], "Select lines of the text, or no more"),
    row("leave-lines", .leave, [.selection], ["Esc"], "Select nothing", hint: "cancel"),
    row("edit", .openEditor, [.list] + briefing, ["e", "v"], "Open the file in your editor, at this line"),
    row(
      "pipe", .pipe, briefing + [.selection], ["|"], "Pipe the section or the lines to a command",
      hint: "pipe"),
    row("leave-output", .leave, [.output], ["Esc"], "End the command, or leave what it wrote", hint: "back"),
    row(
      "write", .write, briefing + [.selection], ["W"], "Write the section or the lines to a new file",
      hint: "write"),
  ]

  private static let prompts = [
    row("accept", .accept, plainPrompts, ["Enter"], "Accept", hint: "accept"),
    row("cancel", .leave, typing, ["Esc", "C-g"], "Leave without a change", hint: "cancel"),
    row(
      "select-next", .select(.forward), [.filter, .picker, .links], ["Down", "C-n", "Tab"],
      "Select the next row or link", hint: "select"),
    row(
      "select-previous", .select(.backward), [.filter, .picker, .links], ["Up", "C-p", "S-Tab"],
      "Select the previous row or link"),
    row(
      "next-while-typing", .select(.forward), [.find], ["C-n"], "Show the next match and keep typing",
      hint: "next"),
    row(
      "previous-while-typing", .select(.backward), [.find], ["C-p"], "Show the previous match and keep typing"
    ),
    row(
      "toggle-regex", .togglePattern, [.find], ["M-r"], "Find a regular expression, or the words themselves",
      hint: "regex"),
    row("earlier", .recall(.backward), [.find], ["Up"], "Bring back what was looked for before"),
    row("later", .recall(.forward), [.find], ["Down"], "Go forward to what was looked for later"),
  ]

  private static let editing = [
    row(
      "delete-backward", .edit(.deleteBackward), typing, ["Backspace"],
      "Delete the character before the cursor; where none is, leave"),
    row(
      "delete-forward", .edit(.deleteForward), typing, ["Del", "C-d"], "Delete the character at the cursor"),
    row("delete-word", .edit(.deleteWord), typing, ["C-w"], "Delete back to the space before the cursor"),
    row(
      "delete-word-back", .edit(.deleteWordBackward), typing, ["M-Backspace"],
      "Delete the word before the cursor"),
    row(
      "delete-word-forward", .edit(.deleteWordForward), typing, ["M-d"], "Delete the word after the cursor"),
    row("delete-to-start", .edit(.deleteToStart), typing, ["C-u"], "Delete all before the cursor"),
    row("delete-to-end", .edit(.deleteToEnd), typing, ["C-k"], "Delete all from the cursor on"),
    row("cursor-left", .edit(.left), plainPrompts, ["Left", "C-b"], "Move the cursor left"),
    row("cursor-right", .edit(.right), plainPrompts, ["Right", "C-f"], "Move the cursor right"),
    row("search-cursor-left", .edit(.left), [.search], ["C-b"], "Move the cursor left"),
    row("search-cursor-right", .edit(.right), [.search], ["C-f"], "Move the cursor right"),
    row("cursor-word-left", .edit(.wordLeft), typing, ["M-b", "C-Left"], "Move the cursor a word left"),
    row("cursor-word-right", .edit(.wordRight), typing, ["M-f", "C-Right"], "Move the cursor a word right"),
    row("cursor-start", .edit(.start), typing, ["Home", "C-a"], "Move the cursor to the start"),
    row("cursor-end", .edit(.end), typing, ["End", "C-e"], "Move the cursor to the end"),
  ]

  private static let search = [
    row(
      "open-hit", .accept, [.search, .results], ["Enter"],
      "Open the briefing at the section, with the matches highlighted",
      hint: "open"),
    row(
      "next-hit", .select(.forward), [.search], ["Down", "C-n"], "Select the next result",
      hint: "select"),
    row(
      "previous-hit", .select(.backward), [.search], ["Up", "C-p"],
      "Select the one before; in an empty prompt: earlier searches"),
    row("next-hits", .turnHits(.forward), [.search], ["PgDn"], "Select a section one screen further down"),
    row(
      "previous-hits", .turnHits(.backward), [.search], ["PgUp"], "Select a section one screen further up"),
    row(
      "unfold-at-end", .unfold(.forward), [.search], ["Right"],
      "Show all sections of the briefing; in the text: cursor right"),
    row(
      "fold-at-end", .unfold(.backward), [.search], ["Left"],
      "Show the best section alone; else move the cursor left"),
    row(
      "unfold", .unfold(.forward), [.results], ["l", "Right"], "Show all sections of the briefing",
      hint: "unfold"),
    row(
      "fold", .unfold(.backward), [.results], ["h", "Left"], "Show only the best section of the briefing",
      hint: "fold"),
    row(
      "results-focus", .toggleFocus, [.search, .results], ["Tab"], "Move between the prompt and the results"
    ),
    row(
      "preview-down", .scrollPreview(.forward), [.search, .results], ["M-Down", "M-n"],
      "Scroll the briefing beside the results down"),
    row(
      "preview-up", .scrollPreview(.backward), [.search, .results], ["M-Up", "M-p"],
      "Scroll the briefing beside the results up"),
    row(
      "search-order", .searchOrder, [.search, .results], ["C-o"], "Order by relevance or by date",
      hint: "order"),
    row(
      "search-forward", .place(.forward), [.search, .results], ["M-Right"],
      "Go forward to the section that was left"),
    row("leave-results", .leave, [.results], ["Esc"], "Leave the search", hint: "back"),
    row("help-while-typing", .help, [.search], ["F1"], "Show the keys of the search", hint: "help"),
  ]

  private static let rest = [
    row(
      "help", .help, halving + [.results, .knownPlaces], ["?", "F1"], "Show the keys that work here",
      hint: "help"),
    row("search-help", .searchHelp, [.help], ["/"], "Narrow the help as you type", hint: "search"),
    row("theme", .theme, [.list] + briefing, ["t"], "Try the next theme"),
    row(
      "toggle-mouse", .toggle(.mouse), [.list] + briefing, ["M-m"],
      "Give the mouse to the terminal, or take it again"),
    row("redraw", .redraw, Context.allCases, ["C-l"], "Draw the screen again"),
    row("back", .back, scrolling, ["q"], "Go back to where you came from; from the list, quit", hint: "back"),
    row("quit", .quit, scrolling + [.opening], ["Q", "Z Z"], "Quit", hint: "quit"),
  ]
}
