import BriefingReader
import Foundation
import Testing

@testable import BriefingTerminal

/// A terminal without a window: what is written to it is kept.
final class PseudoTerminal {
  let terminal: Int32
  private let other: Int32

  convenience init(size: Size) throws {
    try self.init(rows: UInt16(size.rows), columns: UInt16(size.columns))
  }

  init(rows: UInt16, columns: UInt16) throws {
    var (other, terminal): (Int32, Int32) = (-1, -1)
    var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&other, &terminal, nil, nil, &window) == 0)
    _ = fcntl(other, F_SETFL, O_NONBLOCK)
    (self.other, self.terminal) = (other, terminal)
  }

  deinit {
    close(terminal)
    close(other)
  }

  /// A screen on it.
  func makeScreen(term: String = "xterm-256color") throws -> NcursesScreen {
    try NcursesScreen(
      device: TerminalDevice(output: terminal, input: terminal),
      terminfo: Terminfo(name: term, output: terminal))
  }

  func resize(to size: Size) { resize(rows: UInt16(size.rows), columns: UInt16(size.columns)) }

  func resize(rows: UInt16, columns: UInt16) {
    var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &window)
  }

  /// Stops what is written to it on its way, as `^S` does, or lets it go on.
  func setFlow(_ isOn: Bool) { tcflow(terminal, isOn ? Int32(TCOON) : Int32(TCOOFF)) }

  var modes: termios {
    var modes = termios()
    tcgetattr(terminal, &modes)
    return modes
  }

  /// What is written to the terminal while `body` runs.
  func output(of body: () throws -> Void) rethrows -> [UInt8] {
    let collector = Collector(other)
    try body()
    return collector.finish()
  }

  /// Reads on a thread: a big frame is more than a terminal's buffer holds, and its writer would wait.
  private final class Collector: @unchecked Sendable {
    private let source: Int32
    private var bytes: [UInt8] = []
    private let isEnding = NSLock()
    private let done = DispatchSemaphore(value: 0)

    init(_ source: Int32) {
      self.source = source
      isEnding.lock()
      Thread.detachNewThread { [self] in
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
          let mayEnd = isEnding.try()
          while case let count = read(source, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
          if mayEnd { break }
          var descriptor = pollfd(fd: source, events: Int16(POLLIN), revents: 0)
          _ = poll(&descriptor, 1, 5)
        }
        done.signal()
      }
    }

    func finish() -> [UInt8] {
      isEnding.unlock()
      done.wait()
      return bytes
    }
  }
}
