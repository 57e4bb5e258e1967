import BriefingCore
import CommonMark
import Testing

/// How sections are named in lists, and what leads to them.
@Suite struct SectionLabelTests {
  private func briefing(_ text: String, _ dialect: Dialect = .briefing) throws -> Briefing {
    try Briefing(parsing: Array(text.utf8), file: .init(name: "file"), dialect: dialect)
  }

  /// A heading that is the first section, and its label.
  @Test(arguments: [
    ("1. Grain", "1. Grain"), ("7) Grain", "7) Grain"), ("3: Grain", "3: Grain"),
    ("2.1. Grain", "2.1. Grain"),
    ("三、粮食", "三、 粮食"), ("2、粮食", "2、 粮食"), ("(4) Grain", "(4) Grain"), ("Grain", "1 Grain"),
    // Part of what is said.
    ("2025. A year", "1 2025. A year"), ("3.5 million flee", "1 3.5 million flee"),
    ("5 things", "1 5 things"), ("1 Grain", "1 1 Grain"),
    ("10:30 news", "1 10:30 news"), ("1.", "1 1."), ("四月の動き", "1 四月の動き"), ("", "1 "), ("100%", "1 100%"),
  ])
  func authorsNumbersAreNotDoubled(heading: String, label: String) throws {
    #expect(try briefing("## \(heading)\n\n## x").sections[0].label == label)
  }

  @Test func aNumberOfSeveralPartsIsTheAuthorsWhereItIsTheSections() throws {
    let sections = try briefing("## A\n\n### 1.1 B\n\n### 1.3 C").sections
    #expect(sections.map(\.label) == ["1 A", "1.1 B", "1.2 1.3 C"])
  }

  @Test func titlesHaveWhatIsShownAndAnchorsAreGitHubs() throws {
    let found = try briefing(
      "# A<br>b <b>c</b>\n\n## 10<sup>6</sup> people :tada:\n\n## D {#my-Id}\n\n## D {#my-Id}")
    #expect(found.metadata.title == "A b c")
    #expect(found.sections.map(\.title) == ["10⁶ people 🎉", "D", "D"])
    #expect(found.sections.map(\.slug) == ["106-people-", "my-Id", "my-Id-1"])
    #expect(try briefing("# A<br>b", .gfm).metadata.title == "Ab")
  }

  @Test(
    arguments: [
      ("part-two", "Part Two"), ("Part-Two", "Part Two"), ("Part Two", "Part Two"), ("custom", "Custom"),
      ("custom-title", nil),
      ("named", "Part Two"), ("by-id", "Text with it"), ("para", "More"), ("nowhere", nil), ("", nil),
      ("page", "Page"),
      ("row", "cell"),
    ] as [(String, String?)])
  func anchorsLead(name: String, text: String?) throws {
    let found = try briefing(
      """
      # Page

      ## Custom {#custom}

      Text with <span id='by-id'>it</span>

      More
      {: #para .c}

      <a name="named"></a>

      ## Part Two

      | a |
      |---|
      | <a id=row></a>cell |
      """)
    guard let text else {
      return #expect(found.block(ofAnchor: name) == nil)
    }
    let block = try #require(found.block(ofAnchor: name))
    // What shows nothing leads to what follows it.
    let shown = found.document.plainText(of: block).isEmpty ? found.document[block].next ?? block : block
    #expect(found.document.plainText(of: shown) == text)
  }
}
