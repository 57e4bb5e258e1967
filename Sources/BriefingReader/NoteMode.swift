import BriefingCore
import BriefingLayout
import CommonMark

/// A footnote in a window over the text.
struct NoteState: Hashable, Sendable {
  /// The units of its definition.
  let units: Range<Int>
  /// 0-based first line shown.
  fileprivate(set) var top = 0
}

/// Reading a footnote without leaving one's place.
enum NoteMode: InputMode {
  static func open(label: String, _ state: inout State) {
    guard let reading = state.reading, let block = reading.briefing.document.footnote(labelled: label) else {
      return state.complain("The footnote [\(label)] has no text.")
    }
    state.push(.note(NoteState(units: reading.page.units(in: block))))
  }

  private static func lines(_ note: NoteState, _ reading: ReadingState, width: Int) -> [[Cell]] {
    // The window does not pan: nothing may be cut.
    var settings = reading.page.settings
    settings.overflow = .wrap
    settings.overhang = 0
    let page = reading.page.resized(to: width, settings: settings)
    var lines = note.units.flatMap { page.lines(of: $0).map(\.cells) }
    while lines.last?.allSatisfy({ $0.glyph == " " }) == true { lines.removeLast() }
    return lines
  }

  static func move(_ motion: Motion, _ state: inout State) -> [Effect] {
    guard let note = state.note, let reading = state.reading else { return [] }
    let full = Panel(state, rows: state.size.rows)
    let last = max(0, lines(note, reading, width: full.columns.count).count - full.rows.count)
    let top = motion.index(from: min(note.top, last), page: full.rows.count, count: last + 1)
    if last == 0 { state.say("This is all of the note.") }
    state.note?.top = top
    return []
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let note = state.note, let reading = state.reading else { return status(state) }
    let width = Panel(state, rows: 1).columns.count
    let lines = lines(note, reading, width: width)
    let panel = Panel(state, rows: lines.count)
    let top = max(0, min(note.top, lines.count - panel.rows.count))
    let below = max(0, lines.count - top - panel.rows.count)
    panel.draw(title: "Note", above: top, below: below, in: &frame)
    for (row, line) in zip(panel.rows, lines.dropFirst(top)) {
      frame.put(line, row: row, column: panel.columns.lowerBound, limit: panel.columns.upperBound)
    }
    frame.cursor = Frame.Position(row: panel.rows.lowerBound, column: panel.columns.lowerBound)
    return status(state)
  }

  private static func status(_ state: State) -> StatusLine {
    StatusLine(hints: [.move(.pageDown), .leave])
  }
}
