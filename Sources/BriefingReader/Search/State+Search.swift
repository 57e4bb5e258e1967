import BriefingLayout
import BriefingSearch

extension State {
  /// Hits that are asked for at first.
  private static let hitLimit = 24

  /// Brings the search up to date when the reader is back: they find what was found, unless the library is another
  /// one by now or they did not wait for all.
  mutating func refreshSearch() -> [Effect] {
    guard let search else { return [] }
    guard let answer = search.visit.answer, !search.isStale else { return ask() }
    let isWhole = answer.question.libraryVersion == libraryVersion && !answer.results.isPartial
    let refresh = isWhole ? [] : ask(limit: answer.question.request.limit)
    return refresh + fitPreview()
  }

  /// Closes the search; while Enter waits for its hits, no more than that ends.
  mutating func leaveSearch() -> [Effect] {
    guard search?.opensOnArrival == true else { return pop() }
    search?.opensOnArrival = false
    search?.typedAhead = []
    return []
  }

  /// Asks for what is typed now; where nothing is, there is nothing to find.
  mutating func ask(limit: Int = State.hitLimit) -> [Effect] {
    guard let visit = search?.visit else { return [] }
    guard visit.text.contains(where: { !$0.isWhitespace }) else {
      search?.asked = nil
      search?.visit.clear()
      search?.preview = nil
      return []
    }
    lastSerial += 1
    let request = SearchRequest(text: visit.text, order: visit.order, limit: limit, serial: lastSerial)
    let question = SearchVisit.Question(request: request, libraryVersion: libraryVersion)
    search?.asked = question
    return [.work(.search(request))]
  }

  /// Asks for twice as many hits when the reader comes near the end of those that were asked for.
  mutating func askForMore() -> [Effect] {
    guard let search, !search.isWaiting, search.visit.hasMoreHits, let asked = search.asked else { return [] }
    let ahead = 2 * SearchGeometry(size).hitCount
    guard search.visit.selection + ahead >= search.visit.hits.count else { return [] }
    return ask(limit: asked.request.limit * 2)
  }

  /// Something else can be found now.
  mutating func noteLibraryChange() -> [Effect] {
    libraryVersion += 1
    // A search below a briefing asks when the reader is back.
    guard isSearchOnTop, let asked = search?.asked else { return [] }
    return ask(limit: asked.request.limit)
  }

  /// Takes results in.
  mutating func take(_ results: SearchResults, serial: Int) -> [Effect] {
    guard let search, search.wants(serial: serial), var question = search.asked else { return [] }
    let isLatest = serial == question.request.serial
    // Of an older question only the text is known, and it is not shown for long.
    if !isLatest {
      question.request.text = results.text
      question.request.serial = serial
    }
    let before = search.visit.answer?.question.libraryVersion
    self.search?.visit.take(SearchVisit.Answer(question: question, results: results))
    // The best of them may be one that is still to come.
    if isLatest, !results.isPartial, search.opensOnArrival {
      // Where nothing was found, what was typed for it is not done elsewhere.
      let typedAhead = search.typedAhead
      self.search?.opensOnArrival = false
      self.search?.typedAhead = []
      self.search?.visit.selection = 0
      if !results.hits.isEmpty {
        let effects = openSelectedHit()
        opening?.typedAhead = typedAhead
        return effects
      }
    }
    return askForMore() + askForPreview(again: before != nil && before != question.libraryVersion)
  }

  /// Opens the selected hit; where what is shown is not yet what was typed, the first one that will be.
  mutating func openHit() -> [Effect] {
    guard let search else { return [] }
    guard search.asked != nil else {
      say("Type what to search for, then \(key: .accept) opens what is found.")
      return []
    }
    if search.isStale {
      self.search?.opensOnArrival = true
      return []
    }
    guard !search.visit.hits.isEmpty else {
      say("There is no result to open.")
      return []
    }
    return openSelectedHit()
  }

  /// Opens the selected hit at its section.
  private mutating func openSelectedHit() -> [Effect] {
    guard let visit = search?.visit, let hit = visit.selected else { return [] }
    searches.remember(visit.text)
    return [.work(.rememberSearch(visit.text))] + open(hit.path, at: .hit(hit), lighting: visit.wordQuery)
  }

  /// Selects a hit, or the one at the end.
  mutating func selectHit(_ index: Int) -> [Effect] {
    guard let visit = search?.visit else { return [] }
    guard !visit.hits.isEmpty else {
      if search?.asked != nil, search?.isStale == false { say("There is no result to select.") }
      return []
    }
    search?.recalled = nil
    search?.visit.selection = min(max(0, index), visit.hits.count - 1)
    return askForMore() + askForPreview()
  }

  // MARK: Folding

  /// Asks for all sections of the selected hit's briefing.
  mutating func unfoldHit() -> [Effect] {
    guard let visit = search?.visit, let hit = visit.selected, let results = visit.answer?.results else {
      say("There is nothing to unfold.")
      return []
    }
    guard visit.hasFoldedSections(hit.path) else {
      say("All matching sections of this briefing are shown.")
      return []
    }
    var request = SectionsRequest(path: hit.path, text: results.text, patterns: results.patterns)
    request.corrections = results.corrections
    return [.work(.findSections(request))]
  }

  /// Shows all sections that were found of a briefing.
  mutating func unfold(_ sections: [SearchHit], of request: SectionsRequest) -> [Effect] {
    guard let results = search?.visit.answer?.results, results.text == request.text,
      results.hits.contains(where: { $0.path == request.path })
    else { return [] }
    guard sections.count > 1 else {
      say("No other section of this briefing matches.")
      return []
    }
    search?.visit.unfold(request.path, sections)
    return []
  }

  /// Shows the best section of the selected hit's briefing alone.
  mutating func foldHit() -> [Effect] {
    guard let visit = search?.visit, let hit = visit.selected, visit.isUnfolded(hit.path) else {
      say("Nothing is unfolded here.")
      return []
    }
    search?.visit.fold(hit.path)
    return askForPreview()
  }
}
