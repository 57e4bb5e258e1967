import BriefingCore
import BriefingSearch
import BriefingText

@testable import BriefingFiles
@testable import BriefingIndex

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
  var isEnglish: Bool

  /// All sections of a library as its files are now.
  static func all(of library: String) throws -> [PlainSection] {
    guard let listing = try FolderListing(walking: library) else { return [] }
    return try listing.flatMap { try sections(of: $0.path, in: library) }
  }

  private static func sections(of path: String, in library: String) throws -> [PlainSection] {
    let briefing = try BriefingFile(path: library + "/" + path).parse()
    let metadata = briefing.metadata
    let texts = try BriefingUnits(briefing).sectionTexts()
    func words(_ texts: [String?]) -> [[String]] { texts.compactMap(\.self).map { Words($0).texts } }
    let bodies = texts.map { words($0.passages.map(\.text)) }
    func joined(_ texts: [String?]) -> Set<String> {
      Set(WordLine(texts.compactMap(\.self)).joined.map { String(decoding: $0.word, as: UTF8.self) })
    }
    return zip(texts, bodies).map { text, body in
      PlainSection(
        path: path, ordinal: text.ordinal,
        columns: [
          "title": words([metadata.title]), "section": words([text.section?.title]),
          "tag": words(metadata.tags), "body": body, "name": name(of: path, title: metadata.title),
        ],
        joined: [
          "title": joined([metadata.title]), "section": joined([text.section?.title]),
          "tag": joined(metadata.tags), "body": joined(text.passages.map(\.text)),
          "name": joined([name(of: path, title: metadata.title).first?.joined(separator: " ")]),
        ],
        metadata: [
          "source": words([metadata.source]), "author": words(metadata.authors), "path": words([path]),
          "lang": words([metadata.language]),
        ],
        // A guess is not a date that anyone asks for.
        day: metadata.dateOrigin == .file ? "" : String(metadata.date?.iso8601.prefix(10) ?? ""),
        isEnglish: isEnglish(metadata.language, Array(bodies.joined().joined())))
    }
  }

  private static let englishWords = Set(
    """
    the of and to for that with this they them their there these those from which would could should about after
    because before been being by has have his her him how its more most not said says she than then what when where
    while who will your you are were but it be at or
    """.split { $0.isWhitespace }.map(String.init))

  /// The words of a file's name, unless the title has them all.
  private static func name(of path: String, title: String) -> [[String]] {
    let words = Words(String(path.split(separator: "/").last?.split(separator: ".").first ?? "")).texts
    let known = Set(Words(title).texts)
    return words.allSatisfy(known.contains) ? [] : [words]
  }

  private static func isEnglish(_ tag: String?, _ words: [String]) -> Bool {
    if let tag { return ["en", "english"].contains(tag.lowercased()) || tag.lowercased().hasPrefix("en-") }
    let small = words.filter { ["the", "of", "and", "to", "for", "that", "with"].contains($0) }.count
    let common = words.filter { englishWords.contains($0) }.count
    return small >= 2 && small * 16 >= words.count || common >= 2 && common * 8 >= words.count
  }
}

/// A query by its parts, which says of a section whether it fits.
struct PlainQuery {
  var groups: [[Term]] = []
  var excluded: [Term] = []

  /// One thing to look for, as a reader types it.
  enum Term {
    case words(String, field: String?, isQuoted: Bool, isPrefix: Bool)
    case metadata(String, field: String, isPrefix: Bool)
    case day(String, field: String)
    /// Briefings of which something is remembered, by what that is called.
    case state(String, Set<String>)
    /// Words any of which serves, and what was typed in their place.
    case corrected([String], typed: String)
  }

  /// As a reader types it.
  var text: String {
    (groups.map { $0.map(\.text).joined(separator: " OR ") } + excluded.map { "-" + $0.text })
      .joined(separator: " ")
  }

  func fits(_ section: PlainSection, _ stemmer: EnglishStemmer) -> Bool {
    groups.allSatisfy { $0.contains { $0.fits(section, stemmer) } }
      && !excluded.contains { $0.fits(section, stemmer) }
  }

