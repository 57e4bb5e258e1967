import BriefingLayout

/// Where the parts of the reading screen stand; 0-based rows and columns.
struct ReadingGeometry {
  /// The outline's columns; nil where it is not shown.
  let outline: Range<Int>?
  /// The first column of the text.
  let textColumn: Int
  /// Columns of the text.
  let textWidth: Int
  /// Columns right of the text that code and tables may take.
  let overhang: Int
  /// Rows of the text and the outline.
  let rows: Range<Int>

  /// Below so many columns the outline folds away by itself.
  static let outlineNeeds = 80
  /// Below so many rows no blank line is spared for the header's air.
  private static let airNeeds = 12

  /// The size of a screen that has so many rows of text, 1 or more.
  static func size(textRows: Int, columns: Int) -> Size {
    let rows = textRows + 2
    return Size(rows: rows < airNeeds ? rows : rows + 1, columns: columns)
  }

  init(_ state: State, _ reading: ReadingState) {
    let size = state.size
    let first = size.rows >= Self.airNeeds ? 2 : 1
    rows = first..<max(first, size.rows - 1)

    let hasSections = !reading.sections.isEmpty
    let isFocused = state.isOutlineFocused
    let fits = size.columns >= Self.outlineNeeds
    let isBeside = hasSections && (state.options.showsOutline || isFocused) && fits
    // The outline with a blank column after it.
    let wanted =
      state.options.outlineWidth.map { min($0, size.columns / 2) }
      ?? min(max(reading.outlineWidth, 18), min(44, size.columns / 3))
    let taken = isBeside ? wanted + 1 : 0
    let room = size.columns - taken
    let margin = room >= 40 ? 1 : 0
    // The sign of what is repeated has a column in every window.
    let before = state.repeats(in: reading) == nil ? margin : 1
    textWidth = max(1, min(state.options.textWidth, room - before - margin))
    let left = (room - textWidth - before - margin) / 2
    if isBeside, state.options.outlineSide == .right {
      // At the window's edge: what is free between the text and it is for wide code and tables.
      outline = room + 1..<size.columns
      textColumn = left + before
      overhang = max(0, room - margin - textColumn - textWidth)
      return
    }
    if isBeside {
      // Outline and text stand together, what is free is on both sides of them.
      outline = left..<left + taken - 1
    } else {
      // In a narrow window the outline takes the text's place while it has the keys.
      outline = hasSections && isFocused ? 0..<size.columns : nil
    }
    textColumn = left + taken + before
    overhang = max(0, size.columns - margin - textColumn - textWidth)
  }
}

extension State {
  /// Whether the outline has the keys, or had them when help was opened.
  var isOutlineFocused: Bool { outline != nil }
}
