import BriefingConfiguration
import BriefingCore
import BriefingSearch
import Testing

@testable import briefing

/// What the manual says of queries and JSON is what holds.
@Suite struct ReferenceTests {
  @Test(arguments: QueryManual.forms.map(\.term)) func queriesOfTheManualAreUnderstood(query: String) throws {
    let today = BriefingDate(year: 2025, month: 5, day: 15)
    let parsed = SearchQuery(parsing: query, today: today)
    #expect(parsed.problem == nil && parsed.remarks.isEmpty && !parsed.isEmpty)
    // A filter that was not understood would be words of its name.
    let name = query.split(separator: ":").first.map(String.init) ?? ""
    for case .words(let term) in parsed.groups.joined() where query.contains(":") {
      #expect(!term.words.contains(name), "\(query)")
    }
  }

  @Test(arguments: [
    "section:", "tag:", "#", "author:", "path:", "lang:", "before:2025-", "is:starred", "is:changed",
    "newer:2",
  ]) func theManualNamesEveryFilter(filter: String) {
    let all = QueryManual.forms.map { "\($0.term) \($0.meaning)" }.joined(separator: " ")
    #expect(all.contains(filter.hasSuffix("-") ? "before:" : filter))
  }

  @Test func theManualNamesAllThatCanBeConfigured() {
    let page = FormatManual.page(date: "May 15, 2025")
    for key in ConfigurationKey.allCases { #expect(page.contains(".It Cm \(key.rawValue)\n"), "\(key)") }
  }

  @Test func theManualNamesTheKeysOfASearchInTheirOrder() throws {
    let hit = SearchHit(path: "a.md", title: "A", number: "1", section: "B", slug: "b", line: 3, excerpt: nil)
    var results = SearchResults(text: "a", hits: [hit], total: .init(sections: 1, briefings: 1))
    results.corrections = [.init(typed: "b", words: ["c"])]
    let printed = JSONWriter.search(results).split(separator: "\"").enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    let keys = try #require(OutputManual.outputs.first { $0.command.hasSuffix("search --json") }).keys
      .prefix { $0 != "." }.split { " ,()".contains($0) }.map(String.init)
    // Of what is printed only the keys: values of this result are none of them.
    #expect(printed.filter(Set(keys).contains) == keys)
  }
}
