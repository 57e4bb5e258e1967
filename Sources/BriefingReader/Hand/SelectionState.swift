import BriefingLayout

/// Rows of the text that are selected.
struct SelectionState: Hashable, Sendable {
  /// The row that was selected first.
  var origin: Place
  /// The row at the other end, which moves.
  var end: Place

  /// All of them.
  var places: ClosedRange<Place> { min(origin, end)...max(origin, end) }
}
