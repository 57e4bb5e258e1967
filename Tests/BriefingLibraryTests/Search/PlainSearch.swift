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
    return zip(texts, bodies).map { text, body in
      PlainSection(
        path: path, ordinal: text.ordinal,
        columns: [
          "title": words([metadata.title]), "section": words([text.section?.title]),
          "tag": words(metadata.tags), "body": body,
        ],
        metadata: [
          "source": words([metadata.source]), "author": words(metadata.authors), "path": words([path]),
          "lang": words([metadata.language]),
        ],
        day: String(metadata.date?.iso8601.prefix(10) ?? ""),
        isEnglish: isEnglish(metadata.language, Array(bodies.joined().joined())))
    }
  }

  private static func isEnglish(_ tag: String?, _ words: [String]) -> Bool {
    if let tag { return tag.lowercased() == "en" || tag.lowercased().hasPrefix("en-") }
    let small = words.filter { ["the", "of", "and", "to", "for", "that", "with"].contains($0) }.count
    return small >= 2 && small * 16 >= words.count
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
}

extension PlainQuery.Term {
  var text: String {
    switch self {
    case .words(let words, let field, let isQuoted, let isPrefix):
      (field.map { $0 + ":" } ?? "") + (isQuoted ? "\"\(words)\"" : words) + (isPrefix ? "*" : "")
    case .metadata(let words, let field, let isPrefix):
      "\(field):" + (words.contains(" ") ? "\"\(words)\"" : words) + (isPrefix ? "*" : "")
    case .day(let day, let field): "\(field):\(day)"
    }
  }

  func fits(_ section: PlainSection, _ stemmer: EnglishStemmer) -> Bool {
    switch self {
    case .words(let text, let field, let isQuoted, let isPrefix):
      let words = Words(text).texts
      let places = section.columns.filter { field == nil || $0.key == field }.flatMap(\.value)
      if Self.stand(words, in: places, isPrefix: isPrefix) { return true }
      guard section.isEnglish, !isQuoted, field != "tag", words.count == 1, words[0].utf8.count > 2,
        words[0].allSatisfy({ $0.isASCII && $0.isLetter })
      else { return false }
      return places.joined().contains { stemmer.stem(of: $0) == stemmer.stem(of: words[0]) }
    case .metadata(let text, let field, let isPrefix):
      return Self.stand(Words(text).texts, in: section.metadata[field] ?? [], isPrefix: isPrefix)
    case .day(let day, "after"): return section.day >= day
    case .day(let day, "before"): return section.day < day
    case .day(let day, _): return section.day.hasPrefix(day)
    }
  }

  /// Whether words stand one behind the other in one of some passages.
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
