import Testing

@testable import BriefingCore

/// What a list shows is what the briefing says.
@Suite struct BriefingHeadTests {
  @Test(arguments: [
    "# Page\n\nLead words.\n\n## A b\n\nText c.\n\n### D\n\n## A b\n", "## One\n\nx\n\n## Two\n", "text\n",
    "",
    "---\ntitle: T\ndate: 2025-05-15\n---\n# H\n\n# I\n\nx^[note here] y\n", "# Contents\n\n## A\n\n# B\n",
    "Title\n===\n\n港口 abc\n\n- a\n  ## b\n",
  ])
  func headAndBriefingAgree(text: String) throws {
    let facts = Briefing.FileFacts(name: "2024-05-01-x", modified: nil)
    let head = try BriefingHead(parsing: Array(text.utf8), file: facts)
    let briefing = try Briefing(parsing: Array(text.utf8), file: facts)
    #expect(head.metadata == briefing.metadata)
    #expect(head.sectionCount == briefing.sections.count)
    #expect(head.wordCount { false } == briefing.wordCounts().reduce(0, +))
    #expect(head.hasFrontMatter == briefing.hasFrontMatter)
  }

  @Test func limitsHoldForBoth() {
    let text = Array("# A\n\n# B\n\n# C\n".utf8)
    let facts = Briefing.FileFacts(name: "x", modified: nil)
    #expect(throws: Briefing.LimitError.headings(2)) {
      try BriefingHead(parsing: text, file: facts, limits: .init(headings: 2))
    }
    #expect(throws: Briefing.LimitError.headings(2)) {
      try Briefing(parsing: text, file: facts, limits: .init(headings: 2))
    }
  }
}
