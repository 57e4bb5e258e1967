import BriefingCore
import BriefingSearch
import Testing

@testable import BriefingReader

/// The screen says what hits lack, and what was looked for in place of what was typed.
@Suite struct SearchMissingTests {
  private func session(total: Int, columns: Int = 90, _ change: (inout SearchResults) -> Void) throws
    -> Session
  {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: columns, rows: 24)
    session.library.answers = false
    session.type("Smisle kyiv")
    let request = try #require(session.searches.last)
    var hits = [
      Samples.hit("Whole", number: "1", section: "First", slug: "first", "All of it."),
      Samples.hit("Part", number: "2", section: "Second", slug: "second", "Some of it."),
      Samples.hit("Lead", nil, "Some of it."),
    ]
    for index in 1...2 { hits[index].missing = ["kyiv"] }
    var results = SearchResults(
      text: request.text, hits: hits, total: .init(sections: total, briefings: total))
    change(&results)
    session.send(.searched(serial: request.serial, results))
    return session
  }

  @Test(arguments: [90, 60, 40]) func aHitSaysWhatItLacks(columns: Int) throws {
    let session = try session(total: 1, columns: columns) { _ in }
    #expect(session.lines.count { $0.contains("without: kyiv") } == 2)
    let line = try #require(session.lines.first { $0.contains("2 Second") })
    #expect(line.contains("without: kyiv"))
  }

  /// However long what is missing is, and however narrow the window.
  @Test(arguments: [100, 60, 40]) func whatIsMissingIsCutButNotLeftOut(columns: Int) throws {
    let session = try session(total: 1, columns: columns) { results in
      for index in 1...2 {
        results.hits[index].missing = ["negotiations", "semiconductors", "constantinople"]
      }
    }
    #expect(session.lines.count { $0.contains("without: negotiat") } == 2)
    #expect(session.lines.contains { $0.contains("2 Se") && $0.contains("without: negotiat") })
  }

  /// What is said of a hit takes the place of nothing else: the date stays, also of text before the first section.
  @Test func theDateStaysBesideWhatIsMissing() throws {
    let session = try session(total: 1, columns: 60) { results in
      for index in results.hits.indices { results.hits[index].date = BriefingDate("2025-05-15") }
    }
    #expect(session.lines.contains { $0.contains("Lead") && $0.contains("15 May 2025") })
    #expect(session.lines.count { $0.contains("without: kyiv") } == 2)
  }

  @Test(arguments: [100, 60, 40]) func copiesAndLinksAreNamed(columns: Int) throws {
    let session = try session(total: 3, columns: columns) { results in
      for index in results.hits.indices { results.hits[index].missing = [] }
      results.hits[0].copies = 2
      for index in 1...2 { results.hits[index].excerpt?.host = "bloomberg.com" }
    }
    #expect(session.lines.contains { $0.contains("Whole") && $0.contains("+2 copies") })
    #expect(session.lines.count { $0.contains("in a link: bloomberg.com") } == 2)
  }

  @Test func wordsThatTookAnothersPlaceAreNamed() throws {
    let session = try session(total: 1) { $0.remarks = ["misle → missile"] }
    #expect(session.text.contains("misle → missile"))
  }

  @Test func whereNothingHasAllWordsTheCountSaysSo() throws {
    let session = try session(total: 0) { $0.hits.removeFirst() }
    #expect(session.lines[0].hasSuffix("no section has all words"))
    #expect(!session.text.contains("Nothing found"))
  }

  /// Of a briefing some sections may be shown: unfolding it shows each section once.
  @Test func unfoldingTakesThePlaceOfAllSectionsThatAreShown() throws {
    var session = try session(total: 3) { results in
      results.hits = [
        Samples.hit("Digest", number: "1", section: "First", slug: "first", "One.", more: 1),
        Samples.hit("Digest", number: "2", section: "Second", slug: "second", "Two."),
        Samples.hit("Other", nil, "Three."),
      ]
    }
    #expect(session.lines.count { $0.contains("Digest") } == 1)
    session.library.sections["news/Digest.md"] = (1...3).map {
      Samples.hit("Digest", number: "\($0)", section: "Part \($0)", slug: "part-\($0)", "Text \($0).")
    }
    session.type("<Right>")
    #expect((1...3).allSatisfy { number in session.lines.count { $0.contains("Part \(number)") } == 1 })
    #expect(!session.text.contains("Second") && session.text.contains("Other"))
  }
}
