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
    guard var note = state.note else { return [] }
    if !note.move(motion, times: times, rows: Panel(state, rows: state.size.rows).rows.count) {
      state.say("The whole note is shown.")
    }
    state.note = note
    return []
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    state.note?.draw(title: "Note", state, in: &frame)
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
