import BriefingSearch
import GRDB

/// Finds in one segment of an index what a query asks for.
///
/// Sets of sections are kept as bits, one for each section of the segment: whatever is asked, they are joined word by
/// word of the machine, and what was found is counted exactly.
struct SegmentSearch {
  let segment: SegmentTable.Row
  private let db: Database
  private let postings: PostingTable
  private let forms: QueryForms
  private let known = KnownStarts()
  /// The sections that can be found.
  let living: NumberSet

  /// What was found out already: the ranking asks for the same phrases as the finding did.
  private final class KnownStarts {
    var starts: [Phrase: [UInt64]] = [:]
  }

  init(_ segment: SegmentTable.Row, _ db: Database, _ forms: QueryForms) {
    self.segment = segment
    self.forms = forms
    self.db = db
    postings = PostingTable(db)
    living = segment.livingSections
  }

  private var sectionCount: Int { segment.facts.sectionCount }

  /// What a segment has of a group.
  struct GroupMatches {
    /// The sections that have one of its terms, and are not gone.
    var sections: NumberSet
    /// Whether nothing has a term; for each of them.
    var isLost: [Bool] = []
    /// For each term what sections have of it, in order; empty unless that was asked for.
    var terms: [[TermMatch]] = []
  }

  /// What a section has of a term.
  struct TermMatch {
    private let number: UInt32
    var units: Relevance.Units

    /// There may be very many: sixteen bytes each.
    init(section: Int, units: Relevance.Units) {
      number = UInt32(truncatingIfNeeded: section)
      self.units = units
    }

    var section: Int { Int(number) }
  }

  /// What the segment has of a group.
  ///
  /// - Parameter isRanked: Whether how much each section has is wanted.
  /// - Throws: `DatabaseError`.
  func matches(_ group: SearchPlan.Group, isRanked: Bool) throws -> GroupMatches {
    var matches = GroupMatches(sections: NumberSet(limit: sectionCount))
    for term in group.terms {
      if isRanked, let words = term.words {
        let units = try units(of: words)
        var isLost = true
        var set = NumberSet(limit: sectionCount)
        for match in units {
          set.insert(match.section)
          if isLost, living.contains(match.section) { isLost = false }
        }
        matches.sections.formUnion(set)
        matches.isLost.append(isLost)
        matches.terms.append(units)
      } else {
        let sections = try sections(of: term)
        matches.isLost.append(sections.intersectionCount(living) == 0)
        matches.sections.formUnion(sections)
      }
    }
    matches.sections.formIntersection(living)
    return matches
  }

  /// The sections that have a term that must not occur.
  func excluded(_ terms: [SearchQuery.Term]) throws -> NumberSet {
    var set = NumberSet(limit: sectionCount)
    for term in terms { set.formUnion(try sections(of: term)) }
    return set
  }

