import Glibc

/// A thread that nobody waits for, with a stack for signal handlers. The signals that the loop answers do not reach it.
enum DetachedThread {
  /// Runs something on a new thread; false where the system gives none.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
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
    if failure != 0 { work.release() }
    return failure == 0
  }

  private final class Work {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
