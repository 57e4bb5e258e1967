import BriefingCore
import BriefingSearch
import BriefingText
import CommonMarkSamples
import Testing

/// The words of a briefing are those of its sections' texts, from which excerpts are made.
@Suite struct SearchableBriefingTests {
  private func check(_ bytes: [UInt8], _ name: String) throws {
    let briefing = try Briefing(parsing: bytes, file: .init(name: "sample"))
    let searchable = try SearchableBriefing(briefing, path: "a/b.md")
    let texts = try BriefingUnits(briefing).sectionTexts()
    #expect(searchable.sections.map(\.ordinal) == texts.map(\.ordinal), "\(name)")
    #expect(searchable.sections.map(\.heading) == texts.map(\.section), "\(name)")
    for (section, text) in zip(searchable.sections, texts) {
      let passages = text.passages.map { Words($0.text).texts }.filter { !$0.isEmpty }
      #expect(
        section.body.string == passages.map { $0.joined(separator: " ") }.joined(separator: " | "), "\(name)")
      #expect(section.body.count == passages.reduce(0) { $0 + $1.count }, "\(name)")
      #expect(
        section.title.string == Words(text.section?.title ?? "").texts.joined(separator: " "), "\(name)")
    }
  }

  @Test func newsHasTheWordsOfItsSections() throws {
    try check(NewsSample.make(byteCount: 60_000), "news")
    for index in 0..<40 { try check(Array(LibrarySample()[index].text.utf8), "briefing \(index)") }
  }

  @Test(arguments: HostileSample.all.indices)
  func hostileShapesHaveTheWordsOfTheirSections(index: Int) throws {
    try check(HostileSample.all[index].bytes(800), HostileSample.all[index].name)
  }

  @Test(arguments: [
    "", "\n", "Lead.\n", "# Page\n", "## One\n", "Lead.\n\n## One\n", "—\n\n## One\n",
    "# Page\n\nLead.\n\n## One\n\nText[^1].\n\n[^1]: Note.\n",
    "---\ntitle: Title\n---\n## One\n", "---\ntitle: Title\nsummary: Sum\n---\n# Page\n\nText.\n\n## One\n",
    "---\ntitle: Page\n---\n# Page\n\nText.\n", "> ## In a quote\n>\n> Text.\n\n- ## In an item\n\n  Text.\n",
  ])
  func leadsAndTitles(text: String) throws { try check(Array(text.utf8), text) }
}
