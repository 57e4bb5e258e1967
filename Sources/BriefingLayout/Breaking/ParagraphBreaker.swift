/// Breaks running text into lines that are as even as they can be in as few lines as possible.
///
/// The squares of what is left free at the ends of the lines, the last one's excepted, are least, as in TeX;
/// but never at the price of one more line. Long paragraphs are settled window by window, so the time is
/// linear and the memory bounded.
struct ParagraphBreaker {
  private let column: Int
  private var segments: [Segment] = []
  /// Columns of everything before each segment, white space included.
  private var offsets: [Int] = []
  private var costs: [Int] = []
  private var origins: [Int] = []

  /// Segments that are looked at together, and more where they are too narrow to fill a few lines.
  private static let window = 512
  /// One more line costs more than any raggedness within a window.
  private static let lineCost = 1 << 40

  private init(column: Int) {
    self.column = column
  }

  /// The lines of the text at `range`, none wider than `column` (at least 1); one empty line for no text.
  static func lines(of text: Graphemes, _ range: Range<Int>, column: Int) -> [LineSpan] {
    if fits(text, range, column) { return [LineSpan(range.lowerBound, range.upperBound)] }
    var breaker = ParagraphBreaker(column: max(1, column))
    var segmenter = Segmenter(text, range, column: max(1, column))
    var lines: [LineSpan] = []
    var pending = 0
    while let segment = segmenter.next() {
      breaker.segments.append(segment)
      if segment.ending == .newline || segment.ending == .end {
        breaker.settle(isComplete: true, &lines)
      } else {
        pending += segment.width + segment.space
        if breaker.segments.count >= window, pending > 4 * breaker.column {
          breaker.settle(isComplete: false, &lines)
          pending = 0
        }
      }
    }
    breaker.settle(isComplete: true, &lines)
    if lines.isEmpty { lines.append(LineSpan(range.lowerBound, range.lowerBound)) }
    return lines
  }

  /// Adds what ``lines(of:_:column:)`` says: without an array for each cell of a table.
  static func append(_ text: Graphemes, _ range: Range<Int>, column: Int, to lines: inout [LineSpan]) {
    if fits(text, range, column) {
      lines.append(LineSpan(range.lowerBound, range.upperBound))
    } else {
      lines += self.lines(of: text, range, column: column)
    }
  }

  /// The lines of a text in which each line of its own that does not fit leaves `hang` columns free for the indent of
  /// those that go on with it.
  static func lines(of text: Graphemes, column: Int, hang: Int) -> [LineSpan] {
    var lines: [LineSpan] = []
    var start = 0
    while true {
      let end = text.bytes[start..<text.count].firstIndex(of: 0x0A) ?? text.count
      let unbroken = self.lines(of: text, start..<end, column: column)
      lines += unbroken.count == 1 ? unbroken : self.lines(of: text, start..<end, column: column - hang)
      guard end < text.count else { return lines }
      start = end + 1
    }
  }

  /// Whether a text is one line at the first look: the cells of most tables are.
  private static func fits(_ text: Graphemes, _ range: Range<Int>, _ column: Int) -> Bool {
    guard let first = range.first, let last = range.last, range.count <= column else { return range.isEmpty }
    return text.endOfPlain(from: first, limit: last + 1) == last + 1
      && text.bytes[first] != 0x20 && text.bytes[last] != 0x20
  }

  /// Turns the collected segments into lines; all but the last two where more segments follow.
  private mutating func settle(isComplete: Bool, _ lines: inout [LineSpan]) {
    let count = segments.count
    if count == 0 { return }
    measure()
    if isComplete, width(0, count) <= column {
      append(0, count, &lines)
      segments.removeAll(keepingCapacity: true)
      return
    }
    findBreaks()
    var breaks: [Int] = []
    var at = count
    while at > 0 {
      breaks.append(at)
      at = origins[at]
    }
    breaks.reverse()
    if !isComplete { breaks.removeLast(min(2, breaks.count - 1)) }
    for end in breaks {
      append(at, end, &lines)
      at = end
    }
    segments.removeFirst(at)
  }

  private mutating func measure() {
    offsets.removeAll(keepingCapacity: true)
    var offset = 0
    for segment in segments {
      offsets.append(offset)
      offset += segment.width + segment.space
    }
    offsets.append(offset)
  }

  /// Columns of the line of the segments from `first` up to `end`.
  @inline(__always)
  private func width(_ first: Int, _ end: Int) -> Int {
    let last = segments[end - 1]
    return offsets[end] - offsets[first] - last.space + (last.ending == .softHyphen ? 1 : 0)
  }

  /// Finds for each segment the best start of a line that ends with it.
  private mutating func findBreaks() {
    let count = segments.count
    costs.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    costs.append(0)
    origins.append(0)
    for end in 1...count {
      let best = bestStart(end, isLast: end == count)
      costs.append(best.cost)
      origins.append(best.first)
    }
  }

  /// The best start of a line that ends with the segment before `end`: the inner loop of all layout.
  private func bestStart(_ end: Int, isLast: Bool) -> (first: Int, cost: Int) {
    let last = segments[end - 1]
    let tail = offsets[end] - last.space + (last.ending == .softHyphen ? 1 : 0)
    let column = self.column
    return offsets.withUnsafeBufferPointer { offsets in
      costs.withUnsafeBufferPointer { costs in
        var best = (first: end - 1, cost: costs[end - 1] + costAlone(tail - offsets[end - 1], last, isLast))
        var first = end - 2
        while first >= 0 {
          let free = column - (tail - offsets[first])
          if free < 0 { break }
          let cost = costs[first] + (isLast ? 0 : free * free)
          if cost < best.cost { best = (first, cost) }
          first -= 1
        }
        best.cost += ParagraphBreaker.lineCost + penalty(last, isLast)
        return best
      }
    }
  }

  /// The cost of a line of one segment. It has to go somewhere, even where its soft hyphen stands out.
  private func costAlone(_ width: Int, _ last: Segment, _ isLast: Bool) -> Int {
    let free = column - width
    if free < 0 { return ParagraphBreaker.lineCost }
    // A last line of one short word looks lost.
    if isLast { return width * 6 < column ? column * column / 8 : 0 }
    return free * free
  }

  /// What a break after a segment costs wherever its line starts.
  private func penalty(_ last: Segment, _ isLast: Bool) -> Int {
    switch last.ending {
    case .softHyphen where !isLast: column * column / 16
    case .joint where !isLast: 1
    default: 0
    }
  }

  private func append(_ first: Int, _ end: Int, _ lines: inout [LineSpan]) {
    let last = segments[end - 1]
    lines.append(
      LineSpan(
        segments[first].start, last.end,
        last.ending == .softHyphen && width(first, end) <= column ? .hyphen : .none))
  }
}
