import BriefingLayout
import BriefingText

/// Asks before anything is written into the library: the paths are shown first.
enum ImportQuestionMode: InputMode {
  static func accept(_ state: inout State) -> [Effect] {
    // What is not known yet cannot be agreed to.
    guard let plan = state.importQuestion?.plan else { return [] }
    return state.pop() + [.work(.writeImport(plan))]
  }

  static func leave(_ state: inout State) -> [Effect] {
    state.say("Not imported.")
    return state.pop()
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    let width = Panel(state, rows: 1).columns.count
    let lines = lines(of: state.importQuestion?.plan, width: width)
    let panel = Panel(state, rows: lines.count)
    let isKnown = state.importQuestion?.plan != nil
    panel.draw(
      title: isKnown ? "Write to the library?" : "Reading …",
      below: Panel.more(lines.count - panel.rows.count), in: &frame)
    for (row, line) in zip(panel.rows, lines) { frame.put(line, row: row, column: panel.columns.lowerBound) }
    frame.activate(row: panel.rows.lowerBound, column: panel.columns.lowerBound)
    return StatusLine(hints: isKnown ? [.accept, .leave] : [.leave])
  }

  /// The paths whole, in as many lines as they take, then what was noticed.
  private static func lines(of plan: ImportPlan?, width: Int) -> [[Cell]] {
    guard let plan else { return [Cell.cells("…", Style(.faint))] }
    let texts =
      plan.files.map { Cell.cells($0.path, Style(.text, .strong)) }
      + plan.remarks.map { Cell.cells($0 + ".", Style(.faint)) }
    return texts.flatMap { cells in
      stride(from: 0, to: max(1, cells.count), by: max(1, width)).map { start in
        Array(cells.dropFirst(start).prefix(width))
      }
    }
  }
}
