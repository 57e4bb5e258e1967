import BriefingCore
import BriefingReading
import Testing

/// What counts as a change of a section, and what does not.
@Suite struct BriefingDigestTests {
  private func hash(_ text: String) throws -> UInt64 { try digest("## A\n\n" + text).sections[1].hash }

  @Test(arguments: [
    ("The talks go on. They end today.", "The talks go\non.  They end\n today."),
    ("The talks go on.", "The **talks** go [on](https://a.example)."),
    ("The talks go on; they end.", "The talks go on – they end!"),
    ("First here. Then there.", "First here.\n\nThen there."),
    ("One.\n\nTwo.", "Two.\n\nOne."),
    ("Text.\n\nUpdated 26 November 2026, 10:15", "Text.\n\nUpdated 27 November 2026, 08:00"),
    ("Text.\n\n*Last modified: 2026-11-26T10:00Z*", "Text.\n\n*Last modified: 2026-11-27T11:30Z*"),
  ])
  func `white space, marks, order and dates are no words`(old: String, new: String) throws {
    #expect(try hash(old) == hash(new))
  }

  @Test(arguments: [
    ("The talks go on.", "The talks went on."),
    ("Growth was 5 percent.", "Growth was -5 percent."),
    ("Growth was 5 percent.", "Growth was \u{2212}5 percent."),
    ("The price was 84 dollars.", "The price was 85 dollars."),
    ("The vote is on 5 March.", "The vote is on 6 March."),
    ("No, no.", "No."),
    ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 3 |"),
  ])
  func `a word or a sign is a change`(old: String, new: String) throws {
    #expect(try hash(old) != hash(new))
  }

  @Test func `a new title is a change, and one of the page is none of a section`() throws {
    let a = try digest("# P\n\n## A\n\ntext\n")
    #expect(try a.sections[1].hash != digest("# P\n\n## B\n\ntext\n").sections[1].hash)
    let other = try digest("# Q\n\n## A\n\ntext\n")
    #expect(a.sections.map(\.hash) == other.sections.map(\.hash))
    #expect(a.sections[0].words == 0)
    #expect(a.sections[1].words == 1)
  }

  @Test func `footnotes are read where they are shown`() throws {
    let a = try digest("## A\n\ntext[^1]\n\n## B\n\nmore\n\n[^1]: the note\n")
    #expect(a.sections[1].words == 3)
    #expect(a.sections[2].words == 1)
  }

  @Test func `reading is given up when asked to`() throws {
    let units = try units("## A\n\ntext\n\n## B\n\ntext\n")
    #expect(throws: CancellationError.self) { try BriefingDigest(units) { true } }
    #expect(throws: CancellationError.self) { try SectionContent(units, ordinal: 1) { true } }
  }

  @Test func `an empty briefing has a lead without words`() throws {
    let empty = try digest("")
    #expect(empty.sections.count == 1)
    #expect(empty.sections[0].words == 0)
  }

  @Test func `what a tracker watches ends where its text ends`() throws {
    let markdown = "lead\n\n## A\n\ntext[^1]\n\n## B\n\nmore\n\n[^1]: the note\n\n[b]: https://b.example\n"
    let units = try units(markdown)
    let sections = try units.briefing.dwellSections(BriefingDigest(units))
    let source = Array(markdown.utf8)
    let texts = sections.map { String(decoding: source[$0.extent], as: UTF8.self) }
    #expect(texts.map { $0.split(separator: "\n").last } == ["lead", "text[^1]", "more"])
    #expect(sections.map(\.words) == [1, 3, 1])
  }

  @Test func `sections that are not remembered are read, but not sampled`() throws {
    let count = SectionReunion.limit + 5
    let digest = try digest(
      (1..<count).map { "## S\($0)\n\nText of section \($0).\n" }.joined(separator: "\n"))
    #expect(digest.sections.count == count)
    let (last, behind) = (digest.sections[SectionReunion.limit - 1], digest.sections[SectionReunion.limit])
    #expect(last.identity.path == ["s\(SectionReunion.limit - 1)"] && last.identity.words.count == 4)
    #expect(behind.identity.path.isEmpty && behind.identity.words.count == 0)
    #expect(behind.title == "S\(SectionReunion.limit)" && behind.words == 4 && behind.blocks.count == 1)
    #expect(behind.hash != last.hash)
  }
}
