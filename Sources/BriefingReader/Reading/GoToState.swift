/// What is typed to say where to go.
struct GoToState: Hashable, Sendable {
  var prompt = LineEditor()
}
