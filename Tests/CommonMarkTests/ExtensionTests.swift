import CommonMark
import Testing

/// GFM's extensions, footnotes and alerts; and that each is text where it was not asked for.
@Suite struct ExtensionTests {
  @Test func tables() throws {
    let table = """
      |  a \\| b | `c\\|d` | |
      |:-|:-:|-:
      | 1 | *2* | 3 | 4 |
      5
      > q
      """
    #expect(
      try renderHTML(of: table, .tables) == """
        <table>
        <thead>
        <tr>
        <th align="left">a | b</th>
        <th align="center"><code>c|d</code></th>
        <th align="right"></th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td align="left">1</td>
        <td align="center"><em>2</em></td>
        <td align="right">3</td>
        </tr>
        <tr>
        <td align="left">5</td>
        <td align="center"></td>
        <td align="right"></td>
        </tr>
        </tbody>
        </table>
        <blockquote>
        <p>q</p>
        </blockquote>
        """)
    #expect(try renderHTML(of: "a|b\n-|-") == "<p>a|b\n-|-</p>")
  }

  /// Cells are found before inlines: a backslash in front of a pipe escapes it whatever is in front of the backslash.
  @Test(arguments: [
    (#"a\\|b"#, "a|b"), (#"`a\\|b`"#, #"<code>a\|b</code>"#), (#"`a\\\|b`"#, #"<code>a\\|b</code>"#),
    (#"\|"#, "|"),
    (#"`\|` \|"#, "<code>|</code> |"), (#"<aa:\|b>"#, "<a href=\"aa:%7Cb\">aa:|b</a>"),
  ])
  func pipesAreEscapedInCells(cell: String, expected: String) throws {
    #expect(
      try renderHTML(of: "|h|i|\n|-|-|\n|\(cell)|c|", .tables)
        .hasSuffix("<tr>\n<td>\(expected)</td>\n<td>c</td>\n</tr>\n</tbody>\n</table>"))
  }

  @Test(arguments: [
    Example("a|b\n-", "<h2>a|b</h2>"), Example("a|b\n|-|", "<p>a|b\n|-|</p>"),
    Example("a|b\n-|x", "<p>a|b\n-|x</p>"),
    Example(
      "a|b\n-|-\n||\n|",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td></td>\n<td></td>\n</tr>\n</tbody>\n</table>\n<p>|</p>"
    ),
    Example("a|b\n    -|-", "<p>a|b\n-|-</p>"),
    Example(
      "lead\na|b\n-|-",
      "<p>lead</p>\n<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n</table>"),
    Example(
      "> a\n> -:\n-|-",
      "<blockquote>\n<table>\n<thead>\n<tr>\n<th align=\"right\">a</th>\n</tr>\n</thead>\n</table>\n</blockquote>\n<p>-|-</p>"
    ),
  ])
  func tableOrNot(_ example: Example) throws {
    #expect(try renderHTML(of: example.markdown, .tables) == example.html)
  }

  @Test func taskLists() throws {
    let list = "- [ ] a\n- [X] b\n- [x]\n- [x]c\n- d\n  [ ] e"
    #expect(
      try renderHTML(of: list, .taskLists) == """
        <ul>
        <li><input disabled="" type="checkbox"> a</li>
        <li><input checked="" disabled="" type="checkbox"> b</li>
        <li>[x]</li>
        <li>[x]c</li>
        <li>d
        [ ] e</li>
        </ul>
        """)
    #expect(try renderHTML(of: "- [ ] a") == "<ul>\n<li>[ ] a</li>\n</ul>")
    let document = try Document(list)
    let boxes = document.blocks.compactMap {
      if case .item(let item) = $0.kind { item.isDone } else { Bool?.none }
    }
    #expect(boxes == [false, true])
  }

  /// White space after the box is all that a task needs; what follows it is the item's first paragraph.
  @Test(arguments: [
    Example("- [x] ", "<li><input checked=\"\" disabled=\"\" type=\"checkbox\"> </li>"),
    Example(
      "- [ ] \n- [ ] a",
      "<li><input disabled=\"\" type=\"checkbox\"> </li>\n<li><input disabled=\"\" type=\"checkbox\"> a</li>"),
    Example("- [ ] \t\n  a\n b", "<li><input disabled=\"\" type=\"checkbox\"> a\nb</li>"),
    Example("- [ ] \r\n  a\r\n  b", "<li><input disabled=\"\" type=\"checkbox\"> a\nb</li>"),
    Example(
      "- [ ] \n\n  a", "<li><input disabled=\"\" type=\"checkbox\"> \n<p>a</p>\n</li>"),
    Example("- [ ] \n  - a", "<li><input disabled=\"\" type=\"checkbox\"> \n<ul>\n<li>a</li>\n</ul>\n</li>"),
    Example("- [ ] \n  ===", "<li><input disabled=\"\" type=\"checkbox\"> ===</li>"),
    Example("- [ ] \n  |-|", "<li><input disabled=\"\" type=\"checkbox\"> |-|</li>"),
    Example("- [ ]\n  a", "<li>[ ]\na</li>"),
  ])
  func tasksMayBeEmpty(_ example: Example) throws {
    #expect(
      try renderHTML(of: example.markdown, [.taskLists, .tables]) == "<ul>\n\(example.html)\n</ul>")
  }

  @Test(arguments: [
    Example("~a~ ~~b~~", "<del>a</del> <del>b</del>"), Example("~a~~", "~a~~"),
    Example("~~~a~~~ b", "~~~a~~~ b"),
    Example("*~~a*~~", "<em>~~a</em>~~"), Example("~~*a*~~", "<del><em>a</em></del>"),
    Example("~ a~", "~ a~"),
  ])
  func strikethrough(_ example: Example) throws {
    #expect(try renderHTML(of: "x " + example.markdown, .strikethrough) == "<p>x \(example.html)</p>")
    #expect(try !renderHTML(of: "x " + example.markdown).contains("<del>"))
  }

  @Test(arguments: [
    ("www.a.org/b_(c)).", "www.a.org/b_(c)", "http://www.a.org/b_(c)"),
    ("https://a.org?b&copy;", "https://a.org?b", "https://a.org?b"),
    ("(http://a.b)", "http://a.b", "http://a.b"), ("ftp://a.b<c", "ftp://a.b", "ftp://a.b"),
    ("x.y+z@a.b.", "x.y+z@a.b", "mailto:x.y+z@a.b"), ("*www.a.b*", "www.a.b", "http://www.a.b"),
    ("http://ä.de/ü", "http://ä.de/ü", "http://ä.de/ü"), ("[see http://a.b]", "http://a.b", "http://a.b"),
    ("http://🍄.ga too", "http://🍄.ga", "http://🍄.ga"), ("mailto:a@b.c", "mailto:a@b.c", "mailto:a@b.c"),
    ("xmpp:a@b.c/d.", "xmpp:a@b.c/d", "xmpp:a@b.c/d"), ("amailto:a@b.c", "a@b.c", "mailto:a@b.c"),
    ("pkg@v1.33.0, net@0.23.0 and a@.1; write a@b.org.", "a@b.org", "mailto:a@b.org"),
    ("_a@b.c_", "a@b.c", "mailto:a@b.c"), ("[ http://a.b/[c]]", "http://a.b/[c]", "http://a.b/[c]"),
  ])
  func bareLinks(text: String, label: String, target: String) throws {
    let document = try Document(text, extensions: .autolinks)
    let inlines = document.inlines(of: BlockID(index: 1))
    let links = inlines.filter { $0.kind == .link }
    try #require(links.count == 1)
    #expect(document.text(links[0].range) == label)
    #expect(inlines.destination(of: links[0].id) == target)
    #expect(
      try Document(text, extensions: []).inlines(of: BlockID(index: 1)).allSatisfy {
        $0.kind != .link
      })
  }

  @Test(arguments: [
    "awww.a.b", "www.a_b.c", "http://_", "xhttp://a.b", "a@b", "a@b.c-", "a@b.c_", "`http://a.b`",
    "http:/a.b", "@b.c", "www.", "http://...", "https://.example.com", "http://-", "http://_.a.b.c",
    "http://“a.b", "www.&", "www..a", "[http://a.b]", "[a;http://a.b",
    "pkg@1.2.3", "a@1.0", "a@b.c1", "mailto:a@1.0",
  ])
  func noBareLinks(_ text: String) throws {
    #expect(try !renderHTML(of: text, .autolinks).contains("<a "))
  }

  @Test func aBareLinkBehindABracketIsNoneOfGFM() throws {
    #expect(
      try renderHTML(of: "[http://a.b]", [.autolinks, .bracketedAutolinks])
        == "<p>[<a href=\"http://a.b\">http://a.b</a>]</p>")
    #expect(try renderHTML(of: "[http://a.b]", .gfm) == "<p>[http://a.b]</p>")
  }

  @Test func aBareLinkInALinkIsText() throws {
    #expect(
      try renderHTML(of: "[see http://a.b c@d.e](/f)", .autolinks)
        == "<p><a href=\"/f\">see http://a.b c@d.e</a></p>")
  }

  @Test func footnotes() throws {
    let text = """
      One[^b], two[^a], one again[^B], none[^c], ![^a].

      [^a]: Short.
      [^b]: Long

          with *two* paragraphs.
      lazy
      [^d]: Never asked for.
      """
    let page = try renderHTML(of: text, .footnotes)
    #expect(
      page == """
        <p>One<sup class="footnote-ref"><a href="#fn-b" id="fnref-b" data-footnote-ref>1</a></sup>, \
        two<sup class="footnote-ref"><a href="#fn-a" id="fnref-a" data-footnote-ref>2</a></sup>, \
        one again<sup class="footnote-ref"><a href="#fn-b" id="fnref-b-2" data-footnote-ref>1</a></sup>, none[^c], \
        !<sup class="footnote-ref"><a href="#fn-a" id="fnref-a-2" data-footnote-ref>2</a></sup>.</p>
        <section class="footnotes" data-footnotes>
        <ol>
        <li id="fn-b">
        <p>Long</p>
        <p>with <em>two</em> paragraphs.
        lazy <a href="#fnref-b" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a> \
        <a href="#fnref-b-2" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩\
        <sup class="footnote-ref">2</sup></a></p>
        </li>
        <li id="fn-a">
        <p>Short. <a href="#fnref-a" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a> \
        <a href="#fnref-a-2" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩\
        <sup class="footnote-ref">2</sup></a></p>
        </li>
        </ol>
        </section>
        """)
    let document = try Document(text)
    let definition = try #require(document.footnote(labelled: "D"))
    #expect(document.label(of: definition) == "d")
    #expect(document[definition].kind == .footnoteDefinition)
    #expect(document.footnote(labelled: "c") == nil)
    #expect(try !renderHTML(of: text).contains("<section"))
  }

  /// A definition's own line may be empty, and so may those below it.
  @Test(arguments: ["[^1]:\n\n    The note.", "[^1]:\n  \n\n    The note.", "[^1]:\n    The note."])
  func aFootnoteMayStartBelowItsLabel(_ definition: String) throws {
    let page = try renderHTML(of: "See[^1].\n\n" + definition, .footnotes)
    #expect(page.contains("<li id=\"fn-1\">\n<p>The note. <a "))
    #expect(!page.contains("<pre>"))
  }

  @Test(arguments: BlockKind.AlertKind.allCases)
  func alerts(_ kind: BlockKind.AlertKind) throws {
    let title = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    let text = "> [!\(kind.rawValue.uppercased())]\n> Read *this*."
    #expect(
      try renderHTML(of: text, .alerts) == """
        <div class="markdown-alert markdown-alert-\(kind.rawValue)">
        <p class="markdown-alert-title">\(title)</p>
        <p>Read <em>this</em>.</p>
        </div>
        """)
    #expect(try renderHTML(of: text).hasPrefix("<blockquote>"))
    let document = try Document("> [!\(kind.rawValue)]\n>\n> - a")
    #expect(document[BlockID(index: 1)].kind == .alert(kind))
    #expect(document.blocks.map(\.kind).contains(.paragraph))
    #expect(document.blockCount == 5)
  }

  @Test(arguments: [
    "> [!NOTE]", "> [!NOTE] a\n> b", "> [!NEWS]\n> a", "> a\n> [!NOTE]\n> b", "- > [!NOTE]\n  > a",
    "> [!NOTE]\n> ===",
    "> [!NOTE\n> a",
  ])
  func noAlerts(_ text: String) throws {
    #expect(try !renderHTML(of: text, .alerts).contains("markdown-alert"))
  }

  /// A value or a remark is not a tag.
  @Test func theTagFilterLeavesTextAlone() throws {
    #expect(
      try renderHTML(of: "a <!-- <title> --> <b c='<xmp>'>", .tagFilter)
        == "<p>a <!-- <title> --> <b c='<xmp>'></p>")
  }

  @Test func theTagFilterDisarmsNineTags() throws {
    #expect(
      try renderHTML(of: "<b> <title> <XMP\nx>\n\n<script>a</script>\n\n<style/> <titles>", .tagFilter)
        == "<p><b> &lt;title> &lt;XMP\nx></p>\n&lt;script>a&lt;/script>\n<p>&lt;style/> <titles></p>")
  }
}
