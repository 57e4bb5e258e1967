import BriefingLayout

/// The places that the reader of a briefing came from by leaps and went back from, as a browser keeps them.
public struct Trail: Hashable, Sendable {
  /// A place in a briefing, and what was lit there.
  struct Visit: Hashable, Sendable {
    var path: String
    var place: Place
    var lit: FindQuery?

    /// Whether both are at the same place, whatever was lit there.
    func isSamePlace(as other: Visit) -> Bool { path == other.path && place == other.place }
  }

  private var past: [Visit] = []
  private var future: [Visit] = []

  /// More than anyone goes back, and little memory.
  private static let limit = 500

  /// The reader leaves a place for another one; what could be gone forward to is forgotten.
  mutating func leave(_ visit: Visit) {
    future = []
    if let last = past.last, last.isSamePlace(as: visit) { past.removeLast() }
    past.append(visit)
    if past.count > Trail.limit { past.removeFirst() }
  }

  /// The place that was left last.
  var last: Visit? { past.last }

  /// The places in a briefing, in no order.
  func places(in path: String) -> [Place] {
    (past + future).filter { $0.path == path }.map(\.place)
  }

  /// Takes the places in a briefing for others, after its text was changed.
  mutating func move(in path: String, by moved: (Place) -> Place) {
    for index in past.indices where past[index].path == path { past[index].place = moved(past[index].place) }
    for index in future.indices where future[index].path == path {
      future[index].place = moved(future[index].place)
    }
  }

  /// The place before (or the one that was gone back from), and `visit` becomes the one to come back to; nil where
  /// there is none.
  mutating func go(_ direction: Direction, from visit: Visit) -> Visit? {
    switch direction {
    case .backward:
      guard let last = past.popLast() else { return nil }
      future.append(visit)
      return last
    case .forward:
      guard let next = future.popLast() else { return nil }
      past.append(visit)
      return next
    }
  }
}

extension ReadingState {
  /// Where the reader is.
  var visit: Trail.Visit { Trail.Visit(path: path, place: top, lit: search?.query) }
}

extension State {
  /// Remembers where the reader is, before a leap within the briefing.
  mutating func leaveTrail() {
    if let visit = reading?.visit { reading?.trail.leave(visit) }
  }

  /// Goes back (or forward) to a place, in another briefing too; from where the trail starts to the results that the
  /// briefing was opened from.
  mutating func goAlongTrail(_ direction: Direction) -> [Effect] {
    closeOutline()
    guard case .reading(let reading)? = layers.last else { return goForwardFromResults() }
    var trail = reading.trail
    guard let there = trail.go(direction, from: reading.visit) else {
      if direction == .backward, layers.count > 1, case .search = layers[layers.count - 2] {
        let effects = pop()
        search?.ahead = reading
        return effects
      }
      say(direction == .forward ? "There is nowhere to go forward to." : "There is nowhere to go back to.")
      return []
    }
    guard there.path == reading.path else {
      return open(there.path, at: .place(there.place), lighting: there.lit, trail: trail)
    }
    self.reading?.trail = trail
    self.reading?.top = there.place
    return []
  }

  private mutating func goForwardFromResults() -> [Effect] {
    guard let ahead = search?.ahead else {
      say("There is nowhere to go forward to.")
      return []
    }
    search?.ahead = nil
    push(.reading(ahead))
    fitPage()
    return follow() + recall(isVisit: false) + (reading?.session.awaited.map { find($0) } ?? [])
  }
}
