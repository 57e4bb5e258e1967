import CommonMark

/// Lines that lead to other articles: “Read more”, “Related stories”.
enum PageLeads {
  /// All that such a line says, in lower case and without its signs.
  private static let phrases: Set = [
    "read more", "read also", "also read", "read next", "related", "related story", "related stories",
    "related article", "related articles", "related news", "related content", "related coverage",
    "related posts", "related topics", "related links", "see also", "more on this", "more on this story",
    "more on this topic", "more from", "more news", "more stories", "most read", "most popular",
    "most viewed", "recommended", "recommended for you", "recommended reading", "recommended stories",
    "you may also like", "you may also be interested in", "you might also like", "you may like",
    "you might like", "don't miss", "don’t miss", "up next", "trending", "trending now", "latest news",
    "latest stories", "top stories", "in other news", "editors' picks", "editors’ picks", "editor's picks",
    "editor’s picks", "lesen sie auch", "lesen sie mehr", "lesen sie dazu", "lesen sie hier",
    "mehr zum thema", "auch interessant", "das könnte sie auch interessieren", "lire aussi", "à lire aussi",
    "sur le même sujet", "lea también", "leer más", "te puede interesar", "leggi anche", "lees ook",
    "läs också", "läs mer", "czytaj także", "читайте также", "по теме", "ilgili haberler",
    "previous message", "next message", "previous post", "next post", "messages sorted by", "相关阅读", "相关新闻",
    "関連記事",
  ]
  /// Bytes of such a line at most, and of a phrase with its signs.
  private static let longest = 200
  private static let longestPhrase = 80

  /// Whether a heading or paragraph is nothing but such a phrase, as stands over a list of links. A heading may name whose other articles
  /// follow.
  static func isLead(_ text: String, isHeading: Bool) -> Bool {
    guard text.utf8.count < longest else { return false }
    let plain = plain(text)
    return phrases.contains(plain)
      || isHeading && plain.hasPrefix("more from ") && plain.split(separator: " ").count <= 6
  }

  /// Whether a paragraph is such a phrase and a link: all that is not linked says no more, or the link says it itself, before a
  /// colon.
  static func isLink(_ runs: [InlineRun]) -> Bool {
    // Nearly every paragraph says more than that.
    guard runs.isShorter(than: longest), runs.contains(where: { $0.link != nil }) else { return false }
    let others = runs.filter { $0.link == nil }
    guard others.isShorter(than: longestPhrase) else { return false }
    let linked = runs.filter { $0.link != nil }.plainText
    guard !linked.isEmpty else { return false }
    let rest = plain(others.plainText)
    guard rest.isEmpty else { return phrases.contains(rest) }
    let colon = linked.unicodeScalars.firstIndex { $0 == ":" || $0 == "：" } ?? linked.endIndex
    return phrases.contains(plain(String(linked[..<colon])))
  }

  /// Letters, digits and apostrophes, with a space for all else.
  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      let isKept =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "'"
        || scalar == "’"
      plain.append(isKept ? scalar : " ")
    }
    return String(plain).onOneLine
  }
}
