import BriefingLayout
import BriefingSearch

/// Searching the whole library: sections are found as one types.
enum SearchMode: InputMode {
  static func open(_ state: inout State) -> [Effect] {
    guard state.list != nil else {
      state.say("There is no library to search: open a folder.")
      return []
    }
    // Not before somebody searches: the first screen does not wait for it.
    let recall: [Effect] = state.hasRecalledSearches ? [] : [.work(.recallSearches)]
    state.hasRecalledSearches = true
    guard case .search? = state.layers.last else {
      state.push(.search(SearchState()))
      return recall
    }
    state.search?.isBrowsing = false
    state.search?.prompt = LineEditor()
    return recall + promptChanged(&state)
  }

  static func select(_ direction: Direction, _ state: inout State) -> [Effect] {
    guard let search = state.search else { return [] }
    let isEmpty = search.prompt.isEmpty
    switch direction {
    case .forward: return isEmpty ? recall(0, &state) : state.selectHit(search.visit.selection + 1)
    case .backward:
      if let recalled = search.recalled { return recall(recalled + 1, &state) }
      return isEmpty ? recall(0, &state) : state.selectHit(search.visit.selection - 1)
    }
  }

  /// Selects a hit one screen further on.
  static func turn(_ direction: Direction, _ state: inout State) -> [Effect] {
    let page = SearchGeometry(state.size).hitCount
    return state.selectHit((state.search?.visit.selection ?? 0) + direction.step * page)
  }

  static func accept(_ state: inout State) -> [Effect] { state.openHit() }

  static func leave(_ state: inout State) -> [Effect] { state.leaveSearch() }

  static func changeOrder(_ state: inout State) -> [Effect] {
    guard let order = state.search?.visit.order else { return [] }
    state.search?.visit.order = order == .relevance ? .newest : .relevance
    return state.ask()
  }

  /// Shows all sections of the selected hit's briefing, or only the best. Where the cursor has text to move through,
  /// the key moves the cursor.
  static func unfold(_ direction: Direction, _ state: inout State) -> [Effect] {
    guard let search = state.search else { return [] }
    let isFolded = search.visit.selected.map { !search.visit.isUnfolded($0.path) } ?? true
    if !search.isBrowsing {
      if direction == .forward, !search.prompt.isAtEnd { return state.edit(.right) }
      if direction == .backward, isFolded || !search.prompt.isAtEnd { return state.edit(.left) }
    }
    return direction == .forward ? state.unfoldHit() : state.foldHit()
  }

  /// Puts an earlier search into the prompt; after the oldest there is none.
  private static func recall(_ index: Int, _ state: inout State) -> [Effect] {
    guard state.searches.texts.indices.contains(index) else {
      if state.searches.texts.isEmpty { state.say("There is no earlier search yet.") }
      return []
    }
    let prompt = LineEditor(state.searches.texts[index])
    state.search?.prompt = prompt
    let effects = promptChanged(&state)
    state.search?.recalled = index
    return effects
  }

  static func promptChanged(_ state: inout State) -> [Effect] {
    let text = state.search?.prompt.text ?? ""
    state.search?.visit.text = text
    state.search?.recalled = nil
    return state.ask()
  }

  static func toggleFocus(_ state: inout State) { state.search?.isBrowsing = true }

  static func close(_ layer: Layer, _ state: inout State) -> [Effect] { [.giveUp(.search)] }

  static func uncover(_ state: inout State) -> [Effect] { state.refreshSearch() }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let search = state.search else { return StatusLine(hints: []) }
    SearchView(state: state, search: search).draw(in: &frame)
    var line = StatusLine(hints: [.help, .leave])
    if !search.visit.hits.isEmpty {
      line.hints = [.accept, .select(.forward), .searchOrder, .help, .leave]
    }
    line.label = "Search: "
    line.count = search.opensOnArrival ? "opens what is found …" : state.indexing?.text
    line.isCountOptional = !search.opensOnArrival
    return line
  }
}

/// The results of the search have the keys: hits are gone through as the list is.
enum ResultsMode: InputMode {
  static func move(_ motion: Motion, times: Int, _ state: inout State) -> [Effect] {
    guard let visit = state.search?.visit else { return [] }
    let page = SearchGeometry(state.size).hitCount
    return state.selectHit(
      motion.index(from: visit.selection, page: page, count: visit.hits.count, times: times))
  }

  static func accept(_ state: inout State) -> [Effect] { state.openHit() }

  static func leave(_ state: inout State) -> [Effect] { state.leaveSearch() }

  static func toggleFocus(_ state: inout State) { state.search?.isBrowsing = false }

  static func close(_ layer: Layer, _ state: inout State) -> [Effect] { SearchMode.close(layer, &state) }

  static func uncover(_ state: inout State) -> [Effect] { SearchMode.uncover(&state) }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let search = state.search else { return StatusLine(hints: []) }
    SearchView(state: state, search: search).draw(in: &frame)
    let isUnfolded = search.visit.selected.map { search.visit.isUnfolded($0.path) } ?? false
    let unfold = Command.unfold(isUnfolded ? .backward : .forward)
    var line = StatusLine(hints: [.accept, unfold, .searchOrder, .leave, .help])
    line.subject = "Search: \(search.prompt.text)"
    if !search.visit.hits.isEmpty {
      line.facts = [
        .init(text: "\((search.visit.selection + 1).grouped) of \(search.visit.hits.count.grouped)")
      ]
    }
    return line
  }
}

extension State {
  /// The search of the library.
  var search: SearchState? {
    get { top { if case .search(let search) = $0 { search } else { nil } } }
    set { replaceTop(newValue.map(Layer.search)) { if case .search = $0 { true } else { false } } }
  }
}
