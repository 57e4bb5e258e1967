import BriefingLayout
import BriefingSearch

extension State {
  /// Hits that are asked for at first.
  private static let hitLimit = 24

  /// Opens the search, or comes back to one.
  mutating func enter(_ visit: SearchVisit) -> [Effect] {
    let effects = leaveOpening()
    search = SearchState(visit)
    prompt = LineEditor(visit.text)
    context = .search
    guard let question = visit.answer?.question, !(search?.isStale ?? true) else { return effects + ask() }
    // Who comes back finds what was found, unless the library is another one by now or they did not wait for all.
    let isWhole = question.libraryVersion == libraryVersion && visit.answer?.results.isPartial == false
    let refresh = isWhole ? [] : ask(limit: question.request.limit)
    return effects + refresh + askForPreview()
  }

  /// Closes the search without opening anything.
  mutating func closeSearch(to context: Context) -> [Effect] {
    search = nil
    prompt = nil
    self.context = context
    fitPage()
    let effects = leaveOpening()
    // A preview's search may have ended the one that was under way in the briefing.
    return effects + (reading?.session.awaited.map { find($0) } ?? [])
  }

  /// The reader went elsewhere than to what was to be opened.
  private mutating func leaveOpening() -> [Effect] {
    guard pending != nil else { return [] }
    pending = nil
    return [.cancelOpening]
  }

  /// Asks for what is typed now; where nothing is, there is nothing to find.
  mutating func ask(limit: Int = State.hitLimit) -> [Effect] {
    guard let visit = search?.visit else { return [] }
    guard visit.text.contains(where: { !$0.isWhitespace }) else {
      search?.asked = nil
      search?.visit.answer = nil
      search?.visit.selection = 0
      search?.preview = nil
      return []
    }
    lastSerial += 1
    let request = SearchRequest(text: visit.text, order: visit.order, limit: limit, serial: lastSerial)
    search?.asked = SearchVisit.Question(request: request, libraryVersion: libraryVersion)
    return [.search(request)]
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
    guard let asked = search?.asked else { return [] }
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
      self.search?.opensOnArrival = false
      self.search?.visit.selection = 0
      if !results.hits.isEmpty { return openSelectedHit() }
    }
    return askForMore() + askForPreview(again: before != nil && before != question.libraryVersion)
  }

  /// Opens the selected hit at its section.
  mutating func openSelectedHit() -> [Effect] {
    guard let visit = search?.visit, let hit = visit.selected else { return [] }
    searches.remember(visit.text)
    return [.rememberSearch(visit.text)] + open(hit.path, at: .hit(hit), lighting: visit.wordQuery)
  }
}
