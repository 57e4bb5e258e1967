import BriefingCore
import BriefingText
import Foundation

@testable import BriefingFiles
@testable import BriefingIndex
@testable import BriefingSearch

/// A section as a search sees it, in the plainest form: lists of words.
struct PlainSection {
  var path: String
  var ordinal: Int
  /// The passages of each column: `title`, `section`, `tag`, `body`.
  var columns: [String: [[String]]]
  /// Words of each column that are written in parts with a sign between.
  var joined: [String: Set<String>]
  /// The values of each filter: `source`, `author`, `path`, `lang`.
  var metadata: [String: [[String]]]
  /// `2025-05-15`.
  var day: String
  /// Which language it is in is recognised by tests of their own.
  var language: Language?
  /// The words of ``columns`` as written, in small letters.
  var written: [String: [[String]]]

  /// All sections of a library as its files are now.
  static func all(of library: String) throws -> [PlainSection] {
    guard let listing = try FolderListing(walking: library) else { return [] }
    return try listing.flatMap { try sections(of: $0.path, in: library) }
  }

  private static func sections(of path: String, in library: String) throws -> [PlainSection] {
    let briefing = try BriefingFile(path: library + "/" + path).parse()
    let metadata = briefing.metadata
    let units = BriefingUnits(briefing)
    let texts = try units.sectionTexts()
    func words(_ texts: [String?]) -> [[String]] { texts.compactMap(\.self).map { Words($0).texts } }
    let bodies = texts.map { words($0.passages.map(\.text)) }
    func joined(_ texts: [String?]) -> Set<String> {
      Set(WordLine(texts.compactMap(\.self)).joined.map { String(decoding: $0.word, as: UTF8.self) })
    }
    let language = try SearchableBriefing(briefing, path: path).language
    func written(_ texts: [String?]) -> [[String]] { texts.compactMap(\.self).map(Self.written) }
    return zip(texts, bodies).map { text, body in
      PlainSection(
        path: path, ordinal: text.ordinal,
        columns: [
          "title": words([metadata.title]), "section": words([text.section?.title]),
          "tag": words(metadata.tags), "body": body, "name": name(of: path, title: metadata.title),
          "host": words(hosts(text.ordinal, units)),
        ],
        joined: [
          "title": joined([metadata.title]), "section": joined([text.section?.title]),
          "tag": joined(metadata.tags), "body": joined(text.passages.map(\.text)),
          "name": joined([name(of: path, title: metadata.title).first?.joined(separator: " ")]),
        ],
        metadata: [
          "source": words([metadata.source]), "author": words(metadata.authors), "path": words([path]),
          "lang": words(
            [metadata.language]
              + (metadata.language.flatMap(LanguageName.code).map(LanguageName.all) ?? [])),
        ],
        // A guess is not a date that anyone asks for.
        day: metadata.dateOrigin == .file ? "" : String(metadata.date?.iso8601.prefix(10) ?? ""),
        language: language,
        written: [
          "title": written([metadata.title]), "section": written([text.section?.title]),
          "tag": written(metadata.tags), "body": written(text.passages.map(\.text)),
          "host": written(hosts(text.ordinal, units)),
          "name": written([name(of: path, title: metadata.title).first?.joined(separator: " ")]),
        ])
    }
  }

  /// The hosts of the links in a section and its heading, each once.
  private static func hosts(_ ordinal: Int, _ units: BriefingUnits) -> [String] {
    var found = Array(units.searchedUnits(ofSection: ordinal))
    if ordinal > 0 { found.insert(units.unit(of: units.briefing.sections[ordinal - 1].heading), at: 0) }
    let left = units.unsearchedUnits(ofSection: ordinal)
    let links = found.filter { !left.contains($0) }.flatMap { units.content(of: $0).text.links }
    return links.filter { $0.kind == .link && $0.destination.hasPrefix("https://") }
      .map { String($0.destination.dropFirst(8).prefix { $0 != "/" }) }
      .reduce(into: []) { hosts, host in if !hosts.contains(host) { hosts.append(host) } }
  }

  /// The words of a text in small letters, as stemmers want them.
  static func written(_ text: String) -> [String] {
    let words = Words(text)
    let bytes = Array(text.utf8)
    return words.ranges.indices.map { index in
      String(decoding: bytes[words.originalRange(ofWords: index..<index + 1)], as: UTF8.self)
        .replacingOccurrences(of: "\u{AD}", with: "").lowercased()
        .replacingOccurrences(of: "i\u{307}", with: "i").precomposedStringWithCanonicalMapping
    }
  }

  /// The words of a file's name, unless the title has them all.
  private static func name(of path: String, title: String) -> [[String]] {
    let words = Words(String(path.split(separator: "/").last?.split(separator: ".").first ?? "")).texts
    let known = Set(Words(title).texts)
    return words.allSatisfy(known.contains) ? [] : [words]
  }
}

/// A query by its parts, which says of a section whether it fits.
struct PlainQuery {
  var groups: [[Term]] = []
  var excluded: [Term] = []
  /// The parts of joined words, any of which a section may be shown for that lacks the whole; once the query is answered.
  private var parts: [Term] = []

