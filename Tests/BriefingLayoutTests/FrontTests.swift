import BriefingCore
import BriefingLayout
import CommonMark
import CommonMarkSamples
import Testing

/// The start of a briefing that is shown while the rest is read.
@Suite struct FrontTests {
  private static let file = Briefing.FileFacts(name: "sample")

  /// Besides those of CommonMark what only briefings have.
  private static let tokens =
    TokenSample.tokens + [
      "%%", "%% c %%\n", "{% x %}", "{% endx %}\n", "{{", "}}", "\n: d\n", "term\n", "==", "^[n]", "[[w]]",
      "~", "$",
      "----- -----\n", "-----\n", "+---+\n", "<details>\n", "</details>\n", "---\ntitle: t\n---\n", "{#id}",
      ":smile:", "<img src=\"x\">", "<pre>", "</pre>\n", "<p>", "</p>\n", "\t- ", "::: x\n", ":::\n",
      "\n\n## Section\n\n", "\n\n### Part\n\n", "\n\nA paragraph of news.\n\n", "\n\n", "\n\n",
    ]

  private static func markdown(_ random: inout SeededGenerator) -> String {
    let start = random.oneIn(2) ? "# Title\n\nLead.\n\n## One\n\nText.\n\n" : "## One\n\nText.\n\n"
    return start
      + (0..<Int.random(in: 1...40, using: &random)).map { _ in tokens.randomElement(using: &random) ?? "" }
      .joined()
  }

  private static func rows(_ page: Page, units: Range<Int>) -> [String] {
    units.map { unit in page.lines(of: unit).map(\.text).joined(separator: "\n") }
  }

  /// Whether a briefing has a heading behind its front that is above the sections there, or a peer of its title.
  private static func hasHigherHeading(_ whole: Briefing, than front: Briefing) -> Bool {
    func level(_ block: Block) -> Int? { if case .heading(let level) = block.kind { level } else { nil } }
    let first = front.document.blocks.lazy.compactMap(level).first ?? 1
    let highest = front.sections.compactMap { level(front.document[$0.heading]) }.min() ?? 1
    let isTitle = front.heading != nil
    return whole.document.blocks.filter { Int($0.id.index) >= front.document.blockCount }.compactMap(level)
      .contains { $0 < highest || isTitle && $0 == first }
  }

  /// Its last unit has no gap, for nothing follows.
  private static func page(_ briefing: Briefing) throws -> Page { try Page(cutting: briefing, width: 40) }

  @Test(arguments: 0..<16)
  func `a front has the rows of the whole, wherever it is cut`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed &* 104_729)
    var count = 0
    for _ in 0..<250 {
      let markdown = Self.markdown(&random)
      let bytes = Array(markdown.utf8)
      let cut = Int.random(in: 0...bytes.count, using: &random)
      guard let front = BriefingFront(Array(bytes[..<cut]), of: Self.file) else { continue }
      if front.awaitsDefinitions, front.definesLinks(bytes) { continue }
      let whole = try Briefing(parsing: bytes, file: Self.file)
      guard !Self.hasHigherHeading(whole, than: front.briefing) else { continue }
      #expect(whole.metadata.title == front.briefing.metadata.title)
      #expect(whole.heading == front.briefing.heading)
      count += 1
      let (page, all) = (try Self.page(front.briefing), try Self.page(whole))
      let units = 0..<max(0, page.unitCount - 1)
      #expect(page.unitCount <= all.unitCount, "\(markdown.debugDescription) cut at \(cut)")
      guard page.unitCount <= all.unitCount else { continue }
      #expect(
        Self.rows(page, units: units) == Self.rows(all, units: units),
        "\(markdown.debugDescription) cut at \(cut)")
      for unit in 0..<page.unitCount {
        let (text, other) = (page.text(of: unit), all.text(of: unit))
        #expect(text.string == other.string, "\(markdown.debugDescription) cut at \(cut)")
        #expect(
          text.runs == other.runs && text.links == other.links, "\(markdown.debugDescription) cut at \(cut)")
      }
      let sections = front.briefing.sections
      #expect(sections.map(\.title) == whole.sections.prefix(sections.count).map(\.title))
      #expect(sections.map(\.number) == whole.sections.prefix(sections.count).map(\.number))
    }
    #expect(count > 20)
  }

  @Test func `a percentage is that of the whole`() throws {
    let bytes = NewsSample.make(byteCount: 60_000)
    let front = try #require(BriefingFront(Array(bytes.prefix(20_000)), of: Self.file))
    let page = try Self.page(front.briefing)
    let all = try Self.page(Briefing(parsing: bytes, file: Self.file))
    for unit in 0..<page.unitCount {
      let place = Place(unit: unit)
      #expect(page.percentage(of: place, ofBytes: bytes.count) == all.percentage(of: place))
    }
  }

  /// Start, rest, and whether the start is shown before the rest is known.
  @Test(arguments: [
    ("# T\n\n## A\n\nText [sic].\n\n## B\n\n", "More.\n", true),
    ("# T\n\n## A\n\nText [a].\n\n## B\n\n", "[a]: /b\n", false),
    ("# T\n\n## A\n\nText[^1].\n\n## B\n\n", "[^1]: Note.\n", false),
    ("# T\n\n## A\n\nText[^1].\n\n[^1]: Note.\n\n## B\n\n", "More.\n", true),
    ("# T\n\n## A\n\nText[^1].\n\n[^1]: Note.\n\n", "More.\n", false),
    ("# T\n\n## A\n\nText %% note.\n\n## B\n\n", "%%\n", false),
    ("# T\n\n## A\n\nText {% if x.\n\n## B\n\n", "%}\n", false),
    ("A lead.\n\nMore.\n\n", "## A\n", false),
    ("## A\n\nText.\n\n", "## B\n", false),
    ("```\n## A\n\nText.\n\n", "## B\n\nMore.\n", false),
    ("# T\n\n## A\n\n12 % of $3.\n\n## B\n\n", "More.\n", true),
    ("---\ntitle: T\n---\n\n## A\n\nText.\n\n## B\n\n## C\n\n", "More.\n", true),
  ])
  func `only what the rest cannot change is a front`(start: String, rest: String, isShown: Bool) {
    let front = BriefingFront(Array(start.utf8), of: Self.file)
    #expect((front?.definesLinks(Array((start + rest).utf8)) == false) == isShown)
  }
}
