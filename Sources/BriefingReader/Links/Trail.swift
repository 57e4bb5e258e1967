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
