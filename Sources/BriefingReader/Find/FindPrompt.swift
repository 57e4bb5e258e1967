/// What is typed to find, and which of the earlier texts it is.
struct FindPrompt: Hashable, Sendable {
  var prompt = LineEditor()
  /// Index into the history, 0 is the latest; nil where what is typed is new.
  var recalled: Int?
  /// What was typed before anything was brought back.
  var draft = ""
}
