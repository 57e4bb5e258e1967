import BriefingLayout

/// What is on the screen, one on top of the other, each with its own state: the top one has the keys, and closing it
/// shows what it was opened from.
enum Layer: Sendable {
  /// The library's list, whose rows ``State/list`` has: searches and briefings ask for them too.
  case list
  case opening(Opening)
  case reading(ReadingState)
  /// The outline has the keys; the reading layer below draws it.
  case outline(OutlineState)
  case filter(LineEditor)
  case find(FindPrompt)
  case goTo(GoToState)
  case picker(PickerState)
  case links(LinksState)
  case note(NoteState)
  case question(WebAddress)
  case search(SearchState)
  case help(HelpState)
  case knownPlaces(KnownPlacesState)
  case helpSearch(LineEditor)
  /// Lines of the text are being selected; the reading layer below draws them.
  case selection(SelectionState)
  /// The command that gets a part of the briefing is typed.
  case pipe(HandPrompt)
  /// The file that a part of the briefing is written to is typed.
  case write(HandPrompt)
  case output(OutputState)
  case only(OnlyState)
  /// What is to be imported is typed or pasted.
  case importing(LineEditor)
  case importQuestion(ImportQuestion)

  /// Which keys hold while it is on top.
  var context: Context {
    switch self {
    case .list: .list
    case .opening: .opening
    case .reading: .reading
    case .outline: .outline
    case .filter: .filter
    case .find: .find
    case .goTo: .goTo
    case .picker: .picker
    case .links: .links
    case .note: .note
    case .question: .question
    case .search(let search): search.isBrowsing ? .results : .search
    case .help: .help
    case .knownPlaces: .knownPlaces
    case .helpSearch: .helpSearch
    case .selection: .selection
    case .pipe: .pipe
    case .write: .write
    case .output: .output
    case .only: .only
    case .importing: .importing
    case .importQuestion: .importQuestion
    }
  }

  /// How much of the screen it takes.
  enum Extent {
    /// All: one reads or chooses there, and goes back to another of its kind.
    case screen
    /// All, for a moment: what is below stays as it is.
    case cover
    /// A part: what is below is drawn too.
    case part
  }

  /// How much of the screen it takes.
  var extent: Extent {
    switch self {
    case .list, .reading, .search: .screen
    case .help, .knownPlaces, .only: .cover
    case .opening(let opening): opening.front == nil ? .part : .cover
    case .outline, .filter, .find, .goTo, .picker, .links, .note, .question, .helpSearch,
      .selection, .pipe, .write, .output, .importing, .importQuestion:
      .part
    }
  }

  /// The prompt that is typed into; nil where none is. Setting it where there is none does nothing.
  var prompt: LineEditor? {
    get {
      switch self {
      case .filter(let prompt), .helpSearch(let prompt), .importing(let prompt): prompt
      case .find(let find): find.prompt
      case .goTo(let goTo): goTo.prompt
      case .picker(let picker): picker.prompt
      case .search(let search): search.isBrowsing ? nil : search.prompt
      case .pipe(let hand), .write(let hand): hand.prompt
      case .list, .opening, .reading, .outline, .links, .note, .question, .help, .knownPlaces, .selection,
        .output, .only, .importQuestion:
        nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .filter: self = .filter(newValue)
      case .helpSearch: self = .helpSearch(newValue)
      case .importing: self = .importing(newValue)
      case .find(var find):
        find.prompt = newValue
        self = .find(find)
      case .goTo(var goTo):
        goTo.prompt = newValue
        self = .goTo(goTo)
      case .picker(var picker):
        picker.prompt = newValue
        self = .picker(picker)
      case .search(var search):
        search.prompt = newValue
        self = .search(search)
      case .pipe(var hand):
        hand.prompt = newValue
        self = .pipe(hand)
      case .write(var hand):
        hand.prompt = newValue
        self = .write(hand)
      case .list, .opening, .reading, .outline, .links, .note, .question, .help, .knownPlaces, .selection,
        .output, .only, .importQuestion:
        break
      }
    }
  }
}
