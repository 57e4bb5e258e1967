/// What is typed to find, and which of the earlier texts it is.
struct FindPrompt: Hashable, Sendable {
  var prompt = LineEditor()
  /// Whether what is typed is a regular expression.
  var isPattern = false
  /// Whether only the lines that match are to be shown.
  var isOnly = false
  /// Whether it is looked for among those lines, where they are shown.
  var isWithin = false
  /// What is wrong with the expression; nil where nothing is.
  var problem: String?
  /// Index into the history, 0 is the latest; nil where what is typed is new.
  var recalled: Int?
  /// What was typed before anything was brought back.
  var draft = ""
}
