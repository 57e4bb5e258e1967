import BriefingLayout

/// The outline has the keys: its selected section is shown beside it while one moves.
enum OutlineMode: InputMode {
  static func enter(_ state: inout State) {
    guard let reading = state.reading else { return }
    guard !reading.sections.isEmpty else { return state.say("This briefing has no sections.") }
    state.reading?.outlineOrigin = reading.top
    state.reading?.outlineSelection = reading.currentSection ?? 0
    state.context = .outline
    state.fitPage()
  }

  private static func leave(_ state: inout State) {
    state.context = .reading
    state.fitPage()
  }

  static func perform(_ command: Command, count: Int, on state: inout State) -> [Effect] {
    guard let reading = state.reading else { return [] }
    let page = max(1, state.textHeight - 1)
    switch command {
    case .down: select(reading.outlineSelection + 1, &state)
    case .up: select(reading.outlineSelection - 1, &state)
    case .pageDown: select(reading.outlineSelection + page, &state)
    case .pageUp: select(reading.outlineSelection - page, &state)
    case .halfPageDown: select(reading.outlineSelection + max(1, page / 2), &state)
    case .halfPageUp: select(reading.outlineSelection - max(1, page / 2), &state)
    case .start: select(0, &state)
    case .end: select(reading.sections.count - 1, &state)
    case .open:
      state.go(toSection: reading.outlineSelection)
      leave(&state)
    case .toggleFocus: leave(&state)
    case .clear:
      state.reading?.top = reading.outlineOrigin
      leave(&state)
    case .toggleOutline, .jump, .find, .search, .nextBriefing, .previousBriefing, .back:
      leave(&state)
      return ReadingMode.perform(command, count: count, on: &state)
    default:
      let effects = ReadingMode.perform(command, count: count, on: &state)
      state.noteSection()
      let current = state.reading?.currentSection ?? 0
      state.reading?.outlineSelection = current
      return effects
    }
    return []
  }

  private static func select(_ index: Int, _ state: inout State) {
    guard let count = state.reading?.sections.count else { return }
    let index = min(max(0, index), count - 1)
    state.reading?.outlineSelection = index
    state.go(toSection: index)
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    var line = ReadingMode.draw(state, in: &frame)
    line.hints = [.open, .toggleFocus, .jump, .find, .help]
    return line
  }
}
