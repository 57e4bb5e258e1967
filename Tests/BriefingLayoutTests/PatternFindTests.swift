import BriefingCore
import BriefingText
import Testing

@testable import BriefingLayout

/// Regular expressions in the text of a page.
@Suite struct PatternFindTests {
  private func found(_ expression: String, in markdown: String) throws -> [String] {
    let briefing = try Briefing(parsing: Array(markdown.utf8), file: .init(name: "a"))
    let page = Page(briefing, width: 40)
    let text = try #require(FindText(page))
    let matches = try #require(text.matches(of: FindQuery(pattern: try Pattern(expression))))
    return matches.map {
      String(decoding: Array(page.text(of: $0.unit).string.utf8)[$0.range], as: UTF8.self)
    }
  }

  /// Expression, Markdown, what is found.
  @Test(arguments: [
    ("turk\\w*", "Turkey, *Türk*iye and the TURKS.\n", ["Turkey", "Türkiye", "TURKS"]),
    ("Turk\\w*", "Turkey, turkey, Türkiye.\n", ["Turkey", "Türkiye"]),
    ("türk\\w*", "Turkey, Türkiye, TÜRK.\n", ["Türkiye", "TÜRK"]),
    ("\\$\\d+(\\.\\d+)? ?(bn|m)", "It costs $1.2 bn, not $304m.\n", ["$1.2 bn", "$304m"]),
    ("^f-?\\d+", "F-35\n\nThe F-16\n\nf4\n", ["F-35", "f4"]),
    ("one.*two", "one\n\ntwo\n\n> one and\n> two\n", ["one and two"]),
    ("b", "| a | b |\n|---|---|\n| bb | c |\n", ["b", "b", "b"]),
    ("a.*b", "| a | b |\n|---|---|\n| a b | c |\n", ["a b"]),
    ("e\\b", "caf\u{65}\u{301} one\n", ["e\u{301}", "e"]),
    ("^x$", "```\nx\nxy\nx\n```\n", ["x", "x"]),
  ])
  func itFinds(expression: String, markdown: String, found: [String]) throws {
    #expect(try self.found(expression, in: markdown) == found)
  }
}
