/// What the keyboard is for at a moment. Each ``Layer`` has one: it names the keys that hold while the layer is on
/// top, and the ``InputMode`` that takes its commands and draws it.
public enum Context: String, Hashable, Sendable, CaseIterable {
  /// The library's briefings.
  case list
  /// Waiting for a briefing.
  case opening
  /// Typing to narrow the list.
  case filter
  /// A briefing's text.
  case reading
  /// The outline beside the text.
  case outline
  /// Typing what to find in the briefing.
  case find
  /// Typing where to go: a line, a percentage, a section.
  case goTo
  /// Typing which section to jump to.
  case picker
  /// Choosing one of the links of the screen.
  case links
  /// A footnote in its window.
  case note
  /// Whether to open an address in another program.
  case question
  /// Typing what to search the library for.
  case search
  /// The results of the search, when they have the keys and not the prompt.
  case results
  /// The bookmarks or the history.
  case knownPlaces
  /// The keys that hold.
  case help
  /// Typing to narrow the help.
  case helpSearch
  /// Selecting lines of the text.
  case selection
  /// Typing the command that gets the section or the selected lines.
  case pipe
  /// Typing the file that the section or the selected lines are written to.
  case write
  /// What a command has written.
  case output
  /// The lines that match, and no others.
  case only
  /// Typing the file that is imported, or pasting an article.
  case importing
  /// Whether what was made of an article may be written into the library.
  case importQuestion

  /// What is done in a context: that decides what is true of it wherever there is no answer of its own.
  public enum Kind: Hashable, Sendable {
    /// Choosing a briefing.
    case list
    /// Waiting, with nothing to do but to leave.
    case waiting
    /// Reading: the text and its outline have the screen.
    case text
    /// Going through what a search has found.
    case results
    /// Reading or choosing in something that is opened for a moment.
    case window
    /// Printable keys are typed into a prompt.
    case prompt
  }

  /// What is done here.
  public var kind: Kind {
    switch self {
    case .list: .list
    case .opening: .waiting
    case .reading, .outline: .text
    case .results: .results
    case .links, .note, .question, .knownPlaces, .help, .selection, .output, .only, .importQuestion: .window
    case .filter, .find, .goTo, .picker, .search, .helpSearch, .pipe, .write, .importing: .prompt
    }
  }

  /// Whether printable keys are typed into a prompt here.
  public var isPrompt: Bool { kind == .prompt }
}
