/// How new a row is, as rows are ordered: two numbers, for a list compares its rows many times.
package struct RowAge: Hashable, Comparable, Sendable {
  /// Whether the date was stated, then the moment.
  let first: Int64
  /// What that leaves open.
  let second: Int64

  /// An age from the numbers that it was kept as.
  init(first: Int64, second: Int64) { (self.first, self.second) = (first, second) }

  init(_ date: BriefingDate?, isGuess: Bool) {
    guard let date else {
      (first, second) = (0, 0)
      return
    }
    // Guesses count by their days.
    let (minutes, kind, offset) = isGuess ? (date.dayNumber * 24 * 60, 0, 0) : date.key
    // Some years before the calendar's start, for an offset may lead there.
    first = (isGuess ? 1 : 2) << 60 | (Int64(minutes) + 1 << 34) << 2 | Int64(kind)
    second = Int64(offset)
  }

  package static func < (a: RowAge, b: RowAge) -> Bool {
    a.first == b.first ? a.second < b.second : a.first < b.first
  }
}
