import BriefingCore
import BriefingSearch
import CommonMarkSamples

/// Writes small briefings of few words, and queries that find some of them: hits, phrases, inflections, accents and
/// signs are frequent, as they never are in real briefings.
struct SearchSample {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let words = [
    "missile", "missiles", "Missile", "sale", "sales", "talk", "talks", "talked", "news", "new", "Erdoğan",
    "erdogan", "İstanbul", "ışık", "Łódź", "Straße", "strasse", "F-35", "F-16", "S-400", "AIM-120C-8", "$304",
    "C++", "AT&T", "can't", "can’t", "cant", "F35", "F 35", "U.S.", "us", "naïve", "naïve", "日本", "日本語", "東京",
    "🚀", "Türkei", "1,000", "1000", "e.g.", "e-mail", "email",
    "co\u{AD}operate", "cooperated", "agreement", "agreements", "한국", "한국은", "ελλάδα", "Ελλάδας", "OR",
    "NEAR", "example", "example.org",
    "Häuser", "Haus", "Hauses", "Mueller", "Müllers", "élections", "election", "ÉLECTION", "négocié",
    "négociations",
    "ışıkları", "başkanı", "başkanlar", "isiklar", "красный", "красная", "войной", "война", "Войны",
  ]
  private static let slips = [
    "misile", "msisile", "agreemnt", "agremeent", "Erdogn", "salle", "strase", "qwxyz",
  ]
  private static let smallWords = ["the", "of", "and", "to", "for", "that", "with"]
  private static let sources = ["Bloomberg", "Le Monde", "Süddeutsche Zeitung", "The desk", "Talks"]
  private static let authors = ["Ann Lee", "Ayşe Yılmaz", "Lee Ann", "Mary O’Neill"]
  private static let tags = ["nato", "united states", "f-35", "talks", "missile sale"]
  private static let languages = ["en", "en-GB", "EN", "de", "tr", "english", "fr", "ru", "German", "pl"]
  private static let folders = ["", "", "2025/", "2025/05/", "Straße/", "a b/"]

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
  mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }
  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  // MARK: Briefings

  /// A path that is not likely to be taken.
  mutating func path() -> String { pick(Self.folders) + "\(word(plain: true))-\(below(1000)).md" }

  mutating func briefing() -> String {
    var text = frontMatter()
    if oneIn(3) { text += "# \(phrase(3))\n\n" }
    for _ in 0..<below(3) { text += block() }
    for _ in 0..<below(5) {
      text += "\(pick(["##", "##", "###"])) \(phrase(2))\n\n"
      for _ in 0..<below(4) { text += block() }
    }
    if text.contains("[^1]") { text += "[^1]: \(phrase(3))\n" }
    return text
  }

  private mutating func frontMatter() -> String {
    guard !oneIn(5) else { return "" }
    var lines = ["date: \(day())" + (oneIn(3) ? "T0\(below(10)):30Z" : "")]
    if oneIn(2) { lines.append("title: \"\(phrase(3))\"") }
    if oneIn(2) { lines.append("source: \(pick(Self.sources))") }
    if oneIn(2) { lines.append("author: [\(pick(Self.authors)), \(pick(Self.authors))]") }
    if oneIn(2) { lines.append("tags: [\(pick(Self.tags)), \(pick(Self.tags))]") }
    if oneIn(2) { lines.append("lang: \(pick(Self.languages))") }
    if oneIn(3) { lines.append("summary: \"\(phrase(4))\"") }
    return "---\n" + lines.joined(separator: "\n") + "\n---\n\n"
  }

  private mutating func day() -> String { "202\(4 + below(2))-0\(1 + below(3))-1\(below(3))" }

  private mutating func block() -> String {
    switch below(12) {
    case 0: "- \(phrase(3))\n- [ ] \(phrase(2))\n  1. \(phrase(2))\n\n"
    case 1: "| \(word()) | \(phrase(2)) |\n|---|---|\n| \(phrase(2)) | \(word()) |\n\n"
    case 2: "```\(word(plain: true))\n\(phrase(3))\n\(word())\n```\n\n"
    case 3: "> \(phrase(4))\n>\n> \(word())\n\n"
    case 4: "\(phrase(2)) [\(phrase(2))](https://example.org/missile \"talks\") ![\(phrase(2))](sale.png)\n\n"
    case 5: "\(word()) <!-- missile --> *\(phrase(2))* **\(word())**`\(word())` <b>\(word())</b>\n\n"
    case 6: "\(phrase(2))[^1] \(word())\n\n"
    case 7: "<div>\n\(phrase(2))\n</div>\n\n"
    default: "\(phrase(5))\n\(phrase(3))\n\n"
    }
  }

  private mutating func phrase(_ most: Int) -> String {
    (0...below(most)).map { _ in word() }.joined(separator: pick([" ", " ", " ", ", ", ". "]))
  }

  private mutating func word(plain: Bool = false) -> String {
    if plain { return pick(["missile", "talks", "Łódź", "F-35", "Straße"]) }
    return oneIn(4) ? pick(Self.smallWords) : pick(Self.words)
  }

  // MARK: Queries

  /// What is remembered of briefings and of sections: some of them, by the names that queries have for it.
  private(set) var states: [String: BriefingSet] = [:]

  /// Remembers other things of some briefings.
  mutating func remember(_ paths: [String]) {
    for name in ["unread", "starred", "changed"] {
      var set = BriefingSet(Set(paths.filter { _ in oneIn(2) }.map { PathKey($0) }), isComplement: oneIn(2))
      for path in paths where oneIn(2) {
        set.parts[PathKey(path)] = .init(Set((0...2).filter { _ in oneIn(2) }), isComplement: oneIn(2))
      }
      states[name] = set
    }
  }

  mutating func query() -> PlainQuery {
    var query = PlainQuery()
    if !oneIn(10) {
      for _ in 0...below(3) { query.groups.append((0...(oneIn(3) ? below(3) : 0)).map { _ in term() }) }
    }
    if query.groups.isEmpty || oneIn(3) { for _ in 0...below(2) { query.excluded.append(term()) } }
    return query
  }

  private mutating func term() -> PlainQuery.Term {
    switch below(14) {
    case 0: .metadata(pick(Self.sources + ["bloom", "monde"]), field: "source", isPrefix: oneIn(3))
    case 1: .metadata(pick(Self.authors + ["ayse", "lee"]), field: "author", isPrefix: oneIn(3))
    case 2: .metadata(pick(["2025", "2025/05", "md", "talks", "lodz"]), field: "path", isPrefix: oneIn(3))
    case 3: .metadata(pick(Self.languages + ["e"]), field: "lang", isPrefix: oneIn(3))
    case 4, 5:
      .day(String(day().prefix(pick([4, 7, 10, 10]))), field: pick(["after", "before", "date"]))
    case 6 where !states.isEmpty && oneIn(2): state()
    case 6: .words(pick(Self.tags), field: "tag", isQuoted: true, isPrefix: oneIn(3))
    default: words()
    }
  }

  private mutating func state() -> PlainQuery.Term {
    let name = pick(["unread", "starred", "changed"])
    return .state(name, states[name] ?? BriefingSet([]))
  }

  private mutating func words() -> PlainQuery.Term {
    let isQuoted = oneIn(4)
    let isPrefix = oneIn(5)
    // `OR` is a word of the query where it stands in quotes, or is not in capitals.
    var text =
      isQuoted
      ? phrase(2)
      : oneIn(6) ? pick(Self.smallWords) : pick(oneIn(6) ? Self.slips : Self.words).lowercased()
    // What is not quoted is one word to the reader of queries.
    if !isQuoted, text.contains(" ") { text = "f35" }
    if !isQuoted, text == "or" { text = "near" }
    if isPrefix { text = String(text.prefix(2 + below(4))) }
    if !text.contains(where: { $0.isLetter || $0.isNumber }) { text = "missile" }
    return .words(
      text, field: oneIn(4) ? pick(["title", "section", "tag"]) : nil, isQuoted: isQuoted, isPrefix: isPrefix)
  }
}
