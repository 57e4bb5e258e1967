import Algorithms
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

  /// The lines of one unit, in the order of the page. Matches need not be in it: the cells of a table wrap beside each other.
  private struct UnitLines {
    /// The matches of the unit.
    var matches: Range<Int>
    /// Each line with its first match.
    var lines: [(place: Place, match: Int)]
  }

  private func lines(around match: Int) -> UnitLines {
    let unit = search.matches[match].unit
    let matches =
      search.matches.partitioningIndex {
        $0.unit >= unit
      }..<search.matches.partitioningIndex { $0.unit > unit }
    var lines: [(place: Place, match: Int)] = []
    for line in matches.map({ (place: place(of: $0), match: $0) }).sorted(by: { $0 < $1 })
    where lines.last?.place != line.place {
      lines.append(line)
    }
    return UnitLines(matches: matches, lines: lines)
  }

  /// The first match of the line in which a match starts.
  func first(ofLineWith match: Int) -> Int {
    let place = place(of: match)
    return lines(around: match).lines.first { $0.place == place }?.match ?? match
  }

  /// The first match of the line that is so many lines further down, up where negative; at an end of the one there.
  func match(_ count: Int, from match: Int) -> Int {
    let place = place(of: match)
    var unit = lines(around: match)
    var at = unit.lines.firstIndex { $0.place == place } ?? 0
    var left = abs(count)
    while left > 0 {
      let step = min(left, count < 0 ? at : unit.lines.count - 1 - at)
      at += count < 0 ? -step : step
      left -= step
      guard left > 0 else { break }
      let next = count < 0 ? unit.matches.lowerBound - 1 : unit.matches.upperBound
      guard search.matches.indices.contains(next) else { break }
      unit = lines(around: next)
      at = count < 0 ? unit.lines.count - 1 : 0
      left -= 1
    }
    return unit.lines[at].match
  }

  // MARK: Another search

  /// Whether a match of another search starts in the line of a match, too.
  func has(_ other: FindState, atLineWith match: Int) -> Bool {
    starts(of: other, inUnit: search.matches[match].unit).contains(place(of: match))
  }

  /// The first match of the next line, in a direction, in which a match of another search starts, too; nil where there is none.
  /// Only units that have matches of both are laid out.
  func match(_ direction: Direction, from match: Int, having other: FindState) -> Int? {
    let step = direction.step
    let place = place(of: match)
    var unit = lines(around: match)
    var at = (unit.lines.firstIndex { $0.place == place } ?? 0) + step
    while true {
      let starts = starts(of: other, inUnit: search.matches[unit.matches.lowerBound].unit)
      while unit.lines.indices.contains(at) {
        if starts.contains(unit.lines[at].place) { return unit.lines[at].match }
        at += step
      }
      guard let next = commonUnit(direction, of: unit.matches, with: other) else { return nil }
      unit = lines(around: next)
      at = direction == .forward ? 0 : unit.lines.count - 1
    }
  }

  /// A match in the next unit in which both have matches.
  private func commonUnit(_ direction: Direction, of matches: Range<Int>, with other: FindState) -> Int? {
    var index = direction == .forward ? matches.upperBound : matches.lowerBound - 1
    while search.matches.indices.contains(index) {
      let unit = search.matches[index].unit
      let theirs =
        direction == .forward
        ? other.matches.partitioningIndex { $0.unit >= unit }
        : other.matches.partitioningIndex { $0.unit > unit } - 1
      guard other.matches.indices.contains(theirs) else { return nil }
      let next = other.matches[theirs].unit
      if next == unit { return index }
      index =
        direction == .forward
        ? search.matches.partitioningIndex { $0.unit >= next }
        : search.matches.partitioningIndex { $0.unit > next } - 1
    }
    return nil
  }

  /// The rows of a unit in which matches of a search start.
  private func starts(of other: FindState, inUnit unit: Int) -> Set<Place> {
    let first = other.matches.partitioningIndex { $0.unit >= unit }
    let end = other.matches.partitioningIndex { $0.unit > unit }
    return Set(
      other.matches[first..<max(first, end)].map {
        page.place(unit: unit, row: page.row(of: Place(unit: unit, offset: $0.range.lowerBound)))
      })
  }

  /// The place of the row in which a match starts.
  private func place(of match: Int) -> Place {
    let match = search.matches[match]
    let place = Place(unit: match.unit, offset: match.range.lowerBound)
    return page.place(unit: match.unit, row: page.row(of: place))
  }
}
