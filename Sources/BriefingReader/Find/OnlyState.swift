/// Only the lines of the text that match.
struct OnlyState: Hashable, Sendable {
  /// The match in the selected line, by its 0-based place among all: the first one of that line.
  var match: Int
}
