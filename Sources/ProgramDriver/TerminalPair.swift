import Glibc

/// A terminal without a window: one end is a program's, the other is where the window would be.
public final class TerminalPair {
  /// The end that a window would be at; it does not block.
  public let window: Int32
  /// The program's end.
  public let terminal: Int32
  /// The name under which the program's end is opened.
  public let name: String
  private var isTerminalOpen = true

  /// Opens one of a size in cells.
  public init(columns: UInt16, rows: UInt16) throws(DriverFailure) {
    var (window, terminal): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&window, &terminal, &name, nil, &size) == 0 else {
      throw DriverFailure("no terminal", errno: errno)
    }
    for end in [window, terminal] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(window, F_SETFL, O_NONBLOCK)
    (self.window, self.terminal) = (window, terminal)
    self.name = name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit {
    closeTerminal()
    close(window)
  }

  /// Closes the program's end here: once the program has it, the program's end is seen at the window.
  public func closeTerminal() {
    if isTerminalOpen { close(terminal) }
    isTerminalOpen = false
  }

  /// Gives the window another size, in cells; the program gets its signal.
  public func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(window, UInt(TIOCSWINSZ), &size)
  }

  /// The terminal's modes; both ends have the same.
  public var modes: termios {
    get {
      var modes = termios()
      tcgetattr(window, &modes)
      return modes
    }
    set {
      var modes = newValue
      tcsetattr(window, TCSANOW, &modes)
    }
  }
}
