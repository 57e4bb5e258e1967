import BriefingLayout
import BriefingReader

/// Links that a terminal opens (OSC 8). ncurses knows nothing of them: so the row is drawn with blanks in their place, and
/// then each is drawn by itself, between the sequences that start and end it.
enum HyperlinkDrawing {
  /// A row with blanks for its links. Such a blank has to differ from the link's own, or that would not be drawn.
  static func withoutLinks(_ cells: ArraySlice<Cell>, _ spans: [Frame.HyperlinkSpan]) -> ArraySlice<Cell> {
    var cells = Array(cells)
    for span in spans {
      for column in span.columns { cells[column] = .blank() }
      // The half of a wide glyph that stands before or behind the link would be one alone.
      if let next = cells.indices.contains(span.columns.upperBound) ? span.columns.upperBound : nil,
        cells[next].isContinuation
      {
        cells[next] = .blank()
      }
    }
    return cells[...]
  }
}
