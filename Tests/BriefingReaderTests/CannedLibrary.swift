import BriefingCore
import BriefingLayout
import BriefingSearch
import BriefingText

@testable import BriefingReader

/// Stands for the searching side: hits that fit where they hold every word that was typed.
struct CannedLibrary {
  /// Best first.
  var hits: [SearchHit] = []
  /// What is said of every search.
  var note: String?
  /// The total to tell; nil for what was counted.
  var total: SearchResults.Total?
  /// All sections that fit, by the path of their briefing.
  var sections: [String: [SearchHit]] = [:]
  /// Whether requests are answered at once; else a test sends the answer.
  var answers = true

  func results(of request: SearchRequest) -> SearchResults {
    let words = Words(request.text).texts
    var fitting = hits.filter { hit in
      let text = Words("\(hit.title) \(hit.section) \(hit.excerpt?.text ?? "")").texts
      return words.allSatisfy { word in text.contains { $0.hasPrefix(word) } }
    }
    if request.order == .newest { fitting.sort { ($0.date?.iso8601 ?? "") > ($1.date?.iso8601 ?? "") } }
    let sections = fitting.reduce(0) { $0 + 1 + ($1.more ?? 0) }
    return SearchResults(
      text: request.text, hits: Array(fitting.prefix(request.limit)),
      total: total ?? .init(sections: sections, briefings: fitting.count), order: request.order,
      patterns: words.map { WordPattern(words: [$0], isPrefix: true) }, note: note)
  }
}

extension Samples {
  /// A hit whose excerpt has every occurrence of `lit` lit.
  static func hit(
    _ title: String, _ date: String? = "2025-05-15", number: String = "", section: String = "",
    slug: String = "", line: Int = 1, _ excerpt: String, lit: String = "", more: Int? = 0
  ) -> SearchHit {
    let matches = lit.isEmpty ? [] : excerpt.ranges(of: lit)
    let offsets = matches.map {
      excerpt.utf8.distance(
        from: excerpt.startIndex, to: $0.lowerBound)..<excerpt.utf8.distance(
          from: excerpt.startIndex, to: $0.upperBound)
    }
    return SearchHit(
      path: "news/\(title).md", title: title, date: date.flatMap { BriefingDate($0) }, number: number,
      section: section, slug: slug, line: line, excerpt: Excerpt(text: excerpt, matches: offsets), more: more)
  }

  /// Sections of the sample library that tell of something in Greek letters.
  static let hits = [
    hit(
      "Ankara and the jets", "2025-05-15", number: "2", section: "F-35 hopes", slug: "f-35-hopes",
      "Gamma one. The F-35 again.", lit: "Gamma", more: 3),
    hit("İstanbul meeting", "2025-05-16", "Gamma rays were met in the lead.", lit: "Gamma", more: 1),
    hit("Erdoğan in Washington", "2025-05-14", "Gamma, said the president.", lit: "Gamma", more: nil),
  ]
}
