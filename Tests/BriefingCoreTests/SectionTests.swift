import BriefingCore
import CommonMark
import Testing

@Suite struct SectionTests {
  private func briefing(_ text: String, name: String = "file") throws -> Briefing {
    try Briefing(parsing: Array(text.utf8), file: .init(name: name))
  }

  /// Heading levels, and the numbers that they get; `-` for the page's heading.
  @Test(arguments: [
    ("2 2 2", "1 2 3"), ("1 2 2", "- 1 2"), ("1 1", "1 2"), ("1 2 1 2", "1 1.1 2 2.1"), ("2 1", "1 2"),
    ("1", "-"), ("2 3 3 2 3", "1 1.1 1.2 2 2.1"), ("1 2 4 4 2", "- 1 1.1 1.2 2"), ("2 4 3 2", "1 1.1 1.2 2"),
    ("3 2 3", "1 2 2.1"), ("1 3 2 3", "- 1 2 2.1"), ("1 2 3 4 5 6", "- 1 1.1 1.1.1 1.1.1.1 1.1.1.1.1"),
    ("2 6 2 6", "1 1.1 2 2.1"), ("", ""),
  ])
  func numbers(levels: String, numbers: String) throws {
    let text = levels.split(separator: " ").map { String(repeating: "#", count: Int($0) ?? 0) + " x\n\n" }
    let briefing = try briefing(text.joined())
    let found = (briefing.heading == nil ? [] : ["-"]) + briefing.sections.map(\.numberText)
    #expect(found.joined(separator: " ") == numbers)
  }

  /// Headings, and their anchors by GitHub's rule.
  @Test(arguments: [
    (["Rubio's visit and NATO talks"], ["rubios-visit-and-nato-talks"]), (["F-35 hopes"], ["f-35-hopes"]),
    (["A", "a", "A!"], ["a", "a-1", "a-2"]), (["foo", "foo-1", "foo"], ["foo", "foo-1", "foo-2"]),
    (["foo-1", "foo", "foo"], ["foo-1", "foo", "foo-2"]),
    (["foo", "foo", "foo-1"], ["foo", "foo-1", "foo-1-1"]),
    (["Erdoğan & İstanbul"], ["erdoğan--i\u{307}stanbul"]), (["snake_case  two"], ["snake_case--two"]),
    (["**Bold** `code` [link](x)"], ["bold-code-link"]), (["日本 語"], ["日本-語"]), (["…", "!"], ["", "-1"]),
    (["½ m² – 5"], ["-m--5"]),
  ])
  func slugs(titles: [String], slugs: [String]) throws {
    let briefing = try briefing(titles.map { "## \($0)\n\n" }.joined())
    #expect(briefing.sections.map { Array($0.slug.utf8) } == slugs.map { Array($0.utf8) })
  }

  @Test func slugsOfManyEqualHeadingsAreUniqueAndQuick() throws {
    let text = (1...5000).map { "# a-\($0)\n" }.joined() + String(repeating: "# a\n", count: 5001)
    let slugs = try briefing(text).sections.map(\.slug)
    #expect(Set(slugs).count == 10_001)
    #expect(slugs.last == "a-10000")
  }

  @Test func titlesArePlainTextAndLinesAreTheFiles() throws {
    let text =
      "---\ntitle: x\n---\n\nLead.\r\n\r\n## *One* &amp; \\*two\\* ![three](x) `fo``ur`<br> [^n]\n\nA\nB\n===\n> ### Q\n"
    let briefing = try briefing(text + "\n[^n]: note\n")
    #expect(briefing.sections.map(\.title) == ["One & *two* three fo``ur", "A B", "Q"])
    #expect(briefing.sections.map(\.line) == [7, 9, 12])
    #expect(briefing.sections.map(\.level) == [2, 1, 3])
  }

  @Test(arguments: [
    ("---\ntitle: Front\n---\n# Page\n", "Front"), ("# Page\n\n## One\n", "Page"),
    ("## One\n\n# Later\n", "One"), ("## One\n\n## Two\n\n# Quote of the Week\n", "File"),
    ("# A\n\n# B\n", "A"), ("## One\n", "One"), ("## One\n\n## Two\n", "File"), ("Text.\n\n## One\n", "File"),
    ("<!-- lint off -->\n\n---\n\n## One\n", "One"), ("Text.\n\n# A\n", "A"),
    ("Text.\n\n# A\n\n# B\n", "File"),
    ("#\n\n# B\n", "File"), ("", "File"),
  ])
  func theTitleFallsBack(text: String, title: String) throws {
    #expect(try briefing(text).metadata.title == title)
    #expect(try !briefing(text, name: "").metadata.title.isEmpty)
  }

  @Test func aDateFallsBackToTheFile() throws {
    let modified = BriefingDate("2025-01-01T10:00+01:00")
    let file = Briefing.FileFacts(name: "x", modified: modified)
    #expect(try Briefing(parsing: [], file: file).metadata.date == modified)
    let dated = Array("---\ndate: 2024-01-01\n---\n".utf8)
    #expect(try Briefing(parsing: dated, file: file).metadata.date == BriefingDate("2024-01-01"))
    let wrong = Array("---\ndate: soon\n---\n".utf8)
    #expect(try Briefing(parsing: wrong, file: file).metadata.date == modified)
  }

