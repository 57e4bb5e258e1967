import Testing

@testable import BriefingCore

/// Names of files made of titles.
@Suite struct FileNamingTests {
  @Test(arguments: [
    ("Energy: deals & more!", "energy-deals-more"), ("  --a  -- b--", "a-b"),
    ("Erdoğan'ın ziyareti", "erdoğanın-ziyareti"),
    ("第407期：港口", "第407期港口"), ("snake_case", "snake_case"), ("e\u{301}a", "e\u{301}a"), ("❤️ News 1️⃣", "news-1"),
    ("a \u{301}b", "a-b"), ("1️⃣ 2", "1-2"),
  ])
  func `letters and digits stay, with hyphens between words`(title: String, name: String) {
    #expect(FileNaming.words(of: title, limit: 100) == name)
  }

  @Test(arguments: [
    "", "…", "🎉🎉", "❤️", "\u{301}\u{302}", "\u{FE0F}", "...", "- -", "___", "\u{3164}", "\u{202E}",
  ])
  func `what has no letter gives none`(title: String) {
    #expect(FileNaming.words(of: title, limit: 100) == "")
  }

  @Test func `a long one is cut, within a character too`() {
    let marks = "e" + String(repeating: "\u{301}", count: 300)
    #expect(FileNaming.words(of: marks, limit: 100).utf8.count == 99)
    #expect(
      FileNaming.words(of: String(repeating: "ж", count: 300), limit: 99) == String(repeating: "ж", count: 49)
    )
    #expect(FileNaming.words(of: "abc def", limit: 4) == "abc")
  }
}
