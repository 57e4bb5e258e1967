import Algorithms
import BriefingLayout
import BriefingText

/// What is looked for in the briefing, and what was found.
public struct FindState: Hashable, Sendable {
  /// What was looked for.
  public var query: FindQuery
  /// Every match, in document order.
  public var matches: [FindMatch]
  /// The match that the reader is at; nil where there is none.
  public var current: Int?

  /// Starts at the first match that does not end before a place, or at the first of all.
  init(query: FindQuery, matches: [FindMatch], from place: Place) {
    self.query = query
    self.matches = matches
    let after = matches.partitioningIndex { ($0.unit, $0.range.upperBound) > (place.unit, place.offset) }
    current = matches.isEmpty ? nil : after < matches.count ? after : 0
  }

  /// How many there are; of a regular expression with more than are looked for: `1000000+`.
  var total: String {
    let isCut = query.pattern != nil && matches.count >= Pattern.mostMatches
    return matches.count.grouped + (isCut ? "+" : "")
  }

  /// Which match the reader is at: `3 of 1,204`; none where there is no match.
  var position: String { current.map { "\(($0 + 1).grouped) of \(total)" } ?? "" }

  /// The 0-based place of a match among all of them; nil where it is none.
  func index(of match: FindMatch) -> Int? {
    let index = matches.partitioningIndex { $0 >= match }
    return index < matches.count && matches[index] == match ? index : nil
  }

  /// The matches in a unit that touch a stretch of its text.
  func matches(inUnit unit: Int, touching range: Range<Int>) -> ArraySlice<FindMatch> {
    let first = matches.partitioningIndex { ($0.unit, $0.range.upperBound) > (unit, range.lowerBound) }
    let end = matches.partitioningIndex { ($0.unit, $0.range.lowerBound) >= (unit, range.upperBound) }
    return matches[first..<max(first, end)]
  }

  /// Takes other matches of the same query: the reader is at the same one as before, or at the one after it.
  mutating func keep(_ matches: [FindMatch], from match: FindMatch?) {
    self.matches = matches
    let at = match.map { match in matches.partitioningIndex { $0 >= match } } ?? 0
    current = matches.isEmpty ? nil : min(at, matches.count - 1)
  }

  /// Whether a match stands in one of the units.
  func hasMatch(inUnits units: Range<Int>) -> Bool {
    let first = matches.partitioningIndex { $0.unit >= units.lowerBound }
    return first < matches.count && matches[first].unit < units.upperBound
  }
}
