import Algorithms

/// A set of bytes of a text, kept as stretches in order.
struct ByteIntervals: Hashable, Sendable {
  private(set) var ranges: [Range<Int>] = []
  /// How many bytes there are.
  private(set) var count = 0

  /// Stretches that are kept; where there are more, a stretch counts as not covered: the reader has jumped to and fro.
  static let limit = 256

  /// The parts of a stretch that are not in the set, in order.
  func gaps(in range: Range<Int>) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start = range.lowerBound
    for covered in ranges[firstEnding(behind: range.lowerBound)...] {
      guard covered.lowerBound < range.upperBound else { break }
      if start < covered.lowerBound { gaps.append(start..<covered.lowerBound) }
      start = max(start, covered.upperBound)
    }
    if start < range.upperBound { gaps.append(start..<range.upperBound) }
    return gaps
  }

  /// Moves all of it.
  mutating func move(by offset: Int) {
    ranges = ranges.map { $0.lowerBound + offset..<$0.upperBound + offset }
  }

  /// Adds a stretch of which nothing is in the set.
  mutating func insert(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var range = range
    // Those that touch it become one with it.
    var first = firstEnding(behind: range.lowerBound - 1)
    var last = first
    while last < ranges.count, ranges[last].lowerBound <= range.upperBound {
      range = min(range.lowerBound, ranges[last].lowerBound)..<max(range.upperBound, ranges[last].upperBound)
      last += 1
    }
    count += range.count - ranges[first..<last].reduce(0) { $0 + $1.count }
    ranges.replaceSubrange(first..<last, with: CollectionOfOne(range))
    guard ranges.count > Self.limit else { return }
    first = ranges.indices.min { ranges[$0].count < ranges[$1].count } ?? 0
    count -= ranges[first].count
    ranges.remove(at: first)
  }

  private func firstEnding(behind offset: Int) -> Int {
    ranges.partitioningIndex { $0.upperBound > offset }
  }
}
