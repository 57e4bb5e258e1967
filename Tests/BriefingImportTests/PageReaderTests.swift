import BriefingCore
import Testing

@testable import BriefingImport

/// Pages of the web.
@Suite struct PageReaderTests {
  private static let prose =
    "The United States has cleared the way for a possible sale of missiles worth $304 million to Turkey, the government said on Wednesday."
  private static let more =
    "Secretary of State Marco Rubio is in Turkey this week, where he meets the ministers of NATO before talks in Istanbul."

  private func page(_ html: String) throws -> (imported: ImportedBriefing, read: ReadBack) {
    let imported = try PageReader.briefing(Array(html.utf8))
    return (imported, try ReadBack(imported))
  }

  /// An article with all that stands around one.
  private static let site = """
    <!doctype html><html lang="en-GB"><head><title>Missiles for Turkey | The Example</title>
    <meta property="og:title" content="Missiles for Turkey"><meta property="og:site_name" content="The Example">
    <meta property="article:published_time" content="2025-05-15T09:30:00+03:00"><meta name="author" content="A. Writer">
    <link rel="canonical" href="https://example.org/news/missiles?utm_source=x">
    <meta property="og:description" content="What was sold and why.">
    <style>p { color: red }</style><script>var x = "<p>not text</p>";</script></head>
    <body class="single-post comments-open"><header><nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav></header>
    <div class="cookie-banner"><p>We use cookies to improve what you see here, and to sell a lot of things to you all the time.</p></div>
    <article><header><h1>Missiles for Turkey</h1><p class="byline">By <a rel="author" href="/a">A. Writer</a></p>
    <time datetime="2025-05-15">15 May 2025</time></header><p>\(prose)</p>
    <div class="ad-slot"><p>Advertisement</p></div><p hidden>Hidden from all</p>
    <h2>Rubio visits</h2><p>\(more)</p><p>Related: <a href="/x">Another story of the day</a></p>
    <h3>More on this</h3><ul><li><a href="/1">Other story one</a></li><li><a href="/2">Other story two</a></li></ul></article>
    <aside><h2>Most read</h2><p>Something that is quite long and is read by many people in the world every day, and more.</p></aside>
    <footer><p>© The Example 2025. All rights reserved, and nothing may be copied without our permission.</p></footer></body></html>
    """

  @Test func `of a page the article is kept, and what is known of it`() throws {
    let (imported, read) = try page(Self.site)
    #expect(read.leaves == [Self.prose, "Rubio visits", Self.more])
    #expect(read.sections == ["Rubio visits"])
    #expect(imported.title == "Missiles for Turkey")
    #expect(imported.date?.iso8601 == "2025-05-15T09:30+03:00")
    #expect(imported.authors == ["A. Writer"])
    #expect(imported.language == "en-GB")
    #expect(imported.url == "https://example.org/news/missiles")
    #expect(imported.source == "The Example")
    #expect(imported.summary == "What was sold and why.")
    #expect(imported.fileName == "2025-05-15-missiles-for-turkey")
  }

