/// What is typed to say where to go.
struct GoToState: Hashable, Sendable {
  var prompt = LineEditor()
  /// Whether a number alone is a percentage, and no line.
  var isPercent = false
}
