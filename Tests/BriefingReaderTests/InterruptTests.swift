import BriefingCore
import BriefingLayout
import BriefingSearch
import Testing

@testable import BriefingReader

/// `^C` ends what is going on, one thing at a time; where nothing is, the program.
@Suite struct InterruptTests {
  private static let files = [
    "news/a.md": """
    # Page

    A [way](b.md), the [web](https://example.org/x) and a note[^1].

    ## Second

    Gamma.

    [^1]: Its text.
    """,
    "news/b.md": "Other text.\n",
  ]

  private func session(_ keys: String) -> Session {
    var session = Session(
      library: [Samples.row("a"), Samples.row("b", "2025-05-14")], files: Self.files, rows: 20)
    session.library.hits = Samples.hits
    session.type(keys)
    return session
  }

  /// Keys, and where each `^C` leads before the last one, which quits.
  @Test(
    arguments: [
      ("", []), ("/a", [.list]), ("z", []), ("?", [.list]), ("?/x", [.help, .list]), ("Sgamma", [.list]),
      ("Sgamma<F1>", [.search, .list]), ("Sgamma<F1>/x", [.help, .search, .list]),
      ("<Enter>", []), ("<Enter>/way", [.reading]), ("<Enter>s", [.reading]), ("<Enter>ssec", [.reading]),
      ("<Enter><Tab>", [.reading]), ("<Enter><Tab>?", [.outline, .reading]), ("<Enter>?", [.reading]),
      ("<Enter>f", [.reading]), ("<Enter>fd", [.reading]), ("<Enter>fs", [.reading]),
      ("<Enter>S", [.reading]), ("<Enter>S<F1>", [.search, .reading]),
    ] as [(String, [Context])])
  func endsOneThingAtATime(keys: String, ways: [Context]) {
    var session = session(keys)
    for way in ways {
      session.send(.interrupt)
      #expect(session.state.context == way, "\n\(session.text)")
      #expect(session.quitStatus == nil)
    }
    session.send(.interrupt)
    #expect(session.quitStatus == 130)
  }

  @Test(arguments: [("<Enter>fs", "Open in another program?"), ("<Enter>fd", "Its text.")])
  func closesWindowsOverTheText(keys: String, text: String) {
    var session = session(keys)
    #expect(session.state.context != .reading, "\n\(session.text)")
    #expect(session.text.contains(text))
    session.send(.interrupt)
    #expect(session.state.context == .reading)
    #expect(session.launched == [])
    #expect(session.quitStatus == nil)
  }

  @Test func helpOverASearchGivesBackWhatWasTyped() {
    var session = session("Sgamma<F1>")
    session.send(.interrupt)
    #expect(session.status.hasPrefix(" Search: gamma"))
    #expect(session.text.contains("Ankara and the jets"))
  }

  @Test func theOutlineGoesBackToWhereTheReaderWas() {
    var session = session("<Enter>")
    let top = session.topLine
    session.type("<Tab>j")
    session.send(.interrupt)
    #expect(session.topLine == top)
  }

  @Test func anOpeningIsCancelledWithoutALibraryToo() {
    var session = Session("See [other](b.md).\n")
    session.state.push(.opening(Opening(path: "b.md")))
    session.send(.interrupt)
    #expect(session.status.contains("Opening was cancelled."))
    #expect(session.quitStatus == nil)
    session.send(.interrupt)
    #expect(session.quitStatus == 130)
  }

  @Test func theFirstOpeningIsAllThatThereIs() {
    let size = Size(rows: 10, columns: 40)
    var (state, _) = State.file("a.md", size: size, theme: .monochrome)
    let effects = update(&state, .interrupt)
    guard case .terminal(.quit(status: 130))? = effects.first else {
      Issue.record("no end")
      return
    }
  }

  /// A session in which what is asked for does not come.
  private func opening(_ session: Session, _ path: String) -> Session {
    var session = session
    session.state.push(.opening(Opening(path: path)))
    return session
  }

  private func answer(_ session: inout Session, _ path: String) throws {
    session.send(.opened(path: path, try #require(Session.page("Too late."))))
  }

  private func isCancelled(_ session: Session) -> Bool {
    session.effects.contains { if case .giveUp(.opening) = $0 { true } else { false } }
  }

  @Test func qWhileAnOpeningIsUnderWayStaysInTheList() throws {
    var session = opening(session(""), "news/b.md")
    session.type("q")
    #expect(session.quitStatus == nil)
    #expect(session.state.context == .list)
    #expect(isCancelled(session))
    #expect(session.status.contains("Opening was cancelled."))
    try answer(&session, "news/b.md")
    #expect(session.state.context == .list)
    session.type("q")
    #expect(session.quitStatus == 0)
  }

  @Test(arguments: ["<Enter>", "<Enter><Tab>"])
  func qGoesBackToTheTextAndNothingOpensLater(keys: String) throws {
    var session = opening(session(keys), "news/b.md")
    session.type("q")
    #expect(session.quitStatus == nil)
    #expect(session.state.context == .reading)
    #expect(isCancelled(session))
    try answer(&session, "news/b.md")
    #expect(!session.text.contains("Too late."))
    session.type("q")
    #expect(session.state.context == .list)
  }

  @Test func qGoesBackToTheTextOfAFileThatWasOpenedByItself() throws {
    var session = opening(Session("See [other](b.md).\n"), "b.md")
    session.type("q")
    #expect(session.quitStatus == nil)
    #expect(isCancelled(session))
    try answer(&session, "b.md")
    #expect(session.text.contains("See other."))
    session.type("q")
    #expect(session.quitStatus == 0)
  }

  @Test func qEndsAFileThatIsStillOpened() {
    let size = Size(rows: 10, columns: 40)
    var (state, _) = State.file("a.md", size: size, theme: .monochrome)
    guard case .terminal(.quit(status: 0))? = update(&state, .key("q")).first else {
      Issue.record("no end")
      return
    }
  }
}
