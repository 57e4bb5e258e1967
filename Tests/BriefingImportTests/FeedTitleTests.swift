import Testing

@testable import BriefingImport

/// Titles of feeds: text, HTML, or nobody knows which.
@Suite struct FeedTitleTests {
  private static func rss(_ title: String) throws -> String {
    try Self.title(
      ofFirst:
        "<rss><channel><title>F</title><item><title>\(title)</title><link>https://example.org/1</link></item></channel></rss>"
    )
  }

  private static func title(ofFirst feed: String) throws -> String {
    try #require(try Importer().briefings(from: Array(feed.utf8)).briefings.first).title
  }

  @Test(arguments: [
    ("AT&amp;T &lt;3", "AT&T <3"), ("a &lt; b", "a < b"), ("5 &amp;lt; 6", "5 < 6"),
    ("AT&amp;amp;T &lt;b&gt;rises&lt;/b&gt;", "AT&T rises"), ("&lt;![CDATA[", "<![CDATA["),
    ("a &lt;b and c", "a <b and c"), ("when x &lt;y or y&gt; z", "when x <y or y> z"),
    ("How &lt;em&gt; is drawn", "How <em> is drawn"), ("&lt;/b&gt; ends it", "</b> ends it"),
    ("One&lt;br/&gt;two", "One two"), ("&lt;b &lt;b &lt;i&gt;x&lt;/i&gt;", "<b <b x"),
    ("<![CDATA[<i>Caf&eacute;</i> &amp; bar]]>", "Café & bar"), ("&lt;B&gt;x&lt;/b&gt;", "x"),
    ("&lt;video&gt;x&lt;/video&gt;", "<video>x</video>"),
  ])
  func `a title of RSS is text, or HTML where its tags start and end`(written: String, title: String) throws {
    #expect(try Self.rss(written) == title)
  }

  @Test(arguments: [
    ("text", "The &lt;em&gt; tag", "The <em> tag"), ("text", "5 &amp;lt; 6", "5 &lt; 6"),
    ("html", "A &amp;lt;b&amp;gt; tag", "A <b> tag"),
    ("html", "&lt;em&gt;One&lt;/em&gt; &amp;amp; two", "One & two"),
    ("html", "AT&amp;amp;T &lt;3 and a &lt;b", "AT&T <3 and a <b"),
    ("xhtml", "<div>One <em>and</em> <![CDATA[a < b]]></div>", "One and a < b"),
  ])
  func `a title of Atom is what its feed says`(type: String, written: String, title: String) throws {
    #expect(
      try Self.title(
        ofFirst:
          "<feed><title>F</title><entry><id>a:1</id><title type=\"\(type)\">\(written)</title><content>x</content></entry></feed>"
      )
        == title)
  }

  @Test(arguments: ["Using <div> and <b in HTML: when 5 <x or more", "5 &lt; 6", "AT&T <3"])
  func `a title of JSON Feed is text`(title: String) throws {
    #expect(
      try Self.title(
        ofFirst:
          "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"F\",\"items\":[{\"id\":\"1\",\"title\":\"\(title)\",\"content_text\":\"x\"}]}"
      )
        == title)
  }

  /// The title of the feed is the source of its entries.
  @Test func `the feed's own title is read the same way`() throws {
    let entry = "<item><title>T</title><link>https://example.org/1</link></item>"
    let feed = "<rss><channel><title>News &lt;3 &amp;amp; more</title>\(entry)</channel></rss>"
    #expect(try Importer().briefings(from: Array(feed.utf8)).briefings.map(\.source) == ["News <3 & more"])
  }
}
