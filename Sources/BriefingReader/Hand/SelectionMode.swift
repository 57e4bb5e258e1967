import BriefingLayout
import BriefingText

/// Selecting lines of the text.
enum SelectionMode: InputMode {
  /// Selects the row of the current match, where it is on the screen, else the first one with text.
  static func open(_ state: inout State) {
    state.closeOutline()
    guard let reading = state.reading else { return }
    guard reading.page.unitCount > 0 else { return state.say("This briefing has no text to select.") }
    let row = state.matchedRow ?? state.firstText(from: reading.top) ?? reading.top
    state.push(.selection(SelectionState(origin: row, end: row)))
  }

  static func move(_ motion: Motion, times: Int, _ state: inout State) -> [Effect] {
    guard let reading = state.reading, let end = state.selection?.end else { return [] }
    let page = reading.page
    let height = state.textHeight
    let last = page.place(
      unit: page.unitCount - 1, row: max(0, page.textRows(of: page.unitCount - 1) - 1))
    let moved =
      motion.rows(page: max(1, height - 1)).map { page.place(end, movedBy: times * $0) }
      ?? (motion == .start ? Place() : last)
    let row = min(moved, last)
    if row == end { state.say(moved > end ? "This is the last line." : "This is the first line.") }
    state.selection?.end = row
    state.show(row)
    return []
  }

  static func leave(_ state: inout State) -> [Effect] { state.pop() }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    var line = StatusLine(hints: [.copy, .pipe, .write, .leave])
    line.subject = "Lines are selected"
    guard let reading = state.reading, let selection = state.selection else { return line }
    let view = ReadingView(state, reading)
    for (row, shown) in zip(view.geometry.rows, view.visible) where selection.places.contains(shown.place) {
      let column = view.geometry.textColumn
      frame.add(.selected, row: row, columns: column..<column + max(1, shown.line.cells.count))
      if shown.place == selection.end { frame.activate(row: row, column: column) }
    }
    return line
  }
}

extension State {
  /// Selects the rows that have the selected text where a window of another width has other rows.
  mutating func fitSelection() {
    guard let page = reading?.page, let old = selection else { return }
    func fit(_ place: Place) -> Place { page.place(unit: place.unit, row: page.row(of: place)) }
    selection = SelectionState(origin: fit(old.origin), end: fit(old.end))
  }

  /// The lines that are selected.
  var selection: SelectionState? {
    get { top { if case .selection(let selection) = $0 { selection } else { nil } } }
    set { replaceTop(newValue.map(Layer.selection)) { if case .selection = $0 { true } else { false } } }
  }

  /// The row in which the current match starts, where it is on the screen.
  var matchedRow: Place? {
    guard let reading, let current = reading.search?.current, let match = reading.search?.matches[current]
    else { return nil }
    return ReadingView(self, reading).visible.first {
      $0.place.unit == match.unit && !$0.line.columns(of: match.range).isEmpty
    }?.place
  }

  /// Scrolls as far as it takes until a row is on the screen.
  fileprivate mutating func show(_ row: Place) {
    guard let reading else { return }
    let height = textHeight
    if row < reading.top {
      self.reading?.top = row
    } else if let last = reading.page.lines(from: reading.top, count: height).last, row > last.place {
      self.reading?.top = reading.page.place(row, movedBy: -(height - 1))
    }
    self.reading?.isReadAtTop = false
  }
}
