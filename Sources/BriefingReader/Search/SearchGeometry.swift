/// Where the parts of the search screen stand; 0-based rows and columns.
struct SearchGeometry {
  /// The row of notes; nil where the window spares none for it.
  let noteRow: Int?
  /// Rows of the results and the preview.
  let rows: Range<Int>
  /// Columns of the results.
  let results: Range<Int>
  /// Columns of the preview, the rule before it left out; nil where there is no room for it.
  let preview: Range<Int>?
  /// Rows that a hit takes.
  let hitHeight: Int

  /// Below so many columns, or rows, there is no preview.
  private static let previewNeeds = (columns: 100, rows: 14)
  /// Below so many rows no line is spared for the header's air.
  private static let airNeeds = 12

  init(_ size: Size) {
    noteRow = size.rows >= Self.airNeeds ? 1 : nil
    let first = noteRow == nil ? 1 : 2
    rows = first..<max(first + 1, size.rows - 1)
    if size.columns >= Self.previewNeeds.columns, size.rows >= Self.previewNeeds.rows {
      let width = min(max(size.columns * 9 / 20, 48), 90)
      results = 0..<width
      preview = width + 1..<size.columns
    } else {
      results = 0..<size.columns
      preview = nil
    }
    // Title, section, excerpt; a second line of excerpt where there is much room; without section where there is
    // little.
    if rows.count < 12 || results.count < 36 {
      hitHeight = min(2, rows.count)
    } else {
      hitHeight = rows.count >= 30 && results.count < 120 ? 4 : 3
    }
  }

  /// How many hits the window shows.
  var hitCount: Int { max(1, rows.count / hitHeight) }

  /// Columns of the preview's text.
  func previewTextWidth(atMost width: Int) -> Int { max(1, min(width, (preview?.count ?? 0) - 2)) }
}
