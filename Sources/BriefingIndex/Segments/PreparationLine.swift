import BriefingFiles
import BriefingSearch
import Dispatch
import Synchronization

/// Briefings on their way from the threads that read them to the one that writes them.
///
/// The readers wait where the writer is far after, so that memory has a bound.
final class PreparationLine: Sendable {
  /// What a thread has read in one turn.
  struct Delivery: Sendable {
    /// Briefings by their language: segments hold one kind.
    var batches: [Language?: PostingBatch] = [:]
    /// Briefings of so many words that each is a segment of its own.
    var wide: [WideBriefing] = []
    /// What could not be read: each one's place among those that were asked for, and why.
    var failures: [(position: Int, error: FileError)] = []
    /// Bytes of what was read.
    var bytesRead: Int64 = 0
    /// The turn of the large file that it is about; that one is to be written by itself, so that the next may come.
    var turn: LargeFiles.Turn?

    /// Bytes of the heavy file that it is about, see ``PreparationLine/heavyLimit``.
    fileprivate var heavy: Int64 = 0

    /// How many briefings it is about.
    var count: Int { failures.count + wide.count + batches.values.reduce(0) { $0 + $1.briefings.count } }

    /// About how much memory it takes.
    fileprivate var memory: Int {
      batches.values.reduce(0) { $0 + $1.memory } + wide.reduce(0) { $0 + $1.memory }
    }

    fileprivate mutating func append(_ briefing: inout PreparedBriefing, _ stemmers: Stemmers) {
      bytesRead += Int64(briefing.byteCount)
      let wide = WideBriefing(
        briefing.path, briefing.stamp, moment: briefing.moment, briefing.searchable)
      if let wide {
        self.wide.append(wide)
        return
      }
      let language = briefing.searchable.language
      batches[language, default: PostingBatch()].append(
        briefing.path, briefing.stamp, moment: briefing.moment, &briefing.searchable,
        language.map { stemmers[$0] })
    }
  }

  private struct State {
    var next = 0
    /// Bytes of the heavy files that are being read, or wait to be handed over.
    var heavy: Int64 = 0
    /// Threads that wait until there is room for another heavy file.
    var waiting = 0
    var ready: [(delivery: Delivery, vacancies: Int)] = []
  }

  /// Briefings that a thread reads before it hands them over, by how many there are: the more, the fewer words have to be
  /// looked up in the segment, but each thread should have some turns.
  private let turn: Int
  private static let turns = 32...128
  /// Bytes of their files: the last of many large ones should not all be one thread's.
  private static let turnSize: Int64 = 4 << 20
  /// Bytes of memory that a delivery takes before it is handed over.
  private static let deliverySize = 4 << 20
  /// What waits for the writer at most: so many deliveries, or as many times this much memory.
  private static let (deliveryLimit, vacancySize) = (12, 2 << 20)
  /// Threads at most: each has a briefing in memory.
  static let threadLimit = 8

  /// Bytes beyond which a file is heavy: what is made of it may be many times as large.
  private static let heavySize: Int64 = 1 << 18
  /// Bytes of the heavy files that are read at a time, whatever the number of threads. Each is smaller: of the large ones
  /// ``LargeFiles`` takes one at a time.
  private static let heavyLimit: Int64 = 8 << 20

  private let count: Int
  private let size: @Sendable (Int) -> Int64
  private let state = Mutex(State())
  /// Set under the lock of the state. Each thread asks for it at every paragraph, so that takes no lock.
  private let isOver = Atomic(false)
  private let arrived = DispatchSemaphore(value: 0)
  private let vacancies = DispatchSemaphore(value: 0)
  /// Signalled once for each thread that waits for room, when there may be some.
  private let room = DispatchSemaphore(value: 0)

  /// Makes a line for so many briefings.
  ///
  /// - Parameter size: Bytes of the file of one of them.
  init(_ count: Int, size: @escaping @Sendable (Int) -> Int64) {
    self.count = count
    self.size = size
    turn = min(max(count / 16, Self.turns.lowerBound), Self.turns.upperBound)
    // Not its first value: a semaphore that ends below that ends the program, and after a cancellation it would.
    for _ in 0..<Self.deliveryLimit { vacancies.signal() }
  }

