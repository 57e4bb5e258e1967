import BriefingLayout

/// Cells set in columns, for lists and panes.
extension Array where Element == Cell {
  /// Columns that the cells take: as many as there are, since a wide glyph has a cell for each of its two.
  public var columns: Int { count }

  /// The cells cut to `width` columns, with `…` as the last where something is left out.
  public func fitted(to width: Int) -> [Cell] {
    guard count > width else { return self }
    guard width > 0 else { return [] }
    var kept = Array(prefix(width - 1))
    // A wide glyph whose second half falls to the ellipsis goes as a whole.
    if width - 1 < count, self[width - 1].width == 0, !kept.isEmpty {
      kept[kept.count - 1] = .blank(kept[kept.count - 1].style)
    }
    let style = kept.last?.style ?? self[0].style
    return kept + Cell.cells("…", style)
  }

  /// The cells, fitted to `width` and filled with blanks up to it.
  public func padded(to width: Int, alignRight: Bool = false) -> [Cell] {
    let fitted = fitted(to: width)
    let blanks = Array(
      repeating: Cell.blank(last?.style ?? Style()), count: Swift.max(0, width - fitted.count))
    return alignRight ? blanks + fitted : fitted + blanks
  }
}

extension Cell {
  /// The cells of the beginning of a text that may be of any length, such as a heading of a whole file: more than a
  /// screen is wide, so that what is left out is seen to be.
  static func cells(beginningOf text: String, _ style: Style = Style()) -> [Cell] {
    guard text.utf8.count > longestLine else { return cells(text, style) }
    return cells(String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestLine))), style)
  }

  /// Scalars that the program's own lines show at most.
  private static let longestLine = 4096
}
