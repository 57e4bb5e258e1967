import BriefingCore
import BriefingLayout
import BriefingText
import Testing

/// What is found, and which text a match covers.
@Suite struct FindTests {
  /// The texts of the matches.
  private func found(_ query: String, in markdown: String) throws -> [String] {
    let page = try Sample.page(markdown)
    let matches = try #require(FindText(page)?.matches(of: FindQuery(query)))
    #expect(matches == matches.sorted())
    return matches.map { match in
      String(decoding: Array(page.text(of: match.unit).string.utf8)[match.range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("missile", "A missile, two Missiles.", ["missile", "Missile"]),
    // Smart case.
    ("Missile", "A missile, two Missiles.", ["Missile"]),
    ("NATO", "nato Nato NATO", ["NATO"]),
    // Diacritics count only where typed.
    ("erdogan", "Erdoğan said", ["Erdoğan"]),
    ("istanbul", "İSTANBUL, ıstanbul", ["İSTANBUL", "ıstanbul"]),
    ("lodz", "Łódź", ["Łódź"]),
    ("strasse", "Straße", ["Straße"]),
    ("s", "ß", ["ß"]),
    ("erdoğan", "Erdogan Erdoğan", ["Erdoğan"]),
    ("e", "e\u{301}", ["e\u{301}"]),
    // Over markup, soft breaks and no-break spaces.
    ("f-35", "the **F**-35", ["F-35"]),
    ("two words", "two\nwords, two&nbsp;words", ["two words", "two\u{A0}words"]),
    ("a link", "see [a *link*](u)", ["a link"]),
    ("a b", "a\\\nb", ["a\nb"]),
    // Not over the borders of blocks and cells.
    ("one two", "one\n\ntwo", []),
    ("one two", "| one | two |\n|---|---|\n| one two | |", ["one two"]),
    ("aa", "aaaaa", ["aa", "aa"]),
    ("", "text", []),
    ("\u{0}", "text", []),
    ("日本", "これは日本語です。日本", ["日本", "日本"]),
    ("hidden", "<!-- hidden --> text", []),
    ("code", "```\nsome code\n```", ["code"]),
    // In definition lists, and in the notes of headings and cells.
    ("harbour", "Harbour\n: A harbour for ships.\n: Another harbour", ["Harbour", "harbour", "harbour"]),
    ("since may", "## Talks^[Since May.]\n\n| a^[Not since May.] |\n|-|", ["Since May", "since May"]),
    ("boats", "{{< figure src=\"a.png\" caption=\"Two boats\" >}}", ["boats"]),
    // Whole characters, whatever was typed of them.
    (
      "\u{1F469}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
      ["\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"]
    ),
  ])
  func finds(query: String, markdown: String, expected: [String]) throws {
    #expect(try found(query, in: markdown) == expected)
  }

  @Test func `a match lights its cells on each line that it runs over`() throws {
    let page = try Sample.page("one two three four", width: 9)
    let match = try #require(FindText(page)?.matches(of: FindQuery("two three"))?.first)
    let lit = page.lines(of: 0).flatMap { line in
      line.columns(of: match.range).map { String(line.text.dropFirst($0.lowerBound).prefix($0.count)) }
    }
    #expect(lit == ["two", "three"])
  }

  @Test func `columns count wide glyphs twice and leave decoration out`() throws {
    let page = try Sample.page("- 日本語", width: 20)
    let line = page.lines(of: 0)[0]
    #expect(line.columns(of: 0..<6) == [2..<6])
    #expect(line.columns(of: 6..<9) == [6..<8])
    #expect(line.columns(of: 9..<99).isEmpty)
  }

  @Test func `a search that is cancelled has no answer`() throws {
    let page = try Sample.page("text")
    #expect(FindText(page, isCancelled: { true }) == nil)
    #expect(FindText(page)?.matches(of: FindQuery("t"), isCancelled: { true }) == nil)
  }

  /// One unit of some hundred kilobytes, of each kind, and how often reading it asks at least whether to go on.
  static let giants = [
    (String(repeating: "see [a link](http://example.org) *and* `code`, ", count: 6000), 6),
    (String(repeating: "> quoted **text** of many lines\n", count: 9000), 6),
    ("| a | b |\n|---|---|\n" + String(repeating: "| some text | and *more* |\n", count: 4000), 8000),
    ("<div>\n" + String(repeating: "<p>some text</p>\n", count: 9000) + "</div>\n", 6),
    (
      (0..<5000).map { "[\($0)]: /\($0)\n" }.joined() + (0..<20_000).map { "![][\($0 % 5000)] " }.joined(), 6
    ),
    (String(repeating: "*a ", count: 100_000), 6), (String(repeating: "text ", count: 60_000), 3),
  ]

  @Test(arguments: giants.indices)
  func `collecting a long unit asks often whether to go on, and stops when told`(index: Int) throws {
    let (markdown, least) = Self.giants[index]
    let page = try Sample.page(markdown)
    var asked = 0
    let text = FindText(page) {
      asked += 1
      return false
    }
    #expect(text != nil)
    #expect(asked >= least)
    for moment in Set([1, 2, asked / 2, asked]) {
      var answers = 0
      let text = FindText(page) {
        answers += 1
        return answers >= moment
      }
      #expect(text == nil)
      #expect(answers == moment)
    }
  }

  @Test(arguments: [
    FindQuery("x"), FindQuery("E"), FindQuery("é"), FindQuery("e"),
    FindQuery("text", words: [WordPattern(words: ["text"])]),
  ])
  func `looking for something in a long unit can be stopped`(query: FindQuery) throws {
    let text = try #require(FindText(try Sample.page(String(repeating: "text é, Éé ", count: 30_000))))
    var asked = 0
    _ = text.matches(of: query) {
      asked += 1
      return false
    }
    #expect(asked >= 3)
    var answers = 0
    let matches = text.matches(of: query) {
      answers += 1
      return answers >= 3
    }
    #expect(matches == nil)
    #expect(answers == 3)
  }

  /// Words that stand on both sides of a place where the search asks whether to go on are one match.
  @Test func `a phrase is found wherever it stands in a long unit`() throws {
    let page = try Sample.page(String(repeating: "one two three ", count: 20_000))
    let query = FindQuery("two three one", words: [WordPattern(words: ["two", "three", "one"])])
    #expect(FindText(page)?.matches(of: query)?.count == 19_999)
  }

  /// GFM fills short rows up; the offsets count those cells, and nothing else does.
  @Test func `a match in a short row of a wide table is lit`() throws {
    let columns = 300
    let page = try Sample.page(
      String(repeating: "| h ", count: columns) + "|\n" + String(repeating: "|---", count: columns) + "|\n"
        + String(repeating: "| short |\n", count: 50) + "| last |\n")
    let match = try #require(FindText(page)?.matches(of: FindQuery("last"))?.first)
    let text = Array(page.text(of: 0).string.utf8)
    #expect(String(decoding: text[match.range], as: UTF8.self) == "last")
    let texts = Array(repeating: "h", count: columns) + Array(repeating: "short", count: 50) + ["last"]
    #expect(BriefingUnits(page.briefing).searchableTexts(of: 0) == texts)
  }

  @Test func `matches at the borders of a searched stretch are found once`() throws {
    // Long enough for several stretches, and the word stands at every place of them.
    let words = Array(repeating: "abcdefg", count: 60_000).joined(separator: " ")
    let page = try Sample.page(words)
    #expect(FindText(page)?.matches(of: FindQuery("cde"))?.count == 60_000)
  }
}
