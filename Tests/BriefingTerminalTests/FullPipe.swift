import Glibc
import Testing

/// A pipe that cannot be written to until it is emptied: a terminal that takes nothing.
final class FullPipe: Sendable {
  let writeEnd: Int32
  private let readEnd: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    let bytes = [UInt8](repeating: 0, count: 4096)
    while write(writeEnd, bytes, bytes.count) > 0 {}
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  func empty() {
    var bytes = [UInt8](repeating: 0, count: 65536)
    while read(readEnd, &bytes, bytes.count) > 0 {}
  }
}
