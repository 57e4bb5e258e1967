import BriefingLayout

/// The outline has the keys: its selected section is shown beside it while one moves.
enum OutlineMode: InputMode {
  static func enter(_ state: inout State) {
    guard let reading = state.reading else { return }
    guard !reading.sections.isEmpty else { return state.say("This briefing has no sections.") }
    state.push(.outline(OutlineState(origin: reading.top)))
    state.fitPage()
  }

  static func move(_ motion: Motion, times: Int, _ state: inout State) -> [Effect] {
    guard let reading = state.reading else { return [] }
    let section = motion.index(
      from: reading.currentSection ?? 0, page: max(1, state.textHeight - 1), count: reading.sections.count,
      times: times)
    state.go(toSection: section)
    return []
  }

  static func accept(_ state: inout State) -> [Effect] {
    state.go(toSection: state.reading?.currentSection ?? 0)
    return state.pop()
  }

  static func leave(_ state: inout State) -> [Effect] {
    if let origin = state.outline?.origin { state.reading?.top = origin }
    return state.pop()
  }

  static func interrupt(_ state: inout State) -> [Effect] { state.interruptFinding() ?? leave(&state) }

  static func toggleFocus(_ state: inout State) { state.closeOutline() }

  static func close(_ layer: Layer, _ state: inout State) -> [Effect] {
    state.fitPage()
    return []
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let reading = state.reading else { return StatusLine(hints: []) }
    var line = ReadingMode.status(ReadingView(state, reading))
    if let count = state.newCount(in: reading) { line.facts.append(.init(text: count)) }
    line.hints = [.accept, .toggleFocus, .jump, .find, .help]
    return line
  }
}

extension State {
  /// The outline that has the keys.
  var outline: OutlineState? { top { if case .outline(let outline) = $0 { outline } else { nil } } }
}
