import CTerminalGuard
import Glibc

/// Waits for what becomes of a child, and for a signal that asks this process to end.
///
/// `waitpid` alone would sleep on when such a signal comes just before it. So the signals are blocked but for the
/// moment in which `sigsuspend` sleeps.
final class ChildWait {
  /// Why a wait is over.
  enum Change {
    /// The child has ended or was stopped: its status.
    case status(Int32)
    /// This process is to end, by this signal.
    case told(Int32)
    /// The system does not tell: an error number.
    case failed(Int32)
  }

  private var actionBefore = sigaction()

  /// Has the end of children interrupt a sleep, as long as this lives.
  init() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = terminal_guard_notify
    sigemptyset(&action.sa_mask)
    sigaction(SIGCHLD, &action, &actionBefore)
  }

  deinit { sigaction(SIGCHLD, &actionBefore, nil) }

  /// Sleeps until there is something to tell.
  func change(of process: pid_t) -> Change {
    let signals = [SIGCHLD, SIGTERM, SIGHUP]
    var mask = sigset_t()
    var before = sigset_t()
    sigemptyset(&mask)
    for signal in signals { sigaddset(&mask, signal) }
    pthread_sigmask(SIG_BLOCK, &mask, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var asleep = before
    for signal in signals { sigdelset(&asleep, signal) }
    while true {
      var status: Int32 = 0
      let found = waitpid(process, &status, WUNTRACED | WNOHANG)
      if found == process { return .status(status) }
      if found < 0, errno != EINTR { return .failed(errno) }
      if let signal = Signals.endSignal { return .told(signal) }
      sigsuspend(&asleep)
    }
  }
}
