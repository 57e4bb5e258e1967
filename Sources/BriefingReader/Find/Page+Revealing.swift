import BriefingLayout

extension Page {
  /// Whether any of a match is among the `rows` rows from a place on.
  func shows(_ match: FindMatch, from top: Place, rows: Int, pan: Int = 0) -> Bool {
    lines(from: top, count: rows, pan: pan).contains { place, line in
      place.unit == match.unit
        && line.offsets.contains { $0 != Line.decoration && match.range.contains(Int($0)) }
    }
  }

  /// The top at which a match is among the `rows` rows: the one given where it is, else so that the match stands
  /// a third of the way down.
  func top(revealing match: FindMatch, from top: Place, rows: Int, pan: Int = 0) -> Place {
    guard !shows(match, from: top, rows: rows, pan: pan) else { return top }
    let place = Place(unit: match.unit, offset: match.range.lowerBound)
    let wanted = min(self.place(place, movedBy: -(rows / 3)), lastTop(height: rows))
    return shows(match, from: wanted, rows: rows, pan: pan) ? wanted : place
  }
}
