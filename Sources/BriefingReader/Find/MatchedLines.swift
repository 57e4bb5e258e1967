import BriefingLayout

/// The lines of a page in which matches start, each named by its first match. None is laid out before it is asked for.
struct MatchedLines {
  let page: Page
  let search: FindState

  /// The line in which a match starts.
  func line(of match: Int) -> (place: Place, line: Line) {
    let place = place(of: match)
    return page.lines(from: place, count: 1).first ?? (place, Line(cells: [], offsets: [], start: 0))
  }

  /// The first match of the line in which a match starts.
  func first(ofLineWith match: Int) -> Int {
    let place = place(of: match)
    var first = match
    while first > 0, search.matches[first - 1].unit == place.unit, self.place(of: first - 1) == place {
      first -= 1
    }
    return first
  }

  /// The first match of the line that is so many lines further down, up where negative; at an end of the one there.
  func match(_ lines: Int, from match: Int) -> Int {
    var found = match
    for _ in 0..<abs(lines) {
      if lines < 0 {
        guard found > 0 else { return found }
        found = first(ofLineWith: found - 1)
      } else {
        let place = place(of: found)
        guard
          let next = search.matches[(found + 1)...].indices.first(where: { self.place(of: $0) != place })
        else { return found }
        found = next
      }
    }
    return found
  }

  /// The place of the row in which a match starts.
  private func place(of match: Int) -> Place {
    let match = search.matches[match]
    let place = Place(unit: match.unit, offset: match.range.lowerBound)
    return page.place(unit: match.unit, row: page.row(of: place))
  }
}
