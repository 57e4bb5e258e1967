import Glibc
import Synchronization

/// How a thread sleeps: in `poll`, until a descriptor has something to read, until a moment, or until it is woken.
final class Sleeper: Sendable {
  private let isStoppedFlag = Atomic(false)
  /// A byte here wakes the thread.
  private let readEnd: Int32
  private let writeEnd: Int32

  /// Makes one for one thread.
  ///
  /// - Parameter path: For the error, where the system has no descriptors left.
  init(path: String) throws(FileError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FileError(path: path, errno: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Whether the thread is to end.
  var isStopped: Bool { isStoppedFlag.load(ordering: .acquiring) }

  /// Tells the thread to end, and wakes it; from any thread.
  func stop() {
    isStoppedFlag.store(true, ordering: .releasing)
    wake()
  }

  /// Ends the sleep, or the next one; from any thread.
  func wake() {
    var byte: UInt8 = 0
    // Where the pipe is full, it is awake anyway.
    _ = write(writeEnd, &byte, 1)
  }

  /// Sleeps.
  ///
  /// - Parameters:
  ///   - descriptor: Ends the sleep when there is something to read; negative ones never do.
  ///   - deadline: Ends it at the latest; nil where only the others do.
  func sleep(_ descriptor: Int32, until deadline: ContinuousClock.Instant?) {
    var milliseconds = Int32(-1)
    if let deadline {
      let left = max(.zero, ContinuousClock.now.duration(to: deadline))
      // Rounded up, so that it does not wake too early again and again.
      milliseconds = Int32(min(left / .milliseconds(1) + 1, Double(Int32.max)))
    }
    var sources = [descriptor, readEnd].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    poll(&sources, nfds_t(sources.count), milliseconds)
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
      _ = read(readEnd, buffer.baseAddress, buffer.count)
    }
  }
}
