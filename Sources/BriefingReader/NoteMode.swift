import BriefingCore
import BriefingLayout
import CommonMark

/// A footnote in a window over the text.
public struct NoteState: Sendable {
  /// The page at the width of the window, which does not pan: nothing may be cut.
  fileprivate(set) var page: Page
  /// The units of its definition.
  let units: Range<Int>
  /// The first line shown.
  fileprivate(set) var top: Place

  init(_ units: Range<Int>, of page: Page) {
    self.units = units
    self.page = page
    top = Place(unit: units.lowerBound)
  }

  /// At most `count` of its lines, from a place on, without the blank ones behind its text.
  fileprivate func lines(from place: Place, count: Int) -> [[Cell]] {
    guard !units.isEmpty else { return [] }
    var lines = page.lines(from: place, count: count).prefix { $0.place.unit < units.upperBound }
    let end = page.place(unit: units.upperBound - 1, row: page.textRows(of: units.upperBound - 1))
    while let last = lines.last, last.place >= end, last.line.cells.allSatisfy({ $0.glyph == " " }) {
      lines.removeLast()
    }
    return lines.map(\.line.cells)
  }
}

/// Reading a footnote without leaving one's place.
enum NoteMode: InputMode {
  static func open(label: String, _ state: inout State) {
    guard let reading = state.reading, let block = reading.briefing.document.footnote(labelled: label) else {
      return state.complain("The footnote [\(label)] has no text.")
    }
    state.note = NoteState(reading.page.units(in: block), of: reading.page)
    state.context = .note
    state.fitNote()
  }

  static func perform(_ command: Command, count: Int, on state: inout State) -> [Effect] {
    guard let note = state.note else { return [] }
    let rows = Panel(state, rows: state.size.rows).rows.count
    switch command {
    case .down: scroll(by: 1, &state)
    case .up: scroll(by: -1, &state)
    case .pageDown: scroll(by: rows, &state)
    case .pageUp: scroll(by: -rows, &state)
    case .start: state.note?.top = Place(unit: note.units.lowerBound)
    case .end: state.note?.top = note.page.lastTop(height: rows, in: note.units)
    case .leave, .back:
      state.note = nil
      state.context = .reading
    default: break
    }
    return []
  }

  private static func scroll(by rows: Int, _ state: inout State) {
    guard let note = state.note else { return }
    let height = Panel(state, rows: state.size.rows).rows.count
    let top = note.page.place(note.top, movedBy: rows)
    state.note?.top = max(
      Place(unit: note.units.lowerBound), min(top, note.page.lastTop(height: height, in: note.units)))
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    ReadingMode.draw(state, in: &frame)
    guard let note = state.note else { return status(state) }
    // The window is as high as the note is long.
    let rows = note.lines(from: Place(unit: note.units.lowerBound), count: state.size.rows).count
    let panel = Panel(state, rows: rows)
    panel.draw(title: "Note", in: &frame)
    for (row, line) in zip(panel.rows, note.lines(from: note.top, count: panel.rows.count)) {
      frame.put(line, row: row, column: panel.columns.lowerBound, limit: panel.columns.upperBound)
    }
    frame.cursor = Frame.Position(row: panel.rows.lowerBound, column: panel.columns.lowerBound)
    return status(state)
  }

  private static func status(_ state: State) -> StatusLine {
    StatusLine(hints: [.leave, .down])
  }
}

extension State {
  /// Sets the footnote anew where its window has another width.
  mutating func fitNote() {
    guard let note else { return }
    let width = Panel(self, rows: 1).columns.count
    var settings = note.page.settings
    settings.overflow = .wrap
    guard note.page.width != width || note.page.settings != settings else { return }
    self.note?.page = note.page.resized(to: width, settings: settings)
  }
}
