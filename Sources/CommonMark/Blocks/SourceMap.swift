/// Where the bytes of a leaf's content stand in the source.
struct SourceMap: Sendable {
  /// A run of content that is one range of the source, up to the next run.
  struct Run: Sendable {
    var content: Int32
    var source: Int32
  }

  /// The source offset of the first byte of content, where all of it is one range.
  private(set) var base = 0
  /// Empty where ``base`` says it all.
  private(set) var runs: [Run] = []

  /// How many bytes of content the runs have.
  private var count = 0
  /// Whether each run is a line, its last byte a line feed that stands for the line's ending.
  private var areLines = false

  /// Whether the content is that of a cell, each run after the first one with an escaped pipe at its start.
  var hasEscapedPipes: Bool { !areLines && !runs.isEmpty }

  /// Whether the content is one range of the source.
  var isContiguous: Bool { runs.isEmpty }

  mutating func reset(base: Int) {
    self.base = base
    runs.removeAll(keepingCapacity: true)
  }

  /// Makes room for so many runs: a table of millions of them would be copied several times as it grows.
  mutating func reserve(_ count: Int) {
    if runs.capacity < count { runs.reserveCapacity(count) }
  }

  mutating func addRun(content: Int, source: Int) {
    runs.append(Run(content: Int32(truncatingIfNeeded: content), source: Int32(truncatingIfNeeded: source)))
  }

  mutating func finish(count: Int, areLines: Bool) {
    self.count = count
    self.areLines = areLines
  }

  /// Appends the content that a range of the source has.
  func appendContent(of source: [UInt8], _ range: Range<Int>, to bytes: inout [UInt8]) {
    var index = runs.partitioningIndex { Int($0.source) > range.lowerBound } - 1
    while index < runs.count {
      let start = Int(runs[index].source)
      let next = index + 1 < runs.count ? Int(runs[index + 1].content) : count + (areLines ? 1 : 0)
      let end = start + next - Int(runs[index].content) - (areLines ? 1 : 0)
      let piece = range.clamped(to: start..<max(start, end))
      bytes.append(contentsOf: source[piece])
      index += 1
      guard index < runs.count, range.upperBound > end else { return }
      if areLines { bytes.append(UInt8(ascii: "\n")) }
    }
  }

  /// The source offset of a byte of content.
  @inline(__always)
  func source(_ content: Int) -> Int {
    if runs.isEmpty { return base &+ content }
    let run = runs[runIndex(of: content)]
    return Int(run.source) + content - Int(run.content)
  }

  /// The source offset after the byte in front of `content`.
  @inline(__always)
  func source(end content: Int) -> Int {
    if runs.isEmpty || content == 0 { return source(content) }
    return source(content - 1) + 1
  }

  /// A range of content, which is in one run, as one of the source.
  func source(_ range: Range<Int>) -> Range<Int> {
    let start = source(range.lowerBound)
    return start..<max(start, source(end: range.upperBound))
  }

  /// The run that has a byte of content.
  func runIndex(of content: Int) -> Int {
    runs.partitioningIndex { Int($0.content) > content } - 1
  }

  /// The end of the run that has a byte of content; the content's end for the last one.
  func runEnd(of content: Int) -> Int {
    guard !runs.isEmpty else { return .max }
    let next = runIndex(of: content) + 1
    return next < runs.count ? Int(runs[next].content) : .max
  }
}
