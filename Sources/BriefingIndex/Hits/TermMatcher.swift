import BriefingSearch
import BriefingText

/// Matches a query against sections one by one, without an index: what the index has to agree with.
package struct TermMatcher {
  private let query: SearchQuery
  private let stemmer = EnglishStemmer()
  /// The stems of words that were met, and of those that are looked for.
  private var stems: [String: String] = [:]
  /// The inflections that were met, of words that are looked for.
  package private(set) var inflections: Set<String> = []
  /// For each group of the query, in how many sections it was met, whatever else they have.
  package private(set) var groupCounts: [Int]

  package init(_ query: SearchQuery) {
    self.query = query
    groupCounts = Array(repeating: 0, count: query.groups.count)
  }

  /// Where the query's groups stand in a section; nil where the section does not fit.
  ///
  /// Groups that are met by filters have no occurrences.
  ///
  /// - Throws: `CancellationError` when `isCancelled`, which is asked every few milliseconds, returns true.
  package mutating func occurrences(
    in section: SearchableBriefing.Section, of briefing: SearchableBriefing, isCancelled: () -> Bool
  ) throws -> [Relevance.Occurrence]? {
    let columns = [
      Column(.title, briefing.title), Column(.section, section.title), Column(.tag, briefing.tags),
      Column(.body, section.body),
    ]
    var found: [Relevance.Occurrence] = []
    var fits = true
    for (index, group) in query.groups.enumerated() {
      let before = found.count
      var isMet = false
      for term in group {
        if let words = term.words {
          for column in columns {
            try collect(words, group: index, in: column, briefing.isEnglish, &found, isCancelled)
          }
        } else if try self.fits(term, columns, briefing, isCancelled) {
          isMet = true
        }
      }
      if isMet || found.count > before { groupCounts[index] += 1 } else { fits = false }
    }
    guard fits else { return nil }
    let lit = inflections
    for term in query.excluded where try self.fits(term, columns, briefing, isCancelled) {
      inflections = lit
      return nil
    }
    inflections = lit
    return found
  }

  /// Words that are looked at between two questions whether to go on.
  private static let stride = 1 << 13

  /// Words of a section in one column.
  private struct Column {
    let kind: Relevance.Column
    let line: WordLine
    let positions: [Range<Int>]

    init(_ kind: Relevance.Column, _ line: WordLine) {
      self.kind = kind
      self.line = line
      positions = line.positions
    }

    /// Whether words can stand here that have to stand in a field.
    func isIn(_ field: SearchQuery.TextField?) -> Bool {
      switch field {
      case nil: true
      case .title?: kind == .title
      case .section?: kind == .section
      case .tag?: kind == .tag
      }
    }
  }

  /// Adds where a term stands in a column.
  private mutating func collect(
    _ term: SearchQuery.WordTerm, group: Int, in column: Column, _ isEnglish: Bool,
    _ found: inout [Relevance.Occurrence], _ isCancelled: () -> Bool
  ) throws {
    guard column.isIn(term.field) else { return }
    let exact = WordSearch([WordPattern(words: term.words)])
    let begun = term.isPrefix ? WordSearch([WordPattern(words: term.words, isPrefix: true)]) : nil
    let stem = isEnglish ? term.inflectedWord.map { self.stem(of: $0) } : nil
    for position in column.positions.indices {
      if position % Self.stride == Self.stride - 1, isCancelled() { throw CancellationError() }
      func add(isExact: Bool) {
        found.append(
          .init(
            group: group, column: column.kind, position: position, length: term.words.count, isExact: isExact)
        )
      }
      let (isExact, isBegun) = column.line.bytes.withUnsafeBufferPointer { bytes in
        let rest = column.positions[position...]
        return (
          exact.matchLength(at: rest, in: bytes) > 0, begun.map { $0.matchLength(at: rest, in: bytes) > 0 }
        )
      }
      if isExact { add(isExact: true) }
      if isBegun == true { add(isExact: false) }
      if !isExact, let stem {
        let word = column.line.bytes[column.positions[position]]
        // A stem keeps the first letter, which spares most words a look.
        guard word.first == stem.utf8.first else { continue }
        let form = String(decoding: word, as: UTF8.self)
        guard self.stem(of: form) == stem else { continue }
        inflections.insert(form)
        add(isExact: false)
      }
    }
  }

  private mutating func stem(of word: String) -> String {
    if let known = stems[word] { return known }
    let stem = stemmer.stem(of: word)
    stems[word] = stem
    return stem
  }

  /// Whether a section is as a term asks.
  private mutating func fits(
    _ term: SearchQuery.Term, _ columns: [Column], _ briefing: SearchableBriefing, _ isCancelled: () -> Bool
  ) throws -> Bool {
    switch term {
    case .words(let words):
      var found: [Relevance.Occurrence] = []
      for column in columns {
        try collect(words, group: 0, in: column, briefing.isEnglish, &found, isCancelled)
      }
      return !found.isEmpty
    case .metadata(let field, let words, let isPrefix):
      guard let line = briefing.metadata[field] else { return false }
      let search = WordSearch([WordPattern(words: words, isPrefix: isPrefix)])
      let positions = line.positions
      return line.bytes.withUnsafeBufferPointer { bytes in
        positions.indices.contains { search.matchLength(at: positions[$0...], in: bytes) > 0 }
      }
    case .days(let from, let before):
      guard let day = briefing.day else { return from == nil }
      return from.map { $0 <= day } != false && before.map { day < $0 } != false
    }
  }
}
