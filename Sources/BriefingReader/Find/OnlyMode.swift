import BriefingLayout
import BriefingText

/// Showing only the lines that match, as `&` of less does. They are found from the selected one on, as many as the screen
/// shows: a page may have millions.
enum OnlyMode: InputMode {
  static func move(_ motion: Motion, times: Int, _ state: inout State) -> [Effect] {
    guard let reading = state.reading, let search = reading.search, let only = state.only,
      only.match < search.matches.count
    else { return [] }
    let lines = MatchedLines(page: reading.page, search: search)
    let page = max(1, rowCount(state.size) - 1)
    let moved =
      motion.rows(page: page).map { lines.match(times * $0, from: only.match) }
      ?? (motion == .start ? 0 : lines.first(ofLineWith: search.matches.count - 1))
    if moved == only.match {
      state.say(motion.isBackward ? "This is the first line." : "This is the last line.")
    }
    state.only?.match = moved
    return []
  }

  /// Goes along what is looked for among the lines, else along the lines.
  static func goToMatch(_ direction: Direction, times: Int = 1, _ state: inout State) -> [Effect] {
    guard let within = state.only?.within else {
      return move(direction == .forward ? .down : .up, times: times, &state)
    }
    guard let reading = state.reading, let search = reading.search, var match = state.only?.match else {
      return []
    }
    let lines = MatchedLines(page: reading.page, search: search)
    for _ in 0..<times {
      guard let next = lines.match(direction, from: match, having: within) else {
        state.say(direction == .forward ? "No line below has it, too." : "No line above has it, too.")
        break
      }
      match = next
    }
    state.only?.match = match
    return []
  }

  /// Selects the first line that has a match of what is looked for among them: from the selected one on, else from the first.
  static func take(_ matches: [FindMatch], of query: FindQuery, _ state: inout State) {
    state.only?.awaited = nil
    state.only?.within = nil
    guard let reading = state.reading, let search = reading.search, let match = state.only?.match,
      match < search.matches.count
    else { return }
    let within = FindState(query: query, matches: matches, from: Place())
    let lines = MatchedLines(page: reading.page, search: search)
    let first = lines.first(ofLineWith: 0)
    let found =
      [match, first].lazy.compactMap { start in
        lines.has(within, atLineWith: start) ? start : lines.match(.forward, from: start, having: within)
      }.first
    guard let found else { return state.say("None of the lines has “\(query.text)”, too.") }
    state.only?.within = within
    state.only?.match = found
  }

  /// Goes to the line in the text.
  static func accept(_ state: inout State) -> [Effect] {
    guard let match = state.only?.match, match < state.reading?.search?.matches.count ?? 0 else { return [] }
    let effects = state.pop()
    state.leaveTrail()
    state.reading?.search?.current = match
    state.reveal()
    return effects
  }

  /// Back to where the reader was in the text; the matches stay lit.
  static func close(_ layer: Layer, _ state: inout State) -> [Effect] {
    guard case .only(let only) = layer else { return [] }
    state.reading?.top = only.origin
    state.reading?.pan = only.pan
    return []
  }

  private static func rowCount(_ size: Size) -> Int { max(1, size.rows - 3) }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    var line = StatusLine(hints: [.accept, .match(.forward), .find, .only, .leave, .help])
    guard let reading = state.reading, let search = reading.search, let only = state.only,
      only.match < search.matches.count
    else { return line }
    let total = search.matches.count == 1 ? "1 match" : "\(search.total) matches"
    let title =
      Cell.cells(" Lines that match ", Style(.header))
      + Cell.line("“\(search.query.text)”", Style(.header, .strong))
      + Cell.cells(" · \(total)", Style(.header))
      + (only.within.map { Cell.line(" · /\($0.query.text)", Style(.header)) } ?? [])
    frame.put(title.fitted(to: frame.size.columns), row: 0, column: 0)
    let lines = MatchedLines(page: reading.page, search: search)
    let height = rowCount(frame.size)
    let geometry = ReadingGeometry(state, reading)
    let column = geometry.textColumn
    var section: Int?
    var match = lines.match(-(height / 2), from: only.match)
    var row = 2
    while row < 2 + height {
      let shown = lines.line(of: match)
      // Where the outline stands beside the text, each section is named at its first line.
      if let columns = geometry.outline, let found = reading.section(ofUnit: shown.place.unit),
        found != section
      {
        section = found
        frame.put(
          Cell.line(reading.sections[found].label, Style(.faint)).fitted(to: columns.count), row: row,
          column: columns.lowerBound)
      }
      frame.put(shown.line.cells, row: row, column: column)
      _ = frame.light(search, in: shown.line, unit: shown.place.unit, row: row, column: column)
      if let within = only.within {
        _ = frame.light(
          within, in: shown.line, unit: shown.place.unit, row: row, column: column, isTarget: false)
      }
      if match == only.match {
        frame.add(.selected, row: row, columns: column..<column + max(1, shown.line.cells.count))
        frame.activate(row: row, column: column)
      }
      row += 1
      let next = lines.match(1, from: match)
      if next == match { break }
      match = next
    }
    line.facts.append(
      .init(text: "match \((only.match + 1).grouped) of \(search.total)"))
    return line
  }
}

extension Motion {
  /// Whether it leads towards the start.
  fileprivate var isBackward: Bool {
    switch self {
    case .up, .pageUp, .halfPageUp, .start: true
    case .down, .pageDown, .halfPageDown, .end: false
    }
  }
}

extension State {
  /// The lines that match, where only they are shown.
  var only: OnlyState? {
    get { top { if case .only(let only) = $0 { only } else { nil } } }
    set { replaceTop(newValue.map(Layer.only)) { if case .only = $0 { true } else { false } } }
  }

  /// Selects the line of the selected match where a window of another width has other lines.
  mutating func fitOnly() {
    guard let reading, let search = reading.search, let match = only?.match, match < search.matches.count
    else {
      return
    }
    only?.match = MatchedLines(page: reading.page, search: search).first(ofLineWith: match)
  }

  /// Shows only the lines that match, where that was asked for and they are known.
  mutating func showOnlyMatches() {
    guard let reading, reading.session.showsOnly, reading.session.awaited == nil, context == .reading,
      let search = reading.search, !search.matches.isEmpty
    else { return }
    self.reading?.session.showsOnly = false
    let lines = MatchedLines(page: reading.page, search: search)
    push(
      .only(
        OnlyState(
          match: lines.first(ofLineWith: search.current ?? 0), origin: reading.session.origin,
          pan: reading.session.pan)))
  }
}
