import BriefingLayout
import CNcurses

/// Turns a cell into ncurses' own.
enum Glyph {
  /// Scalars that one of ncurses' cells holds (CCHARW_MAX); the combining marks beyond are not drawn.
  private static let maximumScalars = 5

  /// One of ncurses' cells, or one a column where the system disagrees about the glyph's width: then it is
  /// replaced, since ncurses would draw the rest of the row beside its place.
  static func characters(for cell: Cell, attributes: attr_t, pair: Int32) -> [cchar_t] {
    let scalars = cell.glyph.unicodeScalars.prefix(maximumScalars).map { wchar_t(bitPattern: $0.value) }
    if width(of: scalars) == cell.width, let character = character(scalars, attributes, pair) {
      return [character]
    }
    return (0..<cell.width).compactMap { _ in character([0xFFFD], attributes, pair) }
  }

  /// Columns that the C library gives the scalars together; nil where one of them cannot be shown.
  static func width(of scalars: [wchar_t]) -> Int? {
    var sum = 0
    for scalar in scalars {
      // ASCII without a call: nearly every cell is.
      let width = (0x20..<0x7F).contains(scalar) ? 1 : Int(wcwidth(scalar))
      guard width >= 0 else { return nil }
      sum += width
    }
    return sum
  }

  private static func character(_ scalars: [wchar_t], _ attributes: attr_t, _ pair: Int32) -> cchar_t? {
    var character = cchar_t()
    return briefing_set_cell(&character, scalars + [0], attributes, pair) ? character : nil
  }
}
