import BriefingCore

/// The text of every unit of a briefing, ready to be searched: built once, searched at each key.
public struct FindText: Sendable {
  private let page: Page
  /// The texts one after another, without case and diacritics, with a border behind each.
  private let folded: FoldedText
  /// Where each unit's text starts in the original of `folded`; one more at the end.
  private let starts: [Int]

  /// Stands where no match may run over: between leaves and between the cells of a table.
  private static let border: UInt8 = 0

  /// Collects the text of a page's units; cancelled, it answers nil.
  public init?(_ page: Page, isCancelled: () -> Bool = { false }) {
    var folded = FoldedText()
    var starts = [0]
    for unit in 0..<page.unitCount {
      if unit % 64 == 0, isCancelled() { return nil }
      folded.append(FindText.searchable(page.content(of: unit)), .all)
      // What is looked for may stand across a cut.
      if unit + 1 == page.unitCount || !page.continuesPrevious(unit + 1) { folded.append("\0", .all) }
      starts.append(folded.originalCount)
    }
    self.page = page
    self.folded = folded
    self.starts = starts
  }

  /// A unit's text; the borders of a table's cells, as long as the LF that they replace.
  private static func searchable(_ content: UnitContent) -> String {
    guard case .table(let table) = content else { return content.text.string }
    return String(decoding: table.text.string.utf8.map { $0 == 0x0A ? border : $0 }, as: UTF8.self)
  }

  /// All matches in document order, none overlapping; nil when cancelled. An empty query has none.
  public func matches(of query: FindQuery, isCancelled: () -> Bool = { false }) -> [FindMatch]? {
    if let words = query.words { return matches(of: WordSearch(words), isCancelled) }
    let needle = FoldedText(query.text, .all).utf8
    guard let search = ByteSearch(needle), !needle.contains(FindText.border) else { return [] }
    var verifier = Verifier(query, page)
    var matches: [FindMatch] = []
    let isComplete = folded.utf8.withUnsafeBufferPointer { text in
      var at = 0
      var unit = 0
      var limit = 0
      while at < text.count {
        // Step by step, so that a search without matches can be cancelled too.
        limit = min(text.count, max(limit, at) + FindText.stride)
        if isCancelled() { return false }
        while let found = search.first(in: text, from: at, limit: limit) {
          let range = folded.originalRange(of: found..<found + needle.count)
          while starts[unit + 1] <= range.lowerBound { unit += 1 }
          let inUnit = range.lowerBound - starts[unit]..<range.upperBound - starts[unit]
          // The border behind the last text lets one look at the byte behind a match.
          let isASCII = text[found] < 0x80 && text[found + needle.count] < 0x80
          if let match = verifier.match(unit, inUnit, isWhole: isASCII) {
            if let last = matches.last, last.unit == unit, last.range.upperBound > match.range.lowerBound {
              at = found + 1
              continue
            }
            matches.append(match)
            at = found + needle.count
          } else {
            at = found + 1
          }
        }
        at = limit == text.count ? limit : max(at, limit - needle.count + 1)
      }
      return true
    }
    return isComplete ? matches : nil
  }

  /// All matches of word patterns, the longest where several start at one word.
  private func matches(of search: WordSearch, _ isCancelled: () -> Bool) -> [FindMatch]? {
    var matches: [FindMatch] = []
    let isComplete = folded.utf8.withUnsafeBufferPointer { text in
      var unit = 0
      var start = 0
      var asked = 0
      // Passage by passage: no match runs over a border.
      while start < text.count {
        if start >= asked {
          if isCancelled() { return false }
          asked = start + FindText.stride
        }
        let end = text[start...].firstIndex(of: FindText.border) ?? text.count
        var words: [Range<Int>] = []
        Words.scan(UnsafeBufferPointer(rebasing: text[start..<end])) {
          words.append($0.lowerBound + start..<$0.upperBound + start)
        }
        collect(search, words[...], text, &unit, &matches)
        start = end + 1
      }
      return true
    }
    return isComplete ? matches : nil
  }

  /// Adds the matches among the words of one passage.
  private func collect(
    _ search: WordSearch, _ words: ArraySlice<Range<Int>>, _ text: UnsafeBufferPointer<UInt8>,
    _ unit: inout Int, _ matches: inout [FindMatch]
  ) {
    var at = words.startIndex
    while at < words.endIndex {
      let length = search.matchLength(at: words[at...], in: text)
      guard length > 0 else {
        at += 1
        continue
      }
      let range = folded.originalRange(of: words[at].lowerBound..<words[at + length - 1].upperBound)
      while starts[unit + 1] <= range.lowerBound { unit += 1 }
      matches.append(
        FindMatch(unit: unit, range: range.lowerBound - starts[unit]..<range.upperBound - starts[unit]))
      at += length
    }
  }

  /// Bytes that are searched between two looks at whether to go on.
  private static let stride = 1 << 18

  /// Turns what is found without case and diacritics into matches: whole characters, and where the query says
  /// that case or diacritics count, only those that agree.
  private struct Verifier {
    private let page: Page
    private let folding: Folding
    private let needle: [UInt8]
    /// The text of the unit of the last candidate: the next one is often in it too.
    private var last: (unit: Int, text: String)?

    init(_ query: FindQuery, _ page: Page) {
      self.page = page
      folding = Folding.smart(for: query.text)
      needle = FoldedText(query.text, folding).utf8
    }

    /// - Parameter isWhole: whether the range is known to start and end between characters.
    mutating func match(_ unit: Int, _ range: Range<Int>, isWhole: Bool) -> FindMatch? {
      if folding == .all, isWhole { return FindMatch(unit: unit, range: range) }
      if last?.unit != unit || last.map({ $0.text.utf8.count < range.upperBound }) == true {
        last = (unit, text(from: unit, count: range.upperBound))
      }
      guard let text = last?.text else { return nil }
      let utf8 = text.utf8
      var start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
      var end = utf8.index(start, offsetBy: range.count)
      guard FoldedText(text[start..<end], folding).utf8 == needle else { return nil }
      if isWhole { return FindMatch(unit: unit, range: range) }
      while start > text.startIndex, String.Index(start, within: text) == nil {
        start = text.unicodeScalars.index(before: start)
      }
      while end < text.endIndex, String.Index(end, within: text) == nil {
        end = text.unicodeScalars.index(after: end)
      }
      let lower = utf8.distance(from: utf8.startIndex, to: start)
      return FindMatch(unit: unit, range: lower..<lower + utf8.distance(from: start, to: end))
    }

    /// The text of a unit, with those that go on with it as far as `count` bytes want them.
    private func text(from unit: Int, count: Int) -> String {
      var text = page.text(of: unit).string
      var next = unit + 1
      while text.utf8.count < count, next < page.unitCount, page.continuesPrevious(next) {
        text += page.text(of: next).string
        next += 1
      }
      return text
    }
  }
}
