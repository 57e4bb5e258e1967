import BriefingCore
import BriefingLayout
import Testing

/// What front matter puts before the text.
@Suite struct TitleBlockTests {
  private static let front = """
    ---
    title: Jets
    date: 2025-05-15
    source: The desk
    author: [A. Writer, B. Writer]
    tags: [nato, gas]
    summary: What it says.
    lang: xx yy
    url: https://example.org/jets
    region: Ankara
    ---

    """

  /// Front matter and text, what `show` prints.
  @Test(arguments: [
    (front + "Text.", "Jets\n\nWhat it says.\n\nText.\n"),
    // The page's own heading is the title, and what else there is stands below it.
    (front + "# Heading\n\nText.", "Heading\n\nWhat it says.\n\nText.\n"),
    (front + "## Section\n\nText.", "Jets\n\nWhat it says.\n\n\nSection\n\nText.\n"),
    (front, "Jets\n\nWhat it says.\n"),
    ("---\ntags: a\n---\nText.", "Text.\n"),
    ("---\ntitle: Same\n---\n# Same\n\na\n\n# Other\n", "Same\n\na\n\n\nOther\n"),
    ("Text.", "Text.\n"),
  ])
  func shows(markdown: String, expected: String) throws {
    #expect(try Sample.text(markdown) == expected)
  }

  private func page(_ details: Page.Details, _ markdown: String, width: Int = 60) throws -> Page {
    try Sample.page(markdown, width: width, Page.Settings(details: details))
  }

  @Test func `details open and close without moving any other unit`() throws {
    let closed = try page(.closed, Self.front + "# Heading\n\nText.")
    let unit = try #require(closed.detailsUnit)
    #expect(closed.lines(of: unit).map(\.text) == ["▸ Details · 1 warning", ""])
    let open = closed.resized(to: 60, settings: Page.Settings(details: .open))
    #expect(open.unitCount == closed.unitCount)
    // The unknown and the unusable come in the order of the file.
    #expect(
      open.lines(of: unit).map(\.text) == [
        "▾ Details", "Date: 15 May 2025", "Source: The desk", "Authors: A. Writer, B. Writer",
        "Tags: nato, gas", "URL: https://example.org/jets", "lang: xx yy", "region: Ankara",
        "Line 8: lang: “xx yy” is not a language tag; write it as",
        "  en or pt-BR", "",
      ])
    #expect(open.text(of: unit).links.map(\.destination) == ["https://example.org/jets"])
    for other in unit + 1..<open.unitCount { #expect(open.lines(of: other) == closed.lines(of: other)) }
  }

  @Test func `places, sections and the fraction hold behind a title block`() throws {
    for details in [Page.Details.none, .closed, .open] {
      let page = try page(details, Self.front + Everything.markdown, width: 30)
      let all = page.lines(from: Place(), count: .max)
      for (index, shown) in all.enumerated() {
        #expect(page.place(unit: shown.place.unit, row: page.row(of: shown.place)) == shown.place)
        if index > 0 { #expect(all[index - 1].place < shown.place) }
      }
      let fractions = all.map { page.fraction(of: $0.place) }
      #expect(fractions == fractions.sorted() && fractions.first == 0)
      for section in page.briefing.sections {
        #expect(page.text(of: page.unit(of: section.heading)).string == section.title)
      }
      #expect(page.titleUnit.map { page.text(of: $0).string } == "Everything that a briefing can hold")
    }
  }

  @Test func `what is found in open details is not in closed ones`() throws {
    for (details, count) in [(Page.Details.closed, 0), (.open, 1)] {
      let find = try #require(FindText(try page(details, Self.front + "Text.")))
      #expect(find.matches(of: FindQuery("ankara"))?.count == count)
      #expect(find.matches(of: FindQuery("what it"))?.count == 1)
    }
  }
}
