/// A moment as two clocks tell it. Whoever runs the reader tells it before each event; the reader has no clock.
public struct Moment: Hashable, Sendable {
  /// Milliseconds of a clock that never goes back, and that stands still while the program has no screen.
  public var uptime: Int
  /// Milliseconds since 1970 (UTC).
  public var time: Int64

  /// Makes a moment.
  public init(uptime: Int = 0, time: Int64 = 0) {
    self.uptime = uptime
    self.time = time
  }
}
