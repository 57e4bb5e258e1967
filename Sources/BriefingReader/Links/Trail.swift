import BriefingCore
import BriefingLayout

/// The places that the reader of a briefing came from by leaps and went back from, as a browser keeps them.
public struct Trail: Hashable, Sendable {
  /// A place in a briefing, and what was lit there.
  struct Visit: Hashable, Sendable {
    var path: String
    /// Where the reader was, in the text of ``version``.
    var place: Place
    /// The same place for another text: the file may have changed before the reader comes back.
    var anchor: Anchor
    /// The version of the file whose text it was; nil where there was no file.
    var version: FileStamp?
    var lit: FindQuery?

    /// Whether both are at the same place, whatever was lit there.
    func isSamePlace(as other: Visit) -> Bool {
      path == other.path && place == other.place && version == other.version
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

  /// The place that was left last.
  var last: Visit? { past.last }

  /// The places in a version of a briefing, in no order.
  func places(in path: String, _ version: FileStamp?) -> [Place] {
    (past + future).filter { $0.path == path && $0.version == version }.map(\.place)
  }

  /// Takes the places in a version of a briefing for those in another one that has taken its place. Those of older
  /// versions are found by their anchors once they are gone to.
  mutating func move(
    in path: String, from version: FileStamp?, to newer: FileStamp, by moved: (Place) -> Place
  ) {
    forEachVisit { visit in
      guard visit.path == path, visit.version == version else { return }
      visit.place = moved(visit.place)
      visit.version = newer
    }
  }

  /// Takes in that files have other paths now, by those that they had.
  mutating func rename(_ paths: [String: String]) {
    forEachVisit { $0.path = paths[$0.path] ?? $0.path }
  }

  private mutating func forEachVisit(_ body: (inout Visit) -> Void) {
    for index in past.indices { body(&past[index]) }
    for index in future.indices { body(&future[index]) }
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
