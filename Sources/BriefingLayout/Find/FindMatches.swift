import Algorithms
import BriefingText

/// What was found of a query so far, in a text that may still be collected.
public struct FindMatches: Sendable {
  /// What is looked for.
  public let query: FindQuery
  /// Tells it from another search for the same: in the text as it was before a change.
  public let id: Int
  /// How many matches there are.
  public private(set) var count = 0
  /// How many units it was looked for in.
  public private(set) var searchedUnits = 0
  /// The matches of each part in document order. They are joined for whoever wants all, not for each part that is added.
  private var parts: [(units: Range<Int>, matches: [FindMatch])] = []
  /// The units in which it was looked for.
  private var searched = RangeSet<Int>()

  /// How many are kept at most.
  private let most: Int

  /// Starts with nothing.
  public init(_ query: FindQuery, id: Int = 0) {
    self.init(query, id: id, most: query.pattern == nil ? .max : Pattern.mostMatches)
  }

  /// - Parameter most: How many matches are kept at most.
  init(_ query: FindQuery, id: Int = 0, most: Int) { (self.query, self.id, self.most) = (query, id, most) }

  /// The matches, in document order, none overlapping; made anew each time.
  public var matches: [FindMatch] {
    var all: [FindMatch] = []
    all.reserveCapacity(count)
    for part in parts { all += part.matches }
    return all
  }

  /// Looks through the parts of a text in which it was not looked for yet: first those from a place on, then those before it.
  ///
  /// Of a regular expression at most ``Pattern/mostMatches`` are kept, those that are found first.
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
      let room = most - count
      if room > 0 {
        guard let found = part.matches(of: query, isCancelled) else { return false }
        let at = parts.partitioningIndex { $0.units.lowerBound >= part.units.lowerBound }
        parts.insert((part.units, found.count > room ? Array(found.prefix(room)) : found), at: at)
        count += min(found.count, room)
      }
      searched.insert(contentsOf: part.units)
      searchedUnits += part.units.count
      report(self)
    }
    return true
  }

  /// Whether the first match from a place on is known: it was looked for in all that stands between.
  public func isKnown(from place: Place) -> Bool {
    let first = parts.partitioningIndex { $0.units.upperBound > place.unit }
    for part in parts[first...] {
      let after = part.matches.partitioningIndex {
        ($0.unit, $0.range.upperBound) > (place.unit, place.offset)
      }
      if after < part.matches.count { return isSearched(place.unit..<part.matches[after].unit + 1) }
    }
    return false
  }

  /// Whether it was looked for in all of some units.
  public func isSearched(_ units: Range<Int>) -> Bool { searched.contains(units) }
}

extension RangeSet<Int> {
  /// Whether all of a range is in it.
  fileprivate func contains(_ range: Range<Int>) -> Bool {
    ranges.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }
}
