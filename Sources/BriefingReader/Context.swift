/// What the keyboard is for at a moment: each is one file, named after it, that takes its commands and draws it.
public enum Context: String, Hashable, Sendable, CaseIterable {
  /// The library's briefings.
  case list
  /// Typing to narrow the list.
  case filter
  /// A briefing's text.
  case reading
  /// The outline beside the text.
  case outline
  /// Typing what to find in the briefing.
  case find
  /// Typing which section to jump to.
  case picker
  /// Choosing one of the links of the screen.
  case links
  /// A footnote in its window.
  case note
  /// Whether to open an address in another program.
  case question
  /// Searching the library.
  case search
  /// The keys that hold.
  case help
  /// Typing to narrow the help.
  case helpSearch

  /// Whether printable keys are typed into a prompt here.
  public var isPrompt: Bool {
    switch self {
    case .filter, .find, .picker, .search, .helpSearch: true
    case .list, .reading, .outline, .links, .note, .question, .help: false
    }
  }
}
