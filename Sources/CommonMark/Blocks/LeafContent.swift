/// The content of a leaf as one run of bytes: the source itself where it is one range there, else a copy without
/// the markers, indentation, and carriage returns between its lines.
struct LeafContent {
  private var bytes: [UInt8] = []
  private var range = 0..<0
  private(set) var map = SourceMap()

  /// Takes the content of a leaf with inlines.
  ///
  /// - Parameter copiesLines: Whether lines are copied even where nothing but a line feed stands between them in the source: for
  ///   those who ask for the runs of the map.
  /// - Returns: Whether it came to its end: false when `isCancelled`, which is asked now and then, returned true.
  @discardableResult
  mutating func load(
    _ row: BlockRow, _ lines: [LineRow], _ source: Span<UInt8>, copiesLines: Bool = true,
    isCancelled: () -> Bool = { false }
  ) -> Bool {
    bytes.removeAll(keepingCapacity: true)
    map.reset(base: Int(row.first))
    if !copiesLines, let whole = Self.wholeLines(row, lines, source) {
      map.reset(base: whole.lowerBound)
      range = whole
    } else if row.flags.contains(.isSegmented) {
      let first = Int(row.first)
      map.reserve(Int(row.second))
      for index in first..<first + Int(row.second) {
        if (index - first) % InlineParser.stride == InlineParser.stride - 1, isCancelled() { return false }
        if index > first { bytes.append(UInt8(ascii: "\n")) }
        map.addRun(content: bytes.count, source: lines[index].start)
        append(source, lines[index].start..<lines[index].end)
      }
      map.finish(count: bytes.count, areLines: true)
    } else if row.flags.contains(.hasEscapedPipe) {
      return loadCell(source, Int(row.first)..<Int(row.second), isCancelled)
    } else {
      range = Int(row.first)..<Int(row.second)
    }
    return true
  }

  /// The range of the source that the lines of a leaf are, where nothing but a line feed stands between them; nil where
  /// something does.
  private static func wholeLines(_ row: BlockRow, _ lines: [LineRow], _ source: Span<UInt8>) -> Range<Int>? {
    guard row.flags.contains(.isSegmented), row.second > 0 else { return nil }
    let lines = lines[Int(row.first)..<Int(row.first + row.second)]
    var end = lines[lines.startIndex].end
    for line in lines.dropFirst() {
      guard line.start == end + 1, source[end] == UInt8(ascii: "\n") else { return nil }
      end = line.end
    }
    return lines[lines.startIndex].start..<end
  }

  /// GFM tables: `\|` is a pipe before anything else is parsed. Returns whether it came to its end.
  private mutating func loadCell(
    _ source: Span<UInt8>, _ range: Range<Int>, _ isCancelled: () -> Bool
  ) -> Bool {
    var pipes = 0
    for position in range.dropLast() where Self.isEscapedPipe(source, at: position) { pipes += 1 }
    map.reserve(pipes + 1)
    bytes.reserveCapacity(range.count - pipes)
    var start = range.lowerBound
    var position = start
    var pause = position
    while position < range.upperBound {
      if position >= pause {
        if isCancelled() { return false }
        pause = position + InlineParser.stride
      }
      if position + 1 < range.upperBound, Self.isEscapedPipe(source, at: position) {
        map.addRun(content: bytes.count, source: start)
        append(source, start..<position)
        start = position + 1
        position += 1
      }
      position += 1
    }
    map.addRun(content: bytes.count, source: start)
    append(source, start..<range.upperBound)
    map.finish(count: bytes.count, areLines: false)
    return true
  }

  private static func isEscapedPipe(_ source: Span<UInt8>, at position: Int) -> Bool {
    source[position] == UInt8(ascii: "\\") && source[position + 1] == UInt8(ascii: "|")
  }

  private mutating func append(_ source: Span<UInt8>, _ range: Range<Int>) {
    source.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// Calls `body` with the bytes and their places in the source.
  func withBytes<Result>(
    of source: Span<UInt8>, _ body: (Span<UInt8>, SourceMap) throws -> Result
  ) rethrows -> Result {
    try map.isContiguous ? body(source.extracting(range), map) : body(bytes.span, map)
  }
}
