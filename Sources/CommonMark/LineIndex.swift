import Synchronization

/// Turns byte offsets into line numbers, in any order: the lines are counted at every thousandth byte or so, and
/// from there when asked. It takes a 256th of the source's memory however short the lines are, once it was asked.
final class LineIndex: Sendable {
  /// The line endings before each step.
  private final class Counts: Sendable {
    let counts: [UInt32]

    init(_ counts: [UInt32]) { self.counts = counts }
  }

  private let bytes: [UInt8]
  private let lazyCounts = AtomicLazyReference<Counts>()

  private static let step = 1024

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Two threads may both count, and have the same.
  private var counts: [UInt32] {
    (lazyCounts.load() ?? lazyCounts.storeIfNil(Counts(count()))).counts
  }

  private func count() -> [UInt32] {
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / Self.step + 1)
    var count: UInt32 = 0
    bytes.withUnsafeBytes { buffer in
      for start in stride(from: 0, through: bytes.count, by: Self.step) {
        counts.append(count)
        let end = min(start + Self.step, bytes.count)
        count += UInt32(truncatingIfNeeded: SourceLines.lineEnds(in: buffer, start..<end))
      }
    }
    return counts
  }

  /// The 1-based line of an offset; LF, CR and CRLF end lines.
  func line(at offset: Int) -> Int {
    let offset = min(max(0, offset), bytes.count)
    let start = offset - offset % Self.step
    let before = Int(counts[offset / Self.step])
    return 1 + before + bytes.withUnsafeBytes { SourceLines.lineEnds(in: $0, start..<offset) }
  }

  /// The first and the last line that a range of bytes is on.
  func lines(of range: Range<Int>) -> ClosedRange<Int> {
    let first = line(at: range.lowerBound)
    return first...max(first, line(at: range.upperBound - 1))
  }
}
