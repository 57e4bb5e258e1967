/// A query as a library returns it: what must be met, what may be missing where little has all words, and what ranks.
///
/// Stop words are left out where other words remain, and words that occur nowhere can be replaced by the nearest ones.
public struct SearchPlan: Hashable, Sendable {
  /// What is looked for, in the order of the query.
  public private(set) var groups: [Group] = []
  /// What must not occur.
  public private(set) var excluded: [SearchQuery.Term]
  /// The terms that rank, each with the place of its group among those that rank.
  public private(set) var ranked: [RankedTerm] = []
  /// What took the place of words that occur nowhere.
  public private(set) var corrections: [Correction] = []

  /// Terms of which one must be met.
  public struct Group: Hashable, Sendable {
    /// What meets it, at least one.
    public var terms: [SearchQuery.Term]
    /// Whether sections without it come after those that have all, where these are few.
    public var isSoft: Bool

    /// What it is of words that a sign joins, as in `cease-fire`.
    public var role = Role.single

    /// See ``role-swift.property``.
    public enum Role: Hashable, Sendable {
      /// Nothing of them, or all: it stands by itself.
      case single
      /// The joined words. Whether a section has all words is told by it, its rank by the parts that follow.
      case whole
      /// One of the words; what has the whole has it.
      case part
    }

    /// Whether it asks for words of the text.
    public var hasWords: Bool { terms.contains { $0.words != nil } }

    /// Whether sections can be ranked by it: all of its terms are words, and no groups of parts stand for it.
    public var ranks: Bool { role != .whole && terms.allSatisfy { $0.words != nil } }

    /// As typed.
    public var name: String {
      var names: [String] = []
      for name in terms.compactMap({ $0.words?.typed.text }) where !names.contains(name) {
        names.append(name)
      }
      return names.joined(separator: " OR ")
    }
  }

  /// A term by which sections are ranked.
  public struct RankedTerm: Hashable, Sendable {
    /// What is looked for.
    public var term: SearchQuery.WordTerm
    /// The group's place among ``SearchPlan/groups``.
    public var group: Int
    /// The group's place among those that rank.
    public var rankedGroup: Int
  }

  /// A word that occurs nowhere, and those that were looked for in its place.
  public struct Correction: Hashable, Sendable {
    /// As typed.
    public var typed: String
    /// Folded words, the nearest first.
    public var words: [String]

    /// Makes a correction.
    public init(typed: String, words: [String]) {
      self.typed = typed
      self.words = words
    }

    /// `misle → missile, mile`.
    public var text: String { "\(typed) → \(words.joined(separator: ", "))" }
  }

  /// Sections with all words below which others follow that lack some.
  public static let enough = 10

  /// Plans the answer to a query.
  public init(_ query: SearchQuery) {
    excluded = query.excluded
    groups = Self.groups(of: query.groups)
    if query.groups.contains(where: { Self.parts(of: $0) != nil }) {
      let apart = Self.groups(of: query.groups.flatMap { Self.parts(of: $0) ?? [$0] })
      if apart.count(where: \.ranks) >= Relevance.longQuery { groups = apart }
    }
    addParts()
    addSpellings()
    addParticles()
    listRanked()
  }

  /// Groups without those that are nothing but stop words, where others remain.
  private static func groups(of typed: [[SearchQuery.Term]]) -> [Group] {
    let stopWords = StopWords(typed.joined().compactMap { $0.words?.bareWord })
    func isStop(_ group: [SearchQuery.Term]) -> Bool {
      group.allSatisfy { $0.words?.bareWord.map(stopWords.contains) == true }
    }
    let isOther = typed.contains { group in group.contains { $0.words != nil } && !isStop(group) }
    return typed.filter { !(isOther && isStop($0)) }
      .map { terms in Group(terms: terms, isSoft: terms.contains { $0.words?.isBare == true }) }
  }

  /// A group for each word of those that a sign joins, as in `boundary-layer`: in a question they need not stand side by
  /// side. Where they do, or are one word, all of these groups are met. Nil where there is nothing to take apart.
  private static func parts(of group: [SearchQuery.Term]) -> [[SearchQuery.Term]]? {
    guard let joined = joinedWords(of: group),
      joined.words.allSatisfy({ $0.unicodeScalars.count > 1 && !SearchQuery.WordTerm.hasDigit($0) })
    else { return nil }
    return parts(of: joined) { _ in true }
  }

