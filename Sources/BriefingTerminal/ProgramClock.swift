import BriefingReader
import Glibc

/// What time it is. ``Moment/uptime`` stands still while the machine sleeps and while another program has the screen:
/// nobody reads then.
struct ProgramClock {
  private let start = SuspendingClock.now
  private var away = Duration.zero

  /// The moment now.
  var now: Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(
      uptime: Self.milliseconds(start.duration(to: .now) - away),
      time: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Says that the screen is given away, and when.
  func pause() -> SuspendingClock.Instant { .now }

  /// Takes out the time since a pause.
  mutating func resume(_ pause: SuspendingClock.Instant) { away += pause.duration(to: .now) }

  private static func milliseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
