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
