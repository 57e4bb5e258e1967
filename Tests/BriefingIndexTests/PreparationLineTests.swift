import BriefingFiles
import Foundation
import Synchronization
import Testing

@testable import BriefingIndex

/// How many files are in memory while an index is made.
@Suite struct PreparationLineTests {
  /// How many files were read at the same time at most; each waits a while for so many.
  private func mostAtOnce(_ count: Int, ofSize size: Int64, threads: Int, waitingFor wanted: Int) -> Int {
    let line = PreparationLine(count) { _ in size }
    let reading = Mutex((now: 0, most: 0))
    for _ in 0..<threads {
      Thread.detachNewThread {
        line.work { position in
          reading.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
          }
          // As long as it takes to start a thread on a machine with much to do.
          for _ in 0..<1000 where reading.withLock({ $0.most < wanted }) { usleep(5000) }
          usleep(1000)
          reading.withLock { $0.now -= 1 }
          throw FileError(path: "\(position)", reason: "is gone", advice: "")
        }
      }
    }
    var positions: [Int] = []
    while positions.count < count, let deliveries = line.take(isCancelled: { false }) {
      positions += deliveries.flatMap { $0.failures.map(\.position) }
    }
    #expect(positions.sorted() == Array(0..<count), "each once")
    return reading.withLock(\.most)
  }

  /// Each thread had a file of 4 MB in memory, and what is made of it takes many times as much.
  @Test func `of heavy files no more are read at once than fit the bound, however many threads there are`() {
    #expect(mostAtOnce(40, ofSize: 4_000_000, threads: 8, waitingFor: 2) == 2)
    #expect(mostAtOnce(40, ofSize: 1 << 20, threads: 12, waitingFor: 8) == 8)
  }

  @Test func `the last heavy files are not all one thread's`() {
    #expect(mostAtOnce(40, ofSize: 3 << 20, threads: 2, waitingFor: 2) == 2)
  }

  @Test func `many small files are read by all threads`() {
    #expect(mostAtOnce(400, ofSize: 1000, threads: 4, waitingFor: 4) == 4)
  }

  /// Two are read, and a third waits until one of them was handed over.
  @Test func `who waits for room goes home when nobody wants the rest`() {
    let line = PreparationLine(3) { _ in 4_000_000 }
    let (threads, goOn) = (DispatchGroup(), DispatchSemaphore(value: 0))
    for _ in 0..<3 {
      threads.enter()
      Thread.detachNewThread {
        line.work { position in
          goOn.wait()
          throw FileError(path: "\(position)", reason: "is gone", advice: "")
        }
        threads.leave()
      }
    }
    usleep(50_000)
    line.stop()
    for _ in 0..<3 { goOn.signal() }
    #expect(threads.wait(timeout: .now() + .seconds(60)) == .success)
  }
}
