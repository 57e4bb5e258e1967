import BriefingSearch
import Testing

@testable import BriefingReader

/// Earlier searches: what counts as one, and how they come back.
@Suite struct SearchHistoryTests {
  private func session() -> Session {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, rows: 24)
    session.library.hits = Samples.hits
    session.type("Sgamma<Enter>qSistanbul<Enter>qSpresident<Enter>q")
    return session
  }

  /// Keys behind `S`, the prompt.
  @Test(arguments: [
    ("<Up>", "president"), ("<Down>", "president"), ("<C-p>", "president"), ("<Up><Up>", "istanbul"),
    ("<Up><Up><Up>", "gamma"), ("<Up><Up><Up><Up><Up>", "gamma"), ("<Down><Up>", "istanbul"),
    ("<Up><Down>", "president"), ("<Up><BS><Up>", "presiden"), ("<Up><C-u><Up>", "president"),
    ("<Up><Up><Left><Up>", "gamma"), ("x<Up>", "x"), ("<Up><Up><Up><Down><Up>", "gamma"),
  ])
  func comesBack(keys: String, prompt: String) {
    var session = session()
    session.type("S" + keys)
    #expect(session.state.prompt?.text == prompt)
    #expect(session.status.hasPrefix(" Search: \(prompt)"))
  }

  @Test func whatCameBackIsSearchedForAndDownSelectsItsHits() {
    var session = session()
    session.type("S<Up><Up><Up>")
    #expect(session.text.contains("Ankara and the jets"))
    session.type("<Down>")
    #expect(session.marked(.selected).trimmed.hasPrefix("İstanbul"))
    session.type("<Up>")
    #expect(session.marked(.selected).trimmed.hasPrefix("Ankara"))
    #expect(session.state.prompt?.text == "gamma")
  }

  @Test func theEmptyPromptShowsThemNewestFirst() {
    var session = session()
    session.type("S")
    #expect(session.lines[2].contains("Searched before"))
    #expect(session.lines[3...5].map(\.trimmed) == ["president", "istanbul", "gamma"])
    #expect(session.text.contains("after:2025-05"))
  }

  @Test func onlyASearchThatLedSomewhereCounts() {
    var session = session()
    session.type("Sank<Esc>Szebra<Enter><Esc>S<Up>")
    #expect(session.state.prompt?.text == "president")
  }

  @Test func aRepeatedSearchMovesToTheFront() {
    var session = session()
    session.type("S<Up><Up><Up><Enter>qS")
    #expect(session.state.searches.texts == ["gamma", "president", "istanbul"])
  }

  @Test func aHundredAreKept() {
    var history = SearchHistory()
    for index in 0..<150 { history.remember("search \(index)") }
    history.remember("  ")
    history.remember("search 149 ")
    #expect(history.texts.count == 100)
    #expect(history.texts.first == "search 149")
    #expect(history.texts.last == "search 50")
  }
}
