import Testing

@testable import BriefingImport

/// How a later version of an entry is told from the one that was imported.
@Suite struct EntryFingerprintTests {
  private func fingerprints(title: String = "T", text: String = "Words", link: String = "a") throws
    -> [String]
  {
    try Importer().briefings(
      from: Array(
        "<rss><channel><title>F</title><item><title>\(title)</title><guid>g:1</guid><description>&lt;p&gt;&lt;a href='https://example.org/\(link)'&gt;\(text)&lt;/a&gt;&lt;/p&gt;</description></item></channel></rss>"
          .utf8)
    ).briefings.flatMap(\.fingerprints)
  }

  @Test func `it is that of what a reader sees`() throws {
    let first = try fingerprints()
    #expect(first.count == 1)
    #expect(try fingerprints(link: "b") == first)
    #expect(try fingerprints(text: "Other words") != first)
    #expect(try fingerprints(title: "U") != first)
  }

  /// Some publishers move it with each comment.
  @Test func `the date of the last change is none of it`() throws {
    let fingerprints = try ["16", "17"].map { day in
      try Importer().briefings(
        from: Array(
          "<feed><title>F</title><entry><id>a:1</id><title>T</title><published>2025-05-15T10:00:00Z</published><updated>2025-05-\(day)T10:00:00Z</updated><content>Words</content></entry></feed>"
            .utf8)
      ).briefings.flatMap(\.fingerprints)
    }
    #expect(fingerprints[0].count == 1)
    #expect(fingerprints[0] == fingerprints[1])
  }

  /// It stands in files that earlier versions of the program have written.
  @Test func `it stays the same from one version to the next`() throws {
    #expect(try fingerprints() == ["436d540e37c5242c"])
  }
}
