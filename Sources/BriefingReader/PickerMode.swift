import BriefingCore
import BriefingLayout

/// Typing which section to jump to.
enum PickerMode: InputMode {
  static func open(_ state: inout State) {
    guard let reading = state.reading else { return }
    guard !reading.sections.isEmpty else { return state.say("This briefing has no sections to jump to.") }
    state.picker = PickerState(sectionCount: reading.sections.count, current: reading.currentSection)
    state.prompt = LineEditor()
    state.context = .picker
  }

  static func perform(_ command: Command, count: Int, on state: inout State) -> [Effect] {
    guard let picker = state.picker else { return [] }
    switch command {
    case .selectNext: state.picker?.select(picker.selection + 1)
    case .selectPrevious: state.picker?.select(picker.selection - 1)
    case .accept:
      // Typed ahead: what is meant is the best of what is not there yet.
      if picker.awaited != nil { state.picker?.isAccepted = true } else { accept(&state) }
    case .cancel: close(&state)
    default: break
    }
    return []
  }

  private static func accept(_ state: inout State) {
    guard let picker = state.picker, let choice = picker[picker.selection] else { return }
    close(&state)
    state.leaveTrail()
    state.go(toSection: choice.section)
  }

  private static func close(_ state: inout State) {
    state.picker = nil
    state.prompt = nil
    state.context = .reading
  }

  static func promptChanged(_ state: inout State) -> [Effect] {
    let text = state.prompt?.text ?? ""
    state.picker?.narrow(to: text)
    guard let reading = state.reading, state.picker?.awaited != nil else { return [] }
    return [.pick(PickRequest(serial: reading.serial, text: text, sections: reading.sections))]
  }

  /// Takes in what fits what was typed.
  static func take(_ choices: [PickerState.Choice], of text: String, _ state: inout State) {
    guard state.picker?.take(choices, of: text) == true, let picker = state.picker, picker.isAccepted else {
      return
    }
    state.picker?.isAccepted = false
    accept(&state)
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    ReadingMode.draw(state, in: &frame)
    guard let picker = state.picker, let reading = state.reading else { return status(state) }
    let panel = Panel(state, rows: max(1, picker.count))
    panel.draw(title: "Sections", in: &frame)
    if picker.count == 0 {
      frame.put(
        Cell.cells("No section fits.", Style(.faint)), row: panel.rows.lowerBound,
        column: panel.columns.lowerBound)
    }
    let height = panel.rows.count
    let top = max(0, min(picker.selection - height / 2, picker.count - height))
    for (row, index) in zip(panel.rows, top..<max(top, picker.count)) {
      guard let choice = picker[index] else { break }
      let cells = cells(of: reading.sections[choice.section], lit: choice.match.positions)
      frame.put(cells.fitted(to: panel.columns.count), row: row, column: panel.columns.lowerBound)
      if index == picker.selection { frame.add(.selected, row: row, columns: panel.columns) }
    }
    return status(state)
  }

  /// Number and title as they were matched, each matched character lit.
  private static func cells(of section: Section, lit positions: [Int]) -> [Cell] {
    let indent = String(repeating: " ", count: 2 * min(section.number.count - 1, 3))
    var cells = Cell.cells(" " + indent)
    let lit = Set(positions)
    let numberLength = section.numberText.count
    for (index, character) in "\(section.numberText) \(section.title)".prefix(FuzzyCandidate.length)
      .enumerated()
    {
      let role: Style.Role = index < numberLength ? .faint : .text
      cells += Cell.cells(String(character), Style(role, lit.contains(index) ? .match : []))
      if index == numberLength { cells += Cell.cells(" ") }
    }
    return cells
  }

  private static func status(_ state: State) -> StatusLine {
    var line = StatusLine(hints: [.accept, .selectNext, .cancel])
    line.label = "Jump to: "
    if let picker = state.picker {
      line.isCountError = picker.count == 0 && picker.awaited == nil
      line.count =
        picker.awaited != nil
        ? "…" : picker.count == 0 ? "nothing fits" : "\(picker.count) of \(picker.sectionCount)"
    }
    return line
  }
}
