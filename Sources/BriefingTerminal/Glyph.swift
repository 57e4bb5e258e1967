import BriefingLayout
import CCharacterWidth
import CNcurses

/// Turns cells into ncurses' own.
enum Glyph {
  /// Has ncurses count columns as the layout does, by its table, whatever Unicode the C library knows.
  static func shareWidths() {
    character_width_use { scalar in
      Cell.columns(of: UInt32(bitPattern: scalar)).map(Int32.init) ?? -1
    }
  }

  /// Appends a cell's glyph.
  ///
  /// - Parameter isStruck: Whether a stroke is drawn through it.
  static func append(
    _ cell: Cell, attributes: attr_t, pair: Int32, isStruck: Bool = false, to characters: inout [cchar_t]
  ) {
    if !isStruck, let ascii = cell.ascii {
      // Nearly every cell, and a frame may have 100,000.
      characters.append(briefing_cell(wchar_t(ascii), attributes, pair))
      return
    }
    var scalars = cell.glyph.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
    if isStruck { scalars.append(stroke) }
    var character = cchar_t()
    if briefing_set_cell(&character, scalars + [0], attributes, pair) {
      characters.append(character)
    } else {
      characters += repeatElement(briefing_cell(0xFFFD, attributes, pair), count: cell.width)
    }
  }

  /// U+0336, the long stroke that is drawn over the character before it: curses knows no attribute for that, and
  /// few terminals have one.
  private static let stroke: wchar_t = 0x336
}