  @Test func wordsAreCountedBySection() throws {
    let briefing = try briefing(
      """
      # Page heading

      Two words.

      ## One

      - a list
      - of **three**

      | Head er | 2 |
      | --- | --: |
      | a b | |

      ## Two

      ```swift
      let x = 1
      ```

      <!-- not counted -->

      [label]: https://example.org "not counted"
      """)
    #expect(briefing.wordCounts() == [4, 1 + 4 + 5, 1 + 4])
  }

  // MARK: Places

  @Test func sectionsByPlace() throws {
    let briefing = try briefing("lead\n\n## A\n\ntext\n\n### B\n\n> text\n\n#### C\n\n## D\n\ntext\n")
    let blocks = (0..<Int32(briefing.document.blockCount)).map { BlockID(index: $0) }
    let texts = blocks.filter { briefing.document[$0].kind == .paragraph }
    #expect(texts.map { briefing.section(containing: $0) } == [nil, 0, 1, 3])
    #expect(
      briefing.sections.indices.map { briefing.section(containing: briefing.sections[$0].heading) } == [
        0, 1, 2, 3,
      ])
    #expect(briefing.sections.indices.map { briefing.extent(ofSection: $0) } == [0..<3, 1..<3, 2..<3, 3..<4])
    #expect(briefing.next(fromSection: nil) == 0)
    #expect(briefing.next(fromSection: 1) == 2)
    #expect(briefing.next(fromSection: 1, upToLevel: 3) == 3)
    #expect(briefing.next(fromSection: 3) == nil)
    #expect(briefing.previous(fromSection: 3) == 2)
    #expect(briefing.previous(fromSection: 3, upToLevel: 2) == 0)
    #expect(briefing.previous(fromSection: 0) == nil)
    #expect((1...3).map { briefing.topSection($0) } == [0, 3, nil])
  }

  // MARK: Selectors

  private static let news = """
    # News

    ## Missile sale

    ### Congress

    ## Rubio's visit and NATO talks

    ## F-35 hopes

    ## PKK talks

    ## Talks

    ## Erdoğan in İstanbul

    ## Notes

    ## Notes

    ## 2

    ## Notes on 1.1
    """

  @Test(arguments: [
    ("1", "Missile sale"), ("1.1", "Congress"), ("2", "Rubio's visit and NATO talks"), ("9", "2"),
    ("f-35-hopes", "F-35 hopes"), ("notes-1", "Notes"), ("f-35", "F-35 hopes"), ("F-35 HOPES", "F-35 hopes"),
    ("rubio’s", "Rubio's visit and NATO talks"), ("PKK", "PKK talks"), ("talks", "Talks"), ("TALKS", "Talks"),
    ("erdogan", "Erdoğan in İstanbul"), ("ERDOĞAN IN I", "Erdoğan in İstanbul"), ("  miss ", "Missile sale"),
    ("notes o", "Notes on 1.1"), ("notes", "Notes"),
  ])
  func selects(selector: String, title: String) throws {
    let briefing = try briefing(Self.news)
    #expect(briefing.sections[try SectionSelector(selector).select(in: briefing)].title == title)
  }

  private static let all = "1 1.1 2 3 4 5 6 7 8 9 10"

  @Test(arguments: [
    ("Notes", SectionSelectionError.Reason.ambiguous, "7 8"), ("not", .ambiguous, "7 8 10"),
    ("NATO", .inexact, "2"), ("1.2", .unknown, all), ("nothing", .unknown, all), ("", .unknown, all),
    (" ", .unknown, all), ("\u{301}", .unknown, all),
  ])
  func refuses(selector: String, reason: SectionSelectionError.Reason, candidates: String) throws {
    let briefing = try briefing(Self.news)
    let error = #expect(throws: SectionSelectionError.self) {
      try SectionSelector(selector).select(in: briefing)
    }
    #expect(error?.reason == reason)
    #expect(error?.candidates.map(\.numberText).joined(separator: " ") == candidates)
    #expect(error?.message.contains("“\(selector)”") == true)
  }

  @Test func aBriefingWithoutSectionsSaysSo() throws {
    let error = #expect(throws: SectionSelectionError.self) {
      try SectionSelector("x").select(in: try briefing("text"))
    }
    #expect(error?.message == "no section “x”: the briefing has no sections")
  }

  @Test func parsingCanBeCancelled() {
    let text = Array(String(repeating: "# a\n\n", count: 5000).utf8)
    #expect(throws: CancellationError.self) {
      try Briefing(parsing: text, file: .init(name: ""), isCancelled: { true })
    }
  }

  @Test func theOutlineAsJSON() throws {
    let briefing = try briefing("# Page\n\nlead words\n\n## A \"b\" &#27;\n\none two three\n\n### C\n")
    #expect(
      JSONWriter.outline(of: briefing) == """
        [
        {"number":"1","level":2,"title":"A \\"b\\" \\u001b","slug":"a-b-","line":5,"words":6},
        {"number":"1.1","level":3,"title":"C","slug":"c","line":9,"words":1}
        ]

        """)
  }
}
