import CommonMark
import Testing

/// What briefings have beyond GitHub's Markdown, beside it what only looks like that; and that each is what it was where it
/// was not asked for.
@Suite struct BriefingExtensionTests {
  private func html(_ markdown: String, _ extensions: Extensions = .briefing) throws -> String {
    try renderHTML(of: markdown, extensions)
  }

  private func text(_ markdown: String) throws -> String {
    let document = try Document(markdown, extensions: .briefing)
    return document.plainText(of: document.root)
  }

  @Test(arguments: [
    ("~~old~~ new", "<p><del>old</del> new</p>"), ("5~8元，20~30公斤", "<p>5~8元，20~30公斤</p>"),
    ("~a~", "<p>~a~</p>"),
    ("~~a~ b~~", "<p><del>a~ b</del></p>"), ("~~~a~~~ b", "<pre><code class=\"language-a~~~\"></code></pre>"),
  ])
  func onlyTwoTildesStrike(markdown: String, expected: String) throws {
    #expect(try html(markdown).replacing("language-a~~~ b", with: "language-a~~~") == expected)
  }

  @Test(arguments: [
    ("a ==b== c", "<p>a <mark>b</mark> c</p>"), ("这==重点==吗", "<p>这<mark>重点</mark>吗</p>"),
    ("==*b*==", "<p><mark><em>b</em></mark></p>"), ("x==y and z==w", "<p>x==y and z==w</p>"),
    ("a == b == c", "<p>a == b == c</p>"), ("===b===", "<p>===b===</p>"),
    ("`==b==`", "<p><code>==b==</code></p>"),
    ("=b=", "<p>=b=</p>"), ("a\n==", "<h1>a</h1>"),
  ])
  func equalsSignsMark(markdown: String, expected: String) throws { #expect(try html(markdown) == expected) }

  @Test(arguments: [
    ("**港口关闭，**船停了", "<p><strong>港口关闭，</strong>船停了</p>"),
    ("他说**“好”**了", "<p>他说<strong>“好”</strong>了</p>"), ("**조선(朝鮮)**은", "<p><strong>조선(朝鮮)</strong>은</p>"),
    ("日本語の*「強調」*です", "<p>日本語の<em>「強調」</em>です</p>"),
    ("a**\"b\"**c", "<p>a**&quot;b&quot;**c</p>"), ("** 空白 **", "<p>** 空白 **</p>"),
  ])
  func emphasisStandsBesideEastAsianPunctuation(markdown: String, expected: String) throws {
    #expect(try html(markdown) == expected)
  }

  @Test(arguments: [
    ("第一行\n第二行", "<p>第一行第二行</p>"), ("カタカナ、\nひらがな", "<p>カタカナ、ひらがな</p>"),
    ("**重要**\n接着", "<p><strong>重要</strong>接着</p>"), ("第一行\nLatin", "<p>第一行\nLatin</p>"),
    ("한국\n사람", "<p>한국\n사람</p>"), ("第一行  \n第二行", "<p>第一行<br />\n第二行</p>"), ("a\nb", "<p>a\nb</p>"),
    ("> 第一行\n> 第二行", "<blockquote>\n<p>第一行第二行</p>\n</blockquote>"),
  ])
  func linesOfEastAsianTextJoin(markdown: String, expected: String) throws {
    #expect(try html(markdown) == expected)
  }

  @Test(arguments: [
    ("见https://a.org/x。更多", "https://a.org/x"), ("（https://a.org/x）", "https://a.org/x"),
    ("“https://a.org/x”", "https://a.org/x"), ("https://a.org/路径/x，好", "https://a.org/路径/x"),
    ("https://a.org/x.y", "https://a.org/x.y"),
  ])
  func bareLinksEndBeforeEastAsianPunctuation(markdown: String, target: String) throws {
    let document = try Document(markdown, extensions: .briefing)
    let inlines = document.inlines(of: try #require(document.first { $0 == .paragraph }))
    let link = try #require(inlines.first { $0.kind == .link })
    #expect(inlines.destination(of: link.id) == target)
  }

  @Test(arguments: ["react@18.2.0", "net@0.23.0-rc", "a@v1.33.0-beta, x", "a@b.c1", "a@.1"])
  func versionsAreNoMail(markdown: String) throws { #expect(try html(markdown) == "<p>\(markdown)</p>") }

  @Test func mailAddressesAreLinksWithTheirScheme() throws {
    #expect(try html("write a@b.org.") == "<p>write <a href=\"mailto:a@b.org\">a@b.org</a>.</p>")
    #expect(try html("mailto:a@b.org") == "<p><a href=\"mailto:a@b.org\">mailto:a@b.org</a></p>")
  }

  @Test(arguments: [
    ("[[plain]]", "<p><a href=\"plain\">plain</a></p>"),
    ("[[a b|text *x*]]", "<p><a href=\"a%20b\">text *x*</a></p>"),
    ("[[a#b|c]]", "<p><a href=\"a#b\">c</a></p>"),
    ("[[50% off]]", "<p><a href=\"50%25%20off\">50% off</a></p>"),
    ("![[pic.png]]", "<p><img src=\"pic.png\" alt=\"pic.png\" /></p>"),
    ("![[pic.png|300]]", "<p><img src=\"pic.png\" alt=\"pic.png\" /></p>"),
    ("![[note]]", "<p><a href=\"note\">note</a></p>"),
    ("[*[[a]]*](u)", "<p><a href=\"u\"><em>a</em></a></p>"),
    (
      "| a |\n|-|\n| [[x\\|y]] |",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><a href=\"x\">y</a></td>\n</tr>\n</tbody>\n</table>"
    ),
    ("[[1]]", "<p>[[1]]</p>"), ("[[x]](y)", "<p><a href=\"y\">[x]</a></p>"),
    ("if [[ -f x ]]", "<p>if [[ -f x ]]</p>"),
    ("[[x]]\n\n[x]: y", "<p>[<a href=\"y\">x</a>]</p>"), ("[[a\nb]]", "<p>[[a\nb]]</p>"),
    ("[[]]", "<p>[[]]</p>"),
    ("`[[a]]`", "<p><code>[[a]]</code></p>"), ("\\[[a]]", "<p>[[a]]</p>"),
  ])
  func wikiLinks(markdown: String, expected: String) throws { #expect(try html(markdown) == expected) }

  @Test(arguments: [
    ("a {% include x.html %} b", "<p>a  b</p>"), ("{{< ref \"x\" >}}b", "<p>b</p>"),
    ("{{% note %}}b", "<p>b</p>"),
    ("b\n{: .note}", "<p>b\n</p>"), ("[a](b){:target=\"_blank\"}", "<p><a href=\"b\">a</a></p>"),
    ("![a](b){width=50%}", "<p><img src=\"b\" alt=\"a\" /></p>"), ("`x`{.swift}", "<p><code>x</code></p>"),
    ("::: warning\nb\n:::", "<p>\nb\n</p>"), ("::: tip Mind this\nb", "<p>Mind this<br />\nb</p>"),
    ("[TOC]", "<p></p>"),
    ("[[_TOC_]]", "<p></p>"), ("{:toc}", "<p></p>"),
    // What only looks like it.
    ("{{ page.title }}", "<p>{{ page.title }}</p>"), ("{:ok, result}", "<p>{:ok, result}</p>"),
    ("{:ok}", "<p>{:ok}</p>"),
    ("a {b} {c=d}", "<p>a {b} {c=d}</p>"), ("{% never closed", "<p>{% never closed</p>"),
    ("50{%}", "<p>50{%}</p>"),
    ("`{% raw %}` `{:.a}`", "<p><code>{% raw %}</code> <code>{:.a}</code></p>"),
    ("std:::x", "<p>std:::x</p>"),
    (":::)", "<p>:::)</p>"), ("see [toc]", "<p>see [toc]</p>"),
    ("[toc]\n\n[toc]: u", "<p><a href=\"u\">toc</a></p>"),
    ("    {% raw %}", "<pre><code>{% raw %}\n</code></pre>"),
    ("```\n{% raw %}\n:::\n```", "<pre><code>{% raw %}\n:::\n</code></pre>"),
  ])
  func templateTagsShowNothing(markdown: String, expected: String) throws {
    #expect(try html(markdown) == expected)
  }

  /// Links that site generators write, and where they lead.
  @Test(arguments: [
    ("[x]({% post_url 2022-08-02-rain %})", "2022-08-02-rain"),
    ("[x]({% link _posts/a.md %})", "_posts/a.md"),
    ("[x]({{< relref \"rain.md\" >}})", "rain.md"), ("[x]({{< ref `a b` >}}#c)", "a b#c"),
    ("[x]({{ site.baseurl }}/archive/)", "/archive/"), ("[x]({{ '/i/a.png' | relative_url }})", "/i/a.png"),
    ("[x]({{ unsubscribe_url }})", ""), ("[x](a{b}c)", "a{b}c"), ("[x](a{{b}})", "a"),
  ])
  func tagsInTargetsAreWhatTheyName(markdown: String, target: String) throws {
    let document = try Document(markdown, extensions: .briefing)
    let inlines = document.inlines(of: try #require(document.first { $0 == .paragraph }))
    let link = try #require(inlines.first { $0.kind == .link }, "\(markdown)")
    #expect(inlines.destination(of: link.id) == target)
    #expect(inlines.plainText == "x")
    // GitHub knows none of them.
    if markdown.contains(" %}") { #expect(try html(markdown, .all) == "<p>\(markdown)</p>") }
  }

  @Test(arguments: [
    ("- a\n  id:: 65d1c1f2\n  collapsed:: true", "<ul>\n<li>a\n\n</li>\n</ul>"),
    ("said it ^quote1", "<p>said it</p>"), ("a ^a1b2c3\nb", "<p>a\nb</p>"), ("a {/* note */}b", "<p>a b</p>"),
    (":::tip[My *tip*]\nb", "<p>My <em>tip</em><br />\nb</p>"),
    // What only looks like it.
    ("2 ^10", "<p>2 ^10</p>"), ("a^quote1", "<p>a^quote1</p>"), ("a ^quote1 b", "<p>a ^quote1 b</p>"),
    ("a ^Quote1", "<p>a ^Quote1</p>"), ("std::id:: x", "<p>std::id:: x</p>"), ("grid:: x", "<p>grid:: x</p>"),
    ("`a ^quote1`", "<p><code>a ^quote1</code></p>"),
  ])
  func whatOutlinersKeepForThemselvesShowsNothing(markdown: String, expected: String) throws {
    #expect(try html(markdown) == expected)
  }

  @Test(arguments: [
    ("・a\n・b", "<p>・a<br />\n・b</p>"), ("• a\n• b", "<p>• a<br />\n• b</p>"),
    ("1、一\n2、二", "<p>1、一<br />\n2、二</p>"), ("① a\n② b", "<p>① a<br />\n② b</p>"),
    ("见下\n■ 要闻", "<p>见下<br />\n■ 要闻</p>"), ("第一行\n第二行", "<p>第一行第二行</p>"),
    ("a\n1. b", "<p>a</p>\n<ol>\n<li>b</li>\n</ol>"), ("a\n→ b", "<p>a\n→ b</p>"),
    ("a\n12 b", "<p>a\n12 b</p>"),
  ])
  func bulletsOfOtherKindsStartLines(markdown: String, expected: String) throws {
    #expect(try html(markdown) == expected)
    if markdown.contains("•") { #expect(try html(markdown, .all) == "<p>\(markdown)</p>") }
  }

  /// The titles of the alerts, and what the document says.
  @Test(
    arguments: [
      (
        "!!! warning \"Mind the date\"\n\n    From *Monday*.\n\n    On.\n\nAfter", ["Mind the date"],
        "From Monday.\nOn.\nAfter"
      ),
      ("!!! note\n    a", ["Note"], "a"), ("??? info\n    a", ["Info"], "a"),
      ("???+ tip \"T\"\n    a", ["T"], "a"),
      ("=== \"EU\"\n\n    Ten.\n\n=== \"US\"\n\n    - Twelve.", ["EU", "US"], "Ten.\nTwelve."),
      ("!!! danger inline end \"T\"\n    a", ["T"], "a"),
      ("- a\n\n    !!! note\n        b", ["Note"], "a\nb"),
      ("!!! note\n    ```\n    x\n    ```", ["Note"], "x"),
      // Text.
      ("!!!\n\n    a", [], "!!!\na"), ("!!! What a day!\n\nb", [], "!!! What a day!\nb"),
      ("a\n!!! note\nb", [], "a !!! note b"),
      ("=== EU", [], "=== EU"), ("a\n===", [], "a"), ("!!!! note\n    a", [], "!!!! note a"),
      ("??? \"x\"", [], "??? \"x\""),
    ] as [(String, [String], String)])
  func admonitionsAreAlerts(markdown: String, titles: [String], text: String) throws {
    let document = try Document(markdown, extensions: .briefing)
    let alerts = document.blocks.filter { if case .alert = $0.kind { true } else { false } }
    #expect(alerts.map { document.title(ofAlert: $0.id) } == titles)
    #expect(document.plainText(of: document.root) == text)
    #expect(
      try Document(markdown, extensions: .all).blocks.allSatisfy {
        if case .alert = $0.kind { false } else { true }
      })
  }

  @Test(arguments: [
    ("up from 4.[1](#footnote-1) That", "up from 4.[1] That"), ("word[12](#fn12)", "word[12]"),
    ("[1](#footnote-anchor-1) Source", "1 Source"), ("see [1](#a)", "see 1"), ("v[2](https://e.org/)", "v2"),
    ("a[note](#b)", "anote"),
  ])
  func marksOfNotesAreNoPartOfFigures(markdown: String, expected: String) throws {
    #expect(try text(markdown) == expected)
  }

  @Test(arguments: [
    (
      "{{< figure src=\"a.png\" caption=\"Boats & ice\" >}}",
      "<p><img src=\"a.png\" alt=\"Boats &amp; ice\" /></p>"
    ),
    (
      "{{< figure alt='Boats' src='/i/a.png' title=\"T\" >}}", "<p><img src=\"/i/a.png\" alt=\"Boats\" /></p>"
    ),
    ("{{% img src=`a.png` title=`Boats` %}} x", "<p><img src=\"a.png\" alt=\"Boats\" /> x</p>"),
    (
      "{% include figure image_path=\"a.png\" alt=\"B\" caption=\"Boats\" %}",
      "<p><img src=\"a.png\" alt=\"Boats\" /></p>"
    ),
    ("{{< gallery caption=\"Three boats\" >}}", "<p>Three boats</p>"),
    (
      "{{< figure src=\"a.png\" caption=\"The \\\"Sea\\\"\n  sails\" >}}",
      "<p>The &quot;Sea&quot;\nsails</p>"
    ),
    // Nothing to read.
    ("{{< figure src=\"a.png\" >}}b", "<p>b</p>"), ("{{< figure src=\"a.png\" alt=\"\" >}}b", "<p>b</p>"),
    ("{{< tabs title=\"T\" >}}b", "<p>b</p>"), ("{% assign caption = \"x\" %}b", "<p>b</p>"),
    ("{{< figure caption=\"never closed >}}b", "<p>b</p>"),
  ])
  func picturesOfTemplateTagsHaveTheirCaptions(markdown: String, expected: String) throws {
    #expect(try html(markdown) == expected)
  }

  @Test(arguments: [
    ("## A {#b}", "<h2>A</h2>"), ("## A {#b .c d=e} ##", "<h2>A {#b .c d=e}</h2>"),
    ("## A ## {#b}", "<h2>A</h2>"),
    ("A {.c}\n---", "<h2>A</h2>"), ("> A\n> b {-}\n> ---", "<blockquote>\n<h2>A\nb</h2>\n</blockquote>"),
    ("## A {b}", "<h2>A {b}</h2>"), ("## f{#b}", "<h2>f{#b}</h2>"), ("## {#b}", "<h2></h2>"),
  ])
  func attributesBehindHeadingsShowNothing(markdown: String, expected: String) throws {
    #expect(try html(markdown) == expected)
  }

  @Test func headingsHaveTheIdentifiersOfTheirAttributes() throws {
    for markdown in ["## A {#über-x .c}", "## A ## {#über-x}", "A {#über-x}\n---"] {
      let document = try Document(markdown, extensions: .briefing)
      let heading = try #require(document.first { $0 == .heading(level: 2) })
      #expect(document.identifier(ofHeading: heading) == "über-x", "\(markdown)")
    }
    let document = try Document("## A {.c}\n\n## {#not} me", extensions: .briefing)
    for block in document.blocks { #expect(document.identifier(ofHeading: block.id) == nil) }
  }

  @Test(arguments: [
    (":tada: done", "<p>🎉 done</p>"), ("**:+1:**", "<p><strong>👍</strong></p>"), ("完成:tada:了", "<p>完成🎉了</p>"),
    (":tada::rocket:", "<p>:tada::rocket:</p>"), ("10:100:20", "<p>10:100:20</p>"),
    ("a:tada:", "<p>a:tada:</p>"),
    (":nosuch:", "<p>:nosuch:</p>"), ("`:tada:`", "<p><code>:tada:</code></p>"), (":TADA:", "<p>:TADA:</p>"),
    (": tada :", "<p>: tada :</p>"), ("\\:tada:", "<p>:tada:</p>"),
  ])
  func emojiCodes(markdown: String, expected: String) throws { #expect(try html(markdown) == expected) }

  @Test(arguments: [
    ("> [!important] My *own* title\n> b", "important", "My own title"), ("> [!NOTE]\n> b", "note", "Note"),
    ("> [!info]- Folded\n> b", "note", "Folded"), ("> [!BUG]\n> b", "caution", "Bug"),
    ("> [!tip]+\n> b", "tip", "Tip"),
    ("> [!tip] Alone", "tip", "Alone"), ("- > [!tip] In a list\n  > b", "tip", "In a list"),
    ("> [!note] 1. Not a list\n> b", "note", "1. Not a list"),
  ])
  func callouts(markdown: String, kind: String, title: String) throws {
    let document = try Document(markdown, extensions: .briefing)
    let alert = try #require(document.first { if case .alert = $0 { true } else { false } })
    #expect(document[alert].kind == .alert(try #require(BlockKind.AlertKind(rawValue: kind))))
    #expect(document.title(ofAlert: alert) == title)
    #expect(!document.plainText(of: document.root).contains("[!"))
  }

  @Test(arguments: ["> [!nosuch] t\n> b", "> [!note](u)\n> b", "> [!note]x\n> b", "> a\n> [!note] t"])
  func otherQuotesAreNoCallouts(markdown: String) throws {
    let document = try Document(markdown, extensions: .briefing)
    #expect(document.first { if case .alert = $0 { true } else { false } } == nil)
    #expect(document.plainText(of: document.root).contains("!no"))
  }

  @Test(arguments: [
    ("<h2>A *b*</h2>", "<h2>A <em>b</em></h2>"), ("<H3 class=\"x\">A</H3>  ", "<h3>A</h3>"),
    ("<h2>\n  A\n</h2>", "<h2>A</h2>"), ("<div>\n<h2>A</h2>\n</div>", "<div>\n<h2>A</h2>\n</div>"),
    ("x\n<h2>A</h2>\ny", "<p>x</p>\n<h2>A</h2>\n<p>y</p>"),
    ("> <h2>A</h2>", "<blockquote>\n<h2>A</h2>\n</blockquote>"),
  ])
  func headingsOfHTMLAreHeadings(markdown: String, expected: String) throws {
    #expect(try html(markdown) == expected)
    let document = try Document(markdown, extensions: .briefing)
    #expect(document.first { if case .heading = $0 { true } else { false } } != nil)
  }

  @Test(arguments: [
    "<h2>A</h2> b", "<h2>A", "<h2></h2>", "<h2><p>A</p></h2>", "<h2>A</h3>", "<hr>", "`<h2>A</h2>`",
    "<h7>A</h7>",
  ])
  func otherHTMLIsNoHeading(markdown: String) throws {
    let document = try Document(markdown, extensions: .briefing)
    #expect(document.first { if case .heading = $0 { true } else { false } } == nil)
  }

  @Test(arguments: [
    ("10<sup>6</sup> people", "10⁶ people"), ("H<sub>2</sub>O", "H₂O"), ("2<sup>128</sup>", "2¹²⁸"),
    ("x<sup>-3</sup>", "x⁻³"),
    ("5<sup>th</sup>", "5th"), ("e<sup>x</sup>", "e^x"), ("2<sup>a+b</sup>", "2^(a+b)"),
    ("CO<sub>x</sub>", "CO_x"),
    ("10<sup>6a</sup>", "10^6a"), ("<sub>small print here</sub>", "small print here"),
    ("Text<sup>1</sup>", "Text¹"),
    ("10<sup>*6*</sup>", "10^6"), ("a<br>b", "a b"), ("x <img alt=\"A &amp; b\" src=x>", "x A & b"),
    ("<b>a</b>", "a"),
    ("10<sup>12 000</sup>", "10^12 000"),
  ])
  func plainTextHasWhatABrowserShows(markdown: String, expected: String) throws {
    #expect(try text(markdown) == expected)
  }

  /// As GitHub has it, and the same.
  @Test(arguments: [
    ("~a~", "<p><del>a</del></p>"), ("==a==", "<p>==a==</p>"), ("**港口，**船", "<p>**港口，**船</p>"),
    ("第一\n第二", "<p>第一\n第二</p>"), ("[[a]]", "<p>[[a]]</p>"), ("{% a %}", "<p>{% a %}</p>"),
    ("b\n{: .a}", "<p>b\n{: .a}</p>"), (":::a", "<p>:::a</p>"), ("[toc]", "<p>[toc]</p>"),
    (":tada:", "<p>:tada:</p>"),
    ("## A {#b}", "<h2>A {#b}</h2>"), ("> [!tip] T\n> b", "<blockquote>\n<p>[!tip] T\nb</p>\n</blockquote>"),
    ("https://a.org/。b", "<p><a href=\"https://a.org/%E3%80%82b\">https://a.org/。b</a></p>"),
  ])
  func nothingChangesWhereItIsNotAskedFor(markdown: String, expected: String) throws {
    #expect(try html(markdown, .all) == expected)
  }

  @Test func plainTextWithoutElementsIsTheSourceWithoutTags() throws {
    let document = try Document("a<sup>2</sup><br>b", extensions: .all)
    #expect(document.plainText(of: document.root) == "a2b")
  }
}
