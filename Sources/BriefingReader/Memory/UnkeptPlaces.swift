import BriefingLayout
import BriefingReading

/// Places of a briefing that are still to be kept: not at every key, but soon.
struct UnkeptPlaces: Sendable {
  /// Which opened briefing it is.
  var serial: Int
  var text: Remembrance.Text
  /// When it is time, on the clock of ``Moment/uptime``.
  var due: Int

  /// Milliseconds that a place waits at most, for another one to take its place.
  static let patience = 400
}
