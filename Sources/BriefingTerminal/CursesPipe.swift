import CTerminalGuard
import Dispatch
import Glibc
import Synchronization

/// Takes what ncurses writes.
///
/// ncurses writes to a descriptor until all is taken, whatever signals come: on a terminal that takes nothing, for
/// ever. So it gets a pipe instead, which a thread empties into memory, and the loop writes that to the terminal. A
/// file in memory would need no thread, but has a size limit (`ulimit -f`).
final class CursesPipe: Sendable {
  /// What ncurses writes to.
  nonisolated(unsafe) let file: UnsafeMutablePointer<FILE>
  private let readEnd: Int32
  private let collected = Mutex<[UInt8]>([])
  private let hasEnded = DispatchSemaphore(value: 0)

  /// Opens the pipe and starts the thread; ``close()`` ends it.
  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard terminal_guard_pipe(&ends, true) else { throw .systemLimit(errno) }
    // Only this end: ncurses would turn in circles where the other has no room.
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    guard let file = fdopen(ends[1], "w") else {
      let error = errno
      for end in ends { Glibc.close(end) }
      throw .systemLimit(error)
    }
    self.file = file
    readEnd = ends[0]
    guard DetachedThread.start({ [self] in collect() }) else {
      fclose(file)
      Glibc.close(readEnd)
      throw .systemLimit(EAGAIN)
    }
  }

  /// What was written since the last time, all of it.
  func take() -> [UInt8] {
    collected.withLock { bytes in
      drain(into: &bytes)
      defer { bytes = [] }
      return bytes
    }
  }

  /// Ends the thread. Nothing may be written any more.
  func close() {
    fclose(file)
    hasEnded.wait()
    Glibc.close(readEnd)
  }

  private func collect() {
    while true {
      var source = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, -1) > 0 else { continue }
      let isOver = source.revents & Int16(POLLIN) == 0
      collected.withLock { drain(into: &$0) }
      if isOver { break }
    }
    hasEnded.signal()
  }

  private func drain(into bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(byteCount: 16 << 10, alignment: 1) { buffer in
      while true {
        let count = read(readEnd, buffer.baseAddress, buffer.count)
        if count > 0 { bytes += buffer[..<count] }
        guard count > 0 || (count < 0 && errno == EINTR) else { return }
      }
    }
  }
}
