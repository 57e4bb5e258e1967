import BriefingLayout
import BriefingText

extension Cell {
  /// The beginning of a text that stands on one line of the screen, as much as the widest screen may show: a title can
  /// be as long as its file, and a frame is drawn at every key.
  static func line(_ text: String, _ style: Style = Style()) -> [Cell] {
    cells(text, style, atLeast: 1000)
  }
}

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

extension Array where Element == Cell {
  /// The cells in lines of at most `width` columns, broken at spaces where there are any; a longer word is cut.
  func wrapped(to width: Int) -> [[Cell]] {
    var lines: [[Cell]] = []
    var rest = self[...]
    while rest.count > width {
      let limit = rest.startIndex + width
      var end = limit
      if rest[limit].ascii != 0x20, let blank = rest[..<limit].lastIndex(where: { $0.ascii == 0x20 }),
        blank > rest.startIndex
      {
        end = blank
      }
      if rest[end].isContinuation, width > 1 { end -= 1 }
      lines.append(Array(rest[..<end]))
      rest = rest[end...].drop { $0.ascii == 0x20 }
    }
    return lines + [Array(rest)]
  }

  /// The cells in lines of at most `width` columns, broken wherever a line is full: every space of a path is part of it.
  func cut(to width: Int) -> [[Cell]] {
    var lines: [[Cell]] = []
    var rest = self[...]
    while rest.count > width {
      var end = rest.startIndex + width
      if rest[end].isContinuation, width > 1 { end -= 1 }
      lines.append(Array(rest[..<end]))
      rest = rest[end...]
    }
    return lines + [Array(rest)]
  }
}