  /// One thing to look for, as a reader types it.
  enum Term {
    case words(String, field: String?, isQuoted: Bool, isPrefix: Bool)
    case metadata(String, field: String, isPrefix: Bool)
    case day(String, field: String)
    /// Briefings of which something is remembered, by what that is called.
    case state(String, BriefingSet)
    /// Words any of which serves in a field, and what was typed in their place.
    case corrected([String], field: String?, typed: String)
  }

  /// As a reader types it.
  var text: String {
    (groups.map { $0.map(\.text).joined(separator: " OR ") } + excluded.map { "-" + $0.text })
      .joined(separator: " ")
  }

  func fits(_ section: PlainSection, _ stemmers: Stemmers) -> Bool {
    groups.allSatisfy { $0.contains { $0.fits(section, stemmers) } }
      && !excluded.contains { $0.fits(section, stemmers) }
  }

  /// Whether a section may be shown where few have all words: it has one of those that may be missing, and all else.
  func fitsInPart(_ section: PlainSection, _ stemmers: Stemmers) -> Bool {
    let soft = groups.filter { $0.contains(where: \.isBare) }
    let hard = groups.filter { !$0.contains(where: \.isBare) }
    let words = groups.filter { $0.contains(where: \.isWord) }
    return !soft.isEmpty && words.count > 1 && !fits(section, stemmers)
      && (words.joined() + parts).contains { $0.fits(section, stemmers) }
      && hard.allSatisfy { $0.contains { $0.fits(section, stemmers) } }
      && !excluded.contains { $0.fits(section, stemmers) }
  }

  /// The query as it is answered of some sections: without stop words where others remain, and with the nearest words
  /// in place of those that nothing has.
  func answered(from sections: [PlainSection], _ stemmers: Stemmers) -> PlainQuery {
    var query = self
    let hasOthers = groups.contains { group in group.contains(where: \.isWord) && !Self.isStop(group) }
    if hasOthers { query.groups.removeAll(where: Self.isStop) }
    let vocabulary = Set(sections.flatMap { $0.columns.values.joined().joined() })
    for (group, terms) in query.groups.enumerated() {
      for (index, term) in terms.enumerated() where !sections.contains(where: { term.fits($0, stemmers) }) {
        query.groups[group][index] = term.corrected(from: vocabulary)
      }
    }
    guard query.groups.count(where: { $0.contains(where: \.isWord) }) > 1 else { return query }
    for group in query.groups where group.count == 1 {
      let isLost = !sections.contains { group[0].fits($0, stemmers) }
      query.parts += group[0].parts.map { part in
        isLost && !sections.contains { part.fits($0, stemmers) } ? part.corrected(from: vocabulary) : part
      }
    }
    return query
  }

  fileprivate static let stopWords = ["the", "of", "and", "to", "for", "that", "with", "or"]

  private static func isStop(_ group: [Term]) -> Bool {
    group.allSatisfy { term in
      guard case .words(let text, nil, false, false) = term else { return false }
      let words = Words(text).texts
      return words.count == 1 && stopWords.contains(words[0])
    }
  }
}

extension PlainQuery.Term {
  var text: String {
    switch self {
    case .words(let words, let field, let isQuoted, let isPrefix):
      (field.map { $0 + ":" } ?? "") + (isQuoted ? "\"\(words)\"" : words) + (isPrefix ? "*" : "")
    case .metadata(let words, let field, let isPrefix):
      "\(field):" + (words.contains(" ") ? "\"\(words)\"" : words) + (isPrefix ? "*" : "")
    case .day(let day, let field): "\(field):\(day)"
    case .state(let name, _): "is:\(name)"
    case .corrected(_, let field, let typed): (field.map { $0 + ":" } ?? "") + typed
    }
  }

  /// Whether it asks for words of the text.
  var isWord: Bool {
    switch self {
    case .words, .corrected: true
    case .metadata, .day, .state: false
    }
  }

  /// Whether it is words without quotes or a field.
  var isBare: Bool {
    switch self {
    case .words(_, let field, let isQuoted, _): field == nil && !isQuoted
    case .corrected(_, let field, _): field == nil
    case .metadata, .day, .state: false
    }
  }

  /// The words of one that a sign joins, but for single letters and numbers.
  var parts: [PlainQuery.Term] {
    guard case .words(let text, nil, false, false) = self else { return [] }
    let words = Words(text).texts
    return words.count < 2
      ? []
      : words.filter { $0.unicodeScalars.count > 1 && Int($0) == nil && !PlainQuery.stopWords.contains($0) }
        .map { .words($0, field: nil, isQuoted: false, isPrefix: false) }
  }

