import BriefingLayout
import CNcurses

/// Turns cells into ncurses' own.
enum Glyph {
  /// Appends a cell's glyph, or one replacement a column where the C library disagrees about its width: ncurses
  /// would draw the rest of the row beside its place.
  ///
  /// - Parameter isStruck: Whether a stroke is drawn through it.
  static func append(
    _ cell: Cell, attributes: attr_t, pair: Int32, isStruck: Bool = false, to characters: inout [cchar_t]
  ) {
    if isStruck, append(cell, marks: [stroke], attributes: attributes, pair: pair, to: &characters) { return }
    if let ascii = cell.ascii {
      // Nearly every cell, and a frame may have 100,000.
      characters.append(briefing_cell(wchar_t(ascii), attributes, pair))
      return
    }
    if !append(cell, marks: [], attributes: attributes, pair: pair, to: &characters) {
      characters += repeatElement(briefing_cell(0xFFFD, attributes, pair), count: cell.width)
    }
  }

  /// U+0336, the long stroke that is drawn over the character before it: curses knows no attribute for that, and
  /// few terminals have one.
  private static let stroke: wchar_t = 0x336

  /// Appends a cell's glyph with marks over it; false where the C library cannot show that in its place.
  private static func append(
    _ cell: Cell, marks: [wchar_t], attributes: attr_t, pair: Int32, to characters: inout [cchar_t]
  ) -> Bool {
    let scalars = cell.glyph.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + marks
    var character = cchar_t()
    guard width(of: scalars) == cell.width, briefing_set_cell(&character, scalars + [0], attributes, pair)
    else { return false }
    characters.append(character)
    return true
  }

  /// Columns that the C library gives the scalars together; nil where one of them cannot be shown.
  static func width(of scalars: [wchar_t]) -> Int? {
    var sum = 0
    for scalar in scalars {
      let width = Int(wcwidth(scalar))
      guard width >= 0 else { return nil }
      sum += width
    }
    return sum
  }
}
