import BriefingLayout

/// How far a search has come whose matches are still being counted.
struct FindCount: Sendable {
  /// What was found so far.
  var found: FindMatches
  /// When it began, on the clock of `Moment.uptime`.
  var began: Int
  /// Units of the text that is being searched, as far as it was collected then; nil where more has to be collected first.
  var asked: Int?
  /// Whether what was found so far is shown.
  var isShown = false

  /// Matches that are shown while they are counted at most: to show more takes longer than a key may wait.
  static let mostShown = 500_000
  /// Milliseconds before progress is said: most searches are over by then.
  static let patience = 200

  /// How much of a text of so many units was searched, in percent; nil where it is too early to say.
  func percent(of units: Int, at uptime: Int) -> Int? {
    guard uptime - began >= Self.patience else { return nil }
    return units > 0 ? found.searchedUnits * 100 / units : 0
  }
}
