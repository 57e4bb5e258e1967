import BriefingCore
import BriefingLayout
import CommonMark

/// Reading a footnote without leaving one's place.
enum NoteMode: InputMode {
  static func open(label: String, _ state: inout State) {
    guard let reading = state.reading, let block = reading.briefing.document.footnote(labelled: label) else {
      return state.complain("The footnote [\(label)] has no text.")
    }
    state.push(.note(NoteState(reading.page.units(in: block), of: reading.page)))
    state.fitNote()
  }

  static func move(_ motion: Motion, times: Int, _ state: inout State) -> [Effect] {
    guard let note = state.note else { return [] }
    let rows = Panel(state, rows: state.size.rows).rows.count
    let first = Place(unit: note.units.lowerBound)
    let last = max(first, note.page.lastTop(height: rows, in: note.units))
    let moved =
      motion.rows(page: rows).map { note.page.place(note.top, movedBy: times * $0) }
      ?? (motion == .start ? first : last)
    if last == first { state.say("The whole note is shown.") }
    state.note?.top = max(first, min(moved, last))
    return []
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let note = state.note else { return status(state) }
    let first = Place(unit: note.units.lowerBound)
    // The window is as high as the note is long.
    let panel = Panel(state, rows: note.lines(from: first, count: state.size.rows).count)
    let height = panel.rows.count
    let lines = note.lines(from: note.top, count: height + 1)
    panel.draw(
      title: "Note", above: note.top > first ? "more" : "", below: lines.count > height ? "more" : "",
      in: &frame)
    for (row, line) in zip(panel.rows, lines) {
      frame.put(line, row: row, column: panel.columns.lowerBound, limit: panel.columns.upperBound)
    }
    frame.activate(row: panel.rows.lowerBound, column: panel.columns.lowerBound)
    return status(state)
  }

  private static func status(_ state: State) -> StatusLine {
    StatusLine(hints: [.move(.pageDown), .leave])
  }
}

extension State {
  /// The footnote in its window.
  var note: NoteState? {
    get { top { if case .note(let note) = $0 { note } else { nil } } }
    set { replaceTop(newValue.map(Layer.note)) { if case .note = $0 { true } else { false } } }
  }

  /// Lays out the footnote again where its window has another width.
  mutating func fitNote() {
    guard let note else { return }
    let width = Panel(self, rows: 1).columns.count
    var settings = note.page.settings
    settings.overflow = .wrap
    settings.overhang = 0
    guard note.page.width != width || note.page.settings != settings else { return }
    self.note?.page = note.page.resized(to: width, settings: settings)
  }
}
