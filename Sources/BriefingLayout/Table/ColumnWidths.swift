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
    var low = 0
    var high = available
    while low < high {
      let middle = (low + high + 1) / 2
      if widths(middle).reduce(0, +) <= room { low = middle } else { high = middle - 1 }
    }
    var widths = widths(low)
    var left = room - widths.reduce(0, +)
    for index in widths.indices where left > 0 && widths[index] < needs[index].natural {
      widths[index] += 1
      left -= 1
    }
    return widths
  }
}
