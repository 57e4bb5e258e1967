import BriefingCore
import BriefingText

/// Chooses an excerpt from passages that come one after another: the part with the most different words of a query,
/// whatever their forms.
///
/// Of the passages it keeps one, and of one only what may become part of the excerpt is made a string of.
struct ExcerptFinder {
  private let patterns: [WordPattern]
  private let search: WordSearch
  /// What is lit, be it looked for or not.
  private let lit: WordSearch
  /// For each pattern the word of the query that it is a form of, counted from 0.
  private let concepts: [Int]
  private let conceptCount: Int
  /// Characters of the excerpt at most.
  private let length: Int
  /// The passage of ``best``; the first one as long as nothing was found.
  private var text: [UInt8] = []
  private(set) var isEmpty = true
  private var best = Candidate()
  /// Passages that were looked through, and the one of ``best`` among them.
  private var passages = 0
  private var bestPassage = 0

  /// A stretch of a passage with words of the query.
  private struct Candidate {
    /// How many different words of the query stand in it, and which.
    var distinct = 0
    var concepts: [Bool] = []
    /// From the first of them to the end of the last.
    var range = 0..<0
  }

  /// Bytes of a character that are thought of at most; of longer ones the excerpt is shorter.
  private static let longestCharacter = 64

  /// Makes a finder of what is looked for.
  ///
  /// - Parameter lit: What is lit as well.
  init(_ patterns: [WordPattern], length: Int, lighting lit: [WordPattern]? = nil) {
    self.patterns = patterns
    search = WordSearch(patterns)
    self.lit = lit.map { WordSearch($0) } ?? search
    var numbers: [Int: Int] = [:]
    var concepts: [Int] = []
    var count = 0
    for pattern in patterns {
      if let concept = pattern.concept, let known = numbers[concept] {
        concepts.append(known)
        continue
      }
      if let concept = pattern.concept { numbers[concept] = count }
      concepts.append(count)
      count += 1
    }
    self.concepts = concepts
    conceptCount = count
    self.length = length
  }

  /// Whether no further passage can have more.
  var isDone: Bool { best.distinct > 0 && best.distinct == conceptCount }

  /// How many different words of the query were found together.
  var distinct: Int { best.distinct }

  /// Where what was found stands.
  var place: (passage: Int, offset: Int) { (bestPassage, best.range.lowerBound) }

  /// Whether what was found stands, in part at least, where another finder of the same passages has found something.
  func overlaps(_ other: ExcerptFinder) -> Bool {
    bestPassage == other.bestPassage && best.range.overlaps(other.best.range)
  }

  /// The patterns of words that were not found.
  var rest: [WordPattern] {
    guard best.distinct > 0 else { return patterns }
    return patterns.indices.filter { !best.concepts[concepts[$0]] }.map { patterns[$0] }
  }

  /// Looks through a passage, valid UTF-8.
  ///
  /// - Parameter isCancelled: Asked every few milliseconds.
  /// - Returns: Whether it came to its end.
  mutating func add(_ passage: [UInt8], isCancelled: () -> Bool = { false }) -> Bool {
    var folded = FoldedText()
    let isFolded = passage.withUnsafeBufferPointer { folded.append($0, .all, isCancelled: isCancelled) }
    guard isFolded else { return false }
    passages += 1
    var window = Window(counts: Array(repeating: 0, count: conceptCount))
    var best = self.best
    var isBestHere = false
    let isComplete = folded.utf8.withUnsafeBufferPointer { bytes in
      search.forEachMatch(in: bytes, isCancelled: isCancelled) { pattern, range in
        // The window is measured in bytes: near enough to choose by.
        window.add(concepts[pattern], folded.originalRange(of: range), span: length)
        let isLonger = isBestHere && window.distinct == best.distinct && window.start == best.range.lowerBound
        if window.distinct > best.distinct || isLonger {
          best = Candidate(
            distinct: window.distinct, concepts: window.counts.map { $0 > 0 },
            range: window.start..<window.end)
          isBestHere = true
        }
        return !(best.distinct == conceptCount && window.start != best.range.lowerBound)
      }
    }
    guard isComplete else { return false }
    if isBestHere || isEmpty {
      text = passage
      bestPassage = passages
    }
    isEmpty = false
    self.best = best
    return true
  }

