import BriefingLayout

/// Typing the file that is to be imported, or pasting an article.
enum ImportMode: InputMode {
  static func accept(_ state: inout State) -> [Effect] {
    let path = state.prompt?.text ?? ""
    let effects = state.pop()
    guard let path = State.importArgument(of: "import \(path)"), !path.isEmpty else { return effects }
    return effects + state.plan(importOf: .file(path))
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    var line = StatusLine(hints: [.accept, .leave])
    line.label = "Import, a file or pasted text: "
    return line
  }
}
