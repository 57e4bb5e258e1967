extension Context {
  /// What takes its commands and draws it.
  var mode: any InputMode.Type {
    switch self {
    case .list: ListMode.self
    case .knownPlaces: KnownPlacesMode.self
    case .opening: OpeningMode.self
    case .filter: FilterMode.self
    case .reading: ReadingMode.self
    case .outline: OutlineMode.self
    case .find: FindMode.self
    case .goTo: GoToMode.self
    case .picker: PickerMode.self
    case .links: LinksMode.self
    case .note: NoteMode.self
    case .question: QuestionMode.self
    case .search: SearchMode.self
    case .results: ResultsMode.self
    case .help: HelpMode.self
    case .helpSearch: HelpSearchMode.self
    case .selection: SelectionMode.self
    case .pipe: PipeMode.self
    case .write: WriteMode.self
    case .output: OutputMode.self
    case .only: OnlyMode.self
    case .importing: ImportMode.self
    case .importQuestion: ImportQuestionMode.self
    }
  }

  /// Where its keys hold, in words: `Keys in the list`.
  var place: String {
    switch self {
    case .knownPlaces: "in the bookmarks and the history"
    case .list, .filter: "in the list"
    case .outline: "in the outline"
    case .opening, .reading, .find, .goTo, .picker, .links, .note, .question, .pipe, .write: "in a briefing"
    case .selection: "while lines are selected"
    case .only: "in the lines that match"
    case .importing, .importQuestion: "while an article is imported"
    case .output: "in what a command has written"
    case .search: "in the search"
    case .results: "in the results"
    case .help, .helpSearch: "in the help"
    }
  }
}
