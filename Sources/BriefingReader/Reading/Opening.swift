import BriefingCore
import BriefingLayout
import BriefingSearch

/// A briefing that was asked for and is not there yet, and where in it the reader wants to be.
struct Opening: Sendable {
  /// The path that opens it.
  var path: String
  /// Where to land.
  var arrival: Arrival = .start
  /// What to light there.
  var query: FindQuery?
  /// The places to go back to from there.
  var trail = Trail()
  /// What was typed meanwhile.
  var typedAhead: [Event] = []
  /// What is shown until all of it is there; nil where that is nothing.
  var front: OpeningFront?
  /// How much of it was read; nil where that is not said, for most are there at once.
  var percent: Int?
  /// Why it cannot be opened, where there is nothing else to show.
  var problem: String?

  /// The path as a reader knows it.
  var name: String { path == "-" ? "standard input" : path }

  /// That one waits for it, and how far it has come: `Opening a.md … 34%`.
  ///
  /// - Parameter work: What is being done: `Opening`.
  func waiting(_ work: String) -> String { "\(work) \(name) …\(percent.map { " \($0)%" } ?? "")" }

  /// Where to land in a briefing.
  enum Arrival: Hashable, Sendable {
    case start
    /// At an anchor; where there is none of that name at the start, which is then said.
    case anchor(String)
    /// Back at a place; where the file has another text since and the place is not found there, at the start, which is
    /// then said.
    case visit(Trail.Visit)
    /// At a section that a search found; where it is gone at the start, which is then said.
    case hit(SearchHit)
    /// At the first unread section, or the last one.
    case unread(Direction)
    /// At an anchor in its stored form; where that is not found at the start, which is then said.
    case stored(String)

    /// What has to be looked up for it.
    var awaited: ReadingState.AwaitedStart? {
      switch self {
      case .start: .place
      case .unread(let direction): .unread(direction)
      case .stored(let anchor): .stored(anchor)
      case .anchor, .visit, .hit: nil
      }
    }
  }
}
