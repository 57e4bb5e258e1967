import Glibc

/// How long `poll` may sleep.
enum PollTimeout {
  /// Milliseconds until a deadline, rounded up, so that it does not wake just before; -1, for ever, without one.
  static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let rest = ContinuousClock.now.duration(to: deadline).components
    guard rest.seconds >= 0, rest.attoseconds > 0 || rest.seconds > 0 else { return 0 }
    return Int32(
      clamping: rest.seconds * 1000 + (rest.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
