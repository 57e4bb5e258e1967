import BriefingSearch
import GRDB

/// Finds in one segment of an index what a query asks for.
///
/// Sets of sections are kept as bits, one for each section of the segment: whatever is asked, they are joined word by
/// word of the machine, and what was found is counted exactly.
struct SegmentSearch {
  let segment: SegmentTable.Row
  private let postings: PostingTable
  private let forms: QueryForms
  private let known = KnownStarts()

  /// What was found out already: the ranking asks for the same phrases as the finding did.
  private final class KnownStarts {
    var starts: [Phrase: [UInt64]] = [:]
  }

  init(_ segment: SegmentTable.Row, _ db: Database, _ forms: QueryForms) {
    self.segment = segment
    self.forms = forms
    postings = PostingTable(db)
  }

  private var sectionCount: Int { segment.facts.sectionCount }

  /// What fits a query.
  struct Matches {
    /// The sections.
    var sections: NumberSet
    /// For each group of words of the query, how many sections have one of its terms.
    var groupCounts: [Int] = []
  }

  /// The sections that fit a query.
  ///
  /// - Throws: `CancellationError` when `isCancelled` answers true; `DatabaseError`.
  func matches(_ query: SearchQuery, isCancelled: () -> Bool) throws -> Matches {
    let living = segment.livingSections
    var matches = Matches(sections: living)
    for group in query.groups {
      if isCancelled() { throw CancellationError() }
      var set = NumberSet(limit: sectionCount)
      for term in group { set.formUnion(try sections(of: term)) }
      if group.ranks { matches.groupCounts.append(set.intersectionCount(living)) }
      matches.sections.formIntersection(set)
    }
    for term in query.excluded where !matches.sections.isEmpty {
      matches.sections.subtract(try sections(of: term))
    }
    return matches
  }

  /// The sections that a term fits.
  private func sections(of term: SearchQuery.Term) throws -> NumberSet {
    switch term {
    case .words(let term):
      var set = NumberSet(limit: sectionCount)
      for phrase in phrases(of: term) { try insertNumbers(of: phrase, into: &set) }
      return set
    case .metadata(let field, let words, let isPrefix):
      let prefix = PostingBatch.prefix(field)
      var ranks = NumberSet(limit: segment.facts.briefingCount)
      try insertNumbers(
        of: Phrase(
          words: words.map { prefix + $0.utf8.prefix(WordTable.longest) }, isPrefix: isPrefix, isExact: true),
        into: &ranks)
      return sections(ofRanks: ranks)
    case .days(let from, let before):
      var ranks = NumberSet(limit: segment.facts.briefingCount)
      for (rank, day) in segment.facts.days.enumerated()
      where from.map({ $0.number <= Int(day) }) != false && before.map({ Int(day) < $0.number }) != false {
        ranks.insert(rank)
      }
      return sections(ofRanks: ranks)
    }
  }

  private func sections(ofRanks ranks: NumberSet) -> NumberSet {
    var set = NumberSet(limit: sectionCount)
    ranks.forEach { set.insert(segment.facts.sections(ofRank: $0)) }
    return set
  }

  // MARK: Phrases

  /// Words one behind the other, as the index is asked for them.
  private struct Phrase: Hashable {
    var words: [[UInt8]]
    var field: WordPlace.Field?
    /// Whether the last word is the start of one.
    var isPrefix = false
    /// Whether it is the form that was typed.
    var isExact: Bool

    /// Whether one of the words, counted from 0, is only a start.
    func isPrefix(at index: Int) -> Bool { isPrefix && index == words.count - 1 }
  }

  /// The phrases each of which meets a term.
  private func phrases(of term: SearchQuery.WordTerm) -> [Phrase] {
    let words = term.words.map { Array($0.utf8.prefix(WordTable.longest)) }
    let field = term.field.map(WordPlace.Field.init)
    var phrases = [Phrase(words: words, field: field, isExact: true)]
    if term.isPrefix { phrases.append(Phrase(words: words, field: field, isPrefix: true, isExact: false)) }
    if segment.isEnglish, let word = term.inflectedWord {
      phrases += forms[word].map { Phrase(words: [Array($0.utf8)], field: field, isExact: false) }
    }
    return phrases
  }

