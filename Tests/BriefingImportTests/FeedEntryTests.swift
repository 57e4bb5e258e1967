import BriefingCore
import Testing

@testable import BriefingImport

/// What of an entry of a feed comes into its briefing.
@Suite struct FeedEntryTests {
  private func entries(_ feed: String) throws -> [ImportedBriefing] {
    try Importer().briefings(from: Array(feed.utf8)).briefings
  }

  private func rss(_ items: String...) throws -> [ImportedBriefing] {
    try entries(
      "<rss><channel><title>F</title>\(items.map { "<item><title>T</title>\($0)</item>" }.joined())</channel></rss>"
    )
  }

  @Test func `where the content shows nothing, the summary is the text`() throws {
    let entry = try rss(
      "<guid>g:1</guid><description>What the film shows.</description><content:encoded>&lt;iframe src='https://example.org/v'&gt;&lt;/iframe&gt;</content:encoded>"
    )[0]
    #expect(try ReadBack(entry).leaves == ["What the film shows."])
    #expect(entry.summary == nil)
  }

  @Test func `an author given twice is one`() throws {
    let entry = try rss(
      "<guid>g:1</guid><author>a@example.org (A. Writer)</author><dc:creator>A. Writer</dc:creator><dc:creator>B. Other</dc:creator><description>x</description>"
    )[0]
    #expect(entry.authors == ["A. Writer", "B. Other"])
    let atom = try entries(
      "<feed><title>F</title><author><name>C</name></author><author><name>C</name></author><entry><id>a:1</id><title>T</title><content>x</content></entry></feed>"
    )[0]
    #expect(atom.authors == ["C"])
  }

  @Test func `only an address of the web is one`() throws {
    let entries = try rss(
      "<link>magnet:?xt=urn:btih:1</link><description>One</description>",
      "<link>mailto:a@example.org</link><description>Two</description>", "<link>news/3</link>")
    #expect(entries.map(\.url) == [nil, nil, nil])
    #expect(entries.map(\.identifiers) == [["magnet:?xt=urn:btih:1"], ["mailto:a@example.org"], ["news/3"]])
    #expect(entries.allSatisfy { $0.fingerprints.count == 1 })
    #expect(try ReadBack(entries[2]).leaves == ["news/3"])
  }

  @Test func `entries without an id may share an address`() throws {
    let link = "<link>https://example.org/status</link>"
    let entries = try rss(
      "\(link)<description>One</description>", "\(link)<description>Two</description>",
      "\(link)<description>One</description>")
    #expect(try entries.map { try ReadBack($0).leaves } == [["One"], ["Two"]])
  }

  /// Of RSS nothing says whether its texts are HTML; Atom says that names are text.
  @Test func `references are replaced once, in names and tags`() throws {
    let entry = try rss(
      "<guid>g:1</guid><dc:creator>A &amp;amp; B</dc:creator><category>R&amp;amp;D</category><description>x</description>"
    )[0]
    #expect(entry.authors == ["A & B"])
    #expect(entry.tags == ["R&D"])
    let atom = try entries(
      "<feed><title>F</title><entry><id>a:1</id><title>T</title><author><name>The &amp;amp; sign</name></author><content>x</content></entry></feed>"
    )[0]
    #expect(atom.authors == ["The &amp; sign"])
    let page = try PageReader.briefing(
      Array("<meta name=author content='The &amp;amp; sign'><title>T</title><p>Words.</p>".utf8))
    #expect(page.authors == ["The &amp; sign"])
  }

  @Test func `headings of an entry stand below its own in a day's briefing`() throws {
    let entries = try rss(
      "<guid>g:1</guid><description>&lt;h1&gt;One&lt;/h1&gt;&lt;p&gt;x&lt;/p&gt;&lt;h1&gt;Two&lt;/h1&gt;&lt;p&gt;y&lt;/p&gt;</description>"
    )
    let day = try #require(DayDigest.grouped(entries).first)
    #expect(
      try ReadBack(day).briefing.sections.map { "\($0.number.count) \($0.title)" } == [
        "1 T", "2 One", "2 Two",
      ])
  }
}
