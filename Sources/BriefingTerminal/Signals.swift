import CTerminalGuard
import Glibc

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

  private let pipe: SelfPipe
  private var previous: [(signal: Int32, action: sigaction)] = []

  /// Starts to catch signals. One at a time can.
  init(writingTo pipe: SelfPipe) {
    self.pipe = pipe
    terminal_guard_set_pipe(pipe.writeEnd)
    for signal in Self.handled { install(signal, terminal_guard_notify) }
    install(SIGPIPE, SIG_IGN)
    // Where children are ignored nobody can learn how they ended.
    if Self.isIgnored(SIGCHLD) { install(SIGCHLD, SIG_DFL) }
  }

  deinit {
    for (signal, action) in previous.reversed() {
      var action = action
      sigaction(signal, &action, nil)
    }
    terminal_guard_set_pipe(-1)
  }

  /// What a byte of the pipe asks for; nil where it is not a signal's.
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

  /// What signals have asked for that were written into a pipe, in order. That the process is to end is among them, also
  /// where its byte found the pipe full.
  static func requests(in pipe: SelfPipe) -> [Request] {
    var requests = pipe.drain().compactMap(request)
    if let signal = endSignal, !requests.contains(.terminate(signal)) { requests.append(.terminate(signal)) }
    return requests
  }

  /// The signal that has asked the process to end, also where its byte found the pipe full; nil where none has.
  static var endSignal: Int32? {
    let signal = terminal_guard_end_signal()
    return signal == 0 ? nil : signal
  }

  /// Keeps the calling thread, and those that it starts, from being the one that handles the signals. Else a
  /// signal could be on its way through a busy thread while the loop looks for it in the pipe, and the terminal be
  /// given back while the loop draws. A file that outgrows its limit (SIGXFSZ) then is an error of the write alone.
  static func blockOnThisThread() {
    var mask = sigset_t()
    sigemptyset(&mask)
    for signal in handled + [SIGCHLD] + CrashGuard.endings { sigaddset(&mask, signal) }
    pthread_sigmask(SIG_BLOCK, &mask, nil)
  }

  /// Whether a signal does nothing, as under nohup.
  static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
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

  private func install(_ signal: Int32, _ handler: __sighandler_t?) {
    // Under nohup, a lost terminal's SIGHUP stays ignored.
    if signal == SIGHUP, Self.isIgnored(signal) { return }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    // No SA_RESTART: a tcsetattr from the background must end when SIGTERM arrives, not start again.
    sigemptyset(&action.sa_mask)
    var old = sigaction()
    sigaction(signal, &action, &old)
    previous.append((signal, old))
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, signal)
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
  }
}
