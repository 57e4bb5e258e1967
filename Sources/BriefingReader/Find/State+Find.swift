import Algorithms
import BriefingLayout

extension State {
  /// Looks for a query from a place on; the answers come to ``take(_:serial:)`` and ``take(_:of:)``.
  mutating func find(_ query: FindQuery) -> [Effect] {
    guard let reading else { return [] }
    self.reading?.session.awaited = query
    self.reading?.lastQuery = query
    lastFind += 1
    let count = FindCount(found: FindMatches(query, id: lastFind), began: now.uptime)
    self.reading?.session.count = count
    // First, because what was collected of the text before is of no use then.
    let collecting = collect(
      reading.page, reading.findText, serial: reading.serial, from: reading.session.origin)
    return findOn() + collecting
  }

  /// Looks once more for what is awaited: in a text that has changed, or where nobody has counted on. Who has seen the first match stays
  /// where they are.
  mutating func findAwaitedAgain() -> [Effect] {
    guard let session = reading?.session, let query = session.awaited else { return [] }
    if session.count?.isShown == true, reading?.search != nil { reading?.session.staysInPlace = true }
    return find(query)
  }

  /// Counts on what was being counted when a prompt was opened that came to nothing.
  mutating func goOnFinding() -> [Effect] {
    guard let query = reading?.session.previousAwaited else { return [] }
    let isLit = reading?.search != nil
    reading?.session.staysInPlace = isLit
    return find(query)
  }

  /// Looks for a query among the lines that are shown, of all lines those that match.
  mutating func findWithin(_ query: FindQuery) -> [Effect] {
    guard let reading, only != nil else { return [] }
    only?.awaited = query
    return find(query, in: reading.page, reading.findText, serial: reading.serial)
  }

  /// Looks for a query in the text of a page, once it was collected: whoever asked is asked again by ``take(_:serial:)``.
  mutating func find(_ query: FindQuery, in page: Page, _ text: FindText?, serial: Int) -> [Effect] {
    guard let text, text.isComplete else { return collect(page, text, serial: serial, from: Place()) }
    return [.work(.find(FindRequest(serial: serial, text: text, query: query)))]
  }

  /// Collects the text of a page from a place on, unless it is there or on its way: of one page at a time.
  private mutating func collect(_ page: Page, _ text: FindText?, serial: Int, from place: Place) -> [Effect] {
    guard text?.isComplete != true, collecting != serial else { return [] }
    collecting = serial
    // The parts of an earlier collection are cut elsewhere.
    if reading?.serial == serial { reading?.findText = nil }
    return [.work(.collect(CollectRequest(serial: serial, page: page, unit: place.unit)))]
  }

  /// Looks for what is awaited in what was collected meanwhile, unless that is being done.
  private mutating func findOn() -> [Effect] {
    guard let reading, let count = reading.session.count, count.asked == nil, let text = reading.findText,
      text.isComplete || text.collectedUnits > count.found.searchedUnits
    else { return [] }
    self.reading?.session.count?.asked = text.collectedUnits
    return [
      .work(
        .find(
          FindRequest(serial: reading.serial, text: text, found: count.found, from: reading.session.origin)))
    ]
  }

  /// Takes in the text of a page, and looks for what is wanted of it by now.
  mutating func take(_ text: FindText, serial: Int) -> [Effect] {
    // What was given up may be a text as it was.
    guard collecting == serial else { return [] }
    if text.isComplete { collecting = nil }
    var effects: [Effect] = []
    if let reading, reading.serial == serial {
      self.reading?.findText = text
      effects += findOn()
      if text.isComplete { effects += only?.awaited.map { findWithin($0) } ?? [] }
    }
    if search?.preview?.serial == serial, text.isComplete {
      search?.preview?.text = text
      effects += lightPreview()
    }
    return effects
  }

  /// Takes in what was found so far: the first match from where the search began is shown as soon as it is known, and the others
  /// are counted on.
  mutating func take(_ found: FindMatches, serial: Int) -> [Effect] {
    guard let session = reading?.session, reading?.serial == serial, session.awaited == found.query,
      var count = session.count, count.found.id == found.id
    else { return [] }
    count.found = found
    if count.asked == found.searchedUnits { count.asked = nil }
    if count.isShown {
      if found.count <= FindCount.mostShown { keep(found.matches) }
    } else if session.arrival == nil, !session.staysInPlace, found.isKnown(from: session.origin) {
      count.isShown = true
      show(found.matches, of: found.query)
    }
    reading?.session.count = count
    return findOn()
  }

  /// When the progress of what is awaited is to be said; nil where it was, or nothing is awaited.
  var findDue: Int? {
    guard let session = reading?.session, session.awaited != nil, let count = session.count else {
      return nil
    }
    let due = count.began + FindCount.patience
    return due > now.uptime ? due : nil
  }

  /// How far the search has come that is awaited, in percent; nil where none is, or it is too early to say.
  var findPercent: Int? {
    guard let reading, reading.session.awaited != nil else { return nil }
    return reading.session.count?.percent(of: reading.page.unitCount, at: now.uptime)
  }

  /// Gives up what is looked for, and the job that does it; nil where nothing is.
  mutating func stopFinding() -> [Effect]? {
    guard reading?.session.awaited != nil else { return nil }
    endFinding()
    return [.giveUp(.matches)]
  }

  /// The same for whoever has pressed `^C`, and says so.
  mutating func interruptFinding() -> [Effect]? {
    guard let effects = stopFinding() else { return nil }
    // They would look like all.
    reading?.search = nil
    say("The search was ended.")
    return effects
  }

  private mutating func endFinding() {
    reading?.session.awaited = nil
    reading?.session.count = nil
  }