  /// Lets sections that lack joined words be ranked by those of them that they have: `Qt-5-Modul` by `Qt` and `Modul`. A
  /// letter or a number alone says too little.
  private mutating func addParts() {
    guard groups.count(where: \.hasWords) > 1 else { return }
    func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
    groups = groups.flatMap { group in
      guard let joined = Self.joinedWords(of: group.terms),
        let parts = Self.parts(
          of: joined, where: { $0.unicodeScalars.count > 1 && !$0.utf8.allSatisfy(isDigit) })
      else { return [group] }
      var whole = group
      whole.role = .whole
      return [whole] + parts.map { Group(terms: $0, isSoft: true, role: .part) }
    }
  }

  /// How many joined words are taken apart at most: each part is looked for beside the whole, which takes as many looks.
  static let mostParts = 16

  /// The words of a group that a sign joins, bare and all of it.
  private static func joinedWords(of group: [SearchQuery.Term]) -> SearchQuery.WordTerm? {
    guard group.count == 1, let joined = group[0].words, joined.isBare, !joined.isBeginning,
      joined.slack == nil, 2...mostParts ~= joined.words.count
    else { return nil }
    return joined
  }

  /// The terms that meet each of some joined words; nil where none is left.
  private static func parts(
    of joined: SearchQuery.WordTerm, where isPart: (String) -> Bool
  ) -> [[SearchQuery.Term]]? {
    var whole = joined
    whole.spellings = Spelling.all(of: joined.typed.text, words: joined.words)
    let stopWords = StopWords([])
    let parts = joined.words.enumerated().filter { !stopWords.contains($0.element) && isPart($0.element) }
    guard !parts.isEmpty else { return nil }
    return parts.map { index, word in
      let isLast = index == joined.words.count - 1
      let part = SearchQuery.WordTerm(
        words: [word], isPrefix: isLast && joined.isPrefix, isOpen: isLast && joined.isOpen)
      // A section that lacks both lacks this word.
      whole.typed = part.typed
      return [.words(part), .words(whole)]
    }
  }

  /// Lets words of Hangul go on: in Korean, particles follow a word without a space.
  private mutating func addParticles() {
    func opened(_ term: SearchQuery.Term) -> SearchQuery.Term {
      guard case .words(var words) = term, !words.isPrefix, !words.isExact, words.field != .tag,
        words.words.count == 1, words.words[0].unicodeScalars.allSatisfy({ 0xAC00...0xD7A3 ~= $0.value })
      else { return term }
      (words.isPrefix, words.takesParticles) = (true, true)
      return .words(words)
    }
    for index in groups.indices { groups[index].terms = groups[index].terms.map(opened) }
    excluded = excluded.map(opened)
  }

  /// Adds the other spellings of what was not asked for exactly; of `F 35` both words are met by `F35`, of `AIM 120 C 8`
  /// all by `AIM-120C8`.
  private mutating func addSpellings() {
    func spelled(_ term: SearchQuery.Term) -> SearchQuery.Term {
      guard case .words(var words) = term, !words.isExact, !words.isBeginning, words.spellings.isEmpty else {
        return term
      }
      words.spellings = Spelling.all(of: words.typed.text, words: words.words)
      return .words(words)
    }
    for index in groups.indices { groups[index].terms = groups[index].terms.map(spelled) }
    excluded = excluded.map(spelled)
    let bare = groups.map { $0.terms.count == 1 ? $0.terms[0].words?.bareWord : nil }
    for run in Spelling.runs(of: bare) {
      let word = bare[run].compactMap(\.self).joined()
      // Of two words that a sign joins both are words; of more there may be other signs: `AIM-120C8`.
      let spellings = [false, true].prefix(run.count - 1).map { Spelling(words: [word], isJoined: $0) }
      for index in run {
        guard case .words(var words) = groups[index].terms[0] else { continue }
        words.spellings += spellings
        groups[index].terms[0] = .words(words)
      }
    }
  }

  private mutating func listRanked() {
    ranked = []
    var number = 0
    for (index, group) in groups.enumerated() where group.ranks {
      ranked += group.terms.compactMap(\.words).map {
        RankedTerm(term: $0, group: index, rankedGroup: number)
      }
      number += 1
    }
  }