  /// The nearest words of a vocabulary where this is one that can be misspelt.
  func corrected(from vocabulary: Set<String>) -> PlainQuery.Term {
    guard case .words(let text, let field, false, false) = self, field != "tag" else { return self }
    let words = Words(text).texts
    guard words.count == 1, words[0].count > 3, !words[0].contains(where: \.isNumber) else { return self }
    let word = words[0]
    if vocabulary.contains(word) { return self }
    for distance in 1...(word.count < 8 ? 1 : 2) {
      let near = vocabulary.filter {
        !$0.contains(where: \.isNumber) && Self.slips(Array(word), Array($0)) == distance
      }
      let first =
        near.filter { $0.first == word.first }.sorted() + near.filter { $0.first != word.first }.sorted()
      if !near.isEmpty { return .corrected(Array(first.prefix(NearWords.limit)), field: field, typed: text) }
    }
    return self
  }

  /// How many letters are wrong, missing, too many or in their neighbour's place.
  private static func slips(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var table = (0...a.count).map { i in (0...b.count).map { max(i, $0) } }
    for i in 1...a.count {
      for j in 1...b.count {
        table[i][j] = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }

  func fits(_ section: PlainSection, _ stemmers: Stemmers) -> Bool {
    switch self {
    case .words(let text, let field, let isQuoted, let isPrefix):
      let words = Words(text).texts
      let places = section.columns.filter { field == nil || $0.key == field }.flatMap(\.value)
      if Self.stand(words, in: places, isPrefix: isPrefix) { return true }
      let joined = section.joined.filter { field == nil || $0.key == field }.flatMap(\.value)
      if !isQuoted, !isPrefix, isSpelled(text, words, in: places, joined) { return true }
      guard !isQuoted, !isPrefix, field != "tag", words.count == 1 else { return false }
      if words[0].unicodeScalars.allSatisfy({ 0xAC00...0xD7A3 ~= $0.value }),
        Self.stand(words, in: places, isPrefix: true)
      {
        return true
      }
      guard let language = section.language, words[0].unicodeScalars.count > 2,
        words[0].allSatisfy({ $0.isLetter })
      else { return false }
      let stemmer = stemmers[language]
      let own = Self.stems(words[0], PlainSection.written(text)[0], stemmer)
      return section.columns.keys.contains { key in
        guard field == nil || key == field, let words = section.columns[key],
          let written = section.written[key]
        else { return false }
        return zip(words.joined(), written.joined()).contains {
          !own.isDisjoint(with: Self.stems($0, $1, stemmer))
        }
      }
    case .metadata(let text, let field, let isPrefix):
      return Self.stand(Words(text).texts, in: section.metadata[field] ?? [], isPrefix: isPrefix)
    case .day(let day, "after"): return section.day >= day
    case .day(let day, "before"): return !section.day.isEmpty && section.day < day
    case .day(let day, _): return section.day.hasPrefix(day)
    case .state(_, let set):
      if let part = set.parts[PathKey(section.path)] {
        return part.ordinals.contains(section.ordinal) != part.isComplement
      }
      return set.paths.contains(PathKey(section.path)) != set.isComplement
    case .corrected(let words, let field, _):
      return words.contains { word in
        PlainQuery.Term.words(word, field: field, isQuoted: false, isPrefix: false).fits(section, stemmers)
      }
    }
  }

  /// The stems of a word by its folded form, and by the way it is written.
  private static func stems(_ word: String, _ written: String, _ stemmer: Stemmer) -> Set<[UInt8]> {
    let folded = Array(word.utf8)
    return folded.withUnsafeBufferPointer { folded in
      let own = Array(written.utf8).withUnsafeBufferPointer {
        stemmer.ownStem(ofWritten: $0, folded: folded)
      }
      return Set(stemmer.stems(of: folded) + [own].compactMap(\.self))
    }
  }

  /// Whether what was typed stands there in another spelling.
  private func isSpelled(_ text: String, _ words: [String], in passages: [[String]], _ joined: [String])
    -> Bool
  {
    guard words.count == 1 else {
      let one = words.joined()
      let own = WordLine([text]).joined.map { String(decoding: $0.word, as: UTF8.self) }
      return own == [one] && passages.joined().contains(one)
    }
    if joined.contains(words[0]) { return true }
    let umlauts = ["ä": "ae", "ö": "oe", "ü": "ue"]
    let plain = umlauts.reduce(PlainSection.written(text).first ?? "") {
      $0.replacingOccurrences(of: $1.key, with: $1.value)
    }
    if Self.stand(Words(plain).texts, in: passages, isPrefix: false) { return true }
    var parts: [String] = []
    for letter in words[0] {
      if let last = parts.last?.last, last.isNumber == letter.isNumber {
        parts[parts.count - 1].append(letter)
      } else {
        parts.append(String(letter))
      }
    }
    return parts.count > 1 && Self.stand(parts, in: passages, isPrefix: false)
  }

  /// Whether words stand one after another in one of some passages.
  private static func stand(_ words: [String], in passages: [[String]], isPrefix: Bool) -> Bool {
    passages.contains { passage in
      passage.indices.contains { start in
        guard start + words.count <= passage.count else { return false }
        let part = Array(passage[start..<start + words.count])
        return part == words
          || isPrefix && part.dropLast() == words.dropLast() && part.last!.hasPrefix(words.last!)
      }
    }
  }
}
