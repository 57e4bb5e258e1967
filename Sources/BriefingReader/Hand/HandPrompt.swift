/// What is typed after a part of a briefing was chosen: a command that gets it, or the file that it is written to.
struct HandPrompt: Sendable {
  /// What is handed on.
  let extract: Extract
  var prompt = LineEditor()
}
