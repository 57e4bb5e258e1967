import CommonMark
import Testing

/// Chapter 6, inside one paragraph.
@Suite struct InlineTests {
  @Test(arguments: [
    Example("`a` ``b`c`` ` d ` `  `", "<code>a</code> <code>b`c</code> <code>d</code> <code>  </code>"),
    Example("`` a` ``b", "<code>a`</code>b"), Example("```a``b`c", "```a``b`c"),
    Example("`a\\`b`", "<code>a\\</code>b`"),
    Example("*`a*`", "*<code>a*</code>"),
    Example("`<a href=\"`\">`", "<code>&lt;a href=&quot;</code>&quot;&gt;`"),
    Example("`a\nb`", "<code>a b</code>"),
  ])
  func codeSpans(_ example: Example) throws { try check(example) }

  @Test(arguments: [
    Example("*a* _b_ **c** __d__", "<em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong>"),
    Example("***a** b*", "<em><strong>a</strong> b</em>"), Example("***a***", "<em><strong>a</strong></em>"),
    Example("**a*", "*<em>a</em>"), Example("*a**", "<em>a</em>*"), Example("* a *b *", "* a *b *"),
    Example("snake_case_name un*frigging*lievable", "snake_case_name un<em>frigging</em>lievable"),
    Example("*foo**bar*", "<em>foo**bar</em>"), Example("**a*b*c**", "<strong>a<em>b</em>c</strong>"),
    Example("*a _b* c_", "<em>a _b</em> c_"), Example("*[a*](b)", "*<a href=\"b\">a*</a>"),
    Example("**\"a\"**b", "**&quot;a&quot;**b"), Example("«*a*»", "«<em>a</em>»"),
    Example("a*“b”*c", "a*“b”*c"),
    Example("*a\u{A0}*", "*a\u{A0}*"), Example("£*a*", "£<em>a</em>"), Example("*£*a.", "*£*a."),
    Example("a*\0*", "a*\u{FFFD}*"), Example("*a\u{B}*", "<em>a\u{B}</em>"),
    Example("****a****", "<strong><strong>a</strong></strong>"),
  ])
  func emphasis(_ example: Example) throws {
    // A lone leading star and space would be a list.
    if example.markdown.hasPrefix("* ") {
      #expect(try renderHTML(of: "x " + example.markdown) == "<p>x \(example.html)</p>")
    } else {
      try check(example)
    }
  }

  @Test(arguments: [
    Example(
      "[a](b \"c\") [d](<e f>) [g]()",
      "<a href=\"b\" title=\"c\">a</a> <a href=\"e%20f\">d</a> <a href=\"\">g</a>"),
    Example("[a](b(c)d) [a](\\()", "<a href=\"b(c)d\">a</a> <a href=\"(\">a</a>"),
    Example("[a] (b) [a](b c)", "[a] (b) [a](b c)"), Example("[a](<b\n)", "[a](&lt;b\n)"),
    Example("[a](<b\\\nc>)", "[a](&lt;b<br />\nc&gt;)"), Example("[a](<b\\>c>)", "<a href=\"b%3Ec\">a</a>"),
    Example("[a](<b\\", "[a](&lt;b\\"), Example("[a](b\0c)", "<a href=\"b%EF%BF%BDc\">a</a>"),
    Example("[a](b\u{B})", "[a](b\u{B})"),
    Example("[a [b](c) d](e)", "[a <a href=\"c\">b</a> d](e)"),
    Example("![a *b* [c](d)](e \"f\")", "<img src=\"e\" alt=\"a b c\" title=\"f\" />"),
    Example("[![a](b)](c)", "<a href=\"c\"><img src=\"b\" alt=\"a\" /></a>"),
    Example("[a](b&amp;c\\*ä \"&quot;\\\"\")", "<a href=\"b&amp;c*%C3%A4\" title=\"&quot;&quot;\">a</a>"),
    Example("[a](b\n'c\nd')", "<a href=\"b\" title=\"c\nd\">a</a>"),
    Example("[a](b'c')", "<a href=\"b'c'\">a</a>"),
    Example("\\[a](b) [a\\](b)", "[a](b) [a](b)"), Example("[a`](b)`", "[a<code>](b)</code>"),
    Example("!\\[a] ![]", "![a] ![]"),
  ])
  func links(_ example: Example) throws {
    #expect(
      try renderHTML(of: example.markdown)
        == "<p>\(example.html.replacing("b'c'", with: "b&#x27;c&#x27;"))</p>")
  }

