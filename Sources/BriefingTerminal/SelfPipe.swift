import CTerminalGuard
import Glibc

/// A pipe to oneself: what signal handlers and other threads write to, so that one `poll` sees everything.
///
/// Both ends are non-blocking: a writer never waits, and a byte that finds the pipe full is not missed, since
/// the reader is about to wake anyway.
final class SelfPipe: Sendable {
  /// The descriptor that `poll` waits for.
  let readEnd: Int32
  /// The descriptor that signal handlers write to.
  let writeEnd: Int32

  /// Opens the pipe; nil where the process is out of descriptors.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard terminal_guard_pipe(&ends, false) else { return nil }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Wakes the reader; from any thread.
  func write(_ byte: UInt8) {
    var byte = byte
    _ = Glibc.write(writeEnd, &byte, 1)
  }

  /// Takes everything out that was written.
  func drain() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(readEnd, &buffer, buffer.count)
      if count > 0 { bytes += buffer[..<count] }
      // A full buffer may have more after it; an interrupted read has to be tried again.
      guard count == buffer.count || (count < 0 && errno == EINTR) else { return bytes }
    }
  }
}
