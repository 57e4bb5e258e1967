import BriefingLayout
import BriefingSearch
import BriefingText

extension Excerpt {
  /// At most `lines` lines of `width` columns, the matches lit, the first one among what is shown; where there is no room
  /// for all of it, two or three parts that show more of the words than one does.
  public func lines(_ lines: Int, width: Int) -> [[Cell]] {
    var rest = cells()[...]
    let room = lines * width
    let lit = rest.firstIndex { $0.style.traits.contains(.match) } ?? 0
    if rest.count > room {
      // The first match would be cut off, or nearly: it stands a quarter of a line in.
      let start = lit > room * 2 / 3 ? max(0, min(lit - width / 4, rest.count - room)) : 0
      // Words at the ends of lines take less than the lines have.
      let parts = ExcerptPieces(Array(rest), room: room - (lines - 1) * (width / 8))
      rest = parts.joined(showing: start..<start + room - 1)?[...] ?? rest.cut(before: start)
    }
    var found: [[Cell]] = []
    while found.count + 1 < lines, rest.count > width {
      let end = rest.lineEnd(width: width)
      found.append(Array(rest[..<end]))
      rest = rest[end...].drop { $0.ascii == 0x20 }
    }
    if !rest.isEmpty { found.append(Array(rest).fitted(to: width)) }
    return found
  }

  /// All of it. Character by character, so that a match which ends within one breaks no glyph.
  public func cells(_ style: Style = Style()) -> [Cell] {
    let lit = Style(style.role, style.traits.union(.match))
    var cells: [Cell] = []
    var matches = matches[...]
    var at = 0
    var run = ""
    var isRunLit = false
    for character in text {
      let end = at + character.utf8.count
      while let first = matches.first, first.upperBound <= at { matches.removeFirst() }
      let isLit = matches.first.map { $0.lowerBound < end } ?? false
      if isLit != isRunLit {
        cells += Cell.cells(run, isRunLit ? lit : style)
        run = ""
        isRunLit = isLit
      }
      run.append(character.isWhitespace ? " " : character)
      at = end
    }
    return cells + Cell.cells(run, isRunLit ? lit : style)
  }
}

extension ArraySlice where Element == Cell {
  /// What starts `count` cells in, at a word where one is near, with an ellipsis before it.
  fileprivate func cut(before count: Int) -> ArraySlice<Cell> {
    guard count > 0 else { return self }
    var rest = dropFirst(count)
    if let blank = rest.prefix(12).firstIndex(where: { $0.ascii == 0x20 }) {
      rest = rest[blank...].dropFirst()
    }
    while rest.first?.isContinuation == true { rest = rest.dropFirst() }
    if rest.first?.glyph == "…" { return rest }
    return (Cell.cells("…") + rest)[...]
  }

  /// Where a line of `width` columns ends that starts with these: after a word, or within one that is longer.
  fileprivate func lineEnd(width: Int) -> Int {
    let limit = startIndex + width
    if self[limit].ascii == 0x20 { return limit }
    if let blank = self[..<limit].lastIndex(where: { $0.ascii == 0x20 }), blank > startIndex { return blank }
    return self[limit].isContinuation && width > 1 ? limit - 1 : limit
  }
}
