import Synchronization

/// A large briefing that the reader has left. To free its memory takes up to a third of a second, so a job does it.
public final class Discarded: Sendable {
  private let reading: Mutex<ReadingState?>

  init(_ reading: ReadingState) { self.reading = Mutex(reading) }

  /// Frees it, on the calling thread.
  public func free() {
    // Not under the lock.
    var reading = reading.withLock { $0.take() }
    reading = nil
    _ = reading
  }
}

extension State {
  /// Below so many bytes of source nobody notices.
  private static let largeSource = 1 << 20

  /// Has a briefing freed that is not read any more.
  func discard(_ reading: ReadingState) -> [Effect] {
    guard reading.briefing.document.source.count >= Self.largeSource else { return [] }
    return [.work(.discard(Discarded(reading)))]
  }
}
