import BriefingCore
import Testing

@testable import BriefingImport

/// Feeds in each of their forms.
@Suite struct FeedReaderTests {
  private func entries(_ feed: String) throws -> [ImportedBriefing] {
    try Importer().briefings(from: Array(feed.utf8)).briefings
  }

  private static let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
    <rss version="2.0"><channel><title>The Desk &amp; Co</title><link>https://example.org/</link><language>en-us</language>
    <item><title>AT&amp;amp;T &lt;b&gt;rises&lt;/b&gt;</title><link>https://example.org/a?utm_source=rss</link><guid isPermaLink="false">id-1</guid>
    <pubDate>Thu, 15 May 2025 06:00:00 GMT</pubDate><dc:creator>A. Writer</dc:creator><category>gas</category>
    <description><![CDATA[Short.]]></description>
    <content:encoded><![CDATA[<p>Long <b>text</b> &amp; more.</p><h1>Part</h1><p>x<sup><a href="#n1">1</a></sup></p><ol><li id="n1">Note &lol2; &x;</li></ol>]]></content:encoded></item>
    <item><title>Two</title><link>https://example.org/b</link><guid>https://example.org/b</guid><pubDate>Thu, 15 May 2025 08:00:00 GMT</pubDate>
    <description>&lt;p&gt;Only a &lt;a href="/c"&gt;description&lt;/a&gt;.&lt;/p&gt;</description></item>
    <item><title>Two again</title><guid>https://example.org/b</guid></item>
    <item><title>Link only</title><link>https://example.org/c</link></item></channel></rss>
    """

  @Test func `RSS gives a briefing for each entry`() throws {
    let entries = try entries(Self.rss)
    #expect(entries.map(\.title) == ["AT&T rises", "Two", "Link only"])
    #expect(
      entries.map(\.url) == ["https://example.org/a", "https://example.org/b", "https://example.org/c"])
    #expect(entries[0].date?.iso8601 == "2025-05-15T06:00Z")
    #expect(entries[0].authors == ["A. Writer"])
    #expect(entries[0].tags == ["gas"])
    #expect(entries[0].summary == "Short.")
    #expect(entries[0].identifiers == ["id-1"])
    #expect(entries[1].identifiers == [])
    #expect(entries.allSatisfy { $0.source == "The Desk & Co" && $0.language == "en-us" })
    #expect(try ReadBack(entries[0]).leaves == ["Long text & more.", "Part", "x", "Note &lol2; &x;"])
    #expect(try ReadBack(entries[1]).leaves == ["Only a description."])
    #expect(entries[1].fileText.contains("(https://example.org/c)"))
    #expect(try ReadBack(entries[2]).leaves == ["https://example.org/c"])
  }

  @Test func `RSS 1 has its entries beside the channel`() throws {
    let entries = try entries(
      """
      <rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Old</title></channel>
      <item rdf:about="https://example.org/1"><title>One</title><link>https://example.org/1</link><dc:date>2003-01-02T03:04:05Z</dc:date>
      <description>Words &amp;amp; more</description></item></rdf:RDF>
      """)
    #expect(entries.map(\.title) == ["One"])
    #expect(entries[0].date?.iso8601 == "2003-01-02T03:04Z")
    #expect(try ReadBack(entries[0]).leaves == ["Words & more"])
  }

  @Test func `Atom has its text in three forms`() throws {
    let entries = try entries(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="html">Der &amp;amp; Tisch</title><link href="https://example.org/"/>
      <link rel="self" href="https://example.org/feed"/><author><name>C. Y.</name></author>
      <entry><id>tag:example.org,2025:1</id><title>Eins</title><link rel="edit" href="/e"/><link href="/1"/><published>2025-05-14T10:00:00Z</published>
      <updated>2025-05-16T10:00:00Z</updated><author><name>B. W.</name></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Erste <em>Zeile</em>.</p><p>Zweite</p></div></content></entry>
      <entry><id>urn:2</id><title>Zwei</title><updated>2025-05-16T10:00:00Z</updated><content type="html">&lt;p&gt;A &amp;amp; B&lt;/p&gt;</content></entry>
      <entry><id>urn:3</id><title>Drei</title><updated>2025-05-16T10:00:00Z</updated><content>1 &lt; 2 *x*</content></entry></feed>
      """)
    #expect(entries.map(\.url) == ["https://example.org/1", nil, nil])
    #expect(entries.map(\.authors) == [["B. W."], ["C. Y."], ["C. Y."]])
    #expect(
      entries.map { $0.date?.iso8601 } == ["2025-05-14T10:00Z", "2025-05-16T10:00Z", "2025-05-16T10:00Z"])
    #expect(entries.map { $0.updated?.iso8601 } == ["2025-05-16T10:00Z", nil, nil])
    #expect(entries.allSatisfy { $0.source == "Der & Tisch" && $0.language == "de" })
    #expect(
      try entries.map { try ReadBack($0).leaves } == [["Erste Zeile.", "Zweite"], ["A & B"], ["1 < 2 *x*"]])
  }

  @Test func `JSON Feed has HTML or text`() throws {
    let entries = try entries(
      #"{"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://example.org","items":[{"id":"1","url":"https://example.org/1","title":"T \u00e9 \ud83d\ude00","content_html":"<p>Hi</p>","date_published":"2025-05-15T10:00:00+02:00","authors":[{"name":"C"}],"tags":["a"]},{"id":2,"content_text":"Plain words\n\ntext"}]}"#
    )
    #expect(entries.map(\.title) == ["T é 😀", "Plain words"])
    #expect(entries.map(\.identifiers) == [["1"], ["2"]])
    #expect(try ReadBack(entries[1]).leaves == ["Plain words", "text"])
  }

  /// What looks like the start of a tag and never ends.
  @Test func `a description without tags is text`() throws {
    let entries = try entries(
      "<rss><channel><title>F</title><item><title>T</title><guid>g:1</guid><description>Prices &amp;lt; 5 &amp;amp; x &lt;y or more</description></item></channel></rss>"
    )
    #expect(try ReadBack(entries[0]).leaves == ["Prices < 5 & x <y or more"])
  }

  @Test func `of very many tags the first are kept`() throws {
    let tags = (0..<1000).map { "<category>Tag \($0 / 2)</category>" }.joined()
    let entries = try entries(
      "<rss><channel><title>F</title><item><title>T</title><guid>g:1</guid>\(tags)</item></channel></rss>")
    #expect(entries[0].tags == (0..<12).map { "Tag \($0)" })
  }

  @Test func `OPML names feeds`() throws {
    let result = try Importer().briefings(
      from: Array(
        #"<?xml version="1.0"?><opml version="2.0"><body><outline text="News"><outline text="A &amp; B" type="rss" xmlUrl="https://example.org/a.xml"/><outline title="C" text="x" xmlUrl="https://example.org/c"/></outline></body></opml>"#
          .utf8))
    #expect(
      result.feeds == [
        ImportedFeed(title: "A & B", address: "https://example.org/a.xml"),
        ImportedFeed(title: "C", address: "https://example.org/c"),
      ])
    #expect(result.briefings == [])
  }

  @Test func `a day is a briefing with a section for each entry`() throws {
    let days = DayDigest.grouped(try entries(Self.rss))
    #expect(days.map { $0.date?.iso8601 } == ["2025-05-15", nil])
    #expect(days[0].identifiers == ["id-1", "https://example.org/b"])
    let read = try ReadBack(days[0])
    #expect(
      read.briefing.sections.map { "\($0.number.count) \($0.title)" } == ["1 AT&T rises", "2 Part", "1 Two"])
    #expect(read.leaves.contains("Note &lol2; &x;"))
    #expect(read.containers["note"] == 1)
    #expect(read.briefing.metadata.title == "The Desk & Co")
  }

  @Test(arguments: [
    "<rss></rss>", "<feed/>", #"{"version":"https://jsonfeed.org/version/1","items":[]}"#,
    #"{"version":"https://jsonfeed.org/version/1","items":[{"#,
    #"{"version":"https://jsonfeed.org/version/1","x":\#(String(repeating: "[", count: 100_000))"#,
    "<?xml version=\"1.0\"?><opml></opml>",
  ])
  func `what has no entries says so`(feed: String) {
    #expect(throws: ImportProblem.self) { try Importer().briefings(from: Array(feed.utf8)) }
  }

  @Test(arguments: [
    ("null", JSONValue.null), ("[1,true,\"a\"]", .array([.number("1"), .bool(true), .string("a")])),
    (#"{"a":{"b":[]},"c":{}}"#, .object(["a": .object(["b": .array([])]), "c": .object([:])])),
    (#""\ud800x""#, .string("\u{FFFD}x")), (#""a \ud83d\u0041 b""#, .string("a \u{FFFD}A b")),
    (#""\ud83d\ud83d\ude00""#, .string("\u{FFFD}😀")), (#""\ude00x""#, .string("\u{FFFD}x")),
    ("[-0.5e+3, 0, 12.25]", .array([.number("-0.5e+3"), .number("0"), .number("12.25")])),
  ])
  func `JSON is read`(text: String, value: JSONValue) {
    #expect(JSONReader.value(of: Array(text.utf8)) == value)
  }

  @Test(arguments: [
    "", "[", "[1,]x", "{1:2}", "{\"a\"}", "[1 2]", "nul", "\"a", "[1]]", "{\"a\":1,}]",
    #""\u+123""#, #""\u12 3""#, #""\ud83d\u-041""#, #""\u12"#, "+1", "01", ".5", "1.", "1e", "-", "0x10",
    "1_0", "Infinity",
    "[1\u{B}]",
  ])
  func `what is no JSON is nothing`(text: String) { #expect(JSONReader.value(of: Array(text.utf8)) == nil) }
}
