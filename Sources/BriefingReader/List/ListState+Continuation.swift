import BriefingCore

/// The row above all others, which is none of the order: no filter hides it, and it hides nothing.
extension ListState {
  /// The row of the briefing that is continued; nil where there is none.
  var continuedRow: CatalogueRow? { continuation.flatMap { rows.index(of: $0.path) }.map { rows[$0] } }

  /// Rows above those in order: 0 or 1.
  var rowsAbove: Int { continuedRow == nil ? 0 : 1 }

  /// Whether that row is selected.
  var isAtContinuation: Bool { prefersContinuation && continuedRow != nil }

  /// Offers to continue a briefing. Its row is selected where nobody has selected one yet.
  mutating func offer(_ continuation: Continuation?) {
    self.continuation = continuation
    if selectedPath == nil, filter.isEmpty { prefersContinuation = true }
  }

  /// Moves the selection so many times, the row above all others included.
  mutating func move(_ motion: Motion, page: Int, times: Int) {
    let here = isAtContinuation ? 0 : selection + rowsAbove
    let there = motion.index(from: here, page: page, count: shown.count + rowsAbove, times: times)
    if there < rowsAbove {
      prefersContinuation = true
    } else {
      select(there - rowsAbove)
    }
  }
}
