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
    private let handlers = Mutex<[@Sendable () -> Void]>([])

    var isReached: Bool { isOver.load(ordering: .acquiring) }

    /// From now on nobody wants the work.
    func reach() {
      isOver.store(true, ordering: .releasing)
      let handlers = handlers.withLock { handlers in
        defer { handlers = [] }
        return handlers
      }
      for handler in handlers { handler() }
    }

    func whenReached(_ handler: @escaping @Sendable () -> Void) {
      let isLate = handlers.withLock { handlers in
        if !isReached { handlers.append(handler) }
        return isReached
      }
      if isLate { handler() }
    }

    func wait() {
      let signal = DispatchSemaphore(value: 0)
      whenReached { signal.signal() }
      signal.wait()
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

  /// Does something as soon as nobody wants returns any more, on the thread that says so; at once where that is so.
  public func whenUnwanted(_ handler: @escaping @Sendable () -> Void) { end.whenReached(handler) }

  /// Sleeps until nobody wants returns any more.
  public func waitUntilUnwanted() { end.wait() }
}
