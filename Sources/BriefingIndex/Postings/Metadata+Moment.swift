import BriefingCore
import BriefingSearch

extension Metadata {
  /// A number by which briefings are ordered, the newest highest: minutes since year 0, UTC where an offset says so. Guessed
  /// days are below all that were stated, and what has no date is below these.
  package var moment: Int {
    guard let date else { return -2 * Self.guessed }
    guard dateOrigin?.isGuess != true else { return Day(date).number - Self.guessed }
    return Day(date).number * 24 * 60 + (date.minute ?? 0) - (date.minute == nil ? 0 : date.offset ?? 0)
  }

  /// More than there are days.
  private static var guessed: Int { 10_000_000 }
}
