/// A column of `briefing list`.
enum ListColumn: Int, CaseIterable {
  case date, title, source, sections, minutes, path

  /// Whether its texts end at the column's end.
  var isNumber: Bool { self == .sections || self == .minutes }

  /// Spaces between columns.
  static let gap = 2
}
