/// Tells whether a run of backticks has a closing one, so that runs without one are scanned for once.
struct CodeSpanCloser {
  /// The last place of a run by its length; empty as long as every search succeeded. A text has few lengths, for all its
  /// runs together are no longer than it is.
  private var lastRuns: [Int: Int] = [:]

  mutating func reset() {
    if !lastRuns.isEmpty { lastRuns.removeAll(keepingCapacity: true) }
  }

  /// The start of the first run of exactly `length` backticks after `start`.
  mutating func find(_ length: Int, in text: Span<UInt8>, from start: Int) -> Int? {
    if !lastRuns.isEmpty, lastRuns[length] ?? -1 < start { return nil }
    var position = start
    while position < text.count {
      guard text[position] == UInt8(ascii: "`") else {
        position &+= 1
        continue
      }
      let run = position
      while position < text.count, text[position] == UInt8(ascii: "`") { position &+= 1 }
      if position - run == length { return run }
    }
    noteRuns(in: text, from: start)
    return nil
  }

  private mutating func noteRuns(in text: Span<UInt8>, from start: Int) {
    // Not empty any more, whatever stands there.
    lastRuns = [0: -1]
    var position = start
    while position < text.count {
      guard text[position] == UInt8(ascii: "`") else {
        position &+= 1
        continue
      }
      let run = position
      while position < text.count, text[position] == UInt8(ascii: "`") { position &+= 1 }
      lastRuns[position - run] = run
    }
  }
}
