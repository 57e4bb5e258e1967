import BriefingLayout

/// Only the lines of the text that match.
struct OnlyState: Hashable, Sendable {
  /// The match in the selected line, by its 0-based place among all: the first one of that line.
  var match: Int
  /// Where the reader was in the text, and how far wide units were panned: there they come back to.
  var origin: Place
  var pan = 0
  /// What is looked for among the lines, and was found anywhere; nil where nothing is.
  var within: FindState?
  /// The query among the lines whose answer is not there yet.
  var awaited: FindQuery?
}
