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

  static func move(_ motion: Motion, times: Int, _ state: inout State) -> [Effect] {
    guard let question = state.importQuestion else { return [] }
    let text = text(question, state)
    let last = max(0, text.lines.count - text.panel.rows.count)
    if last == 0 { state.say("All of it is shown.") }
    state.importQuestion?.top = motion.index(
      from: text.first, page: text.panel.rows.count, count: last + 1, times: times)
    return []
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let question = state.importQuestion else { return StatusLine(hints: [.leave]) }
    let (panel, lines, first) = text(question, state)
    let isKnown = question.plan != nil
    panel.draw(
      title: isKnown ? "Write to the library?" : "Reading …", above: Panel.more(first),
      below: Panel.more(lines.count - first - panel.rows.count), in: &frame)
    for (row, line) in zip(panel.rows, lines[first...]) {
      frame.put(line, row: row, column: panel.columns.lowerBound)
    }
    frame.activate(row: panel.rows.lowerBound, column: panel.columns.lowerBound)
    guard isKnown else { return StatusLine(hints: [.leave]) }
    let isLonger = lines.count > panel.rows.count
    return StatusLine(hints: isLonger ? [.accept, .leave, .move(.pageDown)] : [.accept, .leave])
  }

  /// The window and its lines, of which the window shows some from the first one on: it may have grown since the reader scrolled.
  private static func text(
    _ question: ImportQuestion, _ state: State
  ) -> (panel: Panel, lines: [[Cell]], first: Int) {
    let lines = lines(of: question.plan, width: Panel(state, rows: 1).columns.count)
    let panel = Panel(state, rows: lines.count)
    return (panel, lines, max(0, min(question.top, lines.count - panel.rows.count)))
  }

  /// The paths whole, in as many lines as they take, then what was noticed.
  private static func lines(of plan: ImportPlan?, width: Int) -> [[Cell]] {
    guard let plan else { return [Cell.cells("…", Style(.faint))] }
    let width = max(1, width)
    return plan.files.flatMap { Cell.cells($0.path, Style(.text, .strong)).cut(to: width) }
      + plan.remarks.flatMap { Cell.cells($0 + ".", Style(.faint)).wrapped(to: width) }
  }
}
