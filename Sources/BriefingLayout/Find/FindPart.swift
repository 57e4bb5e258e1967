import BriefingCore
import BriefingText

/// The text of some units that follow each other, ready to be searched: no match runs over its ends.
///
/// It holds the text twice, as it is and folded, so that no search has to read the briefing again.
struct FindPart: Sendable {
  /// The units whose text it is.
  let units: Range<Int>
  /// The texts one after another as UTF-8, with a border after each.
  private let original: [UInt8]
  /// The same without case and diacritics.
  private let folded: FoldedText
  /// Where each unit's text starts in ``original``; one more at the end.
  private let starts: [Int]

  /// Stands where no match may run over: between leaves, and between the cells of a table in place of the LF there.
  /// Markdown has no such byte.
  static let border: UInt8 = 0

  /// Bytes that are gone through between two questions whether to go on: a millisecond's work or two.
  private static let stride = 1 << 17
  /// Candidates that are looked at between two such questions.
  private static let candidateStride = 1 << 12

  /// Takes texts that were collected.
  init(units: Range<Int>, _ texts: FindTextBuilder) {
    self.units = units
    (original, folded, starts) = (texts.original, texts.folded, texts.starts)
  }

  /// All matches in document order, none overlapping; nil when cancelled. An empty query has none.
  ///
  /// - Parameter isCancelled: Asked every few milliseconds.
  func matches(of query: FindQuery, _ isCancelled: () -> Bool) -> [FindMatch]? {
    if let pattern = query.pattern { return matches(of: pattern, isCancelled) }
    if let words = query.words { return matches(of: WordSearch(words), isCancelled) }
    let needle = FoldedText(query.text, .all).utf8
    guard let search = ByteSearch(needle), !needle.contains(Self.border) else { return [] }
    return original.withUnsafeBufferPointer { original in
      folded.utf8.withUnsafeBufferPointer { text in
        matches(of: search, needle.count, FindVerifier(query, original), in: text, isCancelled)
      }
    }
  }

  private func matches(
    of search: ByteSearch, _ length: Int, _ verifier: FindVerifier, in text: UnsafeBufferPointer<UInt8>,
    _ isCancelled: () -> Bool
  ) -> [FindMatch]? {
    var verifier = verifier
    var matches = MatchCollector(starts, firstUnit: units.lowerBound)
    var candidates = 0
    var at = 0
    var limit = 0
    while at < text.count {
      // Step by step, so that a search without matches can be cancelled too.
      limit = min(text.count, max(limit, at) + Self.stride)
      if isCancelled() { return nil }
      while let found = search.first(in: text, from: at, limit: limit) {
        candidates += 1
        if candidates % Self.candidateStride == 0, isCancelled() { return nil }
        // The border after the last text lets one look at the byte after a match.
        let isASCII = text[found] < 0x80 && text[found + length] < 0x80
        let range = folded.originalRange(of: found..<found + length)
        if let match = verifier.match(range, isWhole: isASCII), matches.add(match) {
          at = found + length
        } else {
          at = found + 1
        }
      }
      at = limit == text.count ? limit : max(at, limit - length + 1)
    }
    return matches.found
  }

  /// All matches of a regular expression. It is looked for in the text as it is folded for it, and what it finds there is
  /// made whole characters of the text.
  private func matches(of pattern: Pattern, _ isCancelled: () -> Bool) -> [FindMatch]? {
    // Folded, a line end is a space, and the lines of code are lines for an expression.
    let isReady = pattern.folding == .all && !original.contains(0x0A)
    guard let text = isReady ? folded : foldedLines(pattern.folding, isCancelled) else { return nil }
    let found = text.utf8.withUnsafeBufferPointer { pattern.matches(in: $0, isCancelled: isCancelled) }
    guard let found else { return nil }
    return original.withUnsafeBufferPointer { original -> [FindMatch]? in
      var characters = FindVerifier(pattern.folding, original)
      var matches = MatchCollector(starts, firstUnit: units.lowerBound)
      for (index, range) in found.enumerated() {
        if index % Self.candidateStride == 0, isCancelled() { return nil }
        _ = matches.add(characters.whole(text.originalRange(of: range)))
      }
      return matches.found
    }
  }

  /// The text folded, but for the ends of its lines.
  private func foldedLines(_ folding: Folding, _ isCancelled: () -> Bool) -> FoldedText? {
    var text = FoldedText()
    let isFolded = original.withUnsafeBufferPointer { original in
      var start = 0
      while start < original.count {
        let end = original[start...].firstIndex(of: 0x0A) ?? original.count
        let line = UnsafeBufferPointer(rebasing: original[start..<end])
        guard text.append(line, folding, isCancelled: isCancelled) else { return false }
        if end < original.count { text.appendLineEnd() }
        // Lines may be many and short.
        if end / Self.stride != start / Self.stride, isCancelled() { return false }
        start = end + 1
      }
      return true
    }
    return isFolded ? text : nil
  }

  /// All matches of word patterns, the longest where several start at one word.
  private func matches(of search: WordSearch, _ isCancelled: () -> Bool) -> [FindMatch]? {
    folded.utf8.withUnsafeBufferPointer { text -> [FindMatch]? in
      var matches = MatchCollector(starts, firstUnit: units.lowerBound)
      var start = 0
      // Passage by passage: no match runs over a border.
      while start < text.count {
        if text[start] == Self.border {
          start += 1
          continue
        }
        let end = text[start...].firstIndex(of: Self.border) ?? text.count
        let passage = UnsafeBufferPointer(rebasing: text[..<end])
        let isComplete = search.forEachMatch(in: passage, from: start, isCancelled: isCancelled) { _, range in
          _ = matches.add(folded.originalRange(of: range))
          return true
        }
        guard isComplete else { return nil }
        start = end + 1
      }
      return matches.found
    }
  }
}

/// Sorts ranges of all texts, which come in order, into the units that they stand in.
private struct MatchCollector {
  private let starts: [Int]
  private let firstUnit: Int
  private var unit = 0
  private(set) var found: [FindMatch] = []
  /// Where the last match ends.
  private var end = 0

  init(_ starts: [Int], firstUnit: Int) { (self.starts, self.firstUnit) = (starts, firstUnit) }

  /// Adds a match, unless it overlaps the one before.
  mutating func add(_ range: Range<Int>) -> Bool {
    guard range.lowerBound >= end else { return false }
    end = range.upperBound
    while starts[unit + 1] <= range.lowerBound { unit += 1 }
    let start = starts[unit]
    found.append(
      FindMatch(unit: firstUnit + unit, range: range.lowerBound - start..<range.upperBound - start))
    return true
  }
}
