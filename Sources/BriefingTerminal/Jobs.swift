import BriefingReader
import Dispatch
import Synchronization

/// Runs work, each piece on a thread of its own, as its policy says: what is asked for, and in whose place. It knows
/// policies, and no kind of work.
struct Jobs {
  /// Tells a job from all others of this run.
  typealias ID = Int

  /// Does work and hands over its answers; it returns when it is done, or soon after `Task.isCancelled`. It is called
  /// on a thread where it may block.
  typealias Perform = @Sendable (Work, Answers) -> Void

  private struct Job {
    let id: ID
    /// nil once it has a thread, which alone holds it then: a large page is freed there.
    var work: Work?
    let policy: Work.Policy
    var worthWaitingUntil: ContinuousClock.Instant
    /// nil as long as it waits for the thread of another.
    var task: Task<Void, Never>?
  }

  private let perform: Perform
  private let mailbox: Mailbox
  /// The jobs whose answers are wanted: of what has no succession all, else one a slot.
  private var wanted: [Job] = []
  /// What is to be started at the end of the turn: of keys that come in thousands, only the last one's search is
  /// worth a thread.
  private var awaited: [Work] = []
  /// What is to be started after the next frame.
  private var later: [Work] = []
  /// Of the slots whose jobs wait for each other the job that has a thread, wanted or not.
  private var alone: [Work.Slot: ID] = [:]
  /// Of the slots whose jobs follow each other the last one.
  private var last: [Work.Slot: Task<Void, Never>] = [:]
  private var lastID: ID = 0
  /// The jobs whose work would be lost if the program ended before them.
  private let unfinished = DispatchGroup()

  /// Makes an empty set of jobs that answer into `mailbox`.
  init(mailbox: Mailbox, perform: @escaping Perform) {
    self.mailbox = mailbox
    self.perform = perform
  }

  /// Ends older work of the same slot and has this begin at ``startAwaited()``, or at ``startLater()`` where no frame is to be
  /// kept back by it; where each is done, at once.
  mutating func start(_ work: Work) {
    let policy = work.policy
    guard policy.succession != .none, policy.succession != .follows else { return begin(work) }
    giveUp { $0.slot == policy.slot }
    if policy.isAfterFrame { later.append(work) } else { awaited.append(work) }
  }

  /// Starts what the turn has asked for.
  mutating func startAwaited() {
    defer { awaited.removeAll(keepingCapacity: true) }
    for work in awaited { begin(work) }
  }

  /// Starts what was to wait for the frame that is shown now.
  mutating func startLater() {
    guard !later.isEmpty else { return }
    defer { later.removeAll(keepingCapacity: true) }
    for work in later { begin(work) }
  }

  /// Ends what is under way for an owner; what it would answer is not wanted any more.
  mutating func giveUp(_ owner: Work.Owner) { giveUp { $0.owner == owner } }

  private mutating func giveUp(where isMeant: (Work.Policy) -> Bool) {
    awaited.removeAll { isMeant($0.policy) }
    later.removeAll { isMeant($0.policy) }
    for job in wanted where isMeant(job.policy) { job.task?.cancel() }
    wanted.removeAll { isMeant($0.policy) }
  }

  private mutating func begin(_ work: Work) {
    lastID += 1
    let policy = work.policy
    wanted.append(
      Job(id: lastID, work: work, policy: policy, worthWaitingUntil: .now + policy.patience))
    if alone[policy.slot] == nil { run(wanted.count - 1) }
  }

  /// Gives a wanted job a thread.
  private mutating func run(_ index: Int) {
    let (id, policy) = (wanted[index].id, wanted[index].policy)
    guard let work = wanted[index].work.take() else { return }
    if policy.succession == .waits { alone[policy.slot] = id }
    let (mailbox, perform) = (mailbox, perform)
    let unfinished = policy.mustFinish || policy.mustBeEnded ? unfinished : nil
    unfinished?.enter()
    let older = policy.succession == .follows ? last[policy.slot] : nil
    let task = Task.detached(executorPreference: ThreadPerJobExecutor.shared) {
      await older?.value
      let end = Answers.End()
      await withTaskCancellationHandler {
        perform(work, Answers(end: end) { mailbox.post(.event($0, from: id)) })
      } onCancel: {
        end.reach()
      }
      mailbox.post(.finished(id))
      unfinished?.leave()
    }
    wanted[index].task = task
    if policy.succession == .follows { last[policy.slot] = task }
  }

  /// Does work at once, on this thread, and says what came of it.
  func run(_ work: Work) -> [Event] {
    let answers = Mutex<[Event]>([])
    let end = Answers.End()
    perform(work, Answers(end: end) { event in answers.withLock { $0.append(event) } })
    return answers.withLock { $0 }
  }

  /// What the letters say, without the answers of jobs that nobody wants any more.
  mutating func events(in letters: [Mailbox.Letter]) -> [Event] {
    var events: [Event] = []
    for letter in letters {
      switch letter {
      case .event(let event, let id):
        guard let index = wanted.firstIndex(where: { $0.id == id }) else { continue }
        events.append(event)
        if event.endsPatience { wanted[index].worthWaitingUntil = .now }
      case .finished(let id):
        wanted.removeAll { $0.id == id }
        for slot in alone.filter({ $0.value == id }).keys {
          alone[slot] = nil
          if let next = wanted.firstIndex(where: { $0.policy.slot == slot }) { run(next) }
        }
      }
    }
    return events
  }

  /// Until when a frame had better wait, so that it shows answers rather than their absence; nil where
  /// nothing is under way.
  var worthWaitingUntil: ContinuousClock.Instant? { wanted.map(\.worthWaitingUntil).max() }

  /// Waits for what must finish, for some milliseconds at most; false where it is not done by then.
  @discardableResult
  func waitForUnfinished(milliseconds: Int) -> Bool {
    unfinished.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
  }

  /// Asks all to end, but for what must finish.
  func cancelAll() {
    for job in wanted where !job.policy.mustFinish { job.task?.cancel() }
  }
}
