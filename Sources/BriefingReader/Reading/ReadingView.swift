import BriefingCore
import BriefingLayout
import BriefingText

/// Draws the reading screen: header, outline, text.
struct ReadingView {
  let state: State
  let reading: ReadingState
  let geometry: ReadingGeometry
  let visible: [(place: Place, line: Line)]

  init(_ state: State, _ reading: ReadingState) {
    self.state = state
    self.reading = reading
    geometry = ReadingGeometry(state, reading)
    visible = reading.page.lines(from: reading.top, count: geometry.rows.count, pan: reading.pan)
  }

  func draw(in frame: inout Frame) {
    drawHeader(in: &frame)
    drawText(in: &frame)
    if let columns = geometry.outline { drawOutline(in: &frame, columns: columns) }
  }

  /// How far the reader is: `All`, or the percentage that stands above the screen's last line.
  var progress: String {
    let page = reading.page
    guard page.unitCount > 0, let last = visible.last else { return "Empty" }
    if isAtEnd { return reading.top == Place() ? "All" : "100%" }
    return "\(page.percentage(of: last.place))%"
  }

  /// Whether the last line is on the screen.
  var isAtEnd: Bool {
    let page = reading.page
    // Nothing is laid out at the end to see what the screen tells.
    if let last = visible.last, last.place.unit + 1 < page.unitCount { return false }
    return reading.top >= page.lastTop(height: geometry.rows.count)
  }

  /// Whether something on the screen is dimmed, or would be.
  var showsRepeats: Bool {
    guard let repeats = reading.memory?.repeats, !repeats.units.isEmpty else { return false }
    return visible.contains { isRepeated($0.place.unit, repeats) }
  }

  /// Whether a unit was read in another briefing.
  private func isRepeated(_ unit: Int, _ repeats: RepeatedText) -> Bool {
    reading.plainUnit(of: unit).map(repeats.units.contains) ?? false
  }

  /// How far what is on the screen can be panned; 0 where nothing on it is wider than the text.
  var panLimit: Int {
    var limit = 0
    var unit: Int?
    for shown in visible where shown.place.unit != unit {
      unit = shown.place.unit
      limit = max(limit, reading.page.panLimit(of: shown.place.unit))
    }
    return limit
  }

  private func drawHeader(in frame: inout Frame) {
    let metadata = reading.briefing.metadata
    var facts: [String] = []
    if let date = metadata.dateText { facts.append(date) }
    if let source = metadata.source { facts.append(source) }
    if let time = reading.readingTime(speed: state.options.readingSpeed) { facts.append(time) }
    let columns = frame.size.columns
    // Where the page's own heading says the same just below, once is enough.
    let title =
      Cell.cells(" ", Style(.header))
      + Cell.line(isHeadingVisible ? "" : metadata.title, Style(.header))
    // The title comes first: facts go, the last ones first, where both do not fit.
    var right: [Cell] = []
    while !facts.isEmpty {
      right = Cell.cells("  " + facts.joined(separator: " · ") + " ", Style(.faint))
      if title.count + right.count <= columns || (facts.count == 1 && right.count <= columns / 2) { break }
      facts.removeLast()
      right = []
    }
    frame.put(title.fitted(to: columns - right.count), row: 0, column: 0)
    frame.put(right, row: 0, column: columns - right.count)
  }

  /// Whether the page's own heading is on the screen and is the briefing's title.
  private var isHeadingVisible: Bool {
    guard let unit = reading.page.titleUnit else { return false }
    return visible.contains { $0.place.unit == unit && $0.place.offset == 0 }
      && reading.page.text(of: unit).string == reading.briefing.metadata.title
  }

  private func drawText(in frame: inout Frame) {
    // Where the text begins; not shown, for it would stand in the first word.
    frame.cursor = Frame.Position(row: geometry.rows.lowerBound, column: geometry.textColumn)
    if reading.page.unitCount == 0 {
      let text = Cell.cells("This briefing has no text.", Style(.faint))
      frame.put(text, row: geometry.rows.lowerBound, column: geometry.textColumn)
    }
    let repeats = state.repeats(in: reading)
    var signed: Int?
    for (row, shown) in zip(geometry.rows, visible) {
      frame.put(shown.line.cells, row: row, column: geometry.textColumn)
      if let repeats, isRepeated(shown.place.unit, repeats), !shown.line.cells.isEmpty {
        let columns = geometry.textColumn..<geometry.textColumn + shown.line.cells.count
        frame.add(.repeated, row: row, columns: columns)
        // Once a paragraph, on its first line that is seen.
        if signed != shown.place.unit {
          signed = shown.place.unit
          frame.put(Cell.cells("=", Style(.faint)), row: row, column: geometry.textColumn - 1)
        }
      }
      // The cursor stands at the current match.
      if let search = reading.search,
        let current = frame.light(
          search, in: shown.line, unit: shown.place.unit, row: row, column: geometry.textColumn)
      {
        frame.activate(row: current.row, column: current.column)
      }
      if let changes = reading.changes,
        let current = frame.light(
          changes, in: shown.line, unit: shown.place.unit, row: row, column: geometry.textColumn),
        reading.search == nil
      {
        frame.activate(row: current.row, column: current.column)
      }
    }
    markLinks(in: &frame)
  }

  private func drawOutline(in frame: inout Frame, columns: Range<Int>) {
    let hasKeys = state.isOutlineFocused
    // In the blank row above, where there is one.
    if geometry.rows.lowerBound > 1, let count = state.newCount(in: reading) {
      let text = Cell.cells("   " + count, Style(.faint)).fitted(to: columns.count)
      frame.put(text, row: geometry.rows.lowerBound - 1, column: columns.lowerBound)
    }
    let current = reading.currentSection
    let selected = current ?? 0
    let height = geometry.rows.count
    // The selected row stands in the middle where there is something above and below it.
    let first = max(0, min(selected - height / 2, reading.sections.count - height))
    for (row, index) in zip(geometry.rows, first..<max(first, reading.sections.count)) {
      frame.clear(row: row, columns: columns)
      let section = reading.sections[index]
      let hasMatch = reading.search?.hasMatch(inUnits: units(ofSection: index)) == true
      let mark = Cell.cells(hasMatch ? " \(state.options.signs.match) " : " ", Style(.prompt))
      let outlineRow = OutlineRow(
        section, state.sign(ofSection: index, in: reading),
        isStarred: reading.memory?.isStarred(section: index) ?? false, state.options.signs)
      let cells = outlineRow.cells(isCurrent: index == current).fitted(to: columns.count - mark.count)
      frame.put(cells, row: row, column: columns.lowerBound, limit: columns.upperBound)
      frame.put(mark, row: row, column: columns.upperBound - mark.count, limit: columns.upperBound)
      frame.mark(.section(index), row: row, columns: columns)
      if hasKeys, index == selected {
        frame.add(.selected, row: row, columns: columns)
        frame.activate(row: row, column: columns.lowerBound)
      }
    }
    if columns.upperBound == frame.size.columns {
      for row in geometry.rows.dropFirst(reading.sections.count) { frame.clear(row: row, columns: columns) }
    }
  }

  private func units(ofSection index: Int) -> Range<Int> {
    let next =
      index + 1 < reading.sectionUnits.count ? reading.sectionUnits[index + 1] : reading.page.unitCount
    return reading.sectionUnits[index]..<max(reading.sectionUnits[index], next)
  }
}
