/// What a context does with its commands, and what it shows.
///
/// Each context is one file with one of these; `update` and `view` only find the right one.
protocol InputMode {
  /// Performs one of the commands that ``CommandTable`` gives the context. `count` is the key's 1-based place.
  static func perform(_ command: Command, count: Int, on state: inout State) -> [Effect]
  /// A printable key that asks for no command was pressed.
  static func type(_ character: Character, _ state: inout State) -> [Effect]
  /// The prompt's text changed.
  static func promptChanged(_ state: inout State) -> [Effect]
  /// Draws the whole screen but for the status line, places the cursor, and says what stands in that line.
  static func draw(_ state: State, in frame: inout Frame) -> StatusLine
}

extension InputMode {
  static func type(_ character: Character, _ state: inout State) -> [Effect] {
    state.insertIntoPrompt(String(character))
  }

  static func promptChanged(_ state: inout State) -> [Effect] { [] }
}

extension Context {
  var mode: any InputMode.Type {
    switch self {
    case .list: ListMode.self
    case .filter: FilterMode.self
    case .reading: ReadingMode.self
    case .outline: OutlineMode.self
    case .find: FindMode.self
    case .picker: PickerMode.self
    case .links: LinksMode.self
    case .note: NoteMode.self
    case .question: QuestionMode.self
    case .search: SearchMode.self
    case .help: HelpMode.self
    case .helpSearch: HelpSearchMode.self
    }
  }
}
