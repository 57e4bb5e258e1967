import CTerminalGuard
import Glibc

/// Keeps what is written to standard error while the screen is taken, and writes it out afterwards.
///
/// Else the last words of a crash would stand on the alternate screen and vanish with it, and a warning of the
/// system would be written across the page.
enum StandardError {
  /// Starts to keep it. Where it leads to a file or a pipe it is left alone.
  static func divert() {
    guard isatty(STDERR_FILENO) == 1, !terminal_guard_keeps_errors() else { return }
    var ends: [Int32] = [-1, -1]
    // What finds the pipe full (64 kB) is dropped: nothing may wait for a reader that is the writer. Standard error itself
    // is inherited, as the copy of an end.
    guard terminal_guard_pipe(&ends, false) else { return }
    let real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard real >= 0 else {
      for end in ends { close(end) }
      return
    }
    let terminal = TerminalDevice.openAgain(STDERR_FILENO) ?? -1
    dup2(ends[1], STDERR_FILENO)
    close(ends[1])
    terminal_guard_keep_errors(real, ends[0], terminal)
  }

  /// Writes out what was kept, as far as the terminal takes it, and keeps no more. Does nothing a second time.
  static func restore() { terminal_guard_release_errors() }
}
