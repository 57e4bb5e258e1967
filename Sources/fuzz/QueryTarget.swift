import BriefingCore
import BriefingSearch

/// What is typed into the search.
enum QueryTarget: FuzzTarget {
  static let name = "query"

  static func test(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for isTyping in [false, true] {
      let query = SearchQuery(parsing: text, isTyping: isTyping)
      expect(query.text == text, "the text has changed")
      expect(query == SearchQuery(parsing: text, isTyping: isTyping), "not the same twice")
      expect(query.groups.allSatisfy { !$0.isEmpty }, "a group of nothing: \(query)")
      let terms = query.groups.joined() + query.excluded
      // A term takes a letter, and what parts it from the next.
      expect(terms.count <= bytes.count, "\(terms.count) terms: \(query)")
      for term in terms { check(term, query) }
      expect(
        query.isEmpty == (terms.isEmpty && query.problem == nil), "empty with terms, or not without: \(query)"
      )
    }
  }

  private static func check(_ term: SearchQuery.Term, _ query: SearchQuery) {
    let words: [String]
    switch term {
    case .words(let own):
      words = own.words
      _ = own.inflectedWord
    case .metadata(_, let own, _): words = own
    case .days, .state: return
    }
    expect(!words.isEmpty && words.allSatisfy { !$0.isEmpty }, "a term without words: \(query)")
    // What is looked for is what a text has: each word is one word there too.
    for word in words { expect(Words(word).texts == [word], "\(word.debugDescription) is no word: \(query)") }
  }

  static let seeds = [
    "missile ankara -rocket after:2025-05", "\"a phrase\" -\"not this\" tag:nato",
    "jet OR missile OR \"a b\"*", "turk* F-35 C++ $304",
    "title:\"a b\" section:x source:reuters author:a path:b lang:en",
    "before:2025 date:2025-05-15 after:x OR OR -OR", "„quoted“ ”x” \"open",
    "tag: -tag:x* TITLE:ß Erdoğan İstanbul e\u{301} 日本語", "-- - * \"\" \"*\" : a:b -\"\"",
  ].map { Array($0.utf8) }

  static let tokens = [
    " ", "\"", "“", "”", "„", "-", "*", " OR ", "OR", "title:", "section:", "tag:", "source:", "author:",
    "path:", "lang:", "after:",
    "before:", "date:", "2025", "2025-05", "2025-05-15", "0000-00-00", "9999-12-31", "\u{301}", "İ", "ß",
    "日本", "'", "’", ".", "\u{AD}", "\u{200D}", "\0",
  ]
}
