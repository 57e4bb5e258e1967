import BriefingCore
import BriefingLayout
import BriefingSearch
import Testing

@testable import BriefingReader

/// What the search looks like in windows of all sizes, and with texts of all kinds.
@Suite struct SearchScreenTests {
  private static let wide = "日本語の見出しはとても長いので切れてしまう"
  private static let hostile = "\u{1b}]0;x\u{7}\u{9b}31m \u{202e}abc\u{0}\u{200b}\r\n\tend"

  private static let hits =
    Samples.hits + [
      Samples.hit(
        wide, "2025-05-16", number: "1", section: wide, slug: "a",
        String(repeating: wide + " ", count: 4) + "gamma ray", lit: "gamma", more: 12_345),
      Samples.hit(
        hostile + " gamma", nil, number: hostile, section: hostile, slug: hostile,
        hostile + " gamma " + hostile,
        lit: "gamma"),
      SearchHit(path: "gone.md", title: "Gone gamma", date: BriefingDate("2025-05-15")),
      SearchHit(
        path: "wrong.md", title: "Wrong gamma", excerpt: Excerpt(text: "é gamma", matches: [1..<2, 5..<900])),
    ]

  private func session(columns: Int, rows: Int) -> Session {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: columns, rows: rows)
    session.library.hits = Self.hits
    session.library.note = Self.hostile
    session.files["news/\(Self.wide).md"] = "## \(Self.wide)\n\ngamma\n"
    return session
  }

  @Test(arguments: [
    (1, 1), (4, 20), (5, 19), (5, 20), (6, 20), (8, 33), (11, 40), (12, 40), (13, 60), (24, 80), (16, 100),
    (40, 140),
    (60, 200), (200, 500),
  ])
  func anySizeAndAnyTextIsShown(rows: Int, columns: Int) {
    var session = session(columns: columns, rows: rows)
    for keys in [
      "S", "g", "amma", "<Down>", "<Down><Down>", "<Down>", "<Down><PgDn>", "<C-o>", "<Enter>", "<BS>",
    ]
      + ["\\", "<BS>", "zebra", "<C-u>", "<F1>", "q", String(repeating: "long ", count: 60), "<Esc>"]
    {
      session.type(keys)
      #expect(session.screen.frame.cells.count == rows * columns)
      for cell in session.screen.frame.cells {
        for scalar in cell.glyph.unicodeScalars {
          #expect(
            scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
        }
      }
    }
  }

  @Test func inTheLeastWindowTheHitTheCountAndThePromptAreSeen() {
    var session = session(columns: 20, rows: 5)
    session.library.note = nil
    session.type("Sgamma")
    #expect(session.lines[0] == " 12,356 sections")
    #expect(session.lines[1].hasPrefix(" Ankara and the je…"))
    #expect(session.lines[2].contains("Gamma one."))
    #expect(session.status.hasPrefix(" Search: gamma"))
    session.type("<Down>")
    #expect(session.marked(.selected).contains("İstanbul"))
    session.send(.indexing(IndexProgress(done: 1, total: 100_000)))
    #expect(session.status.hasPrefix(" Search: gamma"), "the prompt comes before the progress")
  }

  @Test(arguments: [30, 40, 60, 80, 120]) func whatWasFoundIsSeenHoweverNarrow(columns: Int) {
    var session = session(columns: columns, rows: 20)
    let before = String(repeating: "word ", count: 18)
    session.library.hits = [Samples.hit("Title", nil, before + "the gamma ray " + before, lit: "gamma")]
    session.type("Sgamma")
    #expect(session.marked(.match) == "gamma", "\n\(session.text)")
    #expect(session.lines.allSatisfy { $0.count <= columns })
  }

  @Test func theWordsAreLitInTheTitlesToo() {
    var session = session(columns: 80, rows: 24)
    session.library.hits = [
      Samples.hit("Gamma rays", nil, number: "1", section: "On gammas", slug: "on", "Of rays.", lit: "rays")
    ]
    session.type("Sgam ray")
    #expect(session.marked(.match) == "Gammarays|gammas|rays")
    session.resize(columns: 80, rows: 10)
    #expect(session.marked(.match) == "Gammarays|rays")
  }

  @Test func dateAndFurtherSectionsGiveWayToTheTitle() {
    var session = session(columns: 40, rows: 8)
    session.type("Sgamma")
    #expect(session.lines[1].contains("+3  15 May 2025"))
    session.resize(columns: 24, rows: 8)
    #expect(session.lines[1].hasPrefix(" Ankara and the jets"))
    #expect(!session.lines[1].contains("2025"))
  }

  @Test func ofTwoFactsTheDateIsTheLastToGo() {
    var session = session(columns: 48, rows: 24)
    session.library.hits = [
      Samples.hit("A title that is longer", "2025-05-15", "Gamma.", lit: "Gamma", more: 1)
    ]
    session.type("Sgamma")
    #expect(session.lines[2].hasSuffix("   +1  15 May 2025"))
    session.resize(columns: 34, rows: 24)
    #expect(session.lines[2].hasSuffix("…  15 May 2025"))
    session.resize(columns: 80, rows: 24)
    #expect(session.lines[2].hasSuffix("  +1 section  15 May 2025"))
  }

  @Test func whereOneLineIsAllThereIsItShowsWhatWasFound() {
    var session = session(columns: 60, rows: 8)
    session.library.hits = [
      Samples.hit("Title", nil, number: "1", section: "On gamma", slug: "a", "Of rays."),
      Samples.hit("Gamma", nil, number: "2", section: "Other", slug: "b", "Of more rays."),
    ]
    session.type("Sgamma")
    #expect(session.lines[2].trimmed == "1 On gamma")
    #expect(session.lines[4].trimmed == "Of more rays.")
  }

  @Test func aSectionWithoutTextSaysSo() {
    var session = session(columns: 60, rows: 24)
    session.library.hits = [
      Samples.hit("Gamma", number: "1", section: "Rays", slug: "rays", ""), Samples.hit("Gamma two", nil, ""),
    ]
    session.type("Sgamma")
    #expect(session.lines.filter { $0.contains("A heading without text") }.count == 2)
    session.resize(columns: 60, rows: 10)
    #expect(session.lines[2].trimmed == "1 Rays")
  }

  @Test func aTextThatCannotBeReadAnyMoreSaysSo() {
    var session = session(columns: 80, rows: 24)
    session.type("Sgone")
    #expect(session.text.contains("The text could not be read."))
  }

  @Test func theSelectedHitIsMarkedWithoutColourToo() {
    var session = session(columns: 80, rows: 24)
    session.type("Sgamma")
    let selected = session.screen.frame.row(2)
    #expect(selected.allSatisfy { Theme.monochrome.attributes(of: $0.style).traits.contains(.reverse) })
  }

  @Test func theCursorStandsInThePrompt() {
    var session = session(columns: 80, rows: 24)
    session.type("Sgamma<Down><Left>")
    #expect(session.screen.frame.isCursorVisible)
    #expect(session.screen.frame.cursor == Frame.Position(row: 23, column: 13))
  }
}
