import Dispatch
import Synchronization

/// Briefings on their way from the threads that read them to the one that writes them.
///
/// The readers wait where the writer is far behind, so that memory has a bound.
final class PreparationLine: Sendable {
  /// What a thread has read in one turn.
  struct Delivery: Sendable {
    /// Briefings that are English, and all others: segments hold one kind.
    var english = PostingBatch()
    var other = PostingBatch()
    /// What could not be read: each one's place among those that were asked for, and why.
    var failures: [(position: Int, error: FileError)] = []

    /// How many briefings it is about.
    var count: Int { english.briefings.count + other.briefings.count + failures.count }

    /// Whether it is time to hand it over.
    fileprivate var isLarge: Bool { english.byteCount + other.byteCount > 16 << 20 }

    fileprivate mutating func append(_ briefing: PreparedBriefing) {
      if briefing.searchable.isEnglish {
        english.append(briefing.path, briefing.stamp, date: briefing.date, briefing.searchable)
      } else {
        other.append(briefing.path, briefing.stamp, date: briefing.date, briefing.searchable)
      }
    }
  }

  private struct State {
    var next = 0
    var ready: [Delivery] = []
    var isStopped = false
  }

  /// Briefings that a thread reads before it hands them over.
  private static let turn = 64
  /// Deliveries that wait for the writer at most.
  private static let room = 16

  private let count: Int
  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)
  private let vacancies = DispatchSemaphore(value: 0)

  /// Makes a line for so many briefings.
  init(_ count: Int) {
    self.count = count
    // Not its first value: a semaphore that ends below that ends the program, and after a cancellation it would.
    for _ in 0..<Self.room { vacancies.signal() }
  }

  /// Whether nobody wants the rest.
  var isStopped: Bool { state.withLock(\.isStopped) }

  /// Ends the reading; threads that wait go home.
  func stop() {
    state.withLock { $0.isStopped = true }
    vacancies.signal()
  }

  /// Reads one briefing after the other until none is left; any number of threads do this.
  func work(_ prepare: (Int) throws -> PreparedBriefing) {
    while true {
      vacancies.wait()
      let (start, isStopped) = state.withLock { state in
        defer { state.next = min(count, state.next + Self.turn) }
        return (state.next, state.isStopped)
      }
      guard !isStopped, start < count else {
        // For the next one that waits here.
        vacancies.signal()
        return
      }
      var delivery = Delivery()
      for position in start..<min(count, start + Self.turn) {
        do {
          delivery.append(try prepare(position))
        } catch let error as FileError {
          delivery.failures.append((position, error))
        } catch {
          return stop()
        }
        guard delivery.isLarge else { continue }
        hand(over: &delivery)
        vacancies.wait()
        guard !self.isStopped else {
          vacancies.signal()
          return
        }
      }
      hand(over: &delivery)
    }
  }

  private func hand(over delivery: inout Delivery) {
    delivery.english.finish()
    delivery.other.finish()
    let full = delivery
    delivery = Delivery()
    state.withLock { $0.ready.append(full) }
    arrived.signal()
  }

  /// Takes what has arrived; nil when cancelled.
  ///
  /// - Parameter isCancelled: Asked on the calling thread, some ten times a second.
  func take(isCancelled: () -> Bool) -> [Delivery]? {
    while true {
      if isCancelled() || isStopped { return nil }
      let ready = state.withLock { state in
        defer { state.ready = [] }
        return state.ready
      }
      guard ready.isEmpty else {
        for _ in ready { vacancies.signal() }
        return ready
      }
      _ = arrived.wait(timeout: .now() + .milliseconds(100))
    }
  }
}
