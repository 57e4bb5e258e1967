import BriefingSearch
import Testing

@testable import BriefingIndex

/// Which of what is found comes first, with an index and without.
@Suite struct SearchRankingTests {
  /// The hits of a query by their paths, and that both ways say so.
  private func order(
    _ query: String, _ order: SearchOrder = .relevance, of files: [(String, String)]
  ) throws -> [String] {
    let library = try SearchedLibrary(files.map { ($0.0 + ".md", $0.1) })
    // Sections without the words, so that these are rare as words of a real query are.
    for number in 0..<20 { try library.write("z\(number).md", "other words of no matter\n") }
    let scan = library.other
    try library.search.refresh(.always)
    let found = try library.find(query, order: order)
    #expect(try library.find(query, order: order, by: scan) == found, "\(query)")
    // Of a briefing several sections may be shown, one after another.
    return found.map { String($0.prefix { $0 != "." }) }
      .reduce(into: []) { names, name in if names.last != name { names.append(name) } }
  }

  private func dated(_ date: String, _ text: String, _ more: String = "") -> String {
    "---\ndate: \(date)\nlang: en\n\(more)---\n\(text)\n"
  }

  private static let filler = "some words that stand here to fill the line and say nothing"

  @Test func titlesWeighMoreThanText() throws {
    let body = "\(Self.filler) missile \(Self.filler)"
    #expect(
      try order(
        "missile",
        of: [
          ("body", dated("2025-01-01", "## Part\n\n\(body)")),
          ("section", dated("2024-01-01", "## The missile\n\n\(Self.filler) \(Self.filler)")),
          ("title", dated("2024-01-01", "## Part\n\n\(Self.filler) \(Self.filler)", "title: The missile\n")),
        ]) == ["section", "title", "body"])
  }

  /// A word that many other sections have says less, though all that are found have it.
  @Test func aRareWordWeighsMoreThanACommonOne() throws {
    var files = [
      ("common", dated("2025-01-01", "missile missile missile missile sale \(Self.filler)")),
      ("rare", dated("2024-01-01", "missile sale sale sale sale \(Self.filler)")),
    ]
    for number in 0..<30 { files.append(("other\(number)", dated("2025-01-01", "missile \(Self.filler)"))) }
    #expect(try order("missile sale", of: files).prefix(2) == ["rare", "common"])
  }

  /// A title is that of all sections, so it must not make the shortest of them the best.
  @Test func ofABriefingWithTheWordInItsTitleTheSectionThatHasItComesFirst() throws {
    let long = Array(repeating: Self.filler, count: 12).joined(separator: " ")
    let library = try SearchedLibrary([
      ("a.md", dated("2025-01-01", "## Brief\n\nno\n\n## Long\n\n\(long) missile\n", "title: The missile\n"))
    ])
    for number in 0..<20 { try library.write("z\(number).md", "other words of no matter\n") }
    let scan = library.other
    try library.search.refresh(.always)
    for search in [library.search, scan] {
      #expect(try library.find("missile", by: search).first == "a.md#2")
    }
  }

  /// Letter by letter, what stays keeps its order: only the words that are complete order it.
  @Test func theOrderStaysWhileAWordIsTyped() throws {
    let library = try SearchedLibrary()
    for number in 0..<12 {
      // The more of one, the less of the other.
      let banks = Array(repeating: "bank", count: 1 + number).joined(separator: " \(Self.filler) ")
      let ends = Array(repeating: "ending", count: 12 - number).joined(separator: " and ")
      try library.write(
        "a\(number).md",
        dated("2025-01-01", "\(banks) \(Self.filler) engine \(number % 2 == 0 ? ends : "england")"))
    }
    for number in 0..<20 { try library.write("z\(number).md", "other words of no matter\n") }
    let scan = library.other
    try library.search.refresh(.always)
    for search in [library.search, scan] {
      func typed(_ query: String) throws -> [String] {
        let query = SearchQuery(parsing: query, isTyping: true)
        return try search.search(query, limit: 100).hits.filter(\.missing.isEmpty).map(\.path)
      }
      let (two, three, four) = (try typed("bank en"), try typed("bank eng"), try typed("bank engl"))
      #expect(two.count == 12 && three.count == 12 && four.count == 6)
      #expect(two == three)
      #expect(three.filter(four.contains) == four)
    }
    for query in ["bank en", "bank eng", "en", "bank ending"] {
      let query = SearchQuery(parsing: query, isTyping: true)
      let found = try [library.search, scan].map { try $0.search(query, limit: 100).hits }
      #expect(found[0] == found[1], "\(query.text)")
    }
  }

  @Test func theFormThatWasTypedComesBeforeInflections() throws {
    #expect(
      try order(
        "talk",
        of: [
          ("inflected", dated("2025-01-01", "\(Self.filler) talks")),
          ("exact", dated("2024-01-01", "\(Self.filler) talk")),
        ]) == ["exact", "inflected"])
  }

  @Test(arguments: [
    ("F35", "F35", "F-35"), ("F-35", "F-35", "F35"), ("us", "us", "U.S."), ("email", "email", "e-mail"),
  ])
  func theSpellingThatWasTypedComesFirst(query: String, typed: String, other: String) throws {
    #expect(
      try order(
        query,
        of: [
          ("other", dated("2025-01-01", "\(other) \(Self.filler)")),
          ("typed", dated("2024-01-01", "\(typed) \(Self.filler)")),
        ]) == ["typed", "other"])
  }

  @Test func theWordComesBeforeLongerWordsWithIt() throws {
    #expect(
      try order(
        "miss*",
        of: [
          ("longer", dated("2025-01-01", "\(Self.filler) missile")),
          ("exact", dated("2024-01-01", "\(Self.filler) miss")),
        ]) == ["exact", "longer"])
  }

  @Test func wordsSideBySideComeBeforeWordsFarApart() throws {
    #expect(
      try order(
        "missile sale",
        of: [
          ("far", dated("2025-01-01", "missile \(Self.filler) \(Self.filler) sale")),
          ("turned", dated("2025-01-01", "\(Self.filler) sale missile \(Self.filler)")),
          ("beside", dated("2024-01-01", "\(Self.filler) missile sale \(Self.filler)")),
        ]) == ["beside", "turned", "far"])
  }

  @Test func ofEqualsTheNewerComesFirst() throws {
    let files = ["2024-03-01", "2025-01-02T08:00Z", "2025-01-02T09:00Z", "2023-12-31"].enumerated().map {
      ("\($0)", dated($1, "missile"))
    }
    #expect(try order("missile", of: files) == ["2", "1", "0", "3"])
    #expect(try order("missile", .newest, of: files) == ["2", "1", "0", "3"])
    #expect(try order("date:2024 OR date:2025", of: files.map { ($0.0, $0.1) }).prefix(3) == ["2", "1", "0"])
  }

  /// The clock of the one who wrote it, as the offset says.
  @Test func anOffsetCountsWithinADay() throws {
    let files = [
      ("early", dated("2025-01-02T10:00+05:00", "missile")), ("late", dated("2025-01-02T08:00Z", "missile")),
    ]
    #expect(try order("missile", .newest, of: files) == ["late", "early"])
  }

  @Test func theNewestComeFirstWhereThatIsWanted() throws {
    #expect(
      try order(
        "missile", .newest,
        of: [
          ("best", dated("2024-01-01", "## missile\n\nmissile missile")),
          ("newest", dated("2025-01-01", "\(Self.filler) missile")),
        ]) == ["newest", "best"])
  }

  @Test func ofABriefingTheBestSectionIsShownAndTheOthersCounted() throws {
    let library = try SearchedLibrary([
      (
        "a.md",
        "missile far away in \(Self.filler)\n\n## Some\n\na missile \(Self.filler)\n\n## Missile\n\nThe missile.\n\n## None\n\n-\n"
      )
    ])
    let scan = library.other
    try library.search.refresh(.always)
    for search in [library.search, scan] {
      let best = try search.search(SearchQuery(parsing: "missile"), limit: 10)
      #expect(best.total == .init(sections: 3, briefings: 1))
      #expect(best.hits.map(\.number) == ["2"] && best.hits.map(\.more) == [2])
      #expect(best.hits[0].section == "Missile" && best.hits[0].slug == "missile" && best.hits[0].line == 7)
      // By date there is no best one: the first.
      let first = try search.search(SearchQuery(parsing: "missile"), order: .newest, limit: 10)
      #expect(first.hits.map(\.number) == [""] && first.hits.map(\.more) == [2])
    }
  }

  /// Sections that are nearly as good as the best are shown beside it; all of them where that is asked for.
  @Test func onlyWhatIsClearlyWeakerIsFolded() throws {
    let section = { (number: Int, text: String) in "## Part \(number)\n\n\(text) \(Self.filler)\n\n" }
    let often = Array(repeating: "missile", count: 8).joined(separator: " ")
    let library = try SearchedLibrary([
      (
        "digest.md",
        section(1, "missile") + section(2, "nothing") + section(3, "\(often) missile")
          + section(4, "\(often) sale")
      ),
      ("other.md", "other"), ("more.md", "more"), ("last.md", "last"),
    ])
    let scan = library.other
    try library.search.refresh(.always)
    for search in [library.search, scan] {
      let close = try search.search(SearchQuery(parsing: "missile"), limit: 10)
      #expect(close.hits.map(\.number) == ["3", "4"] && close.hits.map(\.more) == [1, 0])
      let all = try search.search(SearchQuery(parsing: "missile"), limit: 10, folding: .none)
      #expect(all.hits.map(\.number) == ["3", "4", "1"] && all.hits.map(\.more) == [0, 0, 0])
      #expect(all.hits.map(\.score) == all.hits.map(\.score).sorted(by: >) && all.hits[2].score > 0)
    }
  }

  /// A briefing's title fits all of its sections: beside the best one it shows none that has nothing else.
  @Test func whatOnlyTheTitleHasIsFolded() throws {
    let library = try SearchedLibrary([
      (
        "a.md",
        "---\ntitle: Missiles for Ankara\nlang: en\ntags: [missile]\n---\n"
          + "## One\n\nAnkara gets a missile \(Self.filler)\n\n## Two\n\n\(Self.filler)\n\n"
          + "## Three\n\n\(Self.filler) missile\n\n## Four\n\n\(Self.filler)\n"
      ),
      ("other.md", "other"), ("more.md", "more"), ("last.md", "last"),
    ])
    let scan = library.other
    try library.search.refresh(.always)
    for search in [library.search, scan] {
      let close = try search.search(SearchQuery(parsing: "missile ankara"), limit: 10)
      #expect(close.hits.map(\.number) == ["1", "3"] && close.hits.map(\.more) == [2, 0])
      #expect(close.total.sections == 4)
      let all = try search.search(SearchQuery(parsing: "missile ankara"), limit: 10, folding: .none)
      #expect(all.hits.count == 4)
    }
  }

  /// Of a digest each section may be the one that is looked for.
  @Test func aDigestShowsManySectionsThatFitEquallyWell() throws {
    let digest = (1...9).map { "## Part \($0)\n\nmissile \(Self.filler)\n\n" }.joined()
    let library = try SearchedLibrary([("digest.md", digest), ("other.md", "other"), ("more.md", "more")])
    let scan = library.other
    try library.search.refresh(.always)
    for search in [library.search, scan] {
      let close = try search.search(SearchQuery(parsing: "missile"), limit: 10)
      #expect(close.hits.map(\.number) == (1...9).map(String.init))
    }
  }

  @Test func aLimitLeavesTheTotalAsItIs() throws {
    let library = try SearchedLibrary((0..<30).map { ("\($0).md", dated("2025-01-01", "missile")) })
    let scan = library.other
    try library.search.refresh(.always)
    for search in [library.search, scan] {
      for order in SearchOrder.allCases {
        let results = try search.search(SearchQuery(parsing: "missile"), order: order, limit: 7)
        #expect(results.hits.count == 7 && results.order == order)
        #expect(results.total == .init(sections: 30, briefings: 30))
      }
    }
  }

  /// However many there are, the best comes first.
  @Test func ofVeryManyTheBestComesFirst() throws {
    let sections = { (count: Int, word: String) in
      (0..<count).map { "## \($0)\n\n\(word)\n\n" }.joined()
    }
    let library = try SearchedLibrary([
      ("best.md", dated("2023-01-01", "## missile sale\n\nmissile sale\n\n" + sections(5000, "agreement"))),
      ("old.md", dated("2024-01-01", sections(4000, "a missile of \(Self.filler)"))),
      ("new.md", dated("2025-01-01", sections(4000, "a sale \(Self.filler) missile"))),
      ("last.md", dated("2025-02-01", "agreement")),
    ])
    let scan = library.other
    try library.search.refresh(.always)
    for search in [library.search, scan] {
      let one = try search.search(SearchQuery(parsing: "missile"), limit: 1)
      #expect(one.order == .relevance && one.total == .init(sections: 8001, briefings: 3))
      #expect(one.hits.map { $0.path.suffix(8) } == ["/best.md"] && one.hits.map(\.number) == ["1"])
      let both = try search.search(SearchQuery(parsing: "missile sale"), limit: 5)
      #expect(both.hits.prefix(2).map { $0.path.split(separator: "/").last } == ["best.md", "new.md"])
      #expect(both.total == .init(sections: 4001, briefings: 2))
    }
  }

  /// Each word of alternatives weighs what it is worth itself.
  @Test func ofAlternativesTheRareOneComesFirst() throws {
    var files = [
      ("rare", dated("2023-01-01", "zugzwang \(Self.filler)")),
      ("common", dated("2025-01-01", "oil oil \(Self.filler)")),
    ]
    for number in 0..<15 { files.append(("oil\(number)", dated("2025-01-01", "oil \(Self.filler)"))) }
    #expect(try order("oil OR zugzwang", of: files).prefix(2) == ["rare", "common"])
  }

  /// A digest's tags are those of all its sections together.
  @Test func tagsOfManySectionsSayLittleOfEach() throws {
    let digest = (0..<12).map { "## Part \($0)\n\n\(Self.filler)\n\n" }.joined()
    #expect(
      try order(
        "nato",
        of: [
          ("digest", dated("2025-01-01", digest, "tags: [nato]\n")),
          ("text", dated("2024-01-01", "\(Self.filler) nato \(Self.filler)")),
        ]) == ["text", "digest"])
  }

  /// A heading that repeats the title is not text: without any, the page is no better than its first section.
  @Test func aTitleThatIsTheHeadingCountsOnce() throws {
    let library = try SearchedLibrary([
      (
        "a.md",
        "---\ntitle: Missile sale news\nlang: en\n---\n# Missile sale news\n\n## Missile sale\n\nA missile sale was agreed.\n"
      )
    ])
    let scan = library.other
    try library.search.refresh(.always)
    for search in [library.search, scan] {
      #expect(try library.find("missile sale", by: search) == ["a.md#1"])
    }
  }
}
