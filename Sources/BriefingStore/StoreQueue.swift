import BriefingReading
import Dispatch
import Synchronization

/// What waits to be written, and who waits for that.
final class StoreQueue: Sendable {
  private struct State {
    var pending: [StateChange] = []
    /// How many changes were added.
    var added = 0
    /// How many of them need no more writing.
    var done = 0
    var isUrgent = false
    var isClosing = false
    var isOver = false
    var waiting: [(upTo: Int, DispatchSemaphore)] = []
  }

  /// What the writer is to do.
  struct Work {
    var changes: [StateChange]
    /// The number of the last of them.
    var last: Int
    /// Whether somebody waits for it.
    var isUrgent: Bool
    var isClosing: Bool

    /// Whether the store ends with nothing to write.
    var isIdleEnd: Bool { isClosing && changes.isEmpty }
  }

  /// Changes that wait at most, where nothing can be written; the oldest are forgotten.
  private static let limit = 50_000

  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)
  private let ended = DispatchGroup()

  init() { ended.enter() }

  /// Adds changes; never waits. Returns the number of the last one.
  @discardableResult
  func add(_ changes: [StateChange]) -> Int {
    let last = state.withLock { state in
      for change in changes {
        state.added += 1
        // Of a place that moves with every key only the last counts.
        if let last = state.pending.indices.last, change.replaces(state.pending[last]) {
          state.pending[last] = change
        } else {
          state.pending.append(change)
        }
      }
      if state.pending.count > Self.limit { state.pending.removeFirst(state.pending.count - Self.limit) }
      return state.added
    }
    arrived.signal()
    return last
  }

  /// Has the writer look whether there is something to do.
  func wake() { arrived.signal() }

  /// Waits until there is something to do, or for some milliseconds. What it returns stays until it is done.
  func next(milliseconds: Int) -> Work {
    _ = arrived.wait(timeout: .now() + .milliseconds(milliseconds))
    return current
  }

  /// Whether nothing waits to be written.
  var isIdle: Bool { state.withLock { $0.pending.isEmpty } }

  /// What is to be done now.
  var current: Work {
    state.withLock { state in
      Work(
        changes: state.pending, last: state.added, isUrgent: state.isUrgent || state.isClosing,
        isClosing: state.isClosing)
    }
  }

  /// Notes that changes were written.
  func finish(_ work: Work) {
    state.withLock { state in
      // What came meanwhile stays, but it may have taken the place of the last one.
      let isSame = zip(state.pending, work.changes).reduce(0) { $1.0 == $1.1 ? $0 + 1 : $0 }
      if state.added == work.last {
        state.pending = []
      } else {
        state.pending.removeFirst(min(isSame, work.changes.count, state.pending.count))
      }
      state.done = work.last
      state.isUrgent = state.waiting.contains { $0.upTo > state.done }
      for waiter in state.waiting where waiter.upTo <= state.done { waiter.1.signal() }
      state.waiting.removeAll { $0.upTo <= state.done }
    }
  }

  /// Wakes all who wait: what they wait for cannot be written now.
  func giveUp() {
    state.withLock { state in
      for waiter in state.waiting { waiter.1.signal() }
      state.waiting = []
      state.isUrgent = false
    }
  }

  /// Waits until all that was added is written; false where that was not in time.
  func flush(milliseconds: Int) -> Bool {
    let waiter = state.withLock { state -> (Int, DispatchSemaphore)? in
      guard state.done < state.added, !state.isOver else { return nil }
      let waiter = (upTo: state.added, DispatchSemaphore(value: 0))
      state.waiting.append(waiter)
      state.isUrgent = true
      return waiter
    }
    if let waiter {
      arrived.signal()
      _ = waiter.1.wait(timeout: .now() + .milliseconds(milliseconds))
    }
    return state.withLock { $0.done >= (waiter?.0 ?? $0.added) }
  }

  /// Asks the writer to end, and waits for that; false where it was not in time.
  func close(milliseconds: Int) -> Bool {
    state.withLock { $0.isClosing = true }
    arrived.signal()
    let isInTime = ended.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
    return isInTime && state.withLock { $0.done >= $0.added }
  }

  /// Whether nobody writes any more.
  var isOver: Bool { state.withLock { $0.isOver } }

  /// Notes that nobody writes any more.
  func end() {
    state.withLock { $0.isOver = true }
    giveUp()
    ended.leave()
  }
}

extension StateChange {
  /// Whether it makes an earlier change needless.
  fileprivate func replaces(_ other: StateChange) -> Bool {
    switch (self, other) {
    case (.place(let mine, _), .place(let its, _)), (.furthest(let mine, _), .furthest(let its, _)):
      mine == its
    case (.bookmark(let mine), .bookmark(let its)): mine.letter == its.letter
    default: false
    }
  }
}
