import BriefingCore
import BriefingText
import Testing

@testable import BriefingLayout

/// Finding in leaves that are cut into slices.
@Suite struct LongLeafFindTests {
  private func page(_ markdown: String) throws -> Page {
    var bounds = LeafBounds()
    (bounds.leaf, bounds.slice) = (40, 24)
    let briefing = try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"))
    return try Page(cutting: briefing, bounds, width: 30)
  }

  private func texts(_ page: Page) -> [String] { (0..<page.unitCount).map { page.text(of: $0).string } }

  /// What the matches are.
  private func matches(_ query: String, in page: Page) throws -> [String] {
    let matches = try #require(FindText(page)?.matches(of: FindQuery(query)))
    return matches.map { match in
      let text = Array(texts(page)[match.unit...].joined().utf8)
      return String(decoding: text[match.range], as: UTF8.self)
    }
  }

  @Test func `what stands across a cut is found`() throws {
    let text = "One two three four five six seven eight nine ten"
    let page = try page("\(text)\n\n\(text)")
    #expect(texts(page)[0].hasSuffix("five "))
    #expect(try matches("FIVE six", in: page) == [])
    #expect(try matches("five SIX", in: page.resized(to: 7)) == [])
    #expect(try matches("five six", in: page) == ["five six", "five six"])
    #expect(try matches("ten one", in: page) == [])
    #expect(try matches("One", in: page) == ["One", "One"])
  }

  @Test func `what matters case is found across a cut, and words are`() throws {
    let page = try page("One two three four Five Six seven eight nine ten")
    #expect(try matches("Five Six", in: page) == ["Five Six"])
    #expect(try matches("Five six", in: page) == [])
    let query = FindQuery("five six", words: [WordPattern(words: ["five", "six"])])
    let match = try #require(FindText(page)?.matches(of: query)?.first)
    #expect(match.unit == 0 && match.range.count == 8)
    #expect(page.row(of: Place(unit: match.unit, offset: match.range.lowerBound)) == 0)
  }
}
