import Glibc

/// Gives each job a thread of its own, with task-local cancellation as everywhere in Swift.
///
/// Jobs read files and parse, so they block; Swift's shared pool has one thread a core and must not be
/// blocked: a scan and an unfinished search would keep the briefing from opening.
final class ThreadPerJobExecutor: TaskExecutor {
  static let shared = ThreadPerJobExecutor()

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    Self.start { job.runSynchronously(on: Self.shared.asUnownedTaskExecutor()) }
  }

  /// Runs something on a new thread.
  private static func start(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    defer { pthread_attr_destroy(&attributes) }
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body))
    let failure = pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument else { return nil }
        let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
        Signals.blockOnThisThread()
        CrashGuard.withSignalStack(work.body)
        return nil
      }, work.toOpaque())
    // Out of threads: slow is better than never.
    if failure != 0 { work.takeRetainedValue().body() }
  }

  private final class Work {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
