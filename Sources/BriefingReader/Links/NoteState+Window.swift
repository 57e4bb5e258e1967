import BriefingLayout

extension NoteState {
  /// Scrolls in a window of so many rows, so many times; false where all of it is shown.
  mutating func move(_ motion: Motion, times: Int, rows: Int) -> Bool {
    let first = Place(unit: units.lowerBound)
    let last = max(first, page.lastTop(height: rows, in: units))
    let moved =
      motion.rows(page: rows).map { page.place(top, movedBy: times * $0) }
      ?? (motion == .start ? first : last)
    top = max(first, min(moved, last))
    return last > first
  }

  /// Draws the window, which is as high as the text is long, as far as there is room.
  func draw(title: String, _ state: State, in frame: inout Frame) {
    let first = Place(unit: units.lowerBound)
    let panel = Panel(state, rows: lines(from: first, count: state.size.rows).count)
    let height = panel.rows.count
    let lines = lines(from: top, count: height + 1)
    panel.draw(
      title: title, above: top > first ? "more" : "", below: lines.count > height ? "more" : "", in: &frame)
    for (row, line) in zip(panel.rows, lines) {
      frame.put(line, row: row, column: panel.columns.lowerBound, limit: panel.columns.upperBound)
    }
    frame.activate(row: panel.rows.lowerBound, column: panel.columns.lowerBound)
  }
}
