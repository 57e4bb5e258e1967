import BriefingLayout

/// The places that the reader came from and went back from, as a browser keeps them.
public struct Trail: Hashable, Sendable {
  /// A place in a briefing.
  public struct Visit: Hashable, Sendable {
    /// The path that opens the briefing.
    public var path: String
    /// Where the text stood.
    public var place: Place
  }

  private var past: [Visit] = []
  private var future: [Visit] = []

  /// More than anyone goes back, and little memory.
  private static let limit = 500

  /// The reader leaves a place for another one; what could be gone forward to is forgotten.
  mutating func leave(_ visit: Visit) {
    future = []
    guard past.last != visit else { return }
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
