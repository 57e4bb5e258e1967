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
    return found.map { String($0.prefix { $0 != "." }) }
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
    #expect(try order("missile sale", of: files) == ["rare", "common"])
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
    for search in [library.search, scan] { #expect(try library.find("missile", by: search) == ["a.md#2"]) }
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
        "missile far away in \(Self.filler)\n\n## Some\n\na missile\n\n## Missile\n\nThe missile.\n\n## None\n\n-\n"
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

  /// Nobody looks through thousands of hits, and nobody should wait for them to be ranked.
  @Test func ofVeryManyTheNewestComeFirst() throws {
    let sections = { (count: Int, word: String) in
      (0..<count).map { "## \($0)\n\n\(word)\n\n" }.joined()
    }
    let ranked = IndexSearch.rankLimit
    let library = try SearchedLibrary([
      ("old.md", dated("2024-01-01", "## missile missile\n\n" + sections(ranked, "missile talks"))),
      ("new.md", dated("2025-01-01", sections(10, "missile"))),
      ("other.md", dated("2023-01-01", sections(12_000, "agreement"))),
      ("last.md", dated("2025-01-01", "agreement")),
    ])
    let scan = library.other
    try library.search.refresh(.always)
    for search in [library.search, scan] {
      let few = try search.search(SearchQuery(parsing: "talks"), limit: 5)
      #expect(few.order == .relevance && few.total == .init(sections: ranked, briefings: 1))
      let many = try search.search(SearchQuery(parsing: "missile"), limit: 1)
      #expect(many.order == .newest)
      #expect(many.hits.map { $0.path.suffix(7) } == ["/new.md"])
      #expect(many.total == .init(sections: ranked + 11, briefings: 2))
    }
    let most = try library.search.search(SearchQuery(parsing: "agreement"), limit: 1)
    #expect(most.total == .init(sections: 12_001, briefings: 2) && most.order == .newest)
    #expect(most.hits.map { $0.path.suffix(8) } == ["/last.md"])
  }
}
