import BriefingCore
import BriefingText
import Testing

/// What a briefing says, in the order in which it is shown.
@Suite struct UnitsTests {
  private func units(_ markdown: String) throws -> BriefingUnits {
    BriefingUnits(try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample")))
  }

  private func texts(_ units: BriefingUnits) -> [[String]] {
    (0..<units.count).map { units.searchableTexts(of: $0) }
  }

  @Test func `each leaf is a unit, and a table has a text for each cell`() throws {
    let units = try units(
      "# Page\n\nOne *two*\nthree\n\n- item\n\n```swift\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n---\n"
    )
    #expect(
      texts(units) == [["Page"], ["One two three"], ["item"], ["code"], ["a", "b", "c", "d"], []])
    #expect(units.titleUnit == 0)
  }

  @Test func `title and summary of the front matter come first, details are none`() throws {
    let units = try units("---\ntitle: Title\nsummary: In short\ntags: [a]\n---\nText\n")
    #expect(texts(units) == [["Title"], ["In short"], ["Text"]])
    #expect(units.titleUnit == 0)
    #expect(units.detailsUnit == nil)
  }

  @Test func `a footnote stands at the end of the section that refers to it`() throws {
    let units = try units("## A\n\none[^n]\n\n## B\n\ntwo\n\n[^n]: note\n")
    #expect(texts(units) == [["A"], ["one"], ["note"], ["B"], ["two"]])
    #expect(units.briefing.sections.map { units.unit(of: $0.heading) } == [0, 3])
  }

  @Test func `long code is several units`() throws {
    let units = try units("```\n" + String(repeating: "line\n", count: 600) + "```\n")
    #expect(texts(units).map { $0.map { $0.split(separator: "\n").count } } == [[256], [344]])
  }
}
