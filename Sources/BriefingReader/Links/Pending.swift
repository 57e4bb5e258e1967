import BriefingCore
import BriefingLayout

/// A briefing that was asked for and is not there yet, and where in it the reader wants to be.
public struct Pending: Hashable, Sendable {
  /// The path that opens it.
  public var path: String
  /// Where to land.
  public var arrival: Arrival = .start

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
  }
}

extension State {
  /// Asks for a briefing to be opened.
  mutating func open(_ path: String, at arrival: Pending.Arrival = .start) -> [Effect] {
    pending = Pending(path: path, arrival: arrival)
    return [.open(path: path)]
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
      guard let index = sections.firstIndex(where: { $0.slug == name || $0.slug == name.lowercased() }) else {
        complain("There is no section #\(name) here.")
        return
      }
      go(toSection: index)
    }
  }

  /// Where the reader is; nil in the list.
  var visit: Trail.Visit? {
    reading.map { Trail.Visit(path: $0.path, place: $0.top) }
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
    if there.path != here.path {
      let effects = open(there.path, at: .place(there.place))
      pending?.departed = departed
      return effects
    }
    reading?.top = there.place
    return []
  }
}
