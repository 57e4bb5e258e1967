/// Gives each job a thread of its own, with task-local cancellation as everywhere in Swift.
///
/// Jobs read files and parse, so they block; Swift's shared pool has one thread a core and must not be
/// blocked: a scan and an unfinished search would keep the briefing from opening.
final class ThreadPerJobExecutor: TaskExecutor {
  static let shared = ThreadPerJobExecutor()

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let run: @Sendable () -> Void = { job.runSynchronously(on: Self.shared.asUnownedTaskExecutor()) }
    // Out of threads: slow is better than never.
    if !DetachedThread.start(run) { run() }
  }
}
