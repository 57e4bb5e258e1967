import Algorithms
import BriefingLayout

extension State {
  /// Looks for a query from a place on; the answer comes to ``take(_:of:)``.
  mutating func find(_ query: FindQuery) -> [Effect] {
    guard let reading else { return [] }
    self.reading?.session.awaited = query
    self.reading?.lastQuery = query
    return find(query, in: reading.page, reading.findText, serial: reading.serial)
  }

  /// Looks for a query among the lines that are shown, of all lines those that match.
  mutating func findWithin(_ query: FindQuery) -> [Effect] {
    guard let reading, only != nil else { return [] }
    only?.awaited = query
    return find(query, in: reading.page, reading.findText, serial: reading.serial)
  }

  /// Looks for a query in the text of a page; where that was not collected yet, it is collected first, and whoever
  /// asked is asked again by ``take(_:serial:)``. One page's text is collected at a time.
  mutating func find(_ query: FindQuery, in page: Page, _ text: FindText?, serial: Int) -> [Effect] {
    if let text { return [.work(.find(FindRequest(serial: serial, text: text, query: query)))] }
    guard collecting != serial else { return [] }
    collecting = serial
    return [.work(.collect(serial: serial, page))]
  }

  /// Takes in the text of a page, and looks for what is wanted of it by now.
  mutating func take(_ text: FindText, serial: Int) -> [Effect] {
    if collecting == serial { collecting = nil }
    var effects: [Effect] = []
    if let reading, reading.serial == serial {
      self.reading?.findText = text
      effects += reading.session.awaited.map { find($0) } ?? []
      effects += only?.awaited.map { findWithin($0) } ?? []
    }
    if search?.preview?.serial == serial {
      search?.preview?.text = text
      effects += lightPreview()
    }
    return effects
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
  mutating func take(_ matches: [FindMatch], of query: FindQuery) {
    if only?.awaited == query { return OnlyMode.take(matches, of: query, &self) }
    guard let session = reading?.session, session.awaited == query else { return }
    reading?.session.awaited = nil
    reading?.session.staysInPlace = false
    if session.staysInPlace, let search = reading?.search {
      reading?.search?.keep(matches, from: search.current.map { search.matches[$0] })
      if matches.isEmpty { giveUpSearch() }
      return
    }
    if let units = session.arrival { return light(matches, of: query, arrivedAt: units) }
    guard !matches.isEmpty else {
      reading?.search = FindState(query: query, matches: [], from: session.origin)
      reading?.top = session.origin
      reading?.pan = session.pan
      if context != .find { giveUpSearch() }
      return
    }
    reading?.search = FindState(query: query, matches: matches, from: session.origin)
    reading?.top = session.origin
    reading?.pan = session.pan
    reveal()
    showOnlyMatches()
  }

  /// Looks again for what is lit, after the text of a unit has changed.
  mutating func findAgain(changed unit: Int) -> [Effect] {
    guard let reading else { return [] }
    self.reading?.findText = nil
    // What is being collected is the text as it was.
    if collecting == reading.serial { collecting = nil }
    // What is being looked for is not there yet: it is looked for in the new text.
    if let awaited = reading.session.awaited { return find(awaited) }
    guard let search = reading.search else { return [] }
    let current = search.current.map { search.matches[$0] }
    self.reading?.search?.keep(search.matches.filter { $0.unit != unit }, from: current)
    self.reading?.session.staysInPlace = true
    return find(search.query)
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
