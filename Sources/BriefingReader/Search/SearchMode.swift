import BriefingLayout
import BriefingSearch

/// Searching the whole library: sections are found as one types.
enum SearchMode: InputMode {
  static func open(_ state: inout State) -> [Effect] {
    guard state.list != nil else {
      state.say("There is no library to search: open a folder.")
      return []
    }
    let origin = state.reading.map { SearchVisit.Origin(path: $0.path, place: $0.top) }
    // Not before somebody searches: the first screen does not wait for it.
    let recall: [Effect] = state.hasRecalledSearches ? [] : [.recallSearches]
    state.hasRecalledSearches = true
    return recall + state.enter(SearchVisit(origin: origin))
  }

  static func perform(_ command: Command, count: Int, on state: inout State) -> [Effect] {
    guard let search = state.search else { return [] }
    let page = SearchGeometry(state.size).hitCount
    state.search?.opensOnArrival = false
    switch command {
    case .nextHit:
      return isEmpty(state) ? recall(0, &state) : select(search.visit.selection + 1, &state)
    case .previousHit:
      if let recalled = search.recalled { return recall(recalled + 1, &state) }
      return isEmpty(state) ? recall(0, &state) : select(search.visit.selection - 1, &state)
    case .nextHits: return select(search.visit.selection + page, &state)
    case .previousHits: return select(search.visit.selection - page, &state)
    case .openHit: return openHit(&state)
    case .searchOrder:
      state.search?.visit.order = search.visit.order == .relevance ? .newest : .relevance
      return state.ask()
    case .placeForward: return state.goBack(forward: true)
    case .helpWhileTyping:
      state.help = HelpState(returnTo: .search, prompt: state.prompt)
      state.prompt = nil
      state.context = .help
    case .cancel: return leave(&state)
    default: break
    }
    return []
  }

  private static func isEmpty(_ state: State) -> Bool { state.prompt?.text.isEmpty ?? true }

  /// Puts an earlier search into the prompt; behind the oldest there is none.
  private static func recall(_ index: Int, _ state: inout State) -> [Effect] {
    guard state.searches.texts.indices.contains(index) else {
      if state.searches.texts.isEmpty { state.say("There is no earlier search yet.") }
      return []
    }
    state.prompt = LineEditor(state.searches.texts[index])
    let effects = promptChanged(&state)
    state.search?.recalled = index
    return effects
  }

  private static func select(_ index: Int, _ state: inout State) -> [Effect] {
    guard let search = state.search, !search.visit.hits.isEmpty else { return [] }
    state.search?.recalled = nil
    state.search?.visit.selection = min(max(0, index), search.visit.hits.count - 1)
    return state.askForMore() + state.askForPreview()
  }

  /// Opens the selected hit; where what is shown is not yet what was typed, the first one that will be.
  private static func openHit(_ state: inout State) -> [Effect] {
    guard let search = state.search, search.asked != nil else { return [] }
    if search.isStale {
      state.search?.opensOnArrival = true
      return []
    }
    return state.openSelectedHit()
  }

  /// Back to where the reader came from.
  private static func leave(_ state: inout State) -> [Effect] {
    let origin = state.search?.visit.origin
    if let origin, state.reading?.path == origin.path {
      state.reading?.top = origin.place
      return state.closeSearch(to: .reading)
    }
    // Where the briefing is gone meanwhile, the list is what is left.
    state.reading = nil
    let effects = state.closeSearch(to: .list)
    guard let origin else { return effects }
    return effects + state.open(origin.path, at: .place(origin.place))
  }

  static func promptChanged(_ state: inout State) -> [Effect] {
    state.search?.visit.text = state.prompt?.text ?? ""
    state.search?.recalled = nil
    state.search?.opensOnArrival = false
    return state.ask()
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    if let search = state.search { SearchView(state: state, search: search).draw(in: &frame) }
    var line = StatusLine(hints: [.helpWhileTyping, .cancel])
    if state.search?.visit.hits.isEmpty == false {
      line.hints = [.openHit, .nextHit, .searchOrder, .helpWhileTyping, .cancel]
    }
    line.label = "Search: "
    line.count = state.indexing?.text
    line.isCountOptional = true
    return line
  }
}
