import Testing

@testable import BriefingCore

/// Texts that the program writes into front matter are read back as they were.
@Suite struct FrontMatterTextTests {
  @Test(arguments: [
    "", "plain", "a: b # c", "\"quoted\" and \\ and \\n", "- a", "[x]", "it's", "a\nb\tc\rd",
    "\u{1B}[31m\u{7F}\u{9B}",
    "\u{2028}\u{FEFF}", "👩‍👩‍👧 \u{E0001}\u{10FFFD}", "null", "1984", "é 新闻 \u{202E}x",
  ])
  func `any text`(text: String) throws {
    let quoted = FrontMatterText.quoted(text)
    #expect(!quoted.contains { $0.isNewline })
    for value in [quoted, "[\(quoted), \(quoted)]"] {
      let source = "---\ntitle: T\nid: \(value)\n---\n"
      let facts = try #require(FrontMatterFacts(Array(source.utf8)))
      #expect(facts.metadata.warnings == [])
      #expect(facts.texts(of: "id") == (value == quoted ? [text] : [text, text]))
    }
  }
}
