import BriefingReader
import Dispatch
import Synchronization

/// Runs the effects that take time, each on a thread of its own, and keeps at most one of a kind alive.
struct Jobs {
  /// Tells a job from all others of this run.
  typealias ID = Int

  /// Does an effect's work and hands over its answers; it returns when it is done, or soon after
  /// `Task.isCancelled`. It is called on a thread where it may block.
  typealias Perform = @Sendable (Effect, @escaping @Sendable (Event) -> Void) -> Void

  /// Effects of one kind replace each other: what an older one would still answer is not wanted any more.
  private enum Kind: Hashable {
    case scan, open, find, pick, count, launch, search, preview, watch, recallSearches, rememberSearch
  }

  private struct Job {
    let id: ID
    let task: Task<Void, Never>
    let worthWaitingUntil: ContinuousClock.Instant
  }

  private let perform: Perform
  private let mailbox: Mailbox
  private var running: [Kind: Job] = [:]
  private var lastID: ID = 0
  /// The jobs whose work would be lost if the program ended before them.
  private let writing = DispatchGroup()

  /// Makes an empty set of jobs that answer into `mailbox`.
  init(mailbox: Mailbox, perform: @escaping Perform) {
    self.mailbox = mailbox
    self.perform = perform
  }

  /// Starts an effect's work, ending older work of its kind. Effects on the terminal itself are no jobs.
  mutating func start(_ effect: Effect) {
    guard let (kind, patience) = Self.plan(for: effect) else { return }
    running[kind]?.task.cancel()
    lastID += 1
    let (id, mailbox, perform) = (lastID, mailbox, perform)
    let writing = kind == .rememberSearch ? writing : nil
    writing?.enter()
    let task = Task.detached(executorPreference: ThreadPerJobExecutor.shared) {
      perform(effect) { mailbox.post(.event($0, from: id)) }
      mailbox.post(.finished(id))
      writing?.leave()
    }
    running[kind] = Job(id: id, task: task, worthWaitingUntil: .now + patience)
  }

  /// Does an effect's work at once, on this thread, and says what came of it.
  func run(_ effect: Effect) -> [Event] {
    let answers = Mutex<[Event]>([])
    perform(effect) { event in answers.withLock { $0.append(event) } }
    return answers.withLock { $0 }
  }

  /// Ends the opening that is under way; what it would answer is not wanted any more.
  mutating func cancelOpening() { running.removeValue(forKey: .open)?.task.cancel() }

  /// What the letters say, without the answers of jobs that newer ones have replaced.
  mutating func events(in letters: [Mailbox.Letter]) -> [Event] {
    var events: [Event] = []
    for letter in letters {
      switch letter {
      case .event(let event, let id):
        if running.values.contains(where: { $0.id == id }) { events.append(event) }
      case .finished(let id):
        running = running.filter { $0.value.id != id }
      }
    }
    return events
  }

  /// Until when a frame had better wait, so that it shows answers rather than their absence; nil where
  /// nothing is under way.
  var worthWaitingUntil: ContinuousClock.Instant? {
    running.values.map(\.worthWaitingUntil).max()
  }

  /// Waits for what is being written, though not for a disk that does not answer.
  func waitForWriting() { _ = writing.wait(timeout: .now() + .seconds(1)) }

  /// Asks all to end.
  func cancelAll() {
    for job in running.values { job.task.cancel() }
  }

  private static func plan(for effect: Effect) -> (kind: Kind, patience: Duration)? {
    switch effect {
    case .scan: (.scan, .milliseconds(30))
    case .open: (.open, .milliseconds(30))
    case .find: (.find, .milliseconds(30))
    case .pick: (.pick, .milliseconds(30))
    // Nobody asked for the count with a key, so a frame waits for it less.
    case .count: (.count, .milliseconds(2))
    case .launch: (.launch, .zero)
    case .search: (.search, .milliseconds(30))
    case .preview: (.preview, .milliseconds(30))
    case .recallSearches: (.recallSearches, .milliseconds(30))
    case .rememberSearch: (.rememberSearch, .zero)
    // It goes on as long as the program runs; one library is opened, so it is never replaced.
    case .watch: (.watch, .zero)
    case .quit, .suspend, .redraw, .cancelOpening: nil
    }
  }
}
