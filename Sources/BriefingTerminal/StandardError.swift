import Glibc
import Synchronization

/// Keeps what is written to standard error while the screen is taken, and writes it out afterwards.
///
/// Else the last words of a crash would stand on the alternate screen and vanish with it, and a warning of the
/// system would be written across the page.
enum StandardError {
  // Atomics, because a crash handler reads them.
  private static let realEnd = Atomic<Int32>(-1)
  private static let keptEnd = Atomic<Int32>(-1)

  /// Starts to keep it. Where it leads to a file or a pipe it is left alone.
  static func divert() {
    guard isatty(STDERR_FILENO) == 1, realEnd.load(ordering: .relaxed) < 0 else { return }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    let real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    for end in ends {
      // What finds the pipe full (64 kB) is dropped: nothing may wait for a reader that is the writer.
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    dup2(ends[1], STDERR_FILENO)
    close(ends[1])
    keptEnd.store(ends[0], ordering: .relaxed)
    realEnd.store(real, ordering: .relaxed)
  }

  /// Writes out what was kept and keeps no more. Safe in a signal handler, and does nothing a second time.
  static func restore() {
    let real = realEnd.exchange(-1, ordering: .relaxed)
    let kept = keptEnd.exchange(-1, ordering: .relaxed)
    guard real >= 0, kept >= 0 else { return }
    dup2(real, STDERR_FILENO)
    close(real)
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
      while true {
        let count = read(kept, buffer.baseAddress, buffer.count)
        guard count > 0, write(STDERR_FILENO, buffer.baseAddress, count) == count else { break }
      }
    }
    close(kept)
  }
}
