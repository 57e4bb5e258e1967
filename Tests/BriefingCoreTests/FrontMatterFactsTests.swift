import Testing

@testable import BriefingCore

/// Front matter alone, as far as a file's start has it.
@Suite struct FrontMatterFactsTests {
  private func facts(_ text: String) -> FrontMatterFacts? { FrontMatterFacts(Array(text.utf8)) }

  @Test(arguments: ["\n", "\r\n"]) func `a list is its texts, commas and all`(ending: String) throws {
    let text =
      "---\ntitle: T\nids: [\"a, b\", c]\nid: one\nurl: https://example.org/a\nupdated: 2025-05-15\n---\nText\n"
    let read = try #require(facts(text.split(separator: "\n").joined(separator: ending) + ending))
    #expect(read.texts(of: "ids") == ["a, b", "c"])
    #expect(read.texts(of: "id") == ["one"])
    #expect(read.texts(of: "none") == [])
    #expect(read.metadata.url == "https://example.org/a")
    #expect(read.metadata.updated?.iso8601 == "2025-05-15")
  }

  /// All that front matter may have, and nothing of a text that is cut.
  @Test func `the reach is enough for the largest`() throws {
    let ids = (0..<6000).map { "id\($0)" }
    let text = "---\nids: [\(ids.joined(separator: ", "))]\n---\n" + String(repeating: "é", count: 100_000)
    #expect(FrontMatterFacts(Array(Array(text.utf8).prefix(FrontMatterFacts.reach)))?.texts(of: "ids") == ids)
  }

  @Test(arguments: ["", "# Heading\n\nText\n", "---\n"]) func `other texts have none`(text: String) {
    #expect(facts(text)?.texts(of: "id") ?? [] == [])
  }
}
