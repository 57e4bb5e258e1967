extension Context {
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
    }
  }
}
