import Testing

@testable import BriefingCore

@Suite struct FrontMatterTests {
  private func metadata(_ yaml: String) throws -> Metadata {
    let briefing = try Briefing(parsing: Array("---\n\(yaml)\n---\n".utf8), file: .init(name: "file"))
    return briefing.metadata
  }

  @Test func everyKey() throws {
    let metadata = try metadata(
      """
      title: US clears a possible missile sale
      date: 2025-05-15
      source: Bloomberg, DSCA
      author: [A. Writer, "B. Editor"]
      tags: nato, Türkiye , ,F-35
      summary: >
        One sentence,
        folded.
      lang: en-GB
      url: https://example.org/a?b=c#d
      edition: 2
      related: {first: a.md, more: [b.md, c.md]}
      """)
    #expect(metadata.title == "US clears a possible missile sale")
    #expect(metadata.date == BriefingDate("2025-05-15"))
    #expect(metadata.source == "Bloomberg, DSCA")
    #expect(metadata.authors == ["A. Writer", "B. Editor"])
    #expect(metadata.tags == ["nato", "Türkiye", "F-35"])
    #expect(metadata.summary == "One sentence, folded.")
    #expect(metadata.language == "en-GB")
    #expect(metadata.url == "https://example.org/a?b=c#d")
    #expect(
      metadata.details == [
        .init(key: "edition", value: "2"),
        .init(key: "related", value: "{first: a.md, more: [b.md, c.md]}"),
      ])
    #expect(metadata.warnings == [])
  }

  @Test func authorAsTextAndTagsAsList() throws {
    let metadata = try metadata("author: One Person\ntags:\n- a\n- 2025")
    #expect(metadata.authors == ["One Person"])
    #expect(metadata.tags == ["a", "2025"])
  }

  @Test(arguments: [
    "title: 1984", "Title: 1984", "title: '1984'", "\"title\": 1984", "{title: 1984}", "title:\n  1984",
  ])
  func aTitleIsTextWhateverItLooksLike(yaml: String) throws {
    #expect(try metadata(yaml).title == "1984")
    #expect(try metadata(yaml).warnings == [])
  }

  @Test(arguments: ["title:", "title: ~", "title: ''", "title: '  '", "{}"])
  func anEmptyTitleIsNone(yaml: String) throws {
    #expect(try metadata(yaml).title == "File")
    #expect(try metadata(yaml).warnings == [])
  }

  /// What stands before the body, and where the body starts.
  @Test(arguments: [
    ("---\na: b\n---\n", 13), ("---\na: b\n...\nx", 13), ("---  \r\na: b\r\n---\t\r\nx", 19),
    ("---\ra: b\r---\rx", 13), ("\u{FEFF}---\na: b\n---\nx", 16), ("---\na: b\n---", 12),
    ("---\n{}\n---\n", 11), ("---\n---\nx", 8), ("---\n\n---\n", 9), ("+++\na = 1\n+++\nx", 14),
    ("Title: x\n\nText", 10), ("title:: x\n- a", 10), ("% x\n\ny", 5), ("{\"title\": 1}\ny", 13),
    ("---\na: b\n---\n\n---\ntitle: c\n---\nx", 31), ("---\na: b\n---\n\n---\n\nx", 13),
    ("```yaml\ntitle: x\n```\ny", 21),
  ])
  func isRecognised(text: String, end: Int) {
    #expect(FrontMatter(Array(text.utf8))?.end == end)
  }

  @Test(arguments: [
    "", "---", "---\n", "---\n# only a comment\n---\n", "---\nFoo\n---\n",
    "---\n- a\n- b\n---\n", "---\na: b\n", "---\na: b\n----\n", "---\na: b\n --- \n", " ---\na: b\n---\n",
    "\n---\na: b\n---\n", "----\na: b\n---\n", "--- a\na: b\n---\n", "---\n\"text\"\n---\n",
    "+++\nA paragraph.\n+++\n", "+++\na = 1\n", "{% include x %}\n", "{\"a\": 1}\n", "{ x }\n",
    "Note: some text.\n",
    "Note: some text.\nMore: of it\n", "Summary: some text.\n", "Title: some text\nand more of it\n",
    "% of people\nvoted\n",
    "std:: vector\n", "```toml\na = 1\n```\n", "```swift\ntitle: x\n```\n",
    "```markdown\n# A\n```\n\nText.\n",
    "```markdown\n```\n# A\n```\n",
    "---\nA paragraph.\n\nNote: another, with *two* lines\nof text\n---\n",
    "---\nNote: some text.\n\nMore text: [a link\nand its end](x)\n---\n",
  ])
  func anythingElseIsBody(text: String) throws {
    #expect(FrontMatter(Array(text.utf8)) == nil)
    let briefing = try Briefing(parsing: Array(text.utf8), file: .init(name: "file"))
    #expect(briefing.document.body.lowerBound == 0)
    #expect(briefing.metadata.warnings.isEmpty && briefing.metadata.details.isEmpty)
  }

  @Test(arguments: [Dialect.gfm, .commonmark])
  func theSpecificationsDialectsHaveNone(dialect: Dialect) throws {
    let bytes = Array("---\ntitle: x\n---\n".utf8)
    let briefing = try Briefing(parsing: bytes, file: .init(name: "file"), dialect: dialect)
    #expect(briefing.document.body == 0..<bytes.count)
    #expect(briefing.metadata.title == "file")
  }

  @Test func atMost64kB() {
    let fits = "---\na: " + String(repeating: "x", count: FrontMatter.limit - 12) + "\n---\n"
    #expect(FrontMatter(Array(fits.utf8))?.entries.count == 1)
    let tooLarge = "---\na: " + String(repeating: "x", count: FrontMatter.limit - 9) + "\n---\n"
    #expect(FrontMatter(Array(tooLarge.utf8)) == nil)
  }

  /// Where a large block is read as text, and whether that is said.
  @Test(arguments: [
    ("title: x\nnotes: %", "---", true), ("title: x\nnotes: |\n  %", "...", true), ("a: %", "---", true),
    ("a: %", "", false), ("Some text.\n\n%", "---", false), ("# A comment\n\nb: %", "---", true),
  ])
  func aLargeBlockIsText(yaml: String, closing: String, isWarning: Bool) throws {
    let content = yaml.replacing("%", with: String(repeating: "x", count: 70_000))
    let bytes = Array("---\n\(content)\n\(closing)\nText.\n".utf8)
    let briefing = try Briefing(parsing: bytes, file: .init(name: "file"))
    #expect(briefing.document.body.lowerBound == 0)
    #expect(briefing.metadata.warnings.map(\.line) == (isWarning ? [1] : []))
    #expect(
      briefing.metadata.warnings.allSatisfy { $0.message.hasPrefix("front matter of 71 kB is read as text") })
    let strict = try Briefing(parsing: bytes, file: .init(name: "file"), dialect: .gfm)
    #expect(strict.metadata.warnings.isEmpty)
  }

  /// YAML, the line of the warning, and a part of what it says.
  @Test(arguments: [
    ("title: [a, b]", 2, "title: must be text"), ("x: 1\nsource: {a: b}", 3, "source: must be text"),
    ("date: yesterday", 2, "“yesterday” is not a date"), ("date: 2025-02-30", 2, "not a date"),
    ("date: [2025]", 2, "date: must be text"), ("tags: {a: b}", 2, "tags: must be text or a list"),
    ("author: {x: y}", 2, "author: must be text or a list"), ("lang: e", 2, "not a language tag"),
    ("lang: 12", 2, "not a language tag"), ("url: [x]", 2, "url: must be text"),
    ("summary: [x]", 2, "summary"),
    ("title: a\ntitle: b", 3, "title: is given twice"),
  ])
  func aWrongValueIsAWarningAndADetail(yaml: String, line: Int, message: String) throws {
    let metadata = try metadata(yaml)
    #expect(metadata.warnings.map(\.line) == [line])
    #expect(try #require(metadata.warnings.first).message.contains(message))
    let key = try #require(yaml.split(separator: "\n").last?.split(separator: ":").first)
    #expect(metadata.details.last?.key == String(key))
  }

  /// What is meant as front matter and is not a YAML costs the value that is wrong.
  @Test(arguments: [
    ("title: F-35: hopes\nsource: S", "F-35: hopes", 2), ("source: S\ntitle: \"unclosed", "\"unclosed", 3),
    ("title: @home\nsource: S", "@home", 2), ("title: 100% {sure\nsource: S", "100% {sure", nil),
    ("source: S\ntitle: \u{1B}]0;x\u{7}", "\u{1B}]0;x\u{7}", 3), ("title: 'it's'\nsource: S", "it's", 2),
    ("title: x\ndate 2025-05-15\nsource: S", "x", 3), ("title: *t\nsource: S", "*t", 2),
    ("source: S\ntitle: a\tb\n\tc: d", "a b c: d", 4), ("source: S\ntitle: a\u{0}b", "a\u{FFFD}b", nil),
    ("title: &t x\nsource: S\nurl: *t", "x", 4),
  ])
  func invalidYAMLIsReadByEntry(yaml: String, title: String, line: Int?) throws {
    let metadata = try metadata(yaml)
    #expect(metadata.title == title)
    #expect(metadata.source == "S")
    #expect(metadata.warnings.map(\.line) == (line.map { [$0] } ?? []))
  }

  @Test func aLineThatIsNoEntryIsKept() throws {
    let metadata = try metadata("title: x\ndate 2025-05-15")
    #expect(metadata.details == [.init(key: "date 2025-05-15", value: "")])
  }

  @Test func invalidUTF8IsReplaced() throws {
    let bytes = Array("---\ntitle: a".utf8) + [0xFF] + Array("b\n---\n".utf8)
    #expect(try Briefing(parsing: bytes, file: .init(name: "")).metadata.title == "a\u{FFFD}b")
  }

  /// Shapes that make a parser expand, recurse or go over its input again and again: any of them would keep
  /// the test from ending, or end the process.
  @Test(arguments: [
    "a: &a [x]\n"
      + (1...60).map { "a\($0): &a\($0) [*a\($0 - 1 == 0 ? "" : String($0 - 1)), *a]\n" }.joined(),
    "a0: &a0 {x: y}\n" + (1...60).map { "a\($0): &a\($0) {? [*a\($0 - 1), *a\($0 - 1)] : x}\n" }.joined(),
    "a0: &a0 {x: y}\n" + (1...60).map { "a\($0): &a\($0) {? {? *a\($0 - 1) : *a\($0 - 1)} : x}\n" }.joined(),
    "a: &a\n  b: *a", "a: " + String(repeating: "[", count: 60_000),
    "a: " + String(repeating: "{a: ", count: 15_000),
    "a: " + String(repeating: "[", count: 990) + String(repeating: "]", count: 990),
    "a:\n" + String(repeating: "- ", count: 30_000), "a:\n" + String(repeating: "- ", count: 990),
    "a:\n" + String(repeating: "? ", count: 30_000), String(repeating: "a: ", count: 20_000),
    (0..<350).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    String(repeating: "a: b\n", count: 13_000), String(repeating: "&a *a ", count: 10_000),
    (0..<9000).map { "k\($0): \n" }.joined(), "a: \"" + String(repeating: "\\", count: 60_000),
    "title: x\n" + String(repeating: "*x", count: 20_000) + "\n&x: y",
    String(repeating: "?\n", count: 30_000),
    "a: !" + String(repeating: "%41", count: 20_000) + " b", "%YAML 1.1\n%TAG ! x\n",
    "a: |" + String(repeating: "\n", count: 60_000), "a: !!binary \"\\uD800\"",
    "<<: {a: b}\n? [x]\n: y\n? {}\n: z",
  ])
  func hostileYAMLIsHarmless(yaml: String) {
    let bytes = Array("---\n\(yaml)\n---\nbody\n".utf8)
    #expect(throws: Never.self) { try Briefing(parsing: bytes, file: .init(name: "file")) }
  }
}