  /// How many sections that are not gone have a word.
  func count(ofWord word: String) throws -> Int {
    var set = NumberSet(limit: sectionCount)
    try insertNumbers(ofWord: Array(word.utf8.prefix(WordTable.longest)), isPrefix: false, into: &set)
    return set.intersectionCount(living)
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
          words: words.map { prefix + $0.utf8.prefix(WordTable.longest) }, isPrefix: isPrefix, strength: 0),
        into: &ranks)
      return sections(ofRanks: ranks)
    case .state(_, let briefings):
      var ranks = NumberSet(limit: segment.facts.briefingCount)
      var set = NumberSet(limit: sectionCount)
      let rows = try DirectStatement(db, "SELECT \(BriefingRow.columns) FROM briefing WHERE segment = ?")
      try rows.start(.integer(segment.id))
      defer { rows.finish() }
      while try rows.step() {
        let row = try BriefingRow(rows)
        guard row.segment == segment.id, 0..<Int64(ranks.limit) ~= row.rank else {
          throw DatabaseError.damagedIndex
        }
        let (part, rank) = (briefings.part(of: String(decoding: row.path, as: UTF8.self)), Int(row.rank))
        if part.ordinals.isEmpty {
          if part.isComplement { ranks.insert(rank) }
          continue
        }
        for section in segment.facts.sections(ofRank: rank)
        where part.contains(segment.facts.ordinal(ofSection: section, rank: rank)) {
          set.insert(section..<section + 1)
        }
      }
      set.formUnion(sections(ofRanks: ranks))
      return set
    case .days(let from, let before):
      var ranks = NumberSet(limit: segment.facts.briefingCount)
      for (rank, day) in segment.facts.days.enumerated()
      where (day >= 0 || from == nil && before == nil) && from.map({ $0.number <= Int(day) }) != false
        && before.map({ Int(day) < $0.number }) != false
      {
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

  /// Words one after another, as the index is asked for them.
  private struct Phrase: Hashable {
    var words: [[UInt8]]
    var field: WordPlace.Field?
    /// Whether the last word is the start of one.
    var isPrefix = false
    /// What it counts of what was typed, see `Relevance.Strength`.
    var strength: UInt32
    /// See `SearchQuery.WordTerm.slack`.
    var slack: Int?
    /// Single words that are counted by themselves, and not as a word that starts so.
    var apart: Set<[UInt8]> = []

    /// Whether one of the words, counted from 0, is only a start.
    func isPrefix(at index: Int) -> Bool { isPrefix && index == words.count - 1 }
  }

  /// The phrases each of which meets a term; no word meets two of them.
  private func phrases(of term: SearchQuery.WordTerm) -> [Phrase] {
    let words = term.words.map { Array($0.utf8.prefix(WordTable.longest)) }
    let field = term.field.map(WordPlace.Field.init)
    var phrases = [
      Phrase(words: words, field: field, strength: Relevance.Strength.whole, slack: term.slack)
    ]
    for form in forms.forms(of: term, segment.language) {
      phrases.append(
        Phrase(words: [Array(form.posted.prefix(WordTable.longest))], field: field, strength: form.strength))
    }
    for spelling in term.spellings {
      let words = spelling.words.map { word in
        spelling.isJoined ? PostingBatch.joined(word.utf8) : Array(word.utf8.prefix(WordTable.longest))
      }
      phrases.append(Phrase(words: words, field: field, strength: spelling.strength))
    }
    if term.isPrefix {
      let apart = Set(phrases.map(\.words).filter { $0.count == 1 }.joined())
      phrases.append(
        Phrase(
          words: words, field: field, isPrefix: true, strength: Relevance.Strength.form,
          apart: words.count == 1 ? apart : []))
    }
    return phrases
  }

  /// What sections have of a term, in their order.
  private func units(of term: SearchQuery.WordTerm) throws -> [TermMatch] {
    let phrases = phrases(of: term)
    // Of words as common as `the` there is nothing else in most segments, and adding up takes time.
    var others: [TermMatch] = []
    let isPrefix = phrases.contains(where: \.isPrefix)
    if !isPrefix {
      for phrase in phrases.dropFirst() {
        try forEachUnits(of: phrase) { others.append(TermMatch(section: $0, units: $1)) }
      }
      if others.isEmpty { return try phrases.first.map(units) ?? [] }
    }
    var sums = Array(repeating: Relevance.Units(), count: sectionCount)
    for match in others { sums[match.section] += match.units }
    for phrase in isPrefix ? phrases[...] : phrases.prefix(1) {
      if phrase.isPrefix, forms.plan.countsOnce(term) {
        var begun = NumberSet(limit: sectionCount)
        try forEachUnits(of: phrase) { section, _ in begun.insert(section) }
        begun.forEach { sums[$0].addBegun() }
        continue
      }
      try sums.withUnsafeMutableBufferPointer { sums in
        let sums = sums
        try forEachUnits(of: phrase) { section, units in sums[section] += units }
      }
    }
    var matches: [TermMatch] = []
    matches.reserveCapacity(sectionCount)
    for section in 0..<sectionCount where sums[section] != Relevance.Units() {
      matches.append(TermMatch(section: section, units: sums[section]))
    }
    return matches
  }

  /// What sections have of a phrase, in their order.
  private func units(of phrase: Phrase) throws -> [TermMatch] {
    var matches: [TermMatch] = []
    if phrase.words.count == 1, !phrase.isPrefix { matches.reserveCapacity(sectionCount) }
    try forEachUnits(of: phrase) { section, units in
      // Of a phrase each place comes by itself.
      if let last = matches.last, last.section == section {
        matches[matches.count - 1].units += units
      } else {
        matches.append(TermMatch(section: section, units: units))
      }
    }
    return matches
  }

  /// Calls `found` with each section that has a phrase and what it has of it, in order; a section can come again.
  private func forEachUnits(of phrase: Phrase, _ found: (Int, Relevance.Units) -> Void) throws {
    guard phrase.words.count == 1 else {
      let starts = try ownStarts(of: phrase, in: NumberSet(allBelow: sectionCount))
      known.starts[phrase] = starts
      for start in starts {
        let section = PhraseWord.number(of: start)
        var units = Relevance.Units()
        let place = WordPlace(rawValue: UInt32(truncatingIfNeeded: start))
        guard let field = place.field else { throw DatabaseError.damagedIndex }
        units.add(1, field.column, strength: phrase.strength, sections: siblings(of: section, field))
        found(section, units)
      }
      return
    }
    func read(_ numbers: UnsafeBufferPointer<UInt8>) throws {
      let (strength, field) = (phrase.strength, phrase.field)
      let plain = Relevance.Units(body: strength * Relevance.Column.body.units / Relevance.Strength.whole)
      try PostingBytes.forEachNumber(in: numbers, below: sectionCount) { section, shape in
        guard shape.hasFields else {
          // Nearly always: what it counts is worked out once.
          if field == nil || field == .body {
            found(section, Relevance.Units(body: plain.body &* shape[.body]))
          }
          return
        }
        var units = Relevance.Units()
        // One by one: a list of all fields would be rebuilt for each section.
        if field == nil || field == .body {
          units.add(shape[.body], .body, strength: strength, sections: 1)
        }
        if field == nil || field == .title {
          units.add(shape[.title], .title, strength: strength, sections: 1)
        }
        if field == nil || field == .section {
          units.add(shape[.section], .section, strength: strength, sections: 1)
        }
        if shape[.tag] > 0, field == nil || field == .tag {
          units.add(shape[.tag], .tag, strength: strength, sections: siblings(of: section, .tag))
        }
        // No filter asks for it.
        if field == nil {
          units.add(shape[.name], .name, strength: strength, sections: 1)
          units.add(shape[.host], .host, strength: strength, sections: 1)
        }
        if units != Relevance.Units() { found(section, units) }
      }
    }
    let word = phrase.words[0]
    if phrase.isPrefix {
      try postings.forEachWord(withPrefix: word, in: segment.id) { word, numbers in
        if phrase.apart.isEmpty || !phrase.apart.contains(Array(word)) { try read(numbers) }
      }
    } else if let numbers = try postings.numbers(of: word, in: segment.id) {
      try numbers.withUnsafeBufferPointer(read)
    }
  }

  /// How many sections share a section's tags; of other fields that is nothing to anybody.
  private func siblings(of section: Int, _ field: WordPlace.Field) -> Int {
    field == .tag ? segment.facts.sections(ofRank: segment.facts.rank(ofSection: section)).count : 1
  }

  /// Adds the sections, or briefings, that have a phrase.
  private func insertNumbers(of phrase: Phrase, into set: inout NumberSet) throws {
    if phrase.words.count == 1, phrase.field == nil {
      return try insertNumbers(ofWord: phrase.words[0], isPrefix: phrase.isPrefix, into: &set)
    }
    if phrase.words.count == 1 { return try forEachUnits(of: phrase) { section, _ in set.insert(section) } }
    let starts = try known.starts[phrase] ?? starts(of: phrase, in: NumberSet(allBelow: set.limit))
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
      PhraseWord(
        back: index, rows: try rows(ofWord: word, isPrefix: phrase.isPrefix(at: index), apart: phrase.apart))
    }
    if let slack = phrase.slack { return try nearby(words, slack: slack, phrase.field, in: candidates) }
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

  /// Where stretches start that have all words, in any order.
  private func nearby(
    _ words: [PhraseWord], slack: Int, _ field: WordPlace.Field?, in candidates: NumberSet
  ) throws -> [UInt64] {
    var candidates = candidates
    for word in words { try word.restrict(&candidates) }
    guard !candidates.isEmpty else { return [] }
    // By section and field; a word's place in the phrase does not matter.
    var places: [UInt64: [[Int]]] = [:]
    for (index, word) in words.enumerated() {
      var word = word
      word.back = 0
      let starts = try word.starts(among: nil, in: candidates, field) {
        try postings.postings(of: $0, in: segment.id)?.places
      }
      for start in starts {
        let place = WordPlace(rawValue: UInt32(truncatingIfNeeded: start))
        let key = start - UInt64(place.position)
        places[key, default: Array(repeating: [], count: words.count)][index].append(Int(place.position))
      }
    }
    return places.flatMap { key, places in
      NearbyWords.starts(of: places, within: words.count + slack).map { key + UInt64($0) }
    }.sorted()
  }

  /// The start of each phrase without those that are counted by themselves.
  private func ownStarts(of phrase: Phrase, in candidates: NumberSet) throws -> [UInt64] {
    guard phrase.isPrefix, phrase.words.count > 1 else { return try starts(of: phrase, in: candidates) }
    var whole = phrase
    whole.isPrefix = false
    let known = Set(try starts(of: whole, in: candidates))
    return try starts(of: phrase, in: candidates).filter { !known.contains($0) }
  }

  /// What the index has of a word, or of all that start with it.
  private func rows(ofWord word: [UInt8], isPrefix: Bool, apart: Set<[UInt8]>) throws -> [PhraseWord.Row] {
    guard isPrefix else {
      let row = try postings.postings(of: word, in: segment.id)
      return row.map { [PhraseWord.Row(word: word, numbers: $0.numbers, places: $0.places)] } ?? []
    }
    // Of many words few may stand after the others: their places are read when that is known.
    var rows: [PhraseWord.Row] = []
    try postings.forEachWord(withPrefix: word, in: segment.id) {
      let word = Array($0)
      if !apart.contains(word) { rows.append(PhraseWord.Row(word: word, numbers: Array($1))) }
    }
    return rows
  }

  // MARK: Ranking

  /// Where the words of a query stand in sections that fit: for each of them, in order.
  ///
  /// - Parameter groups: Those of the query that rank.
  func occurrences(of groups: [[SearchQuery.WordTerm]], in sections: NumberSet) throws
    -> [[Relevance.Occurrence]]
  {
    var numbers: [Int] = []
    sections.forEach { numbers.append($0) }
    var occurrences = Array(repeating: [Relevance.Occurrence](), count: numbers.count)
    for (group, terms) in groups.enumerated() {
      for phrase in terms.flatMap(phrases(of:)) {
        var at = 0
        for key in try known.starts[phrase] ?? ownStarts(of: phrase, in: sections) {
          let number = PhraseWord.number(of: key)
          guard sections.contains(number) else { continue }
          while numbers[at] < number { at += 1 }
          let place = WordPlace(rawValue: UInt32(truncatingIfNeeded: key))
          guard let column = place.field?.column else { throw DatabaseError.damagedIndex }
          occurrences[at].append(
            Relevance.Occurrence(
              group: group, column: column, position: Int(place.position), length: phrase.words.count,
              strength: phrase.strength))
        }
      }
    }
    return occurrences
  }
}
