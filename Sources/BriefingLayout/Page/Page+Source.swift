import BriefingCore
import BriefingText
import CommonMark

extension Page {
  /// The bytes of the file from the first of some lines to after the last one, as they follow each other on the page. It
  /// ends where the next unit starts if the last line is the last of its unit. Footnotes, which are shown elsewhere than
  /// they are written, are left out; nil where nothing else is shown.
  public func sourceRange(of shown: [(place: Place, line: Line)]) -> Range<Int>? {
    let places = shown.lazy.map(\.place)
    guard let first = places.first(where: { !isNote($0.unit) }),
      let last = places.last(where: { !isNote($0.unit) })
    else { return nil }
    let start = sourceOffset(of: first)
    return start..<max(start, sourceEnd(ofRowAt: last))
  }

  /// The 1-based line of the file in which a place is written. Within a paragraph it is about right: markup takes room, too.
  public func sourceLine(of place: Place) -> Int {
    guard 0..<unitCount ~= place.unit else { return 1 }
    let unit = units.table.units[place.unit]
    if !unit.isBlockless, unit.slices == 1, case .codeBlock(let isFenced) = briefing.document[unit.block].kind
    {
      let text = self.text(of: place.unit).string.utf8
      let before = text.prefix(place.offset).count { $0 == 0x0A }
      return briefing.document.lines(of: unit.block).lowerBound + before + (isFenced ? 1 : 0)
    }
    return briefing.document.line(at: min(sourceOffset(of: place), briefing.document.source.count))
  }

  private func sourceOffset(of place: Place) -> Int {
    let text = self.text(of: place.unit).string.utf8.count
    let start = sourceStart(of: place.unit)
    return text > 0 ? start + sourceCount(of: place.unit) * min(place.offset, text) / text : start
  }

  private func sourceEnd(ofRowAt place: Place) -> Int {
    let next = row(of: place) + 1
    if next < textRows(of: place.unit) { return sourceOffset(of: self.place(unit: place.unit, row: next)) }
    guard place.unit + 1 < unitCount else { return briefing.document.source.count }
    let end = sourceStart(of: place.unit) + sourceCount(of: place.unit)
    return isNote(place.unit + 1) ? end : max(end, sourceStart(of: place.unit + 1))
  }

  /// Bytes of the file that a unit has; those of a slice are about right.
  private func sourceCount(of unit: Int) -> Int {
    let part = units.table.units[unit]
    if part.isBlockless { return 0 }
    return briefing.document[part.block].range.count / Int(part.slices)
  }

  private func isNote(_ unit: Int) -> Bool { units.table.movesFootnotes && note(around: unit) != nil }
}
