import Algorithms

/// How wide a table's columns are.
struct ColumnWidths {
  /// Columns between two of the table's columns.
  static let gap = 2
  /// A word up to this long is not broken to make a table fit.
  private static let longestWord = 14
  /// The least that a column is given.
  private static let least = 3

  /// What a column's cells ask for.
  struct Need {
    /// The longest line, unbroken.
    var natural = 1
    /// The longest word.
    var word = 1
  }

  /// Shares `available` columns among the table's; nil where even the narrowest do not fit.
  ///
  /// Narrow columns get what they ask for, wide ones share the rest evenly.
  static func fit(_ needs: [Need], available: Int) -> [Int]? {
    let room = available - gap * (needs.count - 1)
    guard room > 0 else { return nil }
    let floors = needs.map { min($0.natural, max(least, min($0.word, longestWord))) }
    guard floors.reduce(0, +) <= room else { return nil }
    func widths(_ cap: Int) -> [Int] {
      zip(needs, floors).map { max($1, min($0.natural, cap)) }
    }
    // Without any cap above the floors they fit.
    let tooMuch = (1..<available + 1).partitioningIndex { widths($0).reduce(0, +) > room }
    var widths = widths(tooMuch - 1)
    var left = room - widths.reduce(0, +)
    for index in widths.indices where left > 0 && widths[index] < needs[index].natural {
      widths[index] += 1
      left -= 1
    }
    return widths
  }
}
