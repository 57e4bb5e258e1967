import BriefingCore
import BriefingLayout
import BriefingText

/// Typing which section to jump to.
enum PickerMode: InputMode {
  static func open(_ state: inout State) {
    state.closeOutline()
    guard let reading = state.reading else { return }
    guard !reading.sections.isEmpty else { return state.say("This briefing has no sections to jump to.") }
    state.push(
      .picker(PickerState(sectionCount: reading.sections.count, current: reading.currentSection)))
  }

  static func select(_ direction: Direction, _ state: inout State) -> [Effect] {
    if let selection = state.picker?.selection { state.picker?.select(selection + direction.step) }
    return []
  }

  static func accept(_ state: inout State) -> [Effect] {
    // Typed ahead: what is meant is the best of what is not there yet.
    if state.picker?.awaited != nil { state.picker?.isAccepted = true } else { jump(&state) }
    return []
  }

  private static func jump(_ state: inout State) {
    guard let picker = state.picker, let choice = picker[picker.selection] else {
      return state.say("No section matches.")
    }
    state.layers.removeLast()
    state.leap(toSection: choice.section)
  }

  static func promptChanged(_ state: inout State) -> [Effect] {
    state.picker?.narrow()
    guard let reading = state.reading, let text = state.picker?.awaited else { return [] }
    let request = PickRequest(
      serial: reading.serial, text: text, sections: reading.sections, earlier: state.picker?.fitting)
    return [.work(.pick(request))]
  }

  /// Takes in what fits what was typed.
  static func take(_ choices: PickerState.Choices, _ state: inout State) {
    guard case .picker? = state.layers.last, state.picker?.take(choices) == true,
      state.picker?.isAccepted == true
    else { return }
    state.picker?.isAccepted = false
    jump(&state)
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let picker = state.picker, let reading = state.reading else { return status(state) }
    let panel = Panel(state, rows: max(1, picker.count))
    let height = panel.rows.count
    let top = max(0, min(picker.selection - height / 2, picker.count - height))
    panel.draw(
      title: "Sections", above: Panel.more(top), below: Panel.more(picker.count - top - height), in: &frame)
    if picker.count == 0 {
      frame.put(
        Cell.cells("No section matches.", Style(.faint)), row: panel.rows.lowerBound,
        column: panel.columns.lowerBound)
    }
    let pattern = FuzzyPattern(picker.fitting?.text ?? "")
    for (row, index) in zip(panel.rows, top..<max(top, picker.count)) {
      guard let choice = picker[index] else { break }
      let cells = cells(of: reading.sections[choice.section], pattern)
      frame.put(cells.fitted(to: panel.columns.count), row: row, column: panel.columns.lowerBound)
      frame.mark(.choice(index), row: row, columns: panel.inside)
      if index == picker.selection { frame.add(.selected, row: row, columns: panel.inside) }
    }
    return status(state)
  }

  /// Number and title as they were matched, each matched character lit.
  private static func cells(of section: Section, _ pattern: FuzzyPattern) -> [Cell] {
    let indent = String(repeating: " ", count: 2 * min(section.number.count - 1, 3))
    var cells = Cell.cells(indent)
    let lit = Set(FuzzyMatch(pattern, in: FuzzyCandidate(picking: section))?.positions ?? [])
    let numberLength = section.shownNumber.count
    for (index, character) in section.label.prefix(FuzzyCandidate.length).enumerated() {
      let role: Style.Role = index < numberLength ? .faint : .text
      cells += Cell.cells(String(character), Style(role, lit.contains(index) ? .match : []))
      if index == numberLength { cells += Cell.cells(" ") }
    }
    return cells
  }

  private static func status(_ state: State) -> StatusLine {
    var line = StatusLine(hints: [.accept, .select(.forward), .leave])
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

extension State {
  /// The sections to jump to.
  var picker: PickerState? {
    get { top { if case .picker(let picker) = $0 { picker } else { nil } } }
    set { replaceTop(newValue.map(Layer.picker)) { if case .picker = $0 { true } else { false } } }
  }
}