  /// Whether nobody wants the rest.
  var isStopped: Bool { isOver.load(ordering: .relaxed) }

  /// Ends the reading; threads that wait go home.
  func stop() {
    state.withLock { state in
      isOver.store(true, ordering: .relaxed)
      state.ready = []
    }
    vacancies.signal()
    wakeWaiting()
  }

  /// Reads one briefing after the other until none is left; any number of threads do this.
  func work(_ prepare: (Int) throws -> PreparedBriefing) {
    let stemmers = Stemmers()
    while waitForVacancy() {
      let positions = nextTurn()
      guard !positions.isEmpty else {
        // For the next one that waits here.
        vacancies.signal()
        return
      }
      var delivery = Delivery()
      for position in positions {
        let size = size(position)
        let isHeavy = size > Self.heavySize
        if isHeavy ? delivery.count > 0 : delivery.memory > Self.deliverySize {
          guard hand(over: &delivery), waitForVacancy() else { return }
        }
        do {
          if LargeFiles.contains(size) {
            delivery.turn = try LargeFiles.ofLibrary.turn { isStopped }
          } else if isHeavy {
            guard waitForRoom(size) else { return }
            delivery.heavy = size
          }
          var briefing = try prepare(position)
          delivery.append(&briefing, stemmers)
        } catch let error as FileError {
          delivery.failures.append((position, error))
        } catch {
          return stop()
        }
        if isHeavy, position + 1 < positions.upperBound {
          guard hand(over: &delivery), waitForVacancy() else { return }
        }
      }
      guard hand(over: &delivery) else { return }
    }
  }

  /// Takes a vacancy; false where nobody wants the rest.
  private func waitForVacancy() -> Bool {
    vacancies.wait()
    guard isStopped else { return true }
    // For the next one that waits here.
    vacancies.signal()
    return false
  }

  /// The briefings that a thread is to read next; none where all are taken.
  private func nextTurn() -> Range<Int> {
    state.withLock { state in
      let start = state.next
      var bytes: Int64 = 0
      while state.next < count, state.next < start + turn {
        bytes += size(state.next)
        if state.next > start, bytes > Self.turnSize { break }
        state.next += 1
      }
      return start..<state.next
    }
  }

  /// Waits until a heavy file of so many bytes may be read; false where nobody wants the rest.
  private func waitForRoom(_ size: Int64) -> Bool {
    while true {
      let hasRoom: Bool? = state.withLock { state in
        if isStopped { return nil }
        guard state.heavy + size <= Self.heavyLimit else {
          state.waiting += 1
          return false
        }
        state.heavy += size
        return true
      }
      guard let hasRoom else { return false }
      if hasRoom { return true }
      room.wait()
    }
  }

  /// Has the threads that wait for room look again.
  private func wakeWaiting() {
    let waiting = state.withLock { state in
      defer { state.waiting = 0 }
      return state.waiting
    }
    for _ in 0..<waiting { room.signal() }
  }

  /// Hands over what was read; false where nobody wants the rest. The thread has one vacancy for it, and takes those
  /// that a large delivery needs besides.
  private func hand(over delivery: inout Delivery) -> Bool {
    for language in delivery.batches.keys { delivery.batches[language]?.finish() }
    let (needed, heavy) = (
      max(1, min(Self.deliveryLimit, delivery.memory / Self.vacancySize)), delivery.heavy
    )
    defer {
      if heavy > 0 {
        state.withLock { $0.heavy -= heavy }
        wakeWaiting()
      }
    }
    let isWanted = state.withLock { state in
      // Moved and not copied: while this thread waits, the writer alone has it, and frees it.
      if !isStopped { state.ready.append((delivery, needed)) }
      delivery = Delivery()
      return !isStopped
    }
    arrived.signal()
    guard isWanted else { return false }
    for _ in 1..<needed { guard waitForVacancy() else { return false } }
    return true
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
        for _ in 0..<ready.reduce(0, { $0 + $1.vacancies }) { vacancies.signal() }
        return ready.map(\.delivery)
      }
      _ = arrived.wait(timeout: .now() + .milliseconds(100))
    }
  }
}
