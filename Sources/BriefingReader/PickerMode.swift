import BriefingCore
import BriefingLayout

/// Typing which section to jump to.
enum PickerMode: InputMode {
  static func open(_ state: inout State) {
    state.closeOutline()
    guard let reading = state.reading else { return }
    guard !reading.sections.isEmpty else { return state.say("This briefing has no sections to jump to.") }
    state.push(.picker(PickerState(reading.sections, current: reading.currentSection)))
  }

  static func select(_ direction: Direction, _ state: inout State) -> [Effect] {
    if let selection = state.picker?.selection { state.picker?.select(selection + direction.step) }
    return []
  }

  static func accept(_ state: inout State) -> [Effect] {
    guard let picker = state.picker, picker.choices.indices.contains(picker.selection) else {
      state.say("No section fits.")
      return []
    }
    let effects = state.pop()
    state.leap(toSection: picker.choices[picker.selection].section)
    return effects
  }

  static func promptChanged(_ state: inout State) -> [Effect] {
    state.picker?.narrow()
    return []
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let picker = state.picker, let reading = state.reading else { return status(state) }
    let panel = Panel(state, rows: max(1, picker.choices.count))
    let height = panel.rows.count
    let top = max(0, min(picker.selection - height / 2, picker.choices.count - height))
    panel.draw(title: "Sections", above: top, below: max(0, picker.choices.count - top - height), in: &frame)
    if picker.choices.isEmpty {
      frame.put(
        Cell.cells("No section fits.", Style(.faint)), row: panel.rows.lowerBound,
        column: panel.columns.lowerBound)
    }
    for (row, index) in zip(panel.rows, top..<max(top, picker.choices.count)) {
      let choice = picker.choices[index]
      let cells = cells(of: reading.sections[choice.section], lit: choice.match.positions)
      frame.put(cells.fitted(to: panel.columns.count), row: row, column: panel.columns.lowerBound)
      if index == picker.selection { frame.add(.selected, row: row, columns: panel.inside) }
    }
    return status(state)
  }

  /// Number and title as they were matched, each matched character lit.
  private static func cells(of section: Section, lit positions: [Int]) -> [Cell] {
    let indent = String(repeating: " ", count: 2 * min(section.number.count - 1, 3))
    var cells = Cell.cells(indent)
    let lit = Set(positions)
    let numberLength = section.numberText.count
    for (index, character) in "\(section.numberText) \(section.title)".enumerated() {
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
      line.isCountError = picker.choices.isEmpty
      line.count = picker.choices.isEmpty ? "nothing fits" : "\(picker.choices.count) of \(picker.count)"
    }
    return line
  }
}
