/// A part of a page's text as a reader sees it: where changes are shown, with what stands across their signs.
struct FindPassage: Sendable {
  private let part: FindPart
  /// What its units with marks say without them; nil where it has none.
  private let versions: MarkedVersions?

  /// The units whose text it is.
  var units: Range<Int> { part.units }

  /// Makes a passage of a part of the text.
  init(_ part: FindPart, _ versions: MarkedVersions?) { (self.part, self.versions) = (part, versions) }

  /// All matches in document order, none overlapping; nil when cancelled. An empty query has none.
  ///
  /// - Parameter isCancelled: Asked every few milliseconds.
  func matches(of query: FindQuery, _ isCancelled: () -> Bool) -> [FindMatch]? {
    guard let found = part.matches(of: query, isCancelled) else { return nil }
    guard let versions else { return found }
    guard let across = versions.matches(of: query, isCancelled) else { return nil }
    var all: [FindMatch] = []
    for match in (found + across).sorted() {
      if let last = all.last, last.unit == match.unit, last.range.upperBound > match.range.lowerBound {
        continue
      }
      all.append(match)
    }
    return all
  }
}
