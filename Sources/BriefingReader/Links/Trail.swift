import BriefingLayout

/// The places that the reader came from and went back from, as a browser keeps them.
public struct Trail: Hashable, Sendable {
  /// Something that the reader can come back to.
  public enum Visit: Hashable, Sendable {
    /// A place in a briefing, and what was lit there.
    case briefing(path: String, place: Place, lit: FindQuery?)
    /// The results of a search.
    case results(SearchVisit)

    /// Whether both are at the same place, whatever was lit there.
    func isSamePlace(as other: Visit) -> Bool {
      switch (self, other) {
      case (.briefing(let path, let place, _), .briefing(let otherPath, let otherPlace, _)):
        path == otherPath && place == otherPlace
      case (.results(let visit), .results(let otherVisit)): visit == otherVisit
      default: false
      }
    }
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

  /// The place before, and `visit` becomes the one to go forward to; nil at the start.
  mutating func back(from visit: Visit) -> Visit? {
    guard let last = past.popLast() else { return nil }
    future.append(visit)
    return last
  }

  /// The place that was gone back from; nil where there is none.
  mutating func forward(from visit: Visit) -> Visit? {
    guard let next = future.popLast() else { return nil }
    past.append(visit)
    return next
  }
}
