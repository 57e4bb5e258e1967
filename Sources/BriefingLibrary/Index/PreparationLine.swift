import Dispatch
import Synchronization

/// Briefings on their way from the threads that read them to the one that writes them.
///
/// The readers wait where the writer is far behind, so that memory has a bound.
final class PreparationLine: Sendable {
  /// What became of a briefing: its words, or why it cannot be read.
  typealias Result = Swift.Result<PreparedBriefing, FileError>

  /// What has arrived for the writer.
  struct Arrival {
    /// Each briefing's place among those that were asked for, and what became of it.
    var results: [(position: Int, result: Result)] = []
    /// The words of those that could be read, a count for each thread's turn.
    var words: [WordCounts] = []
  }

  private struct State {
    var next = 0
    var ready = Arrival()
    var isStopped = false
  }

  /// Briefings that a thread reads before it hands them over.
  private static let chunk = 32
  /// Chunks that wait for the writer at most.
  private static let room = 96

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

  /// Reads one chunk after the other until none is left; any number of threads do this.
  func work(_ prepare: (Int) throws -> PreparedBriefing) {
    while true {
      vacancies.wait()
      let (start, isStopped) = state.withLock { state in
        defer { state.next = min(count, state.next + Self.chunk) }
        return (state.next, state.isStopped)
      }
      guard !isStopped, start < count else {
        // For the next one that waits here.
        vacancies.signal()
        return
      }
      var results: [(position: Int, result: Result)] = []
      var words = WordCounts()
      var sections: Int32 = 0
      for position in start..<min(count, start + Self.chunk) {
        do {
          let briefing = try prepare(position)
          briefing.count(in: &words, from: &sections)
          results.append((position, .success(briefing)))
        } catch let error as FileError {
          results.append((position, .failure(error)))
        } catch {
          return stop()
        }
      }
      state.withLock { state in
        state.ready.results += results
        state.ready.words.append(words)
      }
      arrived.signal()
    }
  }

  /// Takes what has arrived, as soon as it is `wanted` briefings or more; nil when cancelled.
  ///
  /// - Parameters:
  ///   - wanted: No more than are left to come.
  ///   - isCancelled: Asked on the calling thread, some ten times a second.
  func take(atLeast wanted: Int, isCancelled: () -> Bool) -> Arrival? {
    while true {
      if isCancelled() || isStopped { return nil }
      let ready = state.withLock { state -> Arrival? in
        guard state.ready.results.count >= wanted else { return nil }
        defer { state.ready = Arrival() }
        return state.ready
      }
      if let ready {
        for _ in ready.words { vacancies.signal() }
        return ready
      }
      _ = arrived.wait(timeout: .now() + .milliseconds(100))
    }
  }
}