  /// Adds the sections, or briefings, that have a phrase.
  private func insertNumbers(of phrase: Phrase, into set: inout NumberSet) throws {
    if phrase.words.count == 1, phrase.field == nil {
      return try insertNumbers(ofWord: phrase.words[0], isPrefix: phrase.isPrefix, into: &set)
    }
    let starts = try starts(of: phrase, in: NumberSet(allBelow: set.limit))
    for start in starts { set.insert(PhraseWord.number(of: start)) }
    known.starts[phrase] = starts
  }

  private func insertNumbers(ofWord word: [UInt8], isPrefix: Bool, into set: inout NumberSet) throws {
    if isPrefix {
      try postings.forEachWord(withPrefix: word, in: segment.id) { _, numbers in
        try PostingBytes.insert(numbers, into: &set)
      }
    } else if let numbers = try postings.numbers(of: word, in: segment.id) {
      try numbers.withUnsafeBufferPointer { try PostingBytes.insert($0, into: &set) }
    }
  }

  /// Where a phrase starts, as ``PhraseWord`` has it, in order.
  ///
  /// - Parameter candidates: The sections, or briefings, that matter.
  private func starts(of phrase: Phrase, in candidates: NumberSet) throws -> [UInt64] {
    var words = try phrase.words.enumerated().map { index, word in
      PhraseWord(back: index, rows: try rows(ofWord: word, isPrefix: phrase.isPrefix(at: index)))
    }
    // The rarest first: the others are then only looked for where it stands, and of the most frequent one the sections
    // need not be known before.
    words.sort { $0.size < $1.size }
    var candidates = candidates
    for word in words.dropLast() { try word.restrict(&candidates) }
    var starts: [UInt64]?
    for word in words where !candidates.isEmpty {
      starts = try word.starts(among: starts, in: candidates, phrase.field) {
        try postings.postings(of: $0, in: segment.id)?.places
      }
      if starts?.isEmpty == true { break }
    }
    return starts ?? []
  }

  /// What the index has of a word, or of all that start with it.
  private func rows(ofWord word: [UInt8], isPrefix: Bool) throws -> [PhraseWord.Row] {
    guard isPrefix else {
      let row = try postings.postings(of: word, in: segment.id)
      return row.map { [PhraseWord.Row(word: word, numbers: $0.numbers, places: $0.places)] } ?? []
    }
    // Of many words few may stand behind the others: their places are read when that is known.
    var rows: [PhraseWord.Row] = []
    try postings.forEachWord(withPrefix: word, in: segment.id) {
      rows.append(PhraseWord.Row(word: Array($0), numbers: Array($1)))
    }
    return rows
  }

  // MARK: Ranking

  /// Where the words of a query stand in sections that fit: for each of them, in order.
  ///
  /// - Parameter groups: Those of the query that are words alone.
  func occurrences(of groups: [[SearchQuery.WordTerm]], in sections: NumberSet) throws
    -> [[Relevance.Occurrence]]
  {
    var numbers: [Int] = []
    sections.forEach { numbers.append($0) }
    var occurrences = Array(repeating: [Relevance.Occurrence](), count: numbers.count)
    for (group, terms) in groups.enumerated() {
      for phrase in terms.flatMap(phrases(of:)) {
        var at = 0
        for key in try known.starts[phrase] ?? starts(of: phrase, in: sections) {
          let number = PhraseWord.number(of: key)
          guard sections.contains(number) else { continue }
          while numbers[at] < number { at += 1 }
          let place = WordPlace(rawValue: UInt32(truncatingIfNeeded: key))
          guard let column = place.field?.column else { throw DatabaseError.damagedIndex }
          occurrences[at].append(
            Relevance.Occurrence(
              group: group, column: column, position: Int(place.position), length: phrase.words.count,
              isExact: phrase.isExact))
        }
      }
    }
    return occurrences
  }
}

/// The inflections of a query's words that occur in English briefings.
struct QueryForms {
  private var forms: [String: [String]] = [:]

  /// Looks them up for all words of a query.
  init(_ query: SearchQuery, _ stemmer: EnglishStemmer, in db: Database) throws {
    for term in query.groups.joined() + query.excluded {
      guard let word = term.words?.inflectedWord, forms[word] == nil else { continue }
      forms[word] = try KnownForms.inflections(of: word, stemmer, in: db)
    }
  }

  /// The other forms of a word.
  subscript(word: String) -> [String] { forms[word] ?? [] }
}

extension [SearchQuery.Term] {
  /// Whether a section can be ranked by this group: all of it are words.
  package var ranks: Bool { allSatisfy { $0.words != nil } }
}
