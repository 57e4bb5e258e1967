import BriefingLayout
import CNcurses

/// Turns cells into ncurses' own.
enum Glyph {
  /// Appends a cell's glyph, or one replacement a column where the C library disagrees about its width: ncurses
  /// would draw the rest of the row beside its place.
  static func append(_ cell: Cell, attributes: attr_t, pair: Int32, to characters: inout [cchar_t]) {
    if let ascii = cell.ascii {
      // Nearly every cell, and a frame may have 100,000.
      characters.append(briefing_cell(wchar_t(ascii), attributes, pair))
      return
    }
    let scalars = cell.glyph.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
    var character = cchar_t()
    if width(of: scalars) == cell.width, briefing_set_cell(&character, scalars + [0], attributes, pair) {
      characters.append(character)
    } else {
      characters += repeatElement(briefing_cell(0xFFFD, attributes, pair), count: cell.width)
    }
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
