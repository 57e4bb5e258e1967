import BriefingLayout

/// A footnote in a window over the text.
struct NoteState: Sendable {
  /// The page at the width of the window, which does not pan: nothing may be cut.
  var page: Page
  /// The units of its definition.
  let units: Range<Int>
  /// The first line shown.
  var top: Place

  init(_ units: Range<Int>, of page: Page) {
    self.units = units
    self.page = page
    top = Place(unit: units.lowerBound)
  }

  /// At most `count` of its lines, from a place on, without the blank ones after its text.
  func lines(from place: Place, count: Int) -> [[Cell]] {
    guard !units.isEmpty else { return [] }
    var lines = page.lines(from: place, count: count).prefix { $0.place.unit < units.upperBound }
    let end = page.place(unit: units.upperBound - 1, row: page.textRows(of: units.upperBound - 1))
    while let last = lines.last, last.place >= end, last.line.cells.allSatisfy({ $0.glyph == " " }) {
      lines.removeLast()
    }
    return lines.map(\.line.cells)
  }
}
