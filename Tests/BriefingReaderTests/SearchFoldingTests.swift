import BriefingSearch
import Testing

@testable import BriefingReader

/// The results of a search: their keys, the sections of a briefing under its best one, the way back to the list.
@Suite struct SearchFoldingTests {
  private static let sections = [
    Samples.hit(
      "Ankara and the jets", number: "1", section: "Missile sale", slug: "missile-sale", "Gamma in one",
      lit: "Gamma"),
    Samples.hits[0],
    Samples.hit(
      "Ankara and the jets", number: "3", section: "PKK talks", slug: "pkk-talks", "Gamma in three",
      lit: "Gamma"),
  ]

  private func session(_ keys: String, columns: Int = 80, rows: Int = 24) -> Session {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: columns, rows: rows)
    session.library.hits = Samples.hits
    session.library.sections[Samples.hits[0].path] = Self.sections
    session.type(keys)
    return session
  }

  /// Keys after `Sgamma`, the first lines of the hits that are then shown.
  @Test(arguments: [
    ("<Right>", ["Ankara and the jets", "2 F-35 hopes", "3 PKK talks", "İstanbul meeting"]),
    ("<Tab>l", ["Ankara and the jets", "2 F-35 hopes", "3 PKK talks", "İstanbul meeting"]),
    ("<Right><Left>", ["Ankara and the jets", "İstanbul meeting"]),
    ("<Tab>lh", ["Ankara and the jets", "İstanbul meeting"]),
    ("<Left>", ["Ankara and the jets", "İstanbul meeting"]),
    ("<C-b><Right><Right>", ["Ankara and the jets", "2 F-35 hopes", "3 PKK talks", "İstanbul meeting"]),
    ("<C-b><Right>", ["Ankara and the jets", "İstanbul meeting"]),
  ])
  func unfolds(keys: String, first: [String]) {
    let session = session("Sgamma" + keys)
    let shown = stride(from: 2, to: session.lines.count - 1, by: 3).map { session.lines[$0].trimmed }
    for (line, start) in zip(shown, first) { #expect(line.hasPrefix(start), "\n\(session.text)") }
    #expect(session.marked(.selected).contains("F-35 hopes"), "the hit that was selected still is")
  }

  @Test func anUnfoldedSectionOpens() {
    var session = session("Sgamma<Right><Down><Enter>")
    #expect(session.topLine == "PKK talks")
    session.type("q")
    #expect(session.marked(.selected).contains("PKK talks"), "and the results are as they were")
  }

  @Test func whatHasNoMoreSectionsSaysSo() {
    var session = session("Sgamma<Down><Right>")
    #expect(session.status.contains("No other section of this briefing matches."))
    session.type("<Up><Right><Right>")
    #expect(session.text.contains("All matching sections of this briefing are shown."))
  }

  /// The first of the sections that are shown counts those that are not.
  @Test(arguments: ["<Right>", "<Down><Right>"]) func anySectionUnfoldsItsBriefing(keys: String) {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: 80, rows: 24)
    var best = Array(Self.sections.prefix(2))
    (best[0].more, best[1].more) = (1, 0)
    session.library.hits = best
    session.library.sections[best[0].path] = Self.sections
    session.type("Sgamma" + keys)
    #expect(session.text.contains("3 PKK talks"), "\n\(session.text)")
  }

  @Test func anAnswerToAnotherSearchUnfoldsNothing() {
    var session = session("Sgamma")
    let request = SectionsRequest(path: Samples.hits[0].path, text: "gam", patterns: [])
    let before = session.text
    session.send(.sectionsFound(request, Self.sections))
    #expect(session.text == before)
  }

  /// Keys, and the contexts that each `q` then leads through.
  @Test(
    arguments: [
      ("Sgamma<Enter>", [.results, .list]), ("j<Enter>Sgamma<Enter>", [.results, .reading, .list]),
      ("Sgamma<Enter>Sgamma<Enter>", [.results, .list]), ("Sgamma<Enter>qj<Enter>", [.results, .list]),
      ("j<Enter>Sgamma<Enter>Sgamma<Down><Enter>", [.results, .reading, .list]),
    ] as [(String, [Context])])
  func qGoesBackOneThingAtATime(keys: String, ways: [Context]) {
    var session = session(keys)
    #expect(session.state.context == .reading)
    for way in ways {
      session.type("q")
      #expect(session.state.context == way, "\n\(session.text)")
    }
    #expect(session.quitStatus == nil)
    session.type("q")
    #expect(session.quitStatus == 0)
  }

  /// Keys in the results, the title of the selected hit.
  @Test(arguments: [
    ("j", "İstanbul"), ("G", "Erdoğan"), ("Gg", "Ankara"), ("jk", "Ankara"), ("<Down><Down>", "Erdoğan"),
    (" ", "Erdoğan"),
    ("<C-o>", "İstanbul"),
  ])
  func theResultsAreGoneThroughAsTheListIs(keys: String, title: String) {
    var session = session("Sgamma<Tab>" + keys)
    #expect(session.marked(.selected).trimmed.hasPrefix(title), "\n\(session.text)")
    #expect(session.status.hasPrefix(" Search: gamma · "))
    session.type("<Tab> x")
    #expect(session.state.prompt?.text == "gamma x")
  }

  @Test func sInTheResultsStartsAnew() {
    let session = session("Sgamma<Enter>qSpresident")
    #expect(session.state.prompt?.text == "president")
    #expect(session.lines[2].contains("Erdoğan"))
  }

  @Test func thePreviewScrolls() {
    var session = session("Sgamma", columns: 120, rows: 16)
    #expect(!session.text.contains("Epsilon three, the end."))
    session.type("<M-Down>")
    #expect(session.text.contains("Epsilon"))
    #expect(session.marked(.selected).contains("Ankara"), "the selection stays")
    #expect(session.state.prompt?.text == "gamma")
    session.type("<M-Down><M-Down><M-Down>")
    #expect(session.text.contains("Epsilon three, the end."))
    #expect(session.text.contains("This is the end."))
    session.type("<Tab><M-Up><M-Up><M-Up><M-Up>")
    #expect(session.text.contains("Lead text before all sections."))
  }
}