  @Test(arguments: [
    Example(
      "[a][b] [b][] [b] [a][c]", "<a href=\"/d\">a</a> <a href=\"/d\">b</a> <a href=\"/d\">b</a> [a][c]"),
    Example("[a] [b]", "[a] <a href=\"/d\">b</a>"), Example("[[b]]", "[<a href=\"/d\">b</a>]"),
    Example("[b](no dest) [b](e)", "<a href=\"/d\">b</a>(no dest) <a href=\"e\">b</a>"),
    Example("![B]", "<img src=\"/d\" alt=\"B\" />"), Example("[*b*]", "[<em>b</em>]"),
    Example("[b]: x", "<a href=\"/d\">b</a>: x"),
    Example("[a [b] c][b]", "[a <a href=\"/d\">b</a> c]<a href=\"/d\">b</a>"),
  ])
  func references(_ example: Example) throws {
    #expect(
      try renderHTML(of: "[b]: /d\n\n\(example.markdown.hasPrefix("[b]:") ? "\\\n" : "")\(example.markdown)")
        .hasSuffix("\(example.html)</p>"))
  }

  @Test(arguments: [
    Example(
      "<https://a.b/?c&d> <mailto:x> <A+1:>",
      "<a href=\"https://a.b/?c&amp;d\">https://a.b/?c&amp;d</a> <a href=\"mailto:x\">mailto:x</a> <a href=\"A+1:\">A+1:</a>"
    ),
    Example(
      "<a@b.c> <a@-b> <a:b> <https://a b>",
      "<a href=\"mailto:a@b.c\">a@b.c</a> &lt;a@-b&gt; &lt;a:b&gt; &lt;https://a b&gt;"),
    Example("<a><b/><c d = 'e' f=\"g\" h=i _:j >", "<a><b/><c d = 'e' f=\"g\" h=i _:j >"),
    Example(
      "<aa:b&amp;c&#123;\\*d&no;>",
      "<a href=\"aa:b&amp;c%7B%5C*d&amp;no;\">aa:b&amp;c{\\*d&amp;no;</a>"),
    Example("<aa:\0>", "<a href=\"aa:%EF%BF%BD\">aa:\u{FFFD}</a>"),
    Example("<a\u{B}b> <a b=c\u{B}d>", "&lt;a\u{B}b&gt; <a b=c\u{B}d>"),
    Example("</a > </a b> <1> <a/ > <a b= >", "</a > &lt;/a b&gt; &lt;1&gt; &lt;a/ &gt; &lt;a b= &gt;"),
    Example("<!-- a --> <!--> <!---> <!-- a -- b -->", "<!-- a --> <!--> <!---> <!-- a -- b -->"),
    Example("x <?a?> <!A b> <!b> <![CDATA[c]]> <![cdata[", "x <?a?> <!A b> <!b> <![CDATA[c]]> &lt;![cdata["),
  ])
  func anglesAreLinksOrTags(_ example: Example) throws {
    #expect(try renderHTML(of: "x " + example.markdown).hasSuffix(example.html + "</p>"))
  }

  @Test(arguments: [
    Example("a  \nb\\\nc\nd ", "a<br />\nb<br />\nc\nd"), Example("a \n  b", "a\nb"),
    Example("`a  \nb`", "<code>a   b</code>"),
    Example("\\*a\\* \\a \\\\", "*a* \\a \\"), Example("a\\", "a\\"),
    Example(
      "&amp; &copy &copy; &#65;&#x42; &#0; &nope; &#xffffff;",
      "&amp; &amp;copy © AB \u{FFFD} &amp;nope; \u{FFFD}"),
    Example("&#42;a&#42; &ngE; &#99999999;", "*a* ≧̸ &amp;#99999999;"),
  ])
  func breaksEscapesAndReferences(_ example: Example) throws { try check(example) }

  private func check(_ example: Example) throws {
    #expect(try renderHTML(of: example.markdown) == "<p>\(example.html)</p>")
  }
}