  /// Joined words beside each of whose parts they are looked for themselves.
  public struct WholeTerms: Hashable, Sendable {
    /// The joined words, once for each part: places in ``SearchPlan/ranked``.
    public var terms: [Int] = []
    /// The parts, in the same way.
    public var parts: [Int] = []
  }

  /// All joined words whose parts rank.
  public var wholes: [WholeTerms] {
    var wholes: [WholeTerms] = []
    for (place, term) in ranked.enumerated() where groups[term.group].role == .part {
      // Each part's group is the part and the whole, and the first of them follows that of the whole alone.
      let isPart = place == 0 || ranked[place - 1].group != term.group
      if isPart, groups[term.group - 1].role == .whole { wholes.append(WholeTerms()) }
      if isPart {
        wholes[wholes.count - 1].parts.append(place)
      } else {
        wholes[wholes.count - 1].terms.append(place)
      }
    }
    return wholes
  }

  /// How many groups rank.
  public var rankedGroupCount: Int { ranked.last.map { $0.rankedGroup + 1 } ?? 0 }

  /// Whether it is ranked as a long question, see ``Relevance``.
  public var isLong: Bool { rankedGroupCount >= Relevance.longQuery }

  /// Whether longer words count once in a section, wherever and as often as they stand there, in place of one that is still
  /// being typed. Else, with each letter, the order of what stays would change by the words that go. By a single word there
  /// is nothing else to order by.
  public func countsOnce(_ term: SearchQuery.WordTerm) -> Bool { term.isOpen && rankedGroupCount > 1 }

  /// What an inflection counts of the word as typed.
  public var formStrength: UInt32 { isLong ? Relevance.Strength.whole : Relevance.Strength.form }

  /// Whether sections may follow that lack words: if any of its groups of words is met besides.
  public var isSoft: Bool {
    groups.contains { $0.isSoft } && groups.count { $0.hasWords } > 1
  }

  /// Whether a section that may follow has to meet one of the groups that may be missing: where no other asks for words.
  public var needsSoftGroup: Bool { groups.allSatisfy { $0.isSoft || !$0.hasWords } }

  /// The words that a section lacks, as typed.
  ///
  /// - Parameter isMet: Whether it meets a group, by the group's place.
  public func missing(isMet: (_ group: Int) -> Bool) -> [String] {
    // Who lacks a part lacks the whole, which is named.
    groups.indices.filter { groups[$0].role != .part && !isMet($0) }.map { groups[$0].name }
  }

  /// The tier of a section that lacks words, see ``HitOrder/tier``.
  ///
  /// - Parameters:
  ///   - isRanked: Whether sections have scores.
  ///   - isMet: Whether it meets a group, by the group's place.
  public func tier(isRanked: Bool, isMet: (_ group: Int) -> Bool) -> Int {
    isRanked ? 1 : min(2, groups.indices.count { groups[$0].role != .part && !isMet($0) })
  }

  // MARK: Corrections

  /// The words that can be replaced, of terms that nothing has.
  ///
  /// - Parameter isLost: Whether nothing has a term, by its group's place and its own.
  public func correctableWords(isLost: (_ group: Int, _ term: Int) -> Bool) -> [String] {
    var words: [String] = []
    for (group, terms) in groups.enumerated() {
      // What has the whole in another spelling needs no part of it.
      if terms.role == .part, !terms.terms.indices.allSatisfy({ isLost(group, $0) }) { continue }
      for (index, term) in terms.terms.enumerated() {
        guard let word = term.words?.correctableWord, !words.contains(word), isLost(group, index) else {
          continue
        }
        words.append(word)
      }
    }
    return words
  }

  /// Looks for what another plan of the same query was found to need.
  public mutating func apply(_ corrections: [Correction]) {
    for correction in corrections {
      let words = groups.flatMap(\.terms).compactMap(\.words).filter { $0.typed.text == correction.typed }
      for word in words.compactMap(\.correctableWord) { correct(word, with: correction.words) }
    }
  }

  /// Looks for other words in place of one.
  public mutating func correct(_ word: String, with words: [String]) {
    guard !words.isEmpty else { return }
    for group in groups.indices {
      for index in groups[group].terms.indices {
        guard case .words(var term) = groups[group].terms[index], term.correctableWord == word else {
          continue
        }
        term.corrections = words
        groups[group].terms[index] = .words(term)
        let correction = Correction(typed: term.typed.text, words: words)
        if !corrections.contains(correction) { corrections.append(correction) }
      }
    }
    listRanked()
  }
}
