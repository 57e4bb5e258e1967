import BriefingCore
import BriefingSearch

extension BriefingDate {
  /// Minutes since year 0 by which briefings are ordered, UTC where an offset says so.
  package var moment: Int { Day(self).number * 24 * 60 + (minute ?? 0) - (minute == nil ? 0 : offset ?? 0) }
}
