import BriefingCore
import Testing

@testable import BriefingImport

/// Front matter of strangers' words is front matter, however long they are.
@Suite struct FrontMatterWriterTests {
  private func metadata(_ briefing: ImportedBriefing) throws -> Metadata {
    try ReadBack(briefing).briefing.metadata
  }

  @Test func `very long values leave it readable`() throws {
    var briefing = ImportedBriefing()
    let long = String(repeating: "é", count: 100_000)
    briefing.title = long
    briefing.source = long
    briefing.authors = (0..<1000).map { "\($0) \(long)" }
    briefing.tags = Array(repeating: long, count: 12)
    briefing.summary = long
    briefing.url = "https://example.org/\(long)"
    briefing.identifiers = [long]
    briefing.blocks = [.paragraph([InlineRun("Words.")])]
    let read = try metadata(briefing)
    #expect(read.warnings == [])
    #expect(read.title == String(repeating: "é", count: 2000) + "…")
    #expect(read.authors.count == 31 && read.authors.last == "…")
    #expect(read.url == nil)
    #expect(try ReadBack(briefing).leaves == ["Words."])
  }

  @Test func `a day of very many entries is several briefings, which have all of them`() throws {
    let entries = (0..<2000).map { number in
      var entry = ImportedBriefing()
      entry.title = "Entry \(number)"
      entry.date = BriefingDate("2025-05-15T10:00Z")
      entry.identifiers = [
        "https://example.org/news/2025/05/15/a-long-address-of-an-article, number \(number)"
      ]
      entry.fingerprints = ["0123456789abcdef"]
      entry.blocks = [.paragraph([InlineRun("Words.")])]
      return entry
    }
    let days = DayDigest.grouped(entries)
    #expect(days.count > 1)
    let facts = try days.map { day in
      #expect(try metadata(day).warnings == [])
      return try #require(FrontMatterFacts(Array(Array(day.fileText.utf8).prefix(FrontMatterFacts.reach))))
    }
    #expect(facts.flatMap { $0.texts(of: "ids") } == entries.flatMap(\.identifiers))
    #expect(facts.flatMap { $0.texts(of: "fingerprints") }.count == entries.count)
  }

  /// The address of a feed's page stands before those of its entries.
  @Test func `no control reaches an address`() throws {
    let entries = try Importer().briefings(
      from: Array(
        #"{"version":"https://jsonfeed.org/version/1.1","title":"F","home_page_url":"https://\u001b[31mex.org/","items":[{"id":"1","url":"/a","title":"T","content_html":"<p>x <a href='q'>y</a></p>"}]}"#
          .utf8)
    ).briefings
    let atom = try Importer().briefings(
      from: Array(
        "<feed><title>F</title><link href='https://&#27;[31mex.org/'/><entry><id>a:1</id><link href='/a'/><title>T</title><author><name>E &amp;#27;[31m</name></author><content type='html'>&lt;a href='q'>y&lt;/a></content></entry></feed>"
          .utf8)
    ).briefings
    for entry in entries + atom {
      #expect(entry.url == "https://[31mex.org/a")
      for text in [entry.fileText, entry.url ?? ""] + entry.authors
        + DayDigest.grouped([entry]).map(\.fileText)
      {
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(text.debugDescription)")
      }
    }
  }

  /// Each of its signs takes two bytes there.
  @Test func `values of quotation marks leave it readable`() throws {
    var briefing = ImportedBriefing()
    let long = String(repeating: "\"", count: 100_000)
    briefing.title = long
    briefing.summary = long
    briefing.authors = (0..<30).map { "\($0) \(long)" }
    briefing.tags = (0..<30).map { "\($0) \(long)" }
    briefing.url = "https://example.org/" + long.prefix(7900)
    briefing.identifiers = [String(long.prefix(7900))]
    briefing.blocks = [.paragraph([InlineRun("Words.")])]
    let read = try metadata(briefing)
    #expect(read.warnings == [])
    #expect(read.title == String(repeating: "\"", count: 2000) + "…")
    #expect(read.url == nil)
    #expect(try ReadBack(briefing).leaves == ["Words."])

    let days = DayDigest.grouped(
      (0..<300).map { number in
        var entry = ImportedBriefing()
        entry.title = "Entry \(number)"
        entry.identifiers = ["urn:\(number)" + String(repeating: "\\", count: 150)]
        entry.fingerprints = ["0123456789abcdef"]
        entry.blocks = [.paragraph([InlineRun("Words.")])]
        return entry
      })
    let ids = try days.map { day in
      try #require(FrontMatterFacts(Array(Array(day.fileText.utf8).prefix(FrontMatterFacts.reach)))).texts(
        of: "ids")
    }
    #expect(ids.map(\.count).reduce(0, +) == 300)
  }
}
