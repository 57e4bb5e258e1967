import Algorithms
import BriefingText

/// What was found of a query so far, in a text that may still be collected.
public struct FindMatches: Sendable {
  /// What is looked for.
  public let query: FindQuery
  /// The matches, in document order, none overlapping.
  public private(set) var matches: [FindMatch] = []
  /// The units in which it was looked for.
  private var searched = RangeSet<Int>()
  /// How many units these are.
  public private(set) var searchedUnits = 0

  /// Starts with nothing.
  public init(_ query: FindQuery) { self.query = query }

  /// Looks through the parts of a text in which it was not looked for yet: first those from a place on, then those before it.
  ///
  /// - Parameters:
  ///   - text: As much of it as was collected.
  ///   - place: Where the reader is.
  ///   - isCancelled: Asked every few milliseconds; when it returns true, this is false.
  ///   - report: Is told what was found so far, after each part.
  public mutating func search(
    _ text: FindText, from place: Place, isCancelled: () -> Bool, report: (FindMatches) -> Void = { _ in }
  ) -> Bool {
    let first = text.parts.partitioningIndex { $0.units.upperBound > place.unit }
    for part in text.parts[first...] + text.parts[..<first] where !searched.contains(part.units) {
      if !isFull {
        guard let found = part.matches(of: query, isCancelled) else { return false }
        let at = matches.partitioningIndex { $0.unit >= part.units.lowerBound }
        matches.insert(contentsOf: found, at: at)
        if isFull { matches.removeLast(matches.count - Pattern.mostMatches) }
      }
      searched.insert(contentsOf: part.units)
      searchedUnits += part.units.count
      report(self)
    }
    return true
  }

  /// Whether more are not looked for.
  private var isFull: Bool { query.pattern != nil && matches.count >= Pattern.mostMatches }

  /// Whether the first match from a place on is known: it was looked for in all that stands between.
  public func isKnown(from place: Place) -> Bool {
    let after = matches.partitioningIndex { ($0.unit, $0.range.upperBound) > (place.unit, place.offset) }
    guard after < matches.count else { return false }
    return searched.contains(place.unit..<matches[after].unit + 1)
  }
}

extension RangeSet<Int> {
  /// Whether all of a range is in it.
  fileprivate func contains(_ range: Range<Int>) -> Bool {
    ranges.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }
}
