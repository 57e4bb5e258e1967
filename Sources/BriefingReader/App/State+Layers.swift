/// Opening and closing layers, and the state of those that are open. Of each kind the topmost one counts; setting
/// the state of a layer that is not there, or nil, does nothing.
extension State {
  /// Which keys hold.
  public var context: Context { layers.last?.context ?? .list }

  /// Puts a layer on top. What is opened from the outline takes its place.
  mutating func push(_ layer: Layer) {
    if case .outline? = layers.last, case .help = layer {} else { closeOutline() }
    layers.append(layer)
  }

  /// Closes the top layer: what it was opened from is there again.
  mutating func pop() -> [Effect] {
    // What the program started with leaves nothing to go back to.
    guard layers.count > 1 else { return [.terminal(.quit(status: 0))] }
    let closed = layers.removeLast()
    switch closed {
    case .opening: return [.giveUp(.opening)]
    case .outline:
      fitPage()
      return []
    case .reading(let reading): return [.giveUp(.reading)] + discard(reading) + uncover()
    case .search: return [.giveUp(.search)] + uncover()
    case .list, .filter, .find, .goTo, .picker, .links, .note, .question, .help, .helpSearch, .knownPlaces:
      return []
    }
  }

  /// Takes the keys from the outline, the text staying where it is.
  mutating func closeOutline() {
    guard case .outline? = layers.last else { return }
    layers.removeLast()
    fitPage()
  }

  /// Brings a screen up to date that was covered: meanwhile the window may have got another size, and its work may
  /// have been ended by that of the screen above.
  private mutating func uncover() -> [Effect] {
    switch layers.last {
    case .reading(let reading)?:
      fitPage()
      return follow() + recall(isVisit: false) + findRepeats()
        + (reading.session.awaited.map { find($0) } ?? [])
    case .search?: return refreshSearch()
    case .list, .knownPlaces, .opening, .outline, .filter, .find, .goTo, .picker, .links, .note, .question,
      .help,
      .helpSearch,
      nil:
      return []
    }
  }

  /// Whether the search is the topmost of the screens on which the reader reads.
  var isSearchOnTop: Bool {
    let screen = layers.last { layer in
      switch layer {
      case .list, .reading, .search: true
      case .opening, .outline, .filter, .find, .goTo, .picker, .links, .note, .question, .help, .helpSearch,
        .knownPlaces:
        false
      }
    }
    if case .search? = screen { return true }
    return false
  }

  /// The context of the layer below the help.
  var helpContext: Context {
    let help = layers.lastIndex { $0.context == .help } ?? 0
    return help > 0 ? layers[help - 1].context : context
  }

  /// The text of the prompt that is typed into.
  var prompt: LineEditor? {
    get { layers.last?.prompt }
    set { if !layers.isEmpty { layers[layers.count - 1].prompt = newValue } }
  }

  /// The briefing that is being read.
  var reading: ReadingState? {
    get { top { if case .reading(let reading) = $0 { reading } else { nil } } }
    set { replaceTop(newValue.map(Layer.reading)) { if case .reading = $0 { true } else { false } } }
  }

  /// The search of the library.
  var search: SearchState? {
    get { top { if case .search(let search) = $0 { search } else { nil } } }
    set { replaceTop(newValue.map(Layer.search)) { if case .search = $0 { true } else { false } } }
  }

  /// The briefing that was asked for and is not there yet.
  var opening: Opening? {
    get { top { if case .opening(let opening) = $0 { opening } else { nil } } }
    set { replaceTop(newValue.map(Layer.opening)) { if case .opening = $0 { true } else { false } } }
  }

  var outline: OutlineState? { top { if case .outline(let outline) = $0 { outline } else { nil } } }

  var find: FindPrompt? {
    get { top { if case .find(let find) = $0 { find } else { nil } } }
    set { replaceTop(newValue.map(Layer.find)) { if case .find = $0 { true } else { false } } }
  }

  var goTo: GoToState? {
    get { top { if case .goTo(let goTo) = $0 { goTo } else { nil } } }
    set { replaceTop(newValue.map(Layer.goTo)) { if case .goTo = $0 { true } else { false } } }
  }

  var picker: PickerState? {
    get { top { if case .picker(let picker) = $0 { picker } else { nil } } }
    set { replaceTop(newValue.map(Layer.picker)) { if case .picker = $0 { true } else { false } } }
  }

  var links: LinksState? {
    get { top { if case .links(let links) = $0 { links } else { nil } } }
    set { replaceTop(newValue.map(Layer.links)) { if case .links = $0 { true } else { false } } }
  }

  var note: NoteState? {
    get { top { if case .note(let note) = $0 { note } else { nil } } }
    set { replaceTop(newValue.map(Layer.note)) { if case .note = $0 { true } else { false } } }
  }

  /// The address that may be opened in another program.
  var question: WebAddress? { top { if case .question(let address) = $0 { address } else { nil } } }

  /// The bookmarks or the history.
  var knownPlaces: KnownPlacesState? {
    get { top { if case .knownPlaces(let places) = $0 { places } else { nil } } }
    set { replaceTop(newValue.map(Layer.knownPlaces)) { if case .knownPlaces = $0 { true } else { false } } }
  }

  var help: HelpState? {
    get { top { if case .help(let help) = $0 { help } else { nil } } }
    set { replaceTop(newValue.map(Layer.help)) { if case .help = $0 { true } else { false } } }
  }

  private func top<Payload>(_ payload: (Layer) -> Payload?) -> Payload? {
    for layer in layers.reversed() {
      if let found = payload(layer) { return found }
    }
    return nil
  }

  private mutating func replaceTop(_ layer: Layer?, where isIt: (Layer) -> Bool) {
    guard let layer, let index = layers.lastIndex(where: isIt) else { return }
    layers[index] = layer
  }
}