  /// Gives up collecting the text of a page that is shown no more.
  mutating func giveUpCollecting() -> [Effect] {
    guard let collecting, reading?.serial != collecting, search?.preview?.serial != collecting else {
      return []
    }
    self.collecting = nil
    return [.giveUp(.text)]
  }

  /// Takes the answer in, and shows the first match from where the search began.
  ///
  /// - Parameter search: The ``FindMatches/id`` of what was asked.
  mutating func take(_ matches: [FindMatch], of query: FindQuery, search: Int) {
    if only?.awaited == query { return OnlyMode.take(matches, of: query, &self) }
    guard let session = reading?.session, session.awaited == query, session.count?.found.id == search else {
      return
    }
    endFinding()
    reading?.session.staysInPlace = false
    if session.staysInPlace, reading?.search != nil {
      keep(matches)
      if matches.isEmpty { giveUpSearch() }
      return showOnlyMatches()
    }
    if session.count?.isShown == true {
      keep(matches)
      return showOnlyMatches()
    }
    if let units = session.arrival { return light(matches, of: query, arrivedAt: units) }
    guard !matches.isEmpty else {
      reading?.search = FindState(query: query, matches: [], from: session.origin)
      reading?.top = session.origin
      reading?.pan = session.pan
      if context != .find { giveUpSearch() }
      return
    }
    show(matches, of: query)
    showOnlyMatches()
  }

  /// Lights matches, and goes to the first one from where the search began.
  private mutating func show(_ matches: [FindMatch], of query: FindQuery) {
    guard let session = reading?.session else { return }
    reading?.search = FindState(query: query, matches: matches, from: session.origin)
    reading?.top = session.origin
    reading?.pan = session.pan
    reveal()
  }

  /// Lights other matches of the same query, wherever the reader is.
  private mutating func keep(_ matches: [FindMatch]) {
    guard let search = reading?.search else { return }
    reading?.search?.keep(matches, from: search.current.map { search.matches[$0] })
  }

  /// Looks again for what is lit, after the text of a unit has changed.
  mutating func findAgain(changed unit: Int) -> [Effect] {
    guard let reading else { return [] }
    self.reading?.findText = nil
    var effects: [Effect] = []
    if collecting == reading.serial {
      // What is being collected is the text as it was.
      collecting = nil
      effects.append(.giveUp(.text))
    }
    if let search = reading.search {
      let current = search.current.map { search.matches[$0] }
      self.reading?.search?.keep(search.matches.filter { $0.unit != unit }, from: current)
    }
    // What is being looked for is not there yet: it is looked for in the new text.
    if reading.session.awaited != nil { return effects + findAwaitedAgain() }
    guard let search = reading.search else { return effects }
    self.reading?.session.staysInPlace = true
    return effects + find(search.query)
  }

  /// Says that nothing was found, and lights nothing.
  mutating func giveUpSearch() {
    guard let query = reading?.search?.query else { return }
    reading?.search = nil
    say("No match for “\(query.text)”.")
  }

  /// Goes to the next or previous match, around the ends, and says so.
  mutating func goToMatch(_ direction: Direction, times: Int = 1) -> [Effect] {
    guard let reading else { return [] }
    let step = direction.step
    guard let search = reading.search, !search.matches.isEmpty else {
      guard let query = reading.lastQuery, !query.text.isEmpty else {
        say("Nothing to find yet: \(key: .find) starts a search.")
        return []
      }
      self.reading?.session = FindSession(origin: reading.top, pan: reading.pan)
      return find(query)
    }
    let count = search.matches.count
    var next: Int
    if let current = search.current, isVisible(search.matches[current]) {
      next = current + step
    } else {
      // The reader went elsewhere meanwhile: on from there.
      let top = (reading.top.unit, reading.top.offset)
      let after = search.matches.partitioningIndex { ($0.unit, $0.range.lowerBound) >= top }
      next = step > 0 ? after : after - 1
    }
    next += (times - 1) * step
    if reading.session.awaited != nil, !isKnown(next, reading, search) {
      say("The search is not over: no more matches are known yet.")
      return []
    }
    if next >= count {
      next %= count
      say(
        count == 1
          ? "The only match."
          : next == 0 ? "Past the last match: back at the first." : "Past the last match: on from the first.")
    } else if next < 0 {
      next = count - 1 - (-1 - next) % count
      say(
        count == 1
          ? "The only match."
          : next == count - 1
            ? "Past the first match: on at the last." : "Past the first match: on from the last.")
    }
    self.reading?.search?.current = next
    reveal()
    return []
  }

  /// Whether a match is known by now, and all between it and where the reader is: what stands before the place where the search began
  /// is looked through last.
  private func isKnown(_ match: Int, _ reading: ReadingState, _ search: FindState) -> Bool {
    guard search.matches.indices.contains(match) else { return false }
    guard let count = reading.session.count, count.isShown else { return true }
    let here =
      search.current.map { search.matches[$0] }.flatMap { isVisible($0) ? $0.unit : nil } ?? reading.top.unit
    let there = search.matches[match].unit
    return count.found.isSearched(min(here, there)..<max(here, there) + 1)
  }

  /// Scrolls to the current match if it is not on the screen, a third of the way down, and pans to it.
  mutating func reveal() {
    guard let reading, let search = reading.search, let current = search.current else { return }
    let match = search.matches[current]
    let pan = reading.page.pan(revealing: match, from: reading.pan)
    let top = reading.page.top(revealing: match, from: reading.top, rows: textHeight, pan: pan)
    self.reading?.pan = pan
    self.reading?.top = top
  }

  private func isVisible(_ match: FindMatch) -> Bool {
    guard let reading else { return false }
    return reading.page.shows(match, from: reading.top, rows: textHeight, pan: reading.pan)
  }
}
