import CommonMark
import Testing

/// Chapters 4 and 5: what makes a block, and what does not.
@Suite struct BlockTests {
  @Test(arguments: [
    Example("***\n---\n _ _ _", "<hr />\n<hr />\n<hr />"),
    Example("--\n+++", "<p>--\n+++</p>"),
    Example("news\n***\nmore", "<p>news</p>\n<hr />\n<p>more</p>"),
    Example("* * * a", "<ul>\n<li>\n<ul>\n<li>\n<ul>\n<li>a</li>\n</ul>\n</li>\n</ul>\n</li>\n</ul>"),
    Example("- * * *", "<ul>\n<li>\n<hr />\n</li>\n</ul>"),
  ])
  func thematicBreaks(_ example: Example) throws { #expect(try example.rendered() == example.html) }

  @Test(arguments: [
    Example("# Lead\n###### Last", "<h1>Lead</h1>\n<h6>Last</h6>"),
    Example("####### seven\n#none", "<p>####### seven\n#none</p>"),
    Example("## Closed ##  \n# C# #\n# F#", "<h2>Closed</h2>\n<h1>C#</h1>\n<h1>F#</h1>"),
    Example("#\n## ##", "<h1></h1>\n<h2></h2>"),
    Example("Title\non two lines\n===", "<h1>Title\non two lines</h1>"),
    Example("Title\n-", "<h2>Title</h2>"),
    Example("> Title\n---", "<blockquote>\n<p>Title</p>\n</blockquote>\n<hr />"),
    Example("Title\n==  =", "<p>Title\n==  =</p>"),
    Example("[a]: /b\n===", "<p>===</p>"),
  ])
  func headings(_ example: Example) throws { #expect(try example.rendered() == example.html) }

  @Test(arguments: [
    Example("    a\n\n      b\n\n\n", "<pre><code>a\n\n  b\n</code></pre>"),
    Example("text\n    more", "<p>text\nmore</p>"),
    Example("\ta\tb", "<pre><code>a\tb\n</code></pre>"),
    Example("-\ta\n\n\t\tb", "<ul>\n<li>\n<p>a</p>\n<pre><code>b\n</code></pre>\n</li>\n</ul>"),
    Example(">\t\ta", "<blockquote>\n<pre><code>  a\n</code></pre>\n</blockquote>"),
    Example("```swift run\nlet a\n```", "<pre><code class=\"language-swift\">let a\n</code></pre>"),
    Example("~~~~\n~~~\n~~~~~\nb", "<pre><code>~~~\n</code></pre>\n<p>b</p>"),
    Example("  ```\n   a\n  b\n c\n  ```", "<pre><code> a\nb\nc\n</code></pre>"),
    Example("```\n", "<pre><code></code></pre>"),
    Example("```\n\n```", "<pre><code>\n</code></pre>"),
    Example("``` a`b\n", "<p>``` a`b</p>"),
    Example("> ```\n> a\nb", "<blockquote>\n<pre><code>a\n</code></pre>\n</blockquote>\n<p>b</p>"),
    Example("``` a\\*&amp;\n```", "<pre><code class=\"language-a*&amp;\"></code></pre>"),
  ])
  func code(_ example: Example) throws { #expect(try example.rendered() == example.html) }

  @Test(arguments: [
    Example("<div>\n*a*\n\n*b*", "<div>\n*a*\n<p><em>b</em></p>"),
    Example("<pre>\n\na</pre>\n*b*", "<pre>\n\na</pre>\n<p><em>b</em></p>"),
    Example("<!-- a\n\nb --> c\n*d*", "<!-- a\n\nb --> c\n<p><em>d</em></p>"),
    Example("<?php\n\n?>", "<?php\n\n?>"), Example("<!doctype html>\na", "<!doctype html>\n<p>a</p>"),
    Example("<![CDATA[\n\n]]>", "<![CDATA[\n\n]]>"),
    Example("<b x='y'>\na", "<b x='y'>\na"), Example("a\n<b>\nc", "<p>a\n<b>\nc</p>"),
    Example("a\n<p>\nb", "<p>a</p>\n<p>\nb"),
    Example("  <div>\n  a", "  <div>\n  a"), Example("<b> a", "<p><b> a</p>"),
    Example("<pre/>\n*a*", "<p><pre/>\n<em>a</em></p>"),
    Example("</style>\n*a*", "</style>\n*a*"),
    Example("<pre-x>\n*a*", "<pre-x>\n*a*"), Example("<pre\n\n*a*", "<pre\n\n*a*"),
    Example("<pre\u{B}>\n*a*", "<p>&lt;pre\u{B}&gt;\n<em>a</em></p>"),
  ])
  func htmlBlocks(_ example: Example) throws { #expect(try example.rendered() == example.html) }

  @Test(arguments: [
    Example("> a\nb\n> c", "<blockquote>\n<p>a\nb\nc</p>\n</blockquote>"),
    Example(">a\n\n>b", "<blockquote>\n<p>a</p>\n</blockquote>\n<blockquote>\n<p>b</p>\n</blockquote>"),
    Example("> > a\n> b", "<blockquote>\n<blockquote>\n<p>a\nb</p>\n</blockquote>\n</blockquote>"),
    Example(">", "<blockquote>\n</blockquote>"),
    Example("> a\n- b", "<blockquote>\n<p>a</p>\n</blockquote>\n<ul>\n<li>b</li>\n</ul>"),
  ])
  func quotes(_ example: Example) throws { #expect(try example.rendered() == example.html) }

  @Test(arguments: [
    Example("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    Example("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>"),
    Example("- a\n+ b", "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>"),
    Example("3. a\n4) b", "<ol start=\"3\">\n<li>a</li>\n</ol>\n<ol start=\"4\">\n<li>b</li>\n</ol>"),
    Example("a\n2. b\n1. c", "<p>a\n2. b</p>\n<ol>\n<li>c</li>\n</ol>"),
    Example("1234567890. a", "<p>1234567890. a</p>"),
    Example(
      "- a\n  - b\n\n    c\n- d",
      "<ul>\n<li>a\n<ul>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n</li>\n<li>d</li>\n</ul>"),
    Example(
      "- a\n  > b\n  >\n- c", "<ul>\n<li>a\n<blockquote>\n<p>b</p>\n</blockquote>\n</li>\n<li>c</li>\n</ul>"),
    Example(
      "- ```\n  a\n\n  ```\n- b", "<ul>\n<li>\n<pre><code>a\n\n</code></pre>\n</li>\n<li>b</li>\n</ul>"),
    Example("-\n  a\n-\n\n  b", "<ul>\n<li>a</li>\n<li></li>\n</ul>\n<p>b</p>"),
    Example("-\n  \n  a", "<ul>\n<li></li>\n</ul>\n<p>a</p>"),
    Example(
      "> 1.\n>      \n>    a",
      "<blockquote>\n<ol>\n<li></li>\n</ol>\n<p>a</p>\n</blockquote>"),
    Example("- ```\n    \n  ```", "<ul>\n<li>\n<pre><code>  \n</code></pre>\n</li>\n</ul>"),
    Example("- [a]: /b\n  c", "<ul>\n<li>c</li>\n</ul>"),
    Example("* a\n*\n\n* c", "<ul>\n<li>\n<p>a</p>\n</li>\n<li></li>\n<li>\n<p>c</p>\n</li>\n</ul>"),
  ])
  func lists(_ example: Example) throws { #expect(try example.rendered() == example.html) }

  @Test(arguments: [
    Example("[a]: /b 'c'\n[a]", "<p><a href=\"/b\" title=\"c\">a</a></p>"),
    Example("[A\n b]: <c d>\n\n[a b]", "<p><a href=\"c%20d\">a b</a></p>"),
    Example("[a]: /b\n'c\nd'\n\n[a]", "<p><a href=\"/b\" title=\"c\nd\">a</a></p>"),
    Example(
      "> [a]: /b\n> 'c\n> d'\n\n[a]",
      "<blockquote>\n</blockquote>\n<p><a href=\"/b\" title=\"c\nd\">a</a></p>"),
    Example("[a]: /1\n[a]: /2\n\n[a]", "<p><a href=\"/1\">a</a></p>"),
    Example("[a]: /b 'c' d\n\n[a]", "<p>[a]: /b 'c' d</p>\n<p>[a]</p>"),
    Example("[a]: /b\n'c' d\n\n[a]", "<p>'c' d</p>\n<p><a href=\"/b\">a</a></p>"),
    Example("[ΑΓΩ]: /φ\n\n[αγω] [ẞ]\n\n[SS]: /s", "<p><a href=\"/%CF%86\">αγω</a> <a href=\"/s\">ẞ</a></p>"),
    Example("[ı]: /1\n\n[i] [I] [ı]", "<p>[i] [I] <a href=\"/1\">ı</a></p>"),
    Example("[İ]: /1\n\n[i\u{307}] [i]", "<p><a href=\"/1\">i\u{307}</a> [i]</p>"),
    Example("[Ꭰ]: /1\n\n[ꭰ]", "<p><a href=\"/1\">ꭰ</a></p>"),
    Example("[\0]: /\0\n\n[\u{FFFD}]", "<p><a href=\"/%EF%BF%BD\">\u{FFFD}</a></p>"),
    Example("[a\u{B}b]: /1\n\n[a b]", "<p>[a b]</p>"),
    Example("[ ]: /b\n\n[ ]", "<p>[ ]: /b</p>\n<p>[ ]</p>"),
    Example("[a]:\n\n[a]", "<p>[a]:</p>\n<p>[a]</p>"), Example("[a]: <>\n\n[a]", "<p><a href=\"\">a</a></p>"),
  ])
  func linkDefinitions(_ example: Example) throws { #expect(try example.rendered() == example.html) }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEnding(_ ending: String) throws {
    let lines = ["> a  ", "> `b", "> c`", "", "```", "d", "", "```", "- e", "", "      f"]
    #expect(
      try renderHTML(of: lines.joined(separator: ending)) == renderHTML(of: lines.joined(separator: "\n")))
    #expect(try renderHTML(of: lines.joined(separator: ending)).contains("<p>a<br />\n<code>b c</code></p>"))
  }

  @Test func aMarkAtTheStartIsNoText() throws {
    #expect(try renderHTML(of: "\u{FEFF}# a") == "<h1>a</h1>")
  }
}
