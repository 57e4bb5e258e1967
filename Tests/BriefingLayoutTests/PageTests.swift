import BriefingCore
import BriefingLayout
import BriefingText
import CommonMark
import Testing

/// What each construct of Markdown looks like.
@Suite struct PageTests {
  @Test(arguments: [
    ("", ""),
    ("one\ntwo", "one two\n"),
    ("one\\\ntwo", "one\ntwo\n"),
    // Headings: two blank lines before a section, one before what lies under it, one after.
    (
      "# Title\n\nLead.\n\n## A\nText.\n\n## B\n### C\nText.",
      "Title\n\nLead.\n\n\nA\n\nText.\n\n\nB\n\nC\n\nText.\n"
    ),
    ("text\n\n### Only level", "text\n\n\nOnly level\n"),
    // Lists.
    ("- a\n- b\n  - c\n    - d\n      - e\n- f", "• a\n• b\n  ◦ c\n    ▪ d\n      • e\n• f\n"),
    ("- a\n\n- b", "• a\n\n• b\n"),
    ("9. a\n10. b", " 9. a\n10. b\n"),
    ("0) a\n1) b", "0) a\n1) b\n"),
    ("- [ ] a\n- [x] b", "☐ a\n☑ b\n"),
    ("1. [x] a", "1. ☑ a\n"),
    ("- a\n-\n- b", "• a\n•\n• b\n"),
    ("- - a\n  - b", "• ◦ a\n  ◦ b\n"),
    ("- a\n\n  b", "• a\n\n  b\n"),
    ("1. - a\n     b", "1. • a b\n"),
    ("- x\n\n      code", "• x\n\n    code\n"),
    // An item that holds nothing that shows keeps its bullet.
    ("- [a]: /url\n- b", "•\n• b\n"),
    // Quotes.
    ("> a\n>\n> b", "▏ a\n▏\n▏ b\n"),
    ("> a\n\n> b", "▏ a\n\n▏ b\n"),
    ("> - a\n> - b\n> > c", "▏ • a\n▏ • b\n▏\n▏ ▏ c\n"),
    ("- > a", "• ▏ a\n"),
    (">", "▏\n"),
    ("> [!TIP]\n> a", "▏ Tip\n▏ a\n"),
    ("> [!info]- My *own*\n> a", "▏ My own\n▏ a\n"),
    ("- > [!tip]\n  > a", "• ▏ Tip\n  ▏ a\n"),
    ("> [!CAUTION]\n> - a\n> - b", "▏ Caution\n▏ • a\n▏ • b\n"),
    // Code.
    ("```swift\na\n\n  b\n```", "  swift\n  a\n\n    b\n"),
    ("    a\n    \tb", "  a\n      b\n"),
    ("```\n```", "\n"),
    // Rules, HTML, images, notes.
    ("***", "             ─────────────\n"),
    ("<div>\n<p>a<br>b &amp; c &lt;d&gt;</p><!-- d -->\n<script>e</script>\n</div>", "a\nb & c <d>\n"),
    ("a <b>b</b><!-- c --> d<br/>e", "a b d\ne\n"),
    ("![alt *text*](x.png) ![](y/z.png)", "▣ alt text ▣ z.png\n"),
    ("a[^n]\n\n[^n]: note", "a[1]\n\n────────────\n[1] note\n"),
    ("a\n\n[^n]: one\n\n[^long]: note", "a\n\n────────────\n[n] one\n[long]\n    note\n"),
    ("[a]: /url", ""),
    ("a^[One *note*].\n\nb", "a[1].\n\nb\n\n────────────\n[1] One note\n"),
    ("Term\n: one\n: two\n\nText", "Term\n    one\n    two\n\nText\n"),
    // What shows nothing takes no room.
    ("<!-- c -->\n\n# T\n\nA\n\n<!--more-->\n\nB\n\n<a name=x></a>\n\nC", "T\n\nA\n\nB\n\nC\n"),
    ("- a\n- {: .x}\n- b", "• a\n•\n• b\n"),
    ("<pre>\nkeep   this\n  layout\n</pre>", "keep   this\n  layout\n"),
    ("Price ~~$304~~ $225, 5~8", "Price ~~$304~~ $225, 5~8\n"),
    // What a file may hold against its reader.
    ("a&#27;[2Jb", "a^[[2Jb\n"),
    ("`\u{202E}x`", "<U+202E>x\n"),
    ("```\u{1B}]0;t\n\u{9B}1m\n```", "  ^[]0;t\n  <U+009B>1m\n"),
  ])
  func shows(markdown: String, expected: String) throws {
    #expect(try Sample.text(markdown) == expected)
  }