  /// Whether a section may be shown where few have all words: it has one of those that may be missing, and all else.
  func fitsInPart(_ section: PlainSection, _ stemmer: EnglishStemmer) -> Bool {
    let soft = groups.filter { $0.contains(where: \.isBare) }
    let hard = groups.filter { !$0.contains(where: \.isBare) }
    let words = groups.filter { $0.contains(where: \.isWord) }
    return !soft.isEmpty && words.count > 1 && !fits(section, stemmer)
      && words.contains { $0.contains { $0.fits(section, stemmer) } }
      && hard.allSatisfy { $0.contains { $0.fits(section, stemmer) } }
      && !excluded.contains { $0.fits(section, stemmer) }
  }

  /// The query as it is answered of some sections: without stop words where others remain, and with the nearest words
  /// in place of those that nothing has.
  func answered(from sections: [PlainSection], _ stemmer: EnglishStemmer) -> PlainQuery {
    var query = self
    let hasOthers = groups.contains { group in group.contains(where: \.isWord) && !Self.isStop(group) }
    if hasOthers { query.groups.removeAll(where: Self.isStop) }
    let vocabulary = Set(sections.flatMap { $0.columns.values.joined().joined() })
    for (group, terms) in query.groups.enumerated() {
      for (index, term) in terms.enumerated() where !sections.contains(where: { term.fits($0, stemmer) }) {
        query.groups[group][index] = term.corrected(from: vocabulary)
      }
    }
    return query
  }

  private static let stopWords = ["the", "of", "and", "to", "for", "that", "with", "or"]

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
    case .corrected(_, let typed): typed
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
    case .corrected: true
    case .metadata, .day, .state: false
    }
  }

  /// The nearest words of a vocabulary where this is one that can be misspelt.
  func corrected(from vocabulary: Set<String>) -> PlainQuery.Term {
    guard case .words(let text, nil, false, false) = self else { return self }
    let words = Words(text).texts
    guard words.count == 1, words[0].count > 3, !words[0].contains(where: \.isNumber) else { return self }
    let word = words[0]
    for distance in 1...(word.count < 8 ? 1 : 2) {
      let near = vocabulary.filter {
        !$0.contains(where: \.isNumber) && Self.slips(Array(word), Array($0)) == distance
      }
      let first =
        near.filter { $0.first == word.first }.sorted() + near.filter { $0.first != word.first }.sorted()
      if !near.isEmpty { return .corrected(Array(first.prefix(NearWords.limit)), typed: text) }
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

  func fits(_ section: PlainSection, _ stemmer: EnglishStemmer) -> Bool {
    switch self {
    case .words(let text, let field, let isQuoted, let isPrefix):
      let words = Words(text).texts
      let places = section.columns.filter { field == nil || $0.key == field }.flatMap(\.value)
      if Self.stand(words, in: places, isPrefix: isPrefix) { return true }
      let joined = section.joined.filter { field == nil || $0.key == field }.flatMap(\.value)
      if !isQuoted, !isPrefix, isSpelled(text, words, in: places, joined) { return true }
      guard section.isEnglish, !isQuoted, !isPrefix, field != "tag", words.count == 1,
        words[0].utf8.count > 2,
        words[0].allSatisfy({ $0.isASCII && $0.isLetter })
      else { return false }
      return places.joined().contains { stemmer.stem(of: $0) == stemmer.stem(of: words[0]) }
    case .metadata(let text, let field, let isPrefix):
      return Self.stand(Words(text).texts, in: section.metadata[field] ?? [], isPrefix: isPrefix)
    case .day(let day, "after"): return section.day >= day
    case .day(let day, "before"): return !section.day.isEmpty && section.day < day
    case .day(let day, _): return section.day.hasPrefix(day)
    case .state(_, let paths): return paths.contains(section.path)
    case .corrected(let words, _):
      return words.contains { word in
        PlainQuery.Term.words(word, field: nil, isQuoted: false, isPrefix: false).fits(section, stemmer)
      }
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
