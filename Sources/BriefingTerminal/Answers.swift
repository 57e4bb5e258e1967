import BriefingReader
import Dispatch
import Synchronization

/// Where a piece of work hands over its answers, and how it learns that nobody wants them any more, on whatever thread.
public struct Answers: Sendable {
  private let hand: @Sendable (Event) -> Void
  private let end: End

  /// Whether work is wanted, and who waits for the end of that.
  final class End: Sendable {
    private let isOver = Atomic(false)
    private let signal = DispatchSemaphore(value: 0)

    var isReached: Bool { isOver.load(ordering: .acquiring) }

    /// From now on nobody wants the work.
    func reach() {
      isOver.store(true, ordering: .releasing)
      signal.signal()
    }

    func wait() {
      while !isReached { signal.wait() }
      // Others may wait too.
      signal.signal()
    }
  }

  init(end: End, _ hand: @escaping @Sendable (Event) -> Void) {
    self.end = end
    self.hand = hand
  }

  /// Hands over an answer.
  public func callAsFunction(_ event: Event) { hand(event) }

  /// Whether nobody wants returns any more.
  public var isUnwanted: Bool { end.isReached }

  /// Sleeps until nobody wants returns any more.
  public func waitUntilUnwanted() { end.wait() }
}