  @Test func `an image without a description shows its file's name where that is one`() throws {
    let long = String(repeating: "x", count: 200)
    let text = "![](a/b.png) ![](data:image/png;base64,AAAA) ![](/\(long)) ![](\(long)) ![](/\(long)/c.png)"
    #expect(try Sample.text(text, width: 80) == "▣ b.png ▣ image ▣ image ▣ image ▣ c.png\n")
  }

  @Test func `a page is set at any width`() throws {
    for (width, expected) in [
      (12, "• one two\n  three four\n"), (5, "• one\n  two\n  thr\n  ee\n  fou\n  r\n"), (1, ""),
    ] where width > 1 {
      #expect(try Sample.text("- one two three four", width: width) == expected)
    }
    // One column has no room for a bullet, and none for a glyph of two.
    #expect(try Sample.text("- ab日", width: 1) == "a\nb\n?\n")
  }

  @Test func `levels that leave the text too narrow stop indenting`() throws {
    let depth = 50
    let lines = try Sample.text(String(repeating: "> ", count: depth) + "word", width: 20).split(
      separator: "\n")
    #expect(lines == [Substring(String(repeating: "▏ ", count: 5) + "word")])
    let list = try Sample.text(String(repeating: "- ", count: depth) + "word", width: 20)
    #expect(list.hasSuffix("word\n") && list.utf8.count < 60)
  }

  @Test(arguments: ["> ", "- ", "1. ", "> - "])
  func `any depth of nesting is laid out`(marker: String) throws {
    let page = try Sample.page(String(repeating: marker, count: 20_000) + "word", width: 40)
    #expect(Sample.text(page).hasSuffix("word\n"))
    #expect(page.lines(from: Place(), count: 10).last?.line.text.hasSuffix("word") == true)
  }

  @Test func `roles tell what things are`() throws {
    let page = try Sample.page(
      "# T\n## H\n### S\n> q *e* **s** ~~x~~ `c` [l](u)\n\n| h |\n|---|\n| c |", width: 40)
    func style(_ word: String) -> Style? {
      for unit in 0..<page.unitCount {
        for line in page.lines(of: unit) {
          if let column = line.cells.firstIndex(where: { $0.glyph == word }), line.offsets[column] >= 0 {
            return line.cells[column].style
          }
        }
      }
      return nil
    }
    #expect(style("T") == Style(.title))
    #expect(style("H") == Style(.heading))
    #expect(style("S") == Style(.subheading))
    #expect(style("q") == Style(.quote))
    #expect(style("e") == Style(.quote, .emphasis))
    #expect(style("s") == Style(.quote, .strong))
    #expect(style("x") == Style(.quote, .strikethrough))
    #expect(style("c") == Style(.code))
    #expect(style("l") == Style(.link))
    #expect(style("h") == Style(.tableHeader))
  }

  @Test func `a wrapped link is one link`() throws {
    let page = try Sample.page("see [a link of *some* words](/to) and ![i](p.png)", width: 10)
    let text = page.text(of: 0)
    #expect(text.links.map(\.destination) == ["/to", "p.png"])
    #expect(Array(text.string.utf8)[text.links[0].range].elementsEqual("a link of some words".utf8))
    #expect(page.lines(of: 0).count > 2)
  }

  @Test func `a long code block is several units and loses no line`() throws {
    let code = (0..<2000).map { "line \($0)" }
    let page = try Sample.page("```\n" + code.joined(separator: "\n") + "\n```\n\nend")
    #expect(page.unitCount > 4)
    #expect(Sample.text(page) == code.map { "  \($0)\n" }.joined() + "\nend\n")
  }

  @Test func `blocks and units lead to each other`() throws {
    let page = try Sample.page("# T\n\n> quote\n\n| a |\n|---|\n| b |\n\n[x]: /y\n\nend")
    let document = page.briefing.document
    for unit in 0..<page.unitCount { #expect(page.unit(of: page.block(of: unit)) == unit) }
    for index in 0..<document.blockCount {
      let id = BlockID(index: Int32(index))
      switch document[id].kind {
      case .blockQuote: #expect(page.unit(of: id) == 1)
      case .tableCell: #expect(page.unit(of: id) == 2)
      case .linkDefinition: #expect(page.unit(of: id) == 3)
      default: break
      }
    }
  }
}
