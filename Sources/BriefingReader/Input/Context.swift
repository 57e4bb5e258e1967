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

  /// Whether printable keys are typed into a prompt here.
  public var isPrompt: Bool {
    switch self {
    case .filter, .find, .goTo, .picker, .search, .helpSearch: true
    case .list, .opening, .reading, .outline, .links, .note, .question, .results, .help, .knownPlaces: false
    }
  }
}
