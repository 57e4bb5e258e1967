import BriefingReader
import CTerminalGuard
import Glibc

/// The two ends of the terminal: the one drawn to and the one that sends keys.
///
/// Both are opened again, so that they can be non-blocking: the flag belongs to what was opened, and standard input
/// and output are shared with the shell. Where a terminal cannot be opened again they block, and nothing is read or
/// written without a `poll` before.
final class TerminalDevice: Sendable {
  /// What is drawn goes here.
  let output: Int32
  /// Keys come from here.
  let input: Int32
  private let opened: [Int32]

  /// Opens the terminals of two descriptors again.
  init(output: Int32, input: Int32) {
    let ownOutput = Self.openAgain(output)
    let ownInput = input == output ? ownOutput : Self.openAgain(input)
    self.output = ownOutput ?? output
    self.input = ownInput ?? input
    opened = Array(Set([ownOutput, ownInput].compactMap(\.self)))
  }

  deinit {
    for descriptor in opened { close(descriptor) }
  }

  /// Standard output, which must be a terminal, and standard input, or the controlling terminal where
  /// standard input is data.
  static func standard() throws(TerminalError) -> TerminalDevice {
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNotATerminal }
    if isatty(STDIN_FILENO) == 1 { return TerminalDevice(output: STDOUT_FILENO, input: STDIN_FILENO) }
    let keyboard = open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard keyboard >= 0 else { throw .noKeyboard }
    return TerminalDevice(output: STDOUT_FILENO, keyboard: keyboard)
  }

  private init(output: Int32, keyboard: Int32) {
    let ownOutput = Self.openAgain(output)
    self.output = ownOutput ?? output
    input = keyboard
    opened = [ownOutput, keyboard].compactMap(\.self)
  }

  /// Opens the terminal of a descriptor once more, non-blocking; nil where that is not allowed.
  static func openAgain(_ terminal: Int32) -> Int32? {
    let flags = O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    var name = [CChar](repeating: 0, count: 1024)
    if ttyname_r(terminal, &name, name.count) == 0 {
      let descriptor = open(name, flags)
      if descriptor >= 0 { return descriptor }
    }
    // After `su` the terminal belongs to someone else, but it still is ours by this name.
    guard tcgetpgrp(terminal) >= 0 else { return nil }
    let descriptor = open("/dev/tty", flags)
    return descriptor >= 0 ? descriptor : nil
  }

  /// Rows and columns as the terminal says, within ``Size/maximum``; nil where it does not know.
  var windowSize: Size? {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return nil }
    return Size(rows: Int(size.ws_row), columns: Int(size.ws_col))
  }

  /// Rows and columns as `LINES` and `COLUMNS` tell them, for a terminal that does not know (a serial line); nil where
  /// one of them is no number above 0.
  static func announcedSize(_ variable: (String) -> String?) -> Size? {
    guard let rows = variable("LINES").flatMap({ Int($0) }), rows > 0,
      let columns = variable("COLUMNS").flatMap({ Int($0) }), columns > 0
    else { return nil }
    return Size(rows: rows, columns: columns)
  }

  /// Its modes now; nil where it has none, or is gone.
  var modes: termios? {
    var modes = termios()
    return tcgetattr(output, &modes) == 0 ? modes : nil
  }

  /// Whether the process may use a terminal: in the background it is someone else's. A terminal that does
  /// not control the process has no foreground and no background.
  static func isInForeground(of terminal: Int32) -> Bool { terminal_guard_is_foreground(terminal) }
}
