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
      "[a]", "[b][a]", "[c][]", "[^1]", "![p][a]", "[long\nlabel]", "\n\n[a]: /u\n\n", "\n[b]: /v 't'\n",
      "\n\n[^1]: Note\n\n", "\n\n> [c]: /w\n\n", "\n\n- [^1]: Note [a]\n\n", "\n\n[long\nlabel]: /l\n\n",
      "\n\n```\n[a]: /u\n```\n\n", "| [a] | b |\n| --- | --- |\n| c | [^1] |\n\n", "\\[a\\]", "`[a]`",
      "\n\n## Section\n\n", "\n\n### Part\n\n", "\n\nA paragraph of news.\n\n", "\n\n", "\n\n",
    ]

  private static func markdown(_ random: inout SeededGenerator) -> String {
    let fence = random.oneIn(8) ? "```markdown\n" : random.oneIn(8) ? "Here it is:\n\n~~~md\n" : ""
    let start =
      fence + (random.oneIn(2) ? "# Title\n\nLead.\n\n## One\n\nText.\n\n" : "## One\n\nText.\n\n")
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

  private static func page(_ front: BriefingFront) throws -> Page { try Page(front, width: 40) }

  @Test(arguments: 0..<16)
  func `a front has the rows of the whole, wherever it is cut`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed &* 104_729)
    var (count, longer) = (0, 0)
    for _ in 0..<250 {
      let markdown = Self.markdown(&random)
      let bytes = Array(markdown.utf8)
      let cut = Int.random(in: 0...bytes.count, using: &random)
      guard let front = BriefingFront(Array(bytes[..<cut]), of: Self.file) else { continue }
      let whole = try Briefing(parsing: bytes, file: Self.file)
      guard !Self.hasHigherHeading(whole, than: front.briefing) else { continue }
      let all = try Page(cutting: whole, width: 40)
      let comment: Comment = "\(markdown.debugDescription) cut at \(cut)"
      for front in [front, front.extended(by: bytes)].compactMap(\.self) where !front.isEmpty {
        #expect(whole.metadata.title == front.briefing.metadata.title, comment)
        #expect(whole.heading == front.briefing.heading, comment)
        try Self.expect(try Self.page(front), startsAs: all, comment)
        let sections = front.briefing.sections
        #expect(sections.map(\.title) == whole.sections.prefix(sections.count).map(\.title), comment)
        #expect(sections.map(\.number) == whole.sections.prefix(sections.count).map(\.number), comment)
      }
      count += 1
      if front.extended(by: bytes) != nil { longer += 1 }
    }
    #expect(count > 20 && longer > 0)
  }

  /// The last unit has no gap, for nothing follows.
  private static func expect(_ page: Page, startsAs all: Page, _ comment: Comment) throws {
    try #require(page.unitCount <= all.unitCount, comment)
    let units = 0..<max(0, page.unitCount - 1)
    #expect(rows(page, units: units) == rows(all, units: units), comment)
    for unit in 0..<page.unitCount {
      let (text, other) = (page.text(of: unit), all.text(of: unit))
      #expect(text.string == other.string, comment)
      #expect(text.runs == other.runs && text.links == other.links, comment)
    }
  }

  @Test func `a percentage is that of the whole`() throws {
    let bytes = NewsSample.make(byteCount: 60_000)
    let front = try #require(BriefingFront(Array(bytes.prefix(20_000)), of: Self.file))
    let page = try Self.page(front)
    let all = try Page(cutting: Briefing(parsing: bytes, file: Self.file), width: 40)
    for unit in 0..<page.unitCount {
      let place = Place(unit: unit)
      #expect(page.percentage(of: place, ofBytes: bytes.count) == all.percentage(of: place))
    }
  }

  /// Start, rest, and how many units are shown before the rest is there, and before it is parsed.
  @Test(arguments: [
    ("# T\n\n## A\n\nText [sic].\n\n## B\n\n", "More.\n", 2, 3),
    ("# T\n\n## A\n\nText [a].\n\n## B\n\n", "[b]: /b\n", 2, 3),
    ("# T\n\n## A\n\nText [a].\n\n## B\n\n", "[a]: /b\n", 2, 3),
    ("# T\n\n## A\n\nText [a].\n\nMore [b].\n\n## B\n\n", "[b]: /b\n", 2, 4),
    ("# T\n\n## A\n\nText [a].\n\nMore [b].\n\n## B\n\n", "> [b]: /b\n", 2, 3),
    ("# T\n\n## A\n\nText [a].\n\n## B\n\n[a]: /b\n\nMore.\n", "More.\n", 4, 4),
    ("# T\n\n## A\n\nText `[a]`, \\[b] and [c](/c).\n\n## B\n\n", "[a]: /b\n[b]: /b\n[c]: /b\n", 3, 3),
    ("# T\n\n## A\n\nText [c][a](/c).\n\n## B\n\n", "- [a]: /b\n", 2, 2),
    ("# T\n\n## A\n\n- x\n- [a]\n\n## B\n\n", "- [a]: /b\n", 3, 3),
    ("# T\n\n## A\n\n|x|y|\n|-|-|\n|z|[a]|\n\n## B\n\n", "- [a]: /b\n", 2, 2),
    ("# T\n\n## A\n\n|x|y|\n|-|-|\n|z|[a]|\n\n## B\n\n", "[a]: /b\n", 2, 3),
    ("# T\n\n## A\n\nText[^1].\n\n## B\n\n", "[^1]: Note.\n", 2, 3),
    ("# T\n\n## A\n\nText[^1].\n\n## B\n\n", "More.\n", 2, 3),
    ("# T\n\n## A\n\nText[^1].\n\n[^1]: Note.\n\n## B\n\nText.\n\n## C\n\n", "More.\n", 3, 3),
    ("# T\n\n# S\n\n## A\n\nText[^1].\n\n[^1]: Note.\n\n## B\n\nText.\n\n", "More.\n", 5, 5),
    ("# T\n\n## A\n\nText %% note.\n\n## B\n\n", "%%\n", 2, 2),
    ("# T\n\n## A\n\nText {% if x.\n\n## B\n\n", "%}\n", 2, 2),
    ("# T\n\n## A\n\n12 % of $3.\n\n## B\n\n", "More.\n", 3, 3),
    ("# T\n\n## A\n\n----- -----\n\nText.\n\n## B\n\n", "----- -----\n", 2, 2),
    ("---\ntitle: T\n---\n\n## A\n\nText.\n\n## B\n\n## C\n\n", "More.\n", 4, 4),
    ("# T\n\nA lead [a].\n\n## A\n\nText.\n\n## B\n\n", "[a]: /b\n", 0, 4),
    ("# T\n\n## A\n\nText [a].\n\n# B\n\nText.\n\n", "> [a]: /b\n", 2, 2),
    ("## A\n\nText [a].\n\n## B\n\n# C\n\nText.\n\n", "> [a]: /b\n", 0, 0),
    ("A lead.\n\nMore.\n\n", "## A\n", 0, 0),
    ("## A\n\nText.\n\n", "## B\n", 0, 0),
    ("```\n## A\n\nText.\n\n", "## B\n\nMore.\n", 0, 0),
  ])
  func `only what the rest cannot change is a front`(start: String, rest: String, units: Int, later: Int)
    throws
  {
    let front = BriefingFront(Array(start.utf8), of: Self.file)
    func count(_ front: BriefingFront?) throws -> Int {
      guard let front, !front.isEmpty else { return 0 }
      return try Self.page(front).unitCount
    }
    #expect(try count(front) == units)
    #expect(try count(front?.extended(by: Array((start + rest).utf8)) ?? front) == later)
  }

  /// What follows, and whether it is known without a parser that it defines `a b` or that it does not.
  @Test(arguments: [
    ("More.\n\n[a b]: /b\n", true), ("[c]: /c 'C'\n[A  B]: </b>\n", true), ("~~~\n\n[a b]: /b\n~~~\n", true),
    ("```\ncode\n```\n[a b]: /b\n", true), ("```\r\n```\r\n\r\n[a b]: /b\r\n", true),
    ("More.\n[a b]: /b\n", false), ("> [a\n> b]: /b\n", false), ("  [a b]: /b\n", false),
    ("[a b]:\n/b\n", false),
    ("[a b]: /b\n|---|\n", false), ("[a b]: /b 'title\n\n'\n", false), ("<!--\n\n[a b]: /b\n\n-->\n", false),
    ("<div>\n[a b]: /b\n", false), ("- ```\n\n[a b]: /b\n", false), ("%%\n\n[a b]: /b\n\n%%\n", false),
    ("{% highlight x %}\n\n[a b]: /b\n", false), ("[^1]: ~~~\n\n[a b]: /b\n", false),
    ("--- ---\n\n[a b]: /b\n", false), ("[^1]: Note.\n[a b]: /b\n", false), ("x\n```\n\n[a b]: /b\n", false),
    ("\t```\n\n[a b]: /b\n", false),
  ])
  func `a scan decides where it can`(rest: String, isDecided: Bool) throws {
    let start = "# T\n\n## A\n\nText [a b].\n\n## B\n\n"
    let front = try #require(BriefingFront(Array(start.utf8), of: Self.file))
    let longer = front.extended(by: Array((start + rest).utf8))
    #expect((longer != nil) == isDecided)
    let whole = try Page(cutting: Briefing(parsing: Array((start + rest).utf8), file: Self.file), width: 40)
    if let longer { try Self.expect(try Self.page(longer), startsAs: whole, "\(rest)") }
  }

  /// So that what is shown of many notes is not indented anew when the last ones are known.
  @Test func `the front of news with notes goes on where its notes do not`() throws {
    let news = Array("# Title\n\n".utf8) + NewsSample.make(byteCount: 300_000)
    let front = try #require(BriefingFront(Array(news.prefix(BriefingFront.size)), of: Self.file))
    let page = try Self.page(front)
    try Self.expect(
      page, startsAs: Page(cutting: Briefing(parsing: news, file: Self.file), width: 40), "news")
    #expect(page.unitCount > 500)
  }
}
