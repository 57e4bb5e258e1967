import BriefingLayout
import Glibc
import Synchronization

/// Standard output, written in large pieces.
enum StandardOutput {
  private static let buffer = Mutex<[UInt8]>([])
  private static let capacity = 64 << 10

  /// Whether it is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Columns of the terminal, as COLUMNS says, else the terminal itself; nil where it is none.
  static var columns: Int? {
    guard isTerminal else { return nil }
    if let columns = Environment.columns { return columns }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Rows of the terminal, as LINES says, else the terminal itself; nil where it is none.
  static var rows: Int? {
    guard isTerminal else { return nil }
    if let rows = Environment.rows { return rows }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return nil }
    return Int(size.ws_row)
  }

  /// Columns that text is set for: those that COLUMNS asks for, into a pipe or a file too, else those of the terminal.
  static var textColumns: Int? { Environment.columns ?? columns }

  /// Writes text for people, now or later: in ASCII where the locale is not UTF-8.
  static func write(_ text: String) { write(exactly: Environment.isUTF8 ? text : text.textInASCII()) }

  /// Writes what programs read, now or later: JSON and HTML are UTF-8 in every locale, and a path is its bytes.
  static func write(exactly text: String) {
    buffer.withLock { buffer in
      buffer.append(contentsOf: text.utf8)
      if buffer.count >= capacity { flush(&buffer) }
    }
  }

  /// Writes a path and a line feed: its bytes for programs, what can be shown of it on a terminal.
  static func write(path: String) {
    if isTerminal { write(Cell.cells(path).text + "\n") } else { write(exactly: path + "\n") }
  }

  /// Writes what was kept back. Ends the program where nobody reads any more (quietly) or the disk is full.
  static func flush() {
    buffer.withLock { flush(&$0) }
  }

  private static func flush(_ buffer: inout [UInt8]) {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        // Only where SIGPIPE is ignored; else it has ended the program already, as quietly.
        exit(0)
      } else if errno == EAGAIN {
        var ready = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        Messages.say("standard output: \(String(cString: strerror(errno))); what was printed is not complete")
        exit(1)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
