import BriefingLayout

/// What has changed in the briefing that is read since it was read before, and what of that is shown.
struct ReadingChanges: Sendable {
  /// What has changed. What is read meanwhile stays a change until the briefing is opened again.
  let text: ChangedText
  /// The page of the text as it is.
  let plain: Page
  /// Whether the page with the marks is the one that is read.
  var isShown = false
  /// The change that the reader is at, by its place among the ``stops``; nil before they have stepped to one.
  var current: Int?

  /// Whether it is kept that the reader knows what was removed.
  var hasToldRemovals = false

  /// The changes in order.
  var stops: [ChangeStop] { text.marked.stops }

  /// What the status line says of them: `change 2 of 5`, or how many there are.
  var fact: String {
    current.map { "change \($0 + 1) of \(stops.count)" } ?? stops.count.counted("change")
  }

  /// The change that the reader is at.
  var currentStop: ChangeStop? { current.map { stops[$0] } }
}
