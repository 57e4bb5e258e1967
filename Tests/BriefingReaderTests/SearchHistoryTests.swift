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

  /// Keys after `S`, the prompt.
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
    #expect(session.lines[2].contains("Earlier searches"))
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

  @Test func searchesOfEarlierRunsComeBehindThoseOfThisOne() {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, rows: 24)
    session.library.hits = Samples.hits
    session.recalled = ["missile", "gamma", "ankara"]
    session.type("Sgamma<Enter>qS")
    #expect(session.lines[3...5].map(\.trimmed) == ["gamma", "missile", "ankara"])
    session.type("<Up><Up>")
    #expect(session.status.hasPrefix(" Search: missile"))
    #expect(session.remembered == ["gamma"])
    #expect(session.recallings == 1)
  }

  @Test func theFirstScreenDoesNotAskForThem() {
    var session = Session(library: Samples.library, files: Samples.libraryFiles)
    #expect(session.recallings == 0)
    session.type("<Enter>q")
    #expect(session.recallings == 0)
  }

  /// Keys after `S`, then the answer, then keys after that; the prompt.
  @Test(arguments: [
    ("", "<Up>", "missile"), ("<Up>", "<Up>", "missile"), ("turk", "<Up>", "turk"),
    ("<Esc>", "S<Up><Up>", "ankara"), ("gamma<Enter>qS", "<Up><Up>", "missile"),
    ("gamma<Enter>qS<Up>", "<Up>", "missile"), ("gamma<Enter>", "qS<Up>", "gamma"),
  ])
  func theyMayComeLate(before: String, after: String, prompt: String) {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, rows: 24)
    session.library.hits = Samples.hits
    session.recalled = nil
    session.type("S" + before)
    session.send(.searchesRecalled(["missile", "ankara"]))
    session.type(after)
    #expect(session.status.hasPrefix(" Search: \(prompt)"))
  }

  @Test func whatStandsInTheFileIsShownAsText() {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, rows: 24)
    session.recalled = ["a\u{1b}]0;title\u{7}\u{202e}b", "  ", String(repeating: "long ", count: 400)]
    session.type("S<Up>")
    #expect(session.status.hasPrefix(" Search: a^[]0;title^G<U+202E>b"))
    session.type("<Up>")
    #expect(session.status.contains("long long"))
  }

  @Test func aHundredAreKept() {
    var history = SearchHistory()
    for index in 0..<150 { history.remember("search \(index)") }
    history.remember("  ")
    history.remember("search 149 ")
    #expect(history.texts.count == 100)
    #expect(history.texts.first == "search 149")
    #expect(history.texts.last == "search 50")
    history = SearchHistory()
    history.remember("now")
    history.recall((0..<150).map { "search \($0)" })
    #expect(history.texts.count == 100)
    #expect(history.texts.first == "now")
    #expect(history.texts.last == "search 98")
  }
}
