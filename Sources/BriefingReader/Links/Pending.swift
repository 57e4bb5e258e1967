import BriefingCore
import BriefingLayout
import BriefingSearch

/// A briefing that was asked for and is not there yet, and where in it the reader wants to be.
public struct Pending: Hashable, Sendable {
  /// The path that opens it.
  public var path: String
  /// Where to land.
  public var arrival: Arrival = .start
  /// What to light there.
  var query: FindQuery?

  /// The trail before the reader went back or forward on it, for when this cannot be opened.
  var departed: Trail?

  /// The path as a reader knows it.
  var name: String { path == "-" ? "standard input" : path }

  /// Where to land in a briefing.
  public enum Arrival: Hashable, Sendable {
    case start
    /// At an anchor; where there is none of that name at the start, which is then said.
    case anchor(String)
    /// Back at a place.
    case place(Place)
    /// At a section that a search found; where it is gone at the start, which is then said.
    case hit(SearchHit)
  }
}

extension State {
  /// Asks for a briefing to be opened.
  mutating func open(
    _ path: String, at arrival: Pending.Arrival = .start, lighting query: FindQuery? = nil
  ) -> [Effect] {
    pending = Pending(path: path, arrival: arrival, query: query)
    return [.open(path: path)]
  }

  /// Gives up the opening that is under way and says so; no effect where there is none, and where there is nothing
  /// to go back to: a file that is opened by itself.
  mutating func giveUpOpening() -> [Effect] {
    guard let pending, list != nil || reading != nil else { return [] }
    if let departed = pending.departed { trail = departed }
    self.pending = nil
    say("Opening was cancelled.")
    return [.cancelOpening]
  }

  /// Lands in the briefing that is open.
  mutating func arrive(_ arrival: Pending.Arrival) {
    switch arrival {
    case .start: scrollToStart()
    case .place(let place): reading?.top = place
    case .anchor(""): scrollToStart()
    case .anchor(let name):
      // GitHub's anchors are lower case, but people write them as the heading is.
      let sections = reading?.sections ?? []
      let lower = name.lowercased()
      guard let index = sections.firstIndex(where: { $0.slug == name || $0.slug == lower }) else {
        complain("There is no section #\(name) here.")
        return
      }
      go(toSection: index)
    case .hit(let hit):
      scrollToStart()
      if let index = reading?.page.section(of: hit) {
        go(toSection: index)
      } else if !hit.isLead {
        complain("“\(hit.sectionName)” is not in this briefing any more.")
      }
    }
  }

  /// Lights what was looked for elsewhere; only a match in the section that was arrived at is gone to.
  mutating func light(_ query: FindQuery, at arrival: Pending.Arrival) -> [Effect] {
    guard let reading else { return [] }
    var session = FindSession(origin: reading.top, pan: reading.pan)
    session.arrival = 0..<0
    if case .hit(let hit) = arrival { session.arrival = reading.page.units(of: hit) ?? 0..<0 }
    self.reading?.session = session
    return find(query)
  }

  /// Lights the matches, and goes to the first one in `units`; not if the reader has gone on meanwhile.
  mutating func light(_ matches: [FindMatch], of query: FindQuery, arrivedAt units: Range<Int>) {
    reading?.session.arrival = nil
    guard let origin = reading?.session.origin, !matches.isEmpty else { return }
    let search = FindState(query: query, matches: matches, from: origin)
    reading?.search = search
    guard let current = search.current, units.contains(matches[current].unit), reading?.top == origin else {
      return
    }
    reveal()
  }

  /// Where the reader is; nil in the list.
  var visit: Trail.Visit? {
    if let search { return .results(search.visit) }
    return reading.map { .briefing(path: $0.path, place: $0.top, lit: $0.search?.query) }
  }

  /// Remembers where the reader is, before a leap.
  mutating func leaveTrail() {
    if let visit { trail.leave(visit) }
  }

  /// Goes back (or forward) to a place, in another briefing too.
  mutating func goBack(forward: Bool = false) -> [Effect] {
    guard let here = visit else { return [] }
    let departed = trail
    guard let there = forward ? trail.forward(from: here) : trail.back(from: here) else {
      say(forward ? "There is no place to go forward to." : "There is no place to go back to.")
      return []
    }
    switch there {
    case .results(let visit): return enter(visit)
    case .briefing(let path, let place, let query):
      if reading?.path == path {
        reading?.top = place
        return search == nil ? [] : closeSearch(to: .reading)
      }
      let effects = open(path, at: .place(place), lighting: query)
      pending?.departed = departed
      return effects
    }
  }
}
