import Foundation
import Synchronization

/// Writes a page to the disk again and again on a thread of its own, and times it.
final class DiskProbe: Sendable {
  private let isOver = Atomic(false)
  private let slowest = Atomic(0)
  private let ended = DispatchSemaphore(value: 0)

  init(folder: String) {
    Thread.detachNewThread { [self] in
      let file = open("\(folder)/disk-probe", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      let page = [UInt8](repeating: 0, count: 4096)
      while !isOver.load(ordering: .acquiring) {
        let start = StateChild.uptime
        // The pause counts: a machine that does not come to this thread does not come to the program either.
        usleep(20_000)
        pwrite(file, page, page.count, 0)
        fdatasync(file)
        slowest.max(StateChild.uptime - start - 20, ordering: .releasing)
      }
      close(file)
      ended.signal()
    }
  }

  /// Ends it and returns how long the slowest write took, in milliseconds.
  func stop() -> Int {
    isOver.store(true, ordering: .releasing)
    ended.wait()
    return slowest.load(ordering: .acquiring)
  }
}
