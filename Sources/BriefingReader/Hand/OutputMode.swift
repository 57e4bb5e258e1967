import BriefingLayout
import BriefingText

/// Reading what a command has written.
enum OutputMode: InputMode {
  static func move(_ motion: Motion, times: Int, _ state: inout State) -> [Effect] {
    guard var note = state.output?.note else { return [] }
    if !note.move(motion, times: times, rows: Panel(state, rows: state.size.rows).rows.count) {
      state.say("All of it is shown.")
    }
    state.output?.note = note
    return []
  }

  /// The command is ended, if it still runs.
  static func close(_ layer: Layer, _ state: inout State) -> [Effect] {
    guard case .output(let output) = layer, output.output == nil else { return [] }
    state.say("Ended: \(output.command)")
    return [.giveUp(.pipe)]
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    let line = StatusLine(hints: [.move(.pageDown), .leave])
    guard let output = state.output else { return line }
    guard let note = output.note else {
      let panel = Panel(state, rows: 1)
      panel.draw(title: title(of: output), in: &frame)
      let text = output.output == nil ? "…" : "It has written nothing."
      frame.put(
        Cell.cells(text, Style(.faint)), row: panel.rows.lowerBound, column: panel.columns.lowerBound,
        limit: panel.columns.upperBound)
      frame.activate(row: panel.rows.lowerBound, column: panel.columns.lowerBound)
      return line
    }
    note.draw(title: title(of: output), state, in: &frame)
    return line
  }

  /// How it ended comes first: a long command is cut.
  private static func title(of output: OutputState) -> String {
    "\(output.output?.ending ?? "running"): \(output.command)"
  }
}

extension State {
  /// What a command has written.
  var output: OutputState? {
    get { top { if case .output(let output) = $0 { output } else { nil } } }
    set { replaceTop(newValue.map(Layer.output)) { if case .output = $0 { true } else { false } } }
  }

  /// Takes in what came back from a command.
  mutating func take(_ piped: PipedOutput, serial: Int) {
    guard output?.serial == serial else { return }
    output?.output = piped
    output?.note = piped.page.map { NoteState(0..<$0.unitCount, of: $0) }
    if !piped.isComplete { complain("The command: \(piped.ending).") }
    fitOutput()
  }

  /// Lays out what a command has written again where its window has another width.
  mutating func fitOutput() {
    guard let page = output?.note?.page else { return }
    let width = Panel(self, rows: 1).columns.count
    if page.width != width { output?.note?.page = page.resized(to: width) }
  }
}
