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
        of: Phrase(words: words.map { prefix + $0.utf8 }, isPrefix: isPrefix, isExact: true), into: &ranks)
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
  private struct Phrase {
    var words: [[UInt8]]
    var field: WordPlace.Field?
    /// Whether the last word is the start of one.
    var isPrefix = false
    /// Whether it is the form that was typed.
    var isExact: Bool
  }

  /// The phrases each of which meets a term.
  private func phrases(of term: SearchQuery.WordTerm) -> [Phrase] {
    let words = term.words.map { Array($0.utf8) }
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
    let candidates = try candidates(of: phrase, limit: set.limit)
    for key in try starts(of: phrase, in: candidates) { set.insert(Int(key >> 32)) }
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

  /// The sections that have all words of a phrase, wherever.
  private func candidates(of phrase: Phrase, limit: Int) throws -> NumberSet {
    var candidates = NumberSet(allBelow: limit)
    for (index, word) in phrase.words.enumerated() where !candidates.isEmpty {
      var set = NumberSet(limit: limit)
      let isPrefix = phrase.isPrefix && index == phrase.words.count - 1
      try insertNumbers(ofWord: word, isPrefix: isPrefix, into: &set)
      candidates.formIntersection(set)
    }
    return candidates
  }

  /// Where a phrase starts in some sections: the section's number above the bits of the place, in order.
  private func starts(of phrase: Phrase, in candidates: NumberSet) throws -> [UInt64] {
    guard !candidates.isEmpty else { return [] }
    var starts: [UInt64] = []
    for (index, word) in phrase.words.enumerated() {
      let isPrefix = phrase.isPrefix && index == phrase.words.count - 1
      let own = try places(
        ofWord: word, isPrefix: isPrefix, in: candidates, field: phrase.field, back: UInt32(index))
      starts = index == 0 ? own : Self.common(starts, own)
      if starts.isEmpty { return [] }
    }
    return starts
  }

  /// Where a word stands in some sections, in order.
  ///
  /// - Parameter back: By how many positions each place is moved to the front; places that are too far in front are
  ///   left out.
  private func places(
    ofWord word: [UInt8], isPrefix: Bool, in candidates: NumberSet, field: WordPlace.Field?, back: UInt32
  ) throws -> [UInt64] {
    var found: [UInt64] = []
    func collect(_ numbers: UnsafeBufferPointer<UInt8>, _ places: [UInt8]?) throws {
      guard let places else { throw DatabaseError.damagedIndex }
      try places.withUnsafeBufferPointer { places in
        try PostingBytes.forEachPlace(numbers, places, in: candidates) { number, place in
          guard place.position >= back, field == nil || place.field == field else { return }
          found.append(UInt64(number) << 32 | UInt64(place.rawValue &- back))
        }
      }
    }
    guard isPrefix else {
      guard let numbers = try postings.numbers(of: word, in: segment.id) else { return [] }
      try numbers.withUnsafeBufferPointer { try collect($0, try postings.places(of: word, in: segment.id)) }
      return found
    }
    try postings.forEachWord(withPrefix: word, in: segment.id) { word, numbers in
      var isWanted = false
      try PostingBytes.forEachNumber(in: numbers, below: candidates.limit) { number, _ in
        if candidates.contains(number) { isWanted = true }
      }
      if isWanted { try collect(numbers, try postings.places(of: Array(word), in: segment.id)) }
    }
    return found.sorted()
  }

  /// What two sorted rows have in common.
  private static func common(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    var common: [UInt64] = []
    var (first, second) = (0, 0)
    while first < a.count, second < b.count {
      if a[first] == b[second] { common.append(a[first]) }
      let (left, right) = (a[first], b[second])
      if left <= right { first += 1 }
      if right <= left { second += 1 }
    }
    return common
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
        for key in try starts(of: phrase, in: sections) {
          while numbers[at] < Int(key >> 32) { at += 1 }
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
  var ranks: Bool { allSatisfy { $0.words != nil } }
}
