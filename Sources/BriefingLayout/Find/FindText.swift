import BriefingCore
import BriefingText

/// The text of every unit of a briefing, ready to be searched: built once, searched at each key.
///
/// It holds the text twice, as it is and folded, so that no search has to read the briefing again.
public struct FindText: Sendable {
  /// The texts one after another as UTF-8, with a border after each.
  private let original: [UInt8]
  /// The same without case and diacritics.
  private let folded: FoldedText
  /// Where each unit's text starts in ``original``; one more at the end.
  private let starts: [Int]
  /// What the units with marks say without them: what is looked for may stand across a sign. None on a page without marks.
  private var versions: [(unit: Int, version: MarkedText.Version)] = []
  /// The texts of ``versions``, in their order; one at most.
  private var versionTexts: [FindText] = []

  /// Stands where no match may run over: between leaves, and between the cells of a table in place of the LF there.
  /// Markdown has no such byte.
  private static let border: UInt8 = 0

  /// Bytes that are gone through between two questions whether to go on: a millisecond's work or two.
  private static let stride = 1 << 17
  /// Candidates that are looked at between two such questions.
  private static let candidateStride = 1 << 12

  /// Collects the text of a page's units.
  ///
  /// - Parameter isCancelled: Asked every few milliseconds, within a unit too; when it returns true, this is nil.
  public init?(_ page: Page, isCancelled: () -> Bool = { false }) {
    var reader = UnitTextReader(page.units)
    var original: [UInt8] = []
    var folded = FoldedText()
    var starts = [0]
    for unit in 0..<page.unitCount {
      let start = original.count
      var borders: [Range<Int>] = []
      reader.builder.removeAll()
      if let own = page.ownContent(of: unit) {
        if isCancelled() { return nil }
        reader.append(own.content) { borders.append($0) }
      } else if !reader.read(unit, isCancelled: isCancelled, borders: { borders.append($0) }) {
        return nil
      }
      original += reader.builder.bytes
      for range in borders {
        for place in range { original[start + place] = FindText.border }
      }
      // What is looked for may stand across a cut.
      if unit + 1 == page.unitCount || !page.continuesPrevious(unit + 1) { original.append(FindText.border) }
      let isFolded = original.withUnsafeBufferPointer {
        folded.append(UnsafeBufferPointer(rebasing: $0[start...]), .all, isCancelled: isCancelled)
      }
      guard isFolded else { return nil }
      starts.append(original.count)
    }
    self.original = original
    self.folded = folded
    self.starts = starts
    guard let marked = page.marked else { return }
    for unit in 0..<page.unitCount {
      for version in marked[unit]?.versions ?? [] { versions.append((unit, version)) }
    }
    let isTable = versions.map { if case .table? = marked[$0.unit]?.content { true } else { false } }
    guard let text = FindText(versions.map(\.version), isTable, isCancelled: isCancelled) else { return nil }
    versionTexts = [text]
  }

  /// Collects the versions of marked texts; of a table, LF is between two cells.
  private init?(
    _ versions: [MarkedText.Version], _ isTable: [Bool], isCancelled: () -> Bool
  ) {
    var original: [UInt8] = []
    var folded = FoldedText()
    var starts = [0]
    for (version, isTable) in zip(versions, isTable) {
      let start = original.count
      original += isTable ? version.bytes.map { $0 == 0x0A ? FindText.border : $0 } : version.bytes
      original.append(FindText.border)
      let isFolded = original.withUnsafeBufferPointer {
        folded.append(UnsafeBufferPointer(rebasing: $0[start...]), .all, isCancelled: isCancelled)
      }
      guard isFolded else { return nil }
      starts.append(original.count)
    }
    (self.original, self.folded, self.starts) = (original, folded, starts)
  }

  /// All matches in document order, none overlapping; nil when cancelled. An empty query has none.
  ///
  /// Where changes are shown, those across a sign are among them: of the text as it is, and of the one before.
  ///
  /// - Parameter isCancelled: Asked every few milliseconds.
  public func matches(of query: FindQuery, isCancelled: () -> Bool = { false }) -> [FindMatch]? {
    guard let shown = ownMatches(of: query, isCancelled) else { return nil }
    guard let text = versionTexts.first else { return shown }
    guard let found = text.ownMatches(of: query, isCancelled) else { return nil }
    let across = found.compactMap { match -> FindMatch? in
      let (unit, version) = versions[match.unit]
      return version.marked(match.range).map { FindMatch(unit: unit, range: $0) }
    }
    var all: [FindMatch] = []
    for match in (shown + across).sorted() {
      if let last = all.last, last.unit == match.unit, last.range.upperBound > match.range.lowerBound {
        continue
      }
      all.append(match)
    }
    return all
  }

  private func ownMatches(of query: FindQuery, _ isCancelled: () -> Bool) -> [FindMatch]? {
    if let pattern = query.pattern { return matches(of: pattern, isCancelled) }
    if let words = query.words { return matches(of: WordSearch(words), isCancelled) }
    let needle = FoldedText(query.text, .all).utf8
    guard let search = ByteSearch(needle), !needle.contains(FindText.border) else { return [] }
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
    var matches = MatchCollector(starts)
    var candidates = 0
    var at = 0
    var limit = 0
    while at < text.count {
      // Step by step, so that a search without matches can be cancelled too.
      limit = min(text.count, max(limit, at) + FindText.stride)
      if isCancelled() { return nil }
      while let found = search.first(in: text, from: at, limit: limit) {
        candidates += 1
        if candidates % FindText.candidateStride == 0, isCancelled() { return nil }
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
      var matches = MatchCollector(starts)
      for (index, range) in found.enumerated() {
        if index % FindText.candidateStride == 0, isCancelled() { return nil }
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
        if end / FindText.stride != start / FindText.stride, isCancelled() { return false }
        start = end + 1
      }
      return true
    }
    return isFolded ? text : nil
  }

  /// All matches of word patterns, the longest where several start at one word.
  private func matches(of search: WordSearch, _ isCancelled: () -> Bool) -> [FindMatch]? {
    folded.utf8.withUnsafeBufferPointer { text -> [FindMatch]? in
      var matches = MatchCollector(starts)
      var start = 0
      // Passage by passage: no match runs over a border.
      while start < text.count {
        if text[start] == FindText.border {
          start += 1
          continue
        }
        let end = text[start...].firstIndex(of: FindText.border) ?? text.count
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
  private var unit = 0
  private(set) var found: [FindMatch] = []
  /// Where the last match ends.
  private var end = 0

  init(_ starts: [Int]) { self.starts = starts }

  /// Adds a match, unless it overlaps the one before.
  mutating func add(_ range: Range<Int>) -> Bool {
    guard range.lowerBound >= end else { return false }
    end = range.upperBound
    while starts[unit + 1] <= range.lowerBound { unit += 1 }
    let start = starts[unit]
    found.append(FindMatch(unit: unit, range: range.lowerBound - start..<range.upperBound - start))
    return true
  }
}