  /// The matches that stand within an excerpt's length.
  private struct Window {
    /// How many of them each pattern has.
    var counts: [Int]
    private(set) var distinct = 0
    private(set) var end = 0
    private var matches: [(pattern: Int, range: Range<Int>)] = []
    private var first = 0

    init(counts: [Int]) { self.counts = counts }

    /// Where the first match starts.
    var start: Int { matches[first].range.lowerBound }

    /// Adds a match, and drops those in front that are too far from its end.
    mutating func add(_ pattern: Int, _ range: Range<Int>, span: Int) {
      matches.append((pattern, range))
      end = range.upperBound
      counts[pattern] += 1
      if counts[pattern] == 1 { distinct += 1 }
      while first < matches.count - 1, end - start > span {
        let dropped = matches[first].pattern
        counts[dropped] -= 1
        if counts[dropped] == 0 { distinct -= 1 }
        first += 1
      }
      guard first > 1024 else { return }
      matches.removeFirst(first)
      first = 0
    }
  }

  /// What was found: cut to the length, with what is shown a quarter of it in, at spaces where there are any near.
  var excerpt: Excerpt {
    guard !text.isEmpty else { return Excerpt(text: "", matches: []) }
    // Characters are counted near the match alone: what a stranger wrote may have millions of bytes for one.
    let reach = (length + 1) * ExcerptFinder.longestCharacter
    let start = scalarStart(max(0, best.range.lowerBound - reach))
    let limit = scalarStart(min(text.count, best.range.lowerBound + 2 * reach))
    let near = String(decoding: text[start..<limit], as: UTF8.self)
    let utf8 = near.utf8
    let anchor = utf8.index(utf8.startIndex, offsetBy: best.range.lowerBound - start)
    let end = utf8.index(utf8.startIndex, offsetBy: min(best.range.upperBound, limit) - start)

    let lead = max(0, min(length / 4, length - near.distance(from: anchor, to: end)))
    var lower = near.index(anchor, offsetBy: -lead, limitedBy: near.startIndex) ?? near.startIndex
    if near.index(lower, offsetBy: length, limitedBy: near.endIndex) == nil {
      lower = near.index(near.endIndex, offsetBy: -length, limitedBy: near.startIndex) ?? near.startIndex
    }
    var upper = near.index(lower, offsetBy: length, limitedBy: near.endIndex) ?? near.endIndex
    let isCutLeft = lower > near.startIndex || start > 0
    let isCutRight = upper < near.endIndex || limit < text.count
    if isCutLeft, let space = near[lower..<max(lower, anchor)].firstIndex(where: \.isWhitespace) {
      lower = near.index(after: space)
    }
    if isCutRight, end < upper, let space = near[end..<upper].lastIndex(where: \.isWhitespace) {
      upper = space
    }
    var line = String(near[lower..<upper].map { $0.isNewline ? " " : $0 })
    if isCutLeft { line = "…" + line }
    if isCutRight { line += "…" }
    return Excerpt(text: line, matches: matches(in: line))
  }

  /// Where the query's words stand in a line.
  private func matches(in line: String) -> [Range<Int>] {
    let folded = FoldedText(line, .all)
    var found: [Range<Int>] = []
    _ = folded.utf8.withUnsafeBufferPointer { bytes in
      lit.forEachMatch(in: bytes, isCancelled: { false }) { _, range in
        found.append(folded.originalRange(of: range))
        return true
      }
    }
    return found
  }

  /// The last start of a scalar, or the text's end, that is not after an offset.
  private func scalarStart(_ offset: Int) -> Int {
    var offset = offset
    while offset < text.count, text[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
