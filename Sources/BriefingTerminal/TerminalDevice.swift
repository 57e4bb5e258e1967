import Glibc

/// The two ends of the terminal: the one drawn to and the one that sends keys.
struct TerminalDevice {
  /// What is drawn goes here.
  let output: Int32
  /// Keys come from here.
  let input: Int32

  /// Standard output, which must be a terminal, and standard input, or the controlling terminal where
  /// standard input is data.
  static func standard() throws(TerminalError) -> TerminalDevice {
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNotATerminal }
    if isatty(STDIN_FILENO) == 1 { return TerminalDevice(output: STDOUT_FILENO, input: STDIN_FILENO) }
    let keyboard = open("/dev/tty", O_RDONLY | O_CLOEXEC)
    guard keyboard >= 0 else { throw .noKeyboard }
    return TerminalDevice(output: STDOUT_FILENO, input: keyboard)
  }

  /// Rows and columns as the terminal says; nil where it does not know.
  var windowSize: (rows: Int, columns: Int)? {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  /// Its modes now.
  var modes: termios {
    var modes = termios()
    tcgetattr(output, &modes)
    return modes
  }

  /// Whether the process may use a terminal: in the background it is someone else's. A terminal that does
  /// not control the process has no foreground and no background. Safe in a signal handler.
  static func isInForeground(of terminal: Int32) -> Bool {
    let group = tcgetpgrp(terminal)
    return group < 0 || group == getpgrp()
  }
}
