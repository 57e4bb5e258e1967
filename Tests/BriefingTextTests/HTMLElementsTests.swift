import BriefingCore
import BriefingText
import CommonMark
import Testing

/// Raw HTML as the dialect briefing shows it, and what shows nothing.
@Suite struct HTMLElementsTests {
  private func units(_ markdown: String, _ dialect: Dialect = .briefing) throws -> BriefingUnits {
    BriefingUnits(try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"), dialect: dialect))
  }

  private func texts(_ markdown: String, _ dialect: Dialect = .briefing) throws -> [String] {
    let units = try units(markdown, dialect)
    return (0..<units.count).map { units.content(of: $0).text.string }
  }

  /// Each text with what its links lead to.
  private func links(_ markdown: String) throws -> [String] {
    let units = try units(markdown)
    return (0..<units.count).flatMap { unit in
      let text = units.content(of: unit).text
      return text.links.map {
        "\(String(decoding: Array(text.string.utf8)[$0.range], as: UTF8.self)) → \($0.destination)"
      }
    }
  }

  @Test(arguments: [
    "<!-- c -->", "<a name=\"x\"></a>", "<a id=x></a><!-- c -->", "<div>", "</p>", "<!--more-->",
    "{% include x %}",
    "{{< toc >}}", "{: .note}", ":::", ":::: warning", "[toc]", "<div>\n<br>\n</div>",
    "<script>\nx()\n</script>",
    "<img src=x width=1 height=\"1\">", "import Tabs from '@theme/Tabs';\nimport {A, B} from \"@site/x\"",
    "collapsed:: true", "{/* a comment */}",
  ])
  func whatShowsNothingIsNoUnit(block: String) throws {
    #expect(try texts("A\n\n\(block)\n\nB") == ["A", "B"])
    #expect(try texts("\(block)\n\n# T\n\nA") == ["T", "A"])
    #expect(try texts(block) == [])
    #expect(try texts("A\n\n\(block)\n\nB", .gfm).count == 3, "GitHub's dialect is as it was")
  }

  @Test(arguments: [
    "import rules from Monday on", "collapsed: true", "<b>x</b>", "{{ x }}", "<div>x</div>", "[x]",
    "::: tip x", "`{% x %}`", "&nbsp;x", "<img src=x>",
  ])
  func whatShowsSomethingIsOne(block: String) throws { #expect(try texts("A\n\n\(block)\n\nB").count == 3) }

  /// A paragraph so long that it is read in pieces.
  @Test func elementsGoOnWhereALongParagraphIsParted() throws {
    let long = "<b>" + String(repeating: "*x* y ", count: 20_000) + "</b> z"
    let units = try units("<a href=\"u\">" + long + "</a>")
    let text = units.content(of: 0).text
    #expect(text.links.map(\.range) == [0..<text.string.utf8.count])
    let bold = text.runs.filter { $0.style.traits.contains(.strong) }.reduce(0) { $0 + $1.range.count }
    #expect(bold == text.string.utf8.count - 1)
  }

  @Test(arguments: ["", "&amp; ", "*b* ", "*b* &amp; "])
  func raisedTextIsWholeWhereALongParagraphIsParted(start: String) throws {
    let text = try texts(start + String(repeating: "*a* 10<sup> 6</sup> ", count: 10_000))[0]
    #expect(text.split(separator: " ").count { $0 == "10⁶" } == 10_000)
    let plain = try Document(
      start + String(repeating: "*a* 10<sup> 6</sup> ", count: 10_000), extensions: .briefing)
    #expect(plain.plainText(of: plain.root).split(separator: " ").count { $0 == "10⁶" } == 10_000)
  }

  @Test func marksOfNotesHaveBrackets() throws {
    #expect(try texts("rose 4.[1](#footnote-1) and [2](#footnote-2) b") == ["rose 4.[1] and 2 b"])
    #expect(try links("rose 4.[1](#footnote-1)") == ["[1] → #footnote-1"])
    #expect(try texts("rose 4.[1](#footnote-1)", .gfm) == ["rose 4.1"], "GitHub's dialect is as it was")
  }

  @Test func frontMatterStaysBelowTheHeadingBehindAComment() throws {
    #expect(try texts("---\nsummary: S\n---\n<!-- c -->\n\n# T\n\nA") == ["T", "S", "A"])
  }

  @Test(arguments: [
    ("<img src=\"a/x.png\" alt=\"Map\">", "▣\u{A0}Map", ["▣\u{A0}Map → a/x.png"]),
    ("B <img src=a/x.png> c", "B ▣\u{A0}x.png c", ["▣\u{A0}x.png → a/x.png"]),
    (
      "See <a href=\"https://e.org/?a&amp;b\">the *site*</a>.", "See the site.",
      ["the site → https://e.org/?a&b"]
    ),
    ("<p><a href='u'><img src=i alt=A></a></p>", "▣\u{A0}A", ["▣\u{A0}A → u", "▣\u{A0}A → i"]),
    (
      "<iframe src=\"https://v.org/e\"></iframe>", "▣\u{A0}https://v.org/e",
      ["▣\u{A0}https://v.org/e → https://v.org/e"]
    ),
    ("<video>\n<source src=\"v.mp4\">\n</video>", "▣\u{A0}v.mp4", ["▣\u{A0}v.mp4 → v.mp4"]),
    ("<a>x</a> <a name=y>z</a>", "x z", []), ("[a <a href=u>b](v) c</a>", "a b c", ["a b → v"]),
    ("a <a href=u>never ended", "a never ended", []),
  ])
  func picturesLinksAndMedia(markdown: String, text: String, links: [String]) throws {
    #expect(try texts(markdown) == [text])
    #expect(Set(try self.links(markdown)) == Set(links))
  }

  @Test(arguments: [
    ("<pre>\nkeep   this\n  layout\n</pre>", "keep \u{A0}\u{A0}this\n\u{A0}\u{A0}layout"),
    ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "•\u{A0}a\n•\u{A0}b"),
    ("<ol><li>a<li>b</ol>", "1.\u{A0}a\n2.\u{A0}b"),
    ("<p>10<sup>6</sup> and <b>H<sub>2</sub>O</b></p>", "10⁶ and H₂O"),
    ("10<sup>6</sup> and H<sub>2</sub>O", "10⁶ and H₂O"),
    ("a<br>b", "a\nb"), ("<q>a</q>", "“a”"), ("one<div>two", "one two"),
  ])
  func textKeepsItsShape(markdown: String, expected: String) throws {
    #expect(try texts(markdown) == [expected])
  }

  @Test func raisedTextThatIsMoreThanTextIsNeverRunTogetherWithAFigure() throws {
    #expect(try texts("10<sup><a href=u>6</a></sup>") == ["10^6"])
    #expect(try texts("10<sup>*6*</sup> H<sub>**2**</sub>") == ["10^6 H_2"])
  }

  @Test func elementsHaveTheStylesOfTheirKin() throws {
    let text = try units("<b>a</b> <i>b</i> <s>c</s> <mark>d</mark> ==e== <code>f</code> </b>g").content(
      of: 0
    ).text
    func style(_ letter: Character) -> Style? {
      let offset = text.string.utf8.distance(
        from: text.string.startIndex, to: text.string.firstIndex(of: letter) ?? text.string.endIndex)
      return text.runs.first { $0.range.contains(offset) }?.style
    }
    #expect(
      style("a")?.traits == .strong && style("b")?.traits == .emphasis && style("c")?.traits == .strikethrough
    )
    #expect(style("d")?.traits == .mark && style("e")?.traits == .mark)
    #expect(style("f") == Style(.code) && style("g") == Style())
  }

  @Test func coloursOfAnsiFencesAreDropped() throws {
    let coloured = "\u{1B}[1;32mgreen\u{1B}[0m\u{1B}[K plain \u{1B}[2J"
    #expect(try texts("```ansi\n\(coloured)\n```") == ["green plain \u{1B}[2J"])
    #expect(try texts("```sh\n\(coloured)\n```") == [coloured])
    #expect(try texts("```ansi\n\(coloured)\n```", .gfm) == [coloured])
    let long = try texts("```ansi\n\(String(repeating: coloured + "\n", count: 600))```")
    #expect(long.count > 1 && !long.joined().contains("[1;32m"))
  }

  @Test func bothWaysOfReadingAgree() throws {
    let units = try units(
      "<p>a <img src=u/v.png> <a href=x>b</a> 10<sup>6</sup></p>\n\nc <img src=u/v.png alt=d> 10<sup>6</sup>\n"
    )
    var texts = SearchableTexts(units)
    for unit in 0..<units.count {
      var found: [String] = []
      texts.forEach(of: unit) { found.append(String(decoding: $0, as: UTF8.self)) }
      #expect(found == units.searchableTexts(of: unit))
    }
  }
}
