import BriefingSearch
import BriefingText

/// Matches a query against sections one by one, without an index: what the index has to agree with.
package struct TermMatcher {
  private let plan: SearchPlan
  private let stemmers = Stemmers()
  /// The stems of words that were met, and of those that are looked for.
  private var stems: [Language: [ArraySlice<UInt8>: [[UInt8]]]] = [:]
  private var wanted: [WantedStems.Key: WantedStems] = [:]
  /// The forms that were met of words that are looked for, and are none of these, by the terms' words.
  package private(set) var forms: [[String]: Set<String>] = [:]

  /// For each group and each of its terms whether some section has it.
  package private(set) var hasTerm: [[Bool]]
  /// For each group its place among those that rank; nil where it does not.
  private let rankedGroups: [Int?]

  package init(_ plan: SearchPlan) {
    self.plan = plan
    var groups = [Int?](repeating: nil, count: plan.groups.count)
    for term in plan.ranked { groups[term.group] = term.rankedGroup }
    rankedGroups = groups
    hasTerm = plan.groups.map { Array(repeating: false, count: $0.terms.count) }
  }

  /// What a section has of a query.
  package struct Match {
    /// For each group whether one of its terms is met.
    package var met: [Bool]
    /// Whether it has something that must not occur.
    package var isExcluded = false
    /// For each term that ranks how much there is of it.
    package var units: [Relevance.Units]
    /// See `Relevance.nearness(of:groups:)`.
    package var nearness: [Double] = []

    /// Whether all groups are met.
    package var isComplete: Bool { !isExcluded && met.allSatisfy(\.self) }

    /// Whether it may be shown where few sections are complete.
    package func isPartial(_ plan: SearchPlan) -> Bool {
      guard plan.isSoft, !isExcluded, !isComplete else { return false }
      let groups = zip(plan.groups, met)
      return (!plan.needsSoftGroup || groups.contains { $0.isSoft && $1 })
        && groups.allSatisfy { $0.isSoft || $1 }
    }
  }

  /// What a section has of the query; nil where that is nothing that could be shown.
  ///
  /// - Throws: `CancellationError` when `isCancelled`, which is asked every few milliseconds, returns true.
  package mutating func match(
    _ section: SearchableBriefing.Section, of briefing: SearchableBriefing, isCancelled: () -> Bool
  ) throws -> Match {
    let columns = [
      Column(.title, briefing.title), Column(.section, section.title), Column(.tag, briefing.tags),
      Column(.body, section.body), Column(.name, briefing.name), Column(.host, section.hosts),
    ]
    var match = Match(met: [], units: [])
    var occurrences: [Relevance.Occurrence] = []
    for (index, group) in plan.groups.enumerated() {
      var isMet = false
      let rankedGroup = rankedGroups[index]
      for (number, term) in group.terms.enumerated() {
        guard let words = term.words else {
          if try fits(term, columns, section, briefing, isCancelled) { isMet = true }
          continue
        }
        let before = occurrences.count
        var units = Relevance.Units()
        for column in columns {
          try collect(words, group: rankedGroup ?? 0, in: column, briefing, &occurrences, isCancelled)
        }
        let countsOnce = plan.countsOnce(words)
        if countsOnce, occurrences[before...].contains(where: \.isBegun) { units.addBegun() }
        for occurrence in occurrences[before...] where !(countsOnce && occurrence.isBegun) {
          units.add(
            1, occurrence.column, strength: occurrence.strength, sections: briefing.sections.count)
        }
        if occurrences.count > before {
          isMet = true
          hasTerm[index][number] = true
        }
        if rankedGroup != nil {
          match.units.append(units)
        } else {
          occurrences.removeLast(occurrences.count - before)
        }
      }
      match.met.append(isMet)
    }
    match.nearness = Relevance.nearness(of: occurrences, groups: plan.rankedGroupCount)
    let lit = forms
    for term in plan.excluded where try fits(term, columns, section, briefing, isCancelled) {
      match.isExcluded = true
    }
    forms = lit
    return match
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

  /// Adds where a term stands in a column, each place once.
  private mutating func collect(
    _ term: SearchQuery.WordTerm, group: Int, in column: Column, _ briefing: SearchableBriefing,
    _ found: inout [Relevance.Occurrence], _ isCancelled: () -> Bool
  ) throws {
    guard column.isIn(term.field) else { return }
    if let slack = term.slack { return collect(term, within: slack, group: group, in: column, &found) }
    for spelling in term.spellings { collect(spelling, group: group, in: column, &found) }
    let exact = WordSearch([WordPattern(words: term.words)])
    let begun = term.isPrefix ? WordSearch([WordPattern(words: term.words, isPrefix: true)]) : nil
    let isSingle = term.words.count == 1
    let corrections = term.corrections.map { Array($0.utf8) }
    let spelled = term.spellings.filter { $0.words.count == 1 && !$0.isJoined }.map {
      Array($0.words[0].utf8)
    }
    let wanted = isSingle ? briefing.language.flatMap { wantedStems(of: term, stemmers[$0]) } : nil
    let written = column.line.written
    var nextWritten = 0
    for position in column.positions.indices {
      if position % Self.stride == Self.stride - 1, isCancelled() { throw CancellationError() }
      func add(_ strength: UInt32) {
        found.append(
          .init(
            group: group, column: column.kind, position: position, length: term.words.count,
            strength: strength))
      }
      let (isExact, isBegun) = column.line.bytes.withUnsafeBufferPointer { bytes in
        let rest = column.positions[position...]
        return (
          exact.matchLength(at: rest, in: bytes) > 0, begun.map { $0.matchLength(at: rest, in: bytes) > 0 }
        )
      }
      if isExact {
        add(Relevance.Strength.whole)
        continue
      }
      let word = column.line.bytes[column.positions[position]]
      if isSingle {
        // Counted already.
        if spelled.contains(where: { $0.elementsEqual(word) }) { continue }
        if let strength = strength(of: word, corrections, wanted) {
          forms[term.words, default: []].insert(String(decoding: word, as: UTF8.self))
          add(strength)
          continue
        }
      }
      if isBegun == true {
        add(Relevance.Strength.form)
        found[found.count - 1].isBegun = true
        continue
      }
      guard let wanted else { continue }
      while nextWritten < written.count, written.position(nextWritten) < position { nextWritten += 1 }
      guard nextWritten < written.count, written.position(nextWritten) == position,
        let strength = ownStrength(ofWritten: written[nextWritten], word, wanted)
      else { continue }
      forms[term.words, default: []].insert(String(decoding: word, as: UTF8.self))
      add(strength)
    }
  }

  /// Adds where words stand near each other in a column.
  private func collect(
    _ term: SearchQuery.WordTerm, within slack: Int, group: Int, in column: Column,
    _ found: inout [Relevance.Occurrence]
  ) {
    let places = term.words.map { word in
      column.positions.indices.filter { column.line.bytes[column.positions[$0]].elementsEqual(word.utf8) }
    }
    for start in NearbyWords.starts(of: places, within: term.words.count + slack) {
      found.append(
        .init(
          group: group, column: column.kind, position: start, length: term.words.count,
          strength: Relevance.Strength.whole))
    }
  }

  /// Adds where another spelling stands in a column.
  private func collect(
    _ spelling: Spelling, group: Int, in column: Column, _ found: inout [Relevance.Occurrence]
  ) {
    func add(_ position: Int) {
      found.append(
        .init(
          group: group, column: column.kind, position: position, length: spelling.words.count,
          strength: spelling.strength))
    }
    if spelling.isJoined {
      let word = spelling.words[0].utf8
      for joined in column.line.joined where joined.isWord(word) { add(joined.position) }
      return
    }
    let search = WordSearch([WordPattern(words: spelling.words)])
    column.line.bytes.withUnsafeBufferPointer { bytes in
      for position in column.positions.indices
      where search.matchLength(at: column.positions[position...], in: bytes) > 0 { add(position) }
    }
  }

  /// What a word counts of one that was typed as another form of it, or in its place; nil where it does not.
  private mutating func strength(
    of word: ArraySlice<UInt8>, _ corrections: [[UInt8]], _ wanted: WantedStems?
  ) -> UInt32? {
    if corrections.contains(where: { $0.elementsEqual(word) }) { return Relevance.Strength.correction }
    guard let wanted, wanted.mayHave(word) else { return nil }
    return strength(ofStems: stems(of: word, wanted.stemmer), wanted)
  }

  /// The same of a word's own stem, see `Stemmer.ownStem`.
  private func ownStrength(
    ofWritten written: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>, _ wanted: WantedStems
  ) -> UInt32? {
    guard wanted.mayHave(word) else { return nil }
    let own = written.withUnsafeBufferPointer { written in
      word.withUnsafeBufferPointer { wanted.stemmer.ownStem(ofWritten: written, folded: $0) }
    }
    return own.flatMap { strength(ofStems: [$0], wanted) }
  }

  private func strength(ofStems stems: [[UInt8]], _ wanted: WantedStems) -> UInt32? {
    if stems.contains(where: wanted.own.contains) { return plan.formStrength }
    return stems.contains(where: wanted.corrections.contains) ? Relevance.Strength.form : nil
  }

  private mutating func stems(of word: ArraySlice<UInt8>, _ stemmer: Stemmer) -> [[UInt8]] {
    if let known = stems[stemmer.language]?[word] { return known }
    let found = word.withUnsafeBufferPointer { stemmer.stems(of: $0) }
    // Copied: the key must not keep a whole line.
    stems[stemmer.language, default: [:]][Array(word)[...]] = found
    return found
  }

  /// The stems that a term asks for in a language; nil where it asks for none.
  private mutating func wantedStems(of term: SearchQuery.WordTerm, _ stemmer: Stemmer) -> WantedStems? {
    let key = WantedStems.Key(language: stemmer.language, term: term)
    let wanted = self.wanted[key] ?? WantedStems(of: term, stemmer)
    self.wanted[key] = wanted
    return wanted.isEmpty ? nil : wanted
  }

  /// Whether a section is as a term asks.
  private mutating func fits(
    _ term: SearchQuery.Term, _ columns: [Column], _ section: SearchableBriefing.Section,
    _ briefing: SearchableBriefing, _ isCancelled: () -> Bool
  ) throws -> Bool {
    switch term {
    case .words(let words):
      var found: [Relevance.Occurrence] = []
      for column in columns {
        try collect(words, group: 0, in: column, briefing, &found, isCancelled)
      }
      return !found.isEmpty
    case .metadata(let field, let words, let isPrefix):
      guard let line = briefing.metadata[field] else { return false }
      let search = WordSearch([WordPattern(words: words, isPrefix: isPrefix)])
      let positions = line.positions
      return line.bytes.withUnsafeBufferPointer { bytes in
        positions.indices.contains { search.matchLength(at: positions[$0...], in: bytes) > 0 }
      }
    case .state(_, let briefings): return briefings.part(of: briefing.path).contains(section.ordinal)
    case .days(let from, let before):
      guard let day = briefing.day else { return from == nil && before == nil }
      return from.map { $0 <= day } != false && before.map { day < $0 } != false
    }
  }
}
