/// Follows all ways through a regular expression at once, over a text in one pass.
///
/// A *way* is a step that was reached, and where it began. They stand in order: what comes first is preferred. Where two reach
/// the same step the second one is dropped, for from there on both find the same. So there are never more than steps.
///
/// A match is kept for as long as a way that is preferred to it may still find another one, and meanwhile the next match is
/// looked for behind it. Such later ways are of a higher *rank*: the number of matches that they take for granted. When a way
/// of a lower rank finds something, the matches from its rank on are dropped. So nothing is ever gone over twice, and the
/// matches are those that looking again behind each one would find.
struct PatternSearch {
  private struct Way {
    var step: Int
    var start: Int
    var rank: Int
  }

  private let steps: [PatternStep]
  private var ways: [Way] = []
  private var nextWays: [Way] = []
  /// In which round each step was reached last. A round is a place of the text; where something was found, another one begins
  /// there, in which only the ways that are left count as reached: what lay behind the others was never gone to.
  private var reached: [Int]
  private var round = 0
  private var stack: [Int] = []
  private var found: [Range<Int>] = []

  /// Ways that are followed between two questions whether to go on.
  private static let stride = 1 << 16

  init(_ steps: [PatternStep]) {
    self.steps = steps
    reached = Array(repeating: -1, count: steps.count)
  }

  mutating func run(
    _ text: UnsafeBufferPointer<UInt8>, most: Int, isCancelled: () -> Bool
  ) -> [Range<Int>]? {
    var at = 0
    var work = 0
    var before: Unicode.Scalar?
    let starts = startBytes()
    while at < text.count, found.count <= most {
      if ways.isEmpty, let starts {
        // Nothing is under way: on to where something can begin.
        let from = at
        while at < text.count, text[at] < 0x80, text[at] != 0, !starts[Int(text[at])] {
          at += 1
          if at - from == Self.stride { break }
        }
        if at > from {
          // What was reached before is not reached here.
          round += 1
          work += (at - from) / 16
          before = Unicode.Scalar(text[at - 1])
        }
        if at == text.count { break }
      }
      work += 1 + ways.count
      if work >= Self.stride {
        work = 0
        if isCancelled() { return nil }
      }
      let (scalar, length) = Self.scalar(text, at)
      let isBorder = scalar == "\0"
      add(Way(step: 0, start: at, rank: found.count), at, before, isBorder ? nil : scalar)
      step(at, isBorder ? nil : scalar, after: at + length, Self.peek(text, at + length))
      before = isBorder ? nil : scalar
      at += length
    }
    found.removeLast(max(0, found.count - most))
    return found
  }

  /// Takes a scalar on every way, and sees what has been found behind it.
  private mutating func step(
    _ at: Int, _ scalar: Unicode.Scalar?, after: Int, _ next: Unicode.Scalar?
  ) {
    nextWays.removeAll(keepingCapacity: true)
    swap(&ways, &nextWays)
    round += 1
    guard let scalar else { return }
    for way in nextWays {
      guard case .take(let set) = steps[way.step], set.contains(scalar) else { continue }
      // What this one finds at once is preferred to all ways that follow.
      if add(Way(step: way.step + 1, start: way.start, rank: way.rank), after, scalar, next) { break }
    }
  }

  /// Goes on from a step to all that take a scalar; true where the whole was found, and what is less preferred is dropped.
  @discardableResult
  private mutating func add(
    _ way: Way, _ at: Int, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
  ) -> Bool {
    stack.append(way.step)
    while let step = stack.popLast() {
      guard reached[step] != round else { continue }
      reached[step] = round
      switch steps[step] {
      case .take: ways.append(Way(step: step, start: way.start, rank: way.rank))
      case .jump(let distance): stack.append(step + distance)
      case .split(let first, let second):
        stack.append(step + second)
        stack.append(step + first)
      case .check(let border): if Self.holds(border, before, after) { stack.append(step + 1) }
      case .found:
        // Nothing is no match.
        guard at > way.start else { continue }
        found.removeSubrange(way.rank...)
        found.append(way.start..<at)
        stack.removeAll(keepingCapacity: true)
        round += 1
        for way in ways { reached[way.step] = round }
        return true
      }
    }
    return false
  }

  private static func holds(
    _ border: PatternStep.Border, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
  ) -> Bool {
    func isLineEnd(_ scalar: Unicode.Scalar?) -> Bool { scalar == nil || scalar == "\n" || scalar == "\r" }
    func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map(ScalarSet.Kind.word.contains) ?? false }
    return switch border {
    case .lineStart: isLineEnd(before)
    case .lineEnd: isLineEnd(after)
    case .wordBorder: isWord(before) != isWord(after)
    case .noWordBorder: isWord(before) == isWord(after)
    case .wordStart: !isWord(before) && isWord(after)
    case .wordEnd: isWord(before) && !isWord(after)
    }
  }

  /// Which ASCII bytes a match can begin with; nil where that tells nothing.
  private func startBytes() -> [Bool]? {
    var bytes = [Bool](repeating: false, count: 128)
    var seen = Set<Int>()
    var stack = [0]
    while let step = stack.popLast() {
      guard seen.insert(step).inserted else { continue }
      switch steps[step] {
      case .take(let set): for byte in 0..<128 where set.containsASCII(UInt8(byte)) { bytes[byte] = true }
      case .jump(let distance): stack.append(step + distance)
      case .split(let first, let second): stack += [step + first, step + second]
      case .check: stack.append(step + 1)
      case .found: break
      }
    }
    return bytes.allSatisfy(\.self) ? nil : bytes
  }

  /// The scalar at an offset of valid UTF-8.
  @inline(__always)
  private static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (Unicode.Scalar, length: Int) {
    let first = text[at]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard at + length <= text.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in text[at + 1..<at + length] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The scalar at an offset; nil at the end and where another text begins.
  @inline(__always)
  private static func peek(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Unicode.Scalar? {
    guard at < text.count, text[at] != 0 else { return nil }
    return scalar(text, at).0
  }
}
