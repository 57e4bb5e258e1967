import Glibc

/// Why the program ends, with a screen or by lines.
enum Ending: Equatable {
  /// The application asked for it.
  case quit(status: Int32)
  /// A signal asked for it.
  case signal(Int32)
  /// The terminal is gone.
  case terminalLost

  /// Milliseconds that the end waits for what must finish. Who leaves by a key may wait for a slow disk rather than lose
  /// what was read; who sends a signal may not wait.
  var patience: Int {
    switch self {
    case .quit: 5000
    case .signal, .terminalLost: 500
    }
  }

  /// Waits for the work that must finish, and says so where it has not. The terminal has to be the shell's again.
  func waitForUnfinished(of jobs: Jobs) {
    guard !jobs.waitForUnfinished(milliseconds: patience) else { return }
    let seconds = patience % 1000 == 0 ? "\(patience / 1000)" : "\(Double(patience) / 1000)"
    let line =
      "briefing: what was read or copied last could not be kept within \(seconds) seconds, and may be missing\n"
    _ = write(STDERR_FILENO, line, line.utf8.count)
  }

  /// The exit status; where a signal asked for the end, the process ends by it, so that its parent sees which.
  func status() -> Int32 {
    switch self {
    case .quit(let status): status
    case .signal(let signal): Signals.end(by: signal)
    case .terminalLost: 1
    }
  }
}
