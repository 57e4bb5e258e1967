import BriefingReader
import Dispatch
import Synchronization

/// Runs the effects that take time, each on a thread of its own, and keeps at most one of a kind wanted.
///
/// What only computes runs one of a kind at a time: each search of a large briefing holds a core and much memory, and a
/// reader types faster than they end. The newest waits for the thread of the one before, which was told to end. What
/// reads files does not wait, for a file system may never answer.
struct Jobs {
  /// Tells a job from all others of this run.
  typealias ID = Int

  /// Does an effect's work and hands over its answers; it returns when it is done, or soon after
  /// `Task.isCancelled`. It is called on a thread where it may block.
  typealias Perform = @Sendable (Effect, @escaping @Sendable (Event) -> Void) -> Void

  /// Effects of one kind replace each other: what an older one would still answer is not wanted any more.
  private enum Kind: Hashable {
    case scan, open, collect, find, pick, count, launch, search, preview, watch
    case recallSearches, rememberSearch

    /// Whether each has to be done, also where a newer one follows at once.
    var isAlwaysWanted: Bool { self == .launch || self == .rememberSearch }

    /// Whether one job runs at a time.
    var runsAlone: Bool { self == .collect || self == .find || self == .pick }
  }

  private struct Job {
    let id: ID
    /// nil as long as it waits for a thread to end.
    var task: Task<Void, Never>?
    let effect: Effect
    let worthWaitingUntil: ContinuousClock.Instant
  }

  private let perform: Perform
  private let mailbox: Mailbox
  /// The jobs whose answers are wanted.
  private var running: [Kind: Job] = [:]
  /// What is to be started at the end of the turn: of keys that come in thousands, only the last one's search is
  /// worth a thread.
  private var awaited: [(kind: Kind, effect: Effect, patience: Duration)] = []
  /// Of the kinds that run alone the job that has a thread, wanted or not.
  private var alone: [Kind: ID] = [:]
  private var lastID: ID = 0
  /// The jobs whose work would be lost if the program ended before them.
  private let writing = DispatchGroup()

  /// Makes an empty set of jobs that answer into `mailbox`.
  init(mailbox: Mailbox, perform: @escaping Perform) {
    self.mailbox = mailbox
    self.perform = perform
  }

  /// Ends older work of an effect's kind and has its own begin at ``startAwaited()``. Effects on the terminal
  /// itself are no jobs.
  mutating func start(_ effect: Effect) {
    guard let (kind, patience) = Self.plan(for: effect) else { return }
    guard !kind.isAlwaysWanted else { return start(effect, kind, patience) }
    cancel(kind)
    awaited.append((kind, effect, patience))
  }

  /// Starts what the turn has asked for.
  mutating func startAwaited() {
    defer { awaited.removeAll(keepingCapacity: true) }
    for (kind, effect, patience) in awaited { start(effect, kind, patience) }
  }

  private mutating func cancel(_ kind: Kind) {
    awaited.removeAll { $0.kind == kind }
    running.removeValue(forKey: kind)?.task?.cancel()
  }

  private mutating func start(_ effect: Effect, _ kind: Kind, _ patience: Duration) {
    running[kind]?.task?.cancel()
    lastID += 1
    running[kind] = Job(id: lastID, effect: effect, worthWaitingUntil: .now + patience)
    if alone[kind] == nil { run(kind) }
  }

  /// Gives the wanted job of a kind, if there is one, a thread.
  private mutating func run(_ kind: Kind) {
    guard let job = running[kind] else { return }
    if kind.runsAlone { alone[kind] = job.id }
    let (id, effect, mailbox, perform) = (job.id, job.effect, mailbox, perform)
    let writing = kind == .rememberSearch ? writing : nil
    writing?.enter()
    running[kind]?.task = Task.detached(executorPreference: ThreadPerJobExecutor.shared) {
      perform(effect) { mailbox.post(.event($0, from: id)) }
      mailbox.post(.finished(id))
      writing?.leave()
    }
  }

  /// Does an effect's work at once, on this thread, and says what came of it.
  func run(_ effect: Effect) -> [Event] {
    let answers = Mutex<[Event]>([])
    perform(effect) { event in answers.withLock { $0.append(event) } }
    return answers.withLock { $0 }
  }

  /// Ends the opening that is under way; what it would answer is not wanted any more.
  mutating func cancelOpening() { cancel(.open) }

  /// Ends the collecting of a text that is under way; what it would answer is not wanted any more.
  mutating func cancelCollecting() { cancel(.collect) }

  /// What the letters say, without the answers of jobs that newer ones have replaced.
  mutating func events(in letters: [Mailbox.Letter]) -> [Event] {
    var events: [Event] = []
    for letter in letters {
      switch letter {
      case .event(let event, let id):
        if running.values.contains(where: { $0.id == id }) { events.append(event) }
      case .finished(let id):
        running = running.filter { $0.value.id != id }
        for kind in alone.filter({ $0.value == id }).keys {
          alone[kind] = nil
          run(kind)
        }
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
  func waitForWriting() { _ = writing.wait(timeout: .now() + .milliseconds(500)) }

  /// Asks all to end.
  func cancelAll() {
    for job in running.values { job.task?.cancel() }
  }

  private static func plan(for effect: Effect) -> (kind: Kind, patience: Duration)? {
    switch effect {
    case .scan: (.scan, .milliseconds(30))
    case .open: (.open, .milliseconds(30))
    case .collect: (.collect, .milliseconds(30))
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
    case .quit, .suspend, .redraw, .cancelOpening, .cancelCollecting: nil
    }
  }
}
