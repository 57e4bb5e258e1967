import Testing

@testable import compare

/// Which outputs count as the same.
@Suite struct NormalizedHTMLTests {
  private func agree(_ one: String, _ other: String) -> Bool {
    NormalizedHTML(Array(one.utf8)) == NormalizedHTML(Array(other.utf8))
  }

  @Test(arguments: [
    ("<ul>\n<li>a</li>\n</ul>\n", "<ul><li>\na </li></ul>"), ("<p>a &quot;</p>", "<p>a \"</p>\n"),
    ("<input type=\"checkbox\" disabled=\"\" /> a", "<input disabled=\"\" type=\"checkbox\"> a"),
    ("<a href=\"/'\" title=\"\">b</a>", "<a href=\"/&#x27;\">b</a>"), ("<br />", "<br>"),
    ("<li>\n<p>a</p></li>", "<li><p>a</p>\n</li>"),
  ])
  func whatIsLeftOpen(one: String, other: String) { #expect(agree(one, other)) }

  @Test(arguments: [
    ("<p>a</p>", "<p>b</p>"), ("<p>a</p>", "a"), ("<p>a b</p>", "<p>ab</p>"), ("<em>a</em> b", "<em>a</em>b"),
    ("<pre><code> a\n</code></pre>", "<pre><code>a\n</code></pre>"), ("&lt;b>", "<b>"),
    ("<p>&amp;lt;</p>", "<p>&lt;</p>"),
    ("<a href=\"b\">", "<a href=\"c\">"), ("<input checked=\"\">", "<input>"),
  ])
  func whatIsNot(one: String, other: String) { #expect(!agree(one, other)) }
}
