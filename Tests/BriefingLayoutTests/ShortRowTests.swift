import BriefingCore
import Testing

@testable import BriefingLayout

/// Rows with fewer cells than their table has columns look as if the rest were written, and are found as such.
@Suite struct ShortRowTests {
  private static let header =
    "| Missile | Number | Range in kilometres | Remark |\n|---|--:|:-:|---|\n| AIM-120 | 53 | 160 | for the jets |\n"
  private static let short =
    header + "| short |\n| two | 2 |\n| a | 1 | 7 | last | too many | cells |\n| end |\n"
  private static let whole =
    header + "| short | | | |\n| two | 2 | | |\n| a | 1 | 7 | last |\n| end | | | |\n"

  private static var small: LeafBounds {
    var bounds = LeafBounds()
    (bounds.leaf, bounds.cells) = (80, 8)
    return bounds
  }

  private func pages(_ markdown: String, width: Int, _ overflow: Page.Overflow) throws -> [Page] {
    let briefing = try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"))
    var settings = Page.Settings()
    settings.overflow = overflow
    return [
      Page(briefing, width: width, settings: settings),
      try Page(cutting: briefing, Self.small, width: width, settings: settings),
    ]
  }

  @Test(arguments: [8, 20, 30, 60], [Page.Overflow.wrap, .pan])
  func `they look as if all cells were written`(width: Int, overflow: Page.Overflow) throws {
    for (short, whole) in zip(
      try pages(Self.short, width: width, overflow), try pages(Self.whole, width: width, overflow))
    {
      #expect(short.unitCount == whole.unitCount)
      for pan in [0, 7] {
        let lines = [short, whole].map { $0.lines(from: Place(), count: .max, pan: pan) }
        #expect(lines[0].map(\.line) == lines[1].map(\.line))
        #expect(lines[0].map(\.place) == lines[1].map(\.place))
      }
      for unit in 0..<short.unitCount {
        #expect(short.text(of: unit) == whole.text(of: unit))
        #expect(short.units.searchableTexts(of: unit) == whole.units.searchableTexts(of: unit))
        for offset in 0...short.text(of: unit).string.utf8.count {
          #expect(
            short.row(of: Place(unit: unit, offset: offset))
              == whole.row(of: Place(unit: unit, offset: offset)))
        }
      }
      #expect(short.panLimit(of: 0) == whole.panLimit(of: 0))
    }
  }

  @Test(arguments: ["short", "two", "last", "end"])
  func `what is found stands where the text has it`(word: String) throws {
    for page in try pages(Self.short, width: 40, .wrap) {
      let matches = try #require(FindText(page)?.matches(of: FindQuery(word)))
      #expect(matches.count == 1)
      for match in matches {
        let text = Array(page.text(of: match.unit).string.utf8)
        #expect(String(decoding: text[match.range], as: UTF8.self) == word)
      }
    }
  }
}
