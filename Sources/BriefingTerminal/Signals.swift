import Glibc
import Synchronization

/// The signals that the loop answers. A handler only writes the signal's number into the pipe.
final class Signals {
  /// What a signal asks for.
  enum Request: Equatable {
    /// `^C`.
    case interrupt
    /// The process is to end; by this signal.
    case terminate(Int32)
    /// `^Z`.
    case stop
    /// It was stopped, and goes on.
    case resume
    /// The window has another size.
    case resize
  }

  private static let handled = [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH]

  // Handlers are C functions and capture nothing; an atomic is all that they may read.
  private static let writeEnd = Atomic<Int32>(-1)

  private let pipe: SelfPipe
  private var previous: [(signal: Int32, action: sigaction)] = []

  /// Starts to catch signals. One at a time can.
  init(writingTo pipe: SelfPipe) {
    self.pipe = pipe
    Self.writeEnd.store(pipe.writeEnd, ordering: .sequentiallyConsistent)
    for signal in Self.handled { install(signal) }
    install(SIGPIPE, SIG_IGN)
  }

  deinit {
    for (signal, action) in previous.reversed() {
      var action = action
      sigaction(signal, &action, nil)
    }
    Self.writeEnd.store(-1, ordering: .sequentiallyConsistent)
  }

  /// What a byte of the pipe asks for; nil where it is no signal's.
  static func request(_ byte: UInt8) -> Request? {
    switch Int32(byte) {
    case SIGINT: .interrupt
    case SIGTERM, SIGHUP: .terminate(Int32(byte))
    case SIGTSTP: .stop
    case SIGCONT: .resume
    case SIGWINCH: .resize
    default: nil
    }
  }

  /// Keeps the calling thread, and those that it starts, from being the one that handles the signals. Else a
  /// signal could be on its way through a busy thread while the loop looks for it in the pipe.
  static func blockOnThisThread() {
    var mask = sigset_t()
    sigemptyset(&mask)
    for signal in handled { sigaddset(&mask, signal) }
    pthread_sigmask(SIG_BLOCK, &mask, nil)
  }

  /// Stops the process as `^Z` does by default, and returns when it goes on. Where no shell could continue it
  /// (an orphaned process group), the system does not stop it at all.
  static func stopProcess() {
    var ours = sigaction()
    var standard = sigaction()
    standard.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(SIGTSTP, &standard, &ours)
    raise(SIGTSTP)
    sigaction(SIGTSTP, &ours, nil)
  }

  /// Ends the process by a signal, so that the parent sees which.
  static func end(by signal: Int32) -> Never {
    var standard = sigaction()
    standard.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(signal, &standard, nil)
    raise(signal)
    exit(128 + signal)
  }

  private func install(_ signal: Int32, _ handler: __sighandler_t? = nil) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler =
      handler ?? { signal in
        let saved = errno
        var byte = UInt8(truncatingIfNeeded: signal)
        _ = write(Signals.writeEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
        errno = saved
      }
    // No SA_RESTART: a tcsetattr from the background must end when SIGTERM arrives, not start again.
    sigemptyset(&action.sa_mask)
    var old = sigaction()
    sigaction(signal, nil, &old)
    // Under nohup, a lost terminal's SIGHUP stays ignored.
    if signal == SIGHUP, isIgnored(old) { return }
    sigaction(signal, &action, nil)
    previous.append((signal, old))
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, signal)
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
  }

  private func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
