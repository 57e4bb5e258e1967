import BriefingLayout

/// Typing the command that gets the section or the selected lines.
enum PipeMode: InputMode {
  static func accept(_ state: inout State) -> [Effect] {
    guard let hand = state.handPrompt else { return [] }
    let effects = state.pop()
    guard hand.prompt.text.contains(where: { !$0.isWhitespace }) else { return effects }
    state.lastSerial += 1
    let request = PipeRequest(serial: state.lastSerial, extract: hand.extract, command: hand.prompt.text)
    state.push(.output(OutputState(serial: request.serial, command: request.command)))
    return effects + [.work(.pipe(request))]
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    var line = StatusLine(hints: [.accept, .leave])
    line.label = "Pipe \(state.handPrompt?.extract.label ?? "") to: "
    return line
  }
}

/// Typing the file that the section or the selected lines are written to.
enum WriteMode: InputMode {
  static func accept(_ state: inout State) -> [Effect] {
    guard let hand = state.handPrompt else { return [] }
    let effects = state.pop()
    guard !hand.prompt.isEmpty else { return effects }
    return effects + [.work(.write(WriteRequest(extract: hand.extract, path: hand.prompt.text)))]
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    var line = StatusLine(hints: [.accept, .leave])
    line.label = "Write \(state.handPrompt?.extract.label ?? "") to a new file: "
    return line
  }
}

extension State {
  /// What is typed for something that is handed on.
  var handPrompt: HandPrompt? {
    top {
      switch $0 {
      case .pipe(let hand), .write(let hand): hand
      default: nil
      }
    }
  }
}
