import BriefingCore
import CommonMarkSamples
import Testing

@testable import BriefingImport

/// What was visible text is in the briefing, nothing else is, and in order: of articles that a generator writes.
@Suite struct ReadBackPropertyTests {
  private static let seeds = 0..<60

  private static func only(_ bytes: some Sequence<UInt8>) throws -> ImportedBriefing {
    let result = try Importer().briefings(from: Array(bytes))
    #expect(result.briefings.count == 1)
    return try #require(result.briefings.first)
  }

  @Test(arguments: [0, 1, 2]) func `pages, parts and feeds say what they said`(form: Int) throws {
    for seed in Self.seeds {
      let sample = ArticleSample(seed: UInt64(seed))
      let source = [sample.page, "<article><h1>\(sample.title)</h1>\(sample.body)</article>", sample.feed][
        form]
      let imported = try Self.only(source.utf8)
      let read = try ReadBack(imported)
      #expect(imported.title == sample.title, "seed \(seed)")
      try #require(
        read.leaves.map(\.onOneLine) == sample.lines.map(\.onOneLine), "seed \(seed):\n\(imported.fileText)")
      #expect(read.sections == sample.sections, "seed \(seed)")
      #expect(read.briefing.metadata.title == sample.title, "seed \(seed)")
    }
  }

  @Test func `pasted texts say what they said`() throws {
    for seed in Self.seeds {
      let sample = ArticleSample(seed: UInt64(seed), hasSigns: false)
      let imported = try Self.only(sample.text.utf8)
      let read = try ReadBack(imported)
      try #require(
        ([imported.title] + read.leaves).map(\.onOneLine) == ([sample.title] + sample.lines).map(\.onOneLine),
        "seed \(seed):\n\(imported.fileText)")
      #expect(read.sections == sample.sections, "seed \(seed)")
    }
  }

  /// What `show --format html --standalone` prints of a briefing is a page like any other.
  @Test func `a briefing's own page is that briefing again`() throws {
    for seed in Self.seeds {
      // At the end of a page a heading without a text leads elsewhere.
      let source =
        NewsSample.make(byteCount: 1500 + seed * 20, seed: UInt64(seed))
        + Array("That was the end of it.\n".utf8)
      let original = ReadBack(try Briefing(parsing: source, file: Briefing.FileFacts(name: "x")))
      let imported = try Self.only(HTMLPage().render(original.briefing).utf8)
      let read = try ReadBack(imported)
      #expect(read.briefing.metadata.title == original.briefing.metadata.title, "seed \(seed)")
      #expect(read.sections == original.sections, "seed \(seed)")
      try #require(
        read.leavesWithoutNotes == original.leavesWithoutNotes, "seed \(seed):\n\(imported.fileText)")
      // A page has its notes at its end.
      #expect(read.notes == original.notes, "seed \(seed)")
    }
  }
}
