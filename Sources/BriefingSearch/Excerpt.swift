import BriefingCore
import BriefingLayout

/// A few words of a section around what was found, on one line.
public struct Excerpt: Hashable, Sendable {
  /// The text, with `…` where it was cut. It is the author's text and may hold anything.
  public var text: String
  /// What to light: UTF-8 offsets of ``text``, in order, none overlapping.
  public var matches: [Range<Int>]

  /// Makes an excerpt.
  public init(text: String, matches: [Range<Int>]) {
    self.text = text
    self.matches = matches
  }

  /// The part of a section's text with the most different words of the query; its beginning where none is there.
  ///
  /// - Parameter length: Characters at most, the ellipses not counted.
  public init(of passages: [SectionText.Passage], showing patterns: [WordPattern], length: Int = 160) {
    let search = ExcerptSearch(patterns)
    var best = Candidate()
    for (index, passage) in passages.enumerated() {
      let found = search.matches(in: passage.text)
      var start = 0
      for end in found.indices {
        // The window is measured in bytes: near enough to choose by.
        while start < end, found[end].range.upperBound - found[start].range.lowerBound > length { start += 1 }
        let distinct = Set(found[start...end].map(\.pattern)).count
        if distinct > best.distinct
          || (distinct == best.distinct && best.passage == index && start == best.start)
        {
          best = Candidate(
            distinct: distinct, passage: index, start: start,
            range: found[start].range.lowerBound..<found[end].range.upperBound)
        }
      }
    }
    guard passages.indices.contains(best.passage) else {
      self.init(text: "", matches: [])
      return
    }
    let text = passages[best.passage].text
    self = Excerpt.cut(text, around: best.range, length: length, search)
  }

  private struct Candidate {
    var distinct = 0
    var passage = 0
    var start = 0
    var range = 0..<0
  }

  /// Cuts a text to a length, with what is shown a quarter of it in, at spaces where there are any near.
  private static func cut(
    _ text: String, around range: Range<Int>, length: Int, _ search: ExcerptSearch
  ) -> Excerpt {
    let utf8 = text.utf8
    let anchor = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    let lead = max(0, min(length / 4, length - text.distance(from: anchor, to: end)))
    var lower = text.index(anchor, offsetBy: -lead, limitedBy: text.startIndex) ?? text.startIndex
    if text.index(lower, offsetBy: length, limitedBy: text.endIndex) == nil {
      lower = text.index(text.endIndex, offsetBy: -length, limitedBy: text.startIndex) ?? text.startIndex
    }
    var upper = text.index(lower, offsetBy: length, limitedBy: text.endIndex) ?? text.endIndex
    if lower > text.startIndex, let space = text[lower..<anchor].firstIndex(where: \.isWhitespace) {
      lower = text.index(after: space)
    }
    if upper < text.endIndex, end < upper, let space = text[end..<upper].lastIndex(where: \.isWhitespace) {
      upper = space
    }
    var line = String(text[lower..<upper].map { $0.isNewline ? " " : $0 })
    if lower > text.startIndex { line = "…" + line }
    if upper < text.endIndex { line += "…" }
    return Excerpt(text: line, matches: search.matches(in: line).map(\.range))
  }
}

/// Finds the matches of patterns in one passage.
struct ExcerptSearch {
  private let patterns: [WordPattern]
  private let search: [WordSearch]

  init(_ patterns: [WordPattern]) {
    self.patterns = patterns
    search = patterns.map { WordSearch([$0]) }
  }

  /// A match: which pattern, and where in UTF-8 offsets of the passage.
  struct Match {
    var pattern: Int
    var range: Range<Int>
  }

  /// All matches in order, none overlapping, the longest where several start at one word.
  func matches(in text: String) -> [Match] {
    let words = Words(text)
    return words.folded.utf8.withUnsafeBufferPointer { bytes in
      var found: [Match] = []
      var at = 0
      while at < words.ranges.count {
        var best = (length: 0, pattern: 0)
        for (index, search) in search.enumerated() {
          let length = search.matchLength(at: words.ranges[at...], in: bytes)
          if length > best.length { best = (length, index) }
        }
        if best.length > 0 {
          found.append(
            Match(pattern: best.pattern, range: words.originalRange(ofWords: at..<at + best.length)))
        }
        at += max(1, best.length)
      }
      return found
    }
  }
}
