import CommonMark
import Testing

/// What hooks write instead of, and add to, the renderer's HTML.
@Suite struct HTMLOverrideTests {
  private func render(
    _ markdown: String, block: (@Sendable (Block) -> HTMLOverride?)? = nil,
    inline: (@Sendable (Inline, Inlines) -> HTMLOverride?)? = nil
  ) throws -> String {
    var renderer = HTMLRenderer()
    renderer.blockOverride = block
    renderer.inlineOverride = inline
    return renderer.render(try Document(markdown))
  }

  @Test(arguments: [
    ("# a", "<h1 k=\"&quot;&amp;\">a</h1>"),
    ("a\n- b", "<p k=\"&quot;&amp;\">a</p>\n<ul k=\"&quot;&amp;\">\n<li k=\"&quot;&amp;\">b</li>\n</ul>"),
    ("3. a", "<ol start=\"3\" k=\"&quot;&amp;\">\n<li k=\"&quot;&amp;\">a</li>\n</ol>"),
    ("> ---", "<blockquote k=\"&quot;&amp;\">\n<hr k=\"&quot;&amp;\" />\n</blockquote>"),
    ("``` a\nb\n```", "<pre k=\"&quot;&amp;\"><code class=\"language-a\">b\n</code></pre>"),
    (
      "|a|\n|:-|",
      "<table k=\"&quot;&amp;\">\n<thead>\n<tr k=\"&quot;&amp;\">\n<th align=\"left\" k=\"&quot;&amp;\">a</th>\n</tr>\n"
        + "</thead>\n</table>"
    ),
    ("<p>\n\n[a]: b", "<!-- raw HTML omitted -->"),
  ])
  func `blocks take attributes in their start tags`(markdown: String, expected: String) throws {
    let html = try render(markdown, block: { _ in .attributes(["k": "\"&"]) })
    #expect(html == expected + "\n")
  }

  @Test(arguments: [
    (
      "*a* **b** ~~c~~ `d`",
      "<em k=\"v\">a</em> <strong k=\"v\">b</strong> <del k=\"v\">c</del> <code k=\"v\">d</code>"
    ),
    ("[a](b 'c') ![*d*](e)", "<a href=\"b\" title=\"c\" k=\"v\">a</a> <img k=\"v\" src=\"e\" alt=\"d\" />"),
    ("a\\\nb\nc &amp; <i>", "a<br k=\"v\" />\nb\nc &amp; <!-- raw HTML omitted -->"),
  ])
  func `inlines take attributes in their start tags`(markdown: String, expected: String) throws {
    let html = try render(markdown, inline: { _, _ in .attributes(["k": "v"]) })
    #expect(html == "<p>\(expected)</p>\n")
  }

  @Test func `a block is replaced with all that it holds`() throws {
    let html = try render(
      "a\n\n> b\n>\n> - c\n\nd\n", block: { $0.kind == .blockQuote ? .replacement("<x>\n") : nil })
    #expect(html == "<p>a</p>\n<x>\n<p>d</p>\n")
  }

  @Test func `an inline is replaced with all that it holds, by what its table says`() throws {
    let html = try render(
      "a [b *c*](/d) e *f*",
      inline: { inline, inlines in
        inline.kind == .link ? .replacement("<\(inlines.destination(of: inline.id))>") : nil
      })
    #expect(html == "<p>a </d> e <em>f</em></p>\n")
  }

  @Test func `what stands around the replaced stays complete`() throws {
    let rows = "|a|\n|-|\n|b|\n|c|\n"
    #expect(
      try render(rows, block: { if case .tableRow = $0.kind { .replacement("<x>") } else { nil } })
        == "<table>\n<thead>\n<x></thead>\n<tbody>\n<x><x></tbody>\n</table>\n")
    #expect(
      try render("- a\n- b", block: { $0.kind == .paragraph ? .replacement("x") : nil })
        == "<ul>\n<li>x</li>\n<li>x</li>\n</ul>\n")
    #expect(
      try render(
        "- a\n  - b",
        block: { if case .item(let item) = $0.kind, item.ordinal == 0 { .replacement("x") } else { nil } })
        == "<ul>\nx</ul>\n")
  }

  @Test func `footnotes are asked for where they are written`() throws {
    let text = "a[^n]\n\n[^n]: b\n"
    #expect(
      try render(text, block: { $0.kind == .footnoteDefinition ? .attributes(["k": "v"]) : nil })
        .contains("<li id=\"fn-n\" k=\"v\">\n<p>b "))
    #expect(
      try render(text, block: { $0.kind == .footnoteDefinition ? .replacement("<li>x</li>\n") : nil })
        .hasSuffix("<ol>\n<li>x</li>\n</ol>\n</section>\n"))
    // The link back has no paragraph to stand in.
    let html = try render(
      "a[^n]\n\n[^n]: b\n\n    c",
      block: {
        $0.kind == .paragraph && $0.parent != BlockID(index: 0) ? .replacement("x") : nil
      })
    #expect(html.contains("<li id=\"fn-n\">\nx\nx\n<a href=\"#fnref-n\""))
    #expect(
      try render(
        text, inline: { inline, _ in inline.kind == .footnoteReference ? .attributes(["k": "v"]) : nil }
      )
      .hasPrefix("<p>a<sup class=\"footnote-ref\" k=\"v\"><a href=\"#fn-n\" id=\"fnref-n\""))
  }

  @Test func `of a stretch the containers get attributes`() throws {
    let document = try Document("> # a\n>\n> b\n")
    var renderer = HTMLRenderer()
    renderer.blockOverride = {
      switch $0.kind {
      case .blockQuote: .replacement("never")
      case .heading: .attributes(["id": "a"])
      default: nil
      }
    }
    let heading = try #require(document.first { $0 == .heading(level: 1) })
    #expect(
      renderer.render(document, heading..<heading.advanced(by: 1))
        == "<blockquote>\n<h1 id=\"a\">a</h1>\n</blockquote>\n")
  }
}