  @Test func `boxes of tasks stay boxes`() throws {
    let (imported, read) = try page(
      """
      <h1>To do</h1><p>\(Self.prose)</p><ul>
      <li><input type="checkbox" disabled> Call <b>Ankara</b></li><li><input type=checkbox checked> Read [x]</li>
      <li><p><input type="checkbox" checked /> Write</p></li><li>None <input type=checkbox></li></ul>
      <input type=checkbox> <p>\(Self.more)</p>
      """)
    #expect(read.leaves == [Self.prose, "Call Ankara", "Read [x]", "Write", "None", Self.more])
    #expect(
      read.briefing.document.blocks.compactMap { block -> Bool?? in
        if case .item(let item) = block.kind { item.isDone } else { nil }
      } == [false, true, true, nil])
    #expect(imported.fileText.contains("- [ ] Call **Ankara**\n"))
  }

  @Test(arguments: [
    #"<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"S"},{"@type":["NewsArticle"],"headline":"T &amp; U","datePublished":"2025-05-15","author":[{"name":"A"},{"name":"B"}],"publisher":{"name":"P"},"inLanguage":"de","mainEntityOfPage":{"@id":"https://example.org/a"}}]}</script>"#,
    #"<meta name=DC.title content="T & U"><meta name=DC.date content=2025-05-15><meta name=DC.creator content=A><meta name=DC.creator content=B><meta name=DC.publisher content=P><meta name=DC.language content=de><link rel=canonical href=https://example.org/a>"#,
    #"<meta property=og:title content="T &amp; U"><meta property=article:published_time content="2025-05-15"><meta property=article:author content="https://example.org/people/a"><meta property=article:author content=A><meta property=article:author content=B><meta property=og:site_name content=P><meta property=og:locale content=de><meta property=og:url content=https://example.org/a>"#,
  ])
  func `each way of saying who and when is understood`(head: String) throws {
    let (imported, _) = try page("<html><head>\(head)</head><body><p>\(Self.prose)</p></body></html>")
    #expect(imported.title == "T & U")
    #expect(imported.date?.iso8601 == "2025-05-15")
    #expect(imported.authors == ["A", "B"])
    #expect(imported.source == "P")
    #expect(imported.language == "de")
    #expect(imported.url == "https://example.org/a")
  }

  @Test func `every kind of block comes through`() throws {
    let (_, read) = try page(
      """
      <base href="https://example.org/news/"><article><p>\(Self.prose)
      <p>a <b>bold</b> <i>word</i>, <a href="../b?utm_medium=q&amp;id=3#x">link</a> &mdash; caf&eacute; R&D &copy 10<sup>6</sup> H<sub>2</sub>O&nbsp;1<sup>st</sup><sup><a href="#n">1</a></sup><br>next
      <ul><li>One<li>Two<ol start=3><li>Three</ol></ul><dl><dt>Term<dd>Meaning</dl>
      <blockquote>Said <p>so</blockquote><pre><code class="language-sh">ls -l
       cd</code></pre><hr>
      <table><caption>Prices</caption><tr><th>Kind<th>Price<tr><td>A<td>2 | 3<tr><td rowspan=2>B<td>4<tr><td>5</table>
      <figure><img src="/i.jpg?utm_campaign=1" alt="A missile"><figcaption>In a hangar</figcaption></figure><img src=t.gif width=1 height=1>
      <ol><li id=n>The note <a href="#r">↩</a></ol></article>
      """)
    #expect(
      read.leaves == [
        Self.prose, "a bold word, link — café R&D © 10⁶ H₂O\u{A0}1st next", "One", "Two", "Three", "Term",
        "Meaning",
        "Said", "so", "ls -l\n cd\n", "Prices", "Kind", "Price", "A", "2 | 3", "B", "4", "", "5", "A missile",
        "In a hangar",
        "The note",
      ])
    #expect(read.containers == ["bullets": 1, "numbers": 1, "item": 3, "quote": 1, "table": 1, "note": 1])
    let markdown = String(decoding: read.briefing.document.source, as: UTF8.self)
    #expect(markdown.contains("[link](https://example.org/b?id=3#x)"))
    #expect(markdown.contains("![A missile](https://example.org/i.jpg)"))
    #expect(markdown.contains("```sh\n"))
    #expect(markdown.contains("a **bold** *word*"))
    #expect(!markdown.contains("t.gif"))
  }

  @Test func `lists start with the number that is seen`() throws {
    let html = "<ol><li value=7>a<li>b</ol>x<ol start=' 3 '><li>c</ol>y<ol start=-3><li>d</ol>"
    #expect(try page(html).imported.fileText.hasSuffix("7. a\n8. b\n\nx\n\n3. c\n\ny\n\n0. d\n"))
  }

  @Test func `a picture for programs without scripts is no other one`() throws {
    let html =
      "<p>\(Self.prose)<img data-src=/a.jpg alt=A><noscript><img src=/a.jpg alt=A><img src=/b.jpg alt=B></noscript>"
    let text = try page(html).imported.fileText
    #expect(text.ranges(of: "a.jpg").count == 1)
    #expect(text.ranges(of: "b.jpg").count == 1)
  }

  @Test func `a picture in code is its description`() throws {
    #expect(try page("<pre>a <img src=x alt='the b'>\nc</pre>").read.leaves == ["a the b\nc\n"])
  }

  @Test func `addresses are made absolute, and lead nowhere else`() {
    let base = "https://example.org/a/b/c.html?x=1"
    for (written, absolute) in [
      ("d.html", "https://example.org/a/b/d.html"), ("../d", "https://example.org/a/d"),
      ("/d?utm_source=x", "https://example.org/d"),
      ("//cdn.example.org/d", "https://cdn.example.org/d"), ("?y=2", "https://example.org/a/b/c.html?y=2"),
      ("../../../../d", "https://example.org/d"), ("mailto:a@example.org", "mailto:a@example.org"),
      ("#part", nil),
      ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("file:///etc/passwd", nil),
      (" a b ", "https://example.org/a/b/a%20b"),
      ("d?e=./../f#./g", "https://example.org/a/b/d?e=./../f#./g"), ("./", "https://example.org/a/b/"),
      ("d?utm_source=x\u{301}", "https://example.org/a/b/d"),
      ("?\u{301}", "https://example.org/a/b/c.html?\u{301}"),
      ("https://example.net/?a=1&fbclid=2&UTM_X=3&b=4#f", "https://example.net/?a=1&b=4#f"),
    ] as [(String, String?)] {
      #expect(PageAddress.absolute(written, base: base) == absolute, "\(written)")
    }
    // A host's letters take more bytes than characters.
    let other = "https://bücher.example/a/b.html"
    #expect(PageAddress.absolute("x.html", base: other) == "https://bücher.example/a/x.html")
    #expect(PageAddress.absolute("/y", base: other) == "https://bücher.example/y")
    #expect(PageAddress.absolute("?z", base: other) == "https://bücher.example/a/b.html?z")
  }

  @Test func `a base within the site leads from the page's own address`() throws {
    let (imported, _) = try page(
      "<base href='/news/'><link rel=canonical href=https://example.org/a/b><p>\(Self.prose) <a href=c>d</a>")
    #expect(imported.fileText.contains("[d](https://example.org/news/c)"))
  }

  /// Each gives a right result, however it is built.
  @Test func `nothing nests too deep`() throws {
    let count = 50_000
    let tables = String(repeating: "<table><tr><td>", count: count) + "the deep text"
    let closed = tables + String(repeating: "</td></tr></table>", count: count) + "<p>after it"
    for html in [
      tables, closed, String(repeating: "<div>", count: 200_000) + "the deep text",
      String(repeating: "<ul><li>", count: count) + "the deep text",
      String(repeating: "<blockquote>", count: count) + "the deep text",
      String(repeating: "<b><p>", count: count) + "the deep text",
      String(repeating: "<a href=x>", count: count) + "the deep text",
      String(repeating: "</p></div>", count: count) + "the deep text",
      "<p>" + String(repeating: "<sup><q>", count: count) + "the deep text",
    ] {
      let leaves = try page(html).read.leaves
      #expect(leaves.joined().contains("the deep text"))
      #expect(html != closed || leaves.last == "after it")
    }
  }

  @Test(arguments: [
    "<", "<p", "<p class=\"", "<!--", "<![CDATA[", "<!doctype html [", "</", "<a href='", "&#",
    "&#x110000;<p>x", "<title>", "<script>", "\u{0}<p>\u{0}",
    "<html><body></body></html>", "<p></p><ul><li></ul><table></table>", "<table><tr><td></table>",
  ])
  func `what is cut or empty is no error`(html: String) throws { _ = try page(html) }

  @Test func `bytes that are no text are replaced`() throws {
    let imported = try PageReader.briefing(Array("<p>a ".utf8) + [0xFF, 0xC3] + Array(" b</p>".utf8))
    #expect(try ReadBack(imported).leaves == ["a \u{FFFD}\u{FFFD} b"])
  }

  @Test func `entities that a document declares are nobody's`() throws {
    let bomb =
      "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]><p>x &b; &f; y</p>"
    #expect(try page(bomb).read.leaves == ["x &b; &f; y"])
  }

  @Test func `too many elements are an error`() {
    #expect(throws: ImportProblem.self) {
      try PageReader.briefing(Array(String(repeating: "<a>", count: 2_100_000).utf8))
    }
    #expect(throws: ImportProblem.self) {
      try Importer().briefings(from: [UInt8](repeating: 0x61, count: Importer.limit + 1))
    }
  }

  /// References may stand for anything.
  @Test func `what is known of a page holds no control`() throws {
    let imported = try page(
      """
      <meta name=author content="A&#27;[31m&#x202e;B"><script type="application/ld+json">
      {"@type":"NewsArticle","headline":"T&#27;[2J\\u0007","publisher":{"name":"P\\u001b[1m"},"url":"https://example.org/a\\u009bb"}
      </script><math alttext="x&#27;[31my"></math><p>\(Self.prose)</p>
      """
    ).imported
    #expect(imported.authors == ["A[31mB"])
    #expect(imported.title == "T[2J")
    #expect(imported.source == "P[1m")
    #expect(imported.url == "https://example.org/a›b")
    #expect(try ReadBack(imported).leaves == ["x[31my", Self.prose])
  }

  /// Characters of Windows where Latin-1 has controls, as pages have had them since there are pages.
  @Test func `controls never come through`() throws {
    let imported = try page("<title>A\u{1B}[31m</title><p>it&#146;s &#27;[2J\u{202E}x\u{9B}31m</p>").imported
    #expect(!imported.title.unicodeScalars.contains { $0.value < 0x20 })
    #expect(try ReadBack(imported).leaves == ["it’s [2Jx›31m"])
  }
}
