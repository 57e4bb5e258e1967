import BriefingCore
import Testing

@testable import BriefingReader

/// What is typed while a briefing opens, and leaving meanwhile.
@Suite struct OpeningTests {
  private func session(_ keys: String = "") -> Session {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: 80, rows: 20)
    session.library.hits = Samples.hits
    session.type(keys)
    session.answersOpening = false
    return session
  }

  private func open(_ title: String, in session: inout Session) throws {
    let path = "news/\(title).md"
    let text = try #require(session.files[path])
    let page = try #require(Session.page(text))
    session.send(.opened(path: path, page))
  }

  /// Keys in one write, what is then at the top and what else is on the screen.
  @Test(arguments: [
    ("j<Enter>]]", "Congress", " 1.1 Congress"), ("j<Enter>2", "F-35 hopes", " 2 F-35 hopes"),
    ("j<Enter>/gamma<Enter>", "", "“gamma” 1 of 2"),
    ("j<Enter>squay<BS><BS><BS><BS>pkk<Enter>", "PKK talks", "3"),
    ("j<Enter>?", "", "Keys in a briefing"), ("j<Enter>/quit", "Page", "/quit"),
    ("j<Enter>G[", "F-35 hopes", "2"),
    ("j<Enter>:50%<Enter>", "Missile sale", "%"),
  ])
  func whatIsTypedMeanwhileIsDoneThere(keys: String, top: String, shown: String) throws {
    var session = session()
    session.type(keys)
    #expect(session.state.context == .opening)
    #expect(session.status.hasPrefix(" Opening news/Ankara and the jets.md …"))
    #expect(!session.status.contains("%"))
    session.send(.openingCame(path: "news/Ankara and the jets.md", percent: 34))
    #expect(session.status.hasPrefix(" Opening news/Ankara and the jets.md … 34%"))
    try open("Ankara and the jets", in: &session)
    if !top.isEmpty { #expect(session.topLine == top, "\n\(session.text)") }
    #expect(session.text.contains(shown), "\n\(session.text)")
  }

  @Test func aPasteIsTypedMeanwhileToo() throws {
    var session = session("j")
    session.type("<Enter>/")
    session.send(.paste("delta"))
    try open("Ankara and the jets", in: &session)
    #expect(session.status.contains("/delta"))
    #expect(session.marked(.currentMatch) == "Delta")
  }

  @Test func eachOpeningWaitsForTheOneBefore() throws {
    var session = session()
    session.type("<Enter>JJ")
    try open("İstanbul meeting", in: &session)
    #expect(session.state.context == .opening)
    try open("Ankara and the jets", in: &session)
    #expect(session.status.hasPrefix(" Opening news/Erdoğan in Washington.md"))
    try open("Erdoğan in Washington", in: &session)
    #expect(session.topLine == "Just text, no section.")
    session.answersOpening = true
    session.type("<BS><BS>")
    #expect(session.topLine == "Istanbul")
  }

  /// Keys before, the key that leaves, where it leads.
  @Test(arguments: [
    ("", "j<Enter>q", Context.list), ("", "j<Enter><Esc>", .list), ("", "j<Enter>jjq", .list),
    ("<Enter>", "Jq", .reading), ("<Enter>", "J<Esc>", .reading), ("Sgamma", "<Enter>q", .search),
    ("", "j<Enter>/q<Esc>", .list), ("<Enter><Tab>", "Jq", .reading),
  ])
  func leavingEndsTheOpening(before: String, keys: String, context: Context) throws {
    var session = session(before)
    let top = session.topLine
    session.type(keys)
    #expect(session.state.context == context, "\n\(session.text)")
    #expect(session.cancellings == 1)
    #expect(session.quitStatus == nil)
    try open("Ankara and the jets", in: &session)
    #expect(session.state.context == context, "what comes late is not shown")
    #expect(session.topLine == top)
  }

  @Test func whatFailsToOpenLeavesWhatWasTypedUndone() {
    var session = session("<Enter>")
    session.type("J]q")
    #expect(session.state.context == .reading, "q leaves the opening, not what was read")
    session.type("J]Z")
    session.send(.openFailed(path: "news/Ankara and the jets.md", message: "it is gone"))
    #expect(session.state.context == .reading)
    #expect(session.status.contains("it is gone"))
    #expect(session.topLine == "Istanbul")
    #expect(session.state.begun.isEmpty)
  }

  @Test func aFileOfItsOwnThatFailsSaysSoUntilItIsLeft() {
    let size = Size(rows: 10, columns: 60)
    var (state, _) = State.file("a.md", size: size, theme: .monochrome)
    _ = update(&state, .key("j"))
    _ = update(&state, .openFailed(path: "a.md", message: "a.md: permission denied"))
    #expect(view(state).text(row: 9).contains("a.md: permission denied"))
    #expect(view(state).text(row: 9).contains("Q quit"))
    for key: Key in ["q", "Q"] {
      var state = state
      guard case .terminal(.quit(status: 0))? = update(&state, .key(key)).first else {
        Issue.record("no end by \(key)")
        return
      }
    }
  }

  /// It may have been typed before the screen was there.
  @Test func escapeDoesNotEndAProgramThatOpensAFile() {
    var (state, _) = State.file("a.md", size: Size(rows: 10, columns: 60), theme: .monochrome)
    #expect(update(&state, .key(.escape)).isEmpty)
    #expect(state.context == .opening)
    guard case .terminal(.quit(status: 0))? = update(&state, .key("q")).first else {
      Issue.record("no end")
      return
    }
  }

  @Test func quittingNeedsNoAnswer() {
    var session = session()
    session.type("<Enter>/Quito")
    #expect(session.quitStatus == nil, "it is text")
    session.type("<Esc><Enter>GQ")
    #expect(session.quitStatus == 0)
  }

  /// Keys while a briefing opens, what they have ended by then, and whether they end the program once it is there.
  @Test(arguments: [
    ("<Enter>ZZ", true, true), ("<Enter>ZjkZ", false, false), ("<Enter>jZZ", false, true),
    ("<Enter>mq", false, false), ("<Enter>'q", false, false), ("<Enter>ZZQ", true, true),
  ])
  func `a sequence is not taken apart`(keys: String, endsAtOnce: Bool, ends: Bool) throws {
    var session = session()
    session.type(keys)
    #expect((session.quitStatus != nil) == endsAtOnce)
    #expect(session.state.context == .opening)
    if endsAtOnce { return }
    try open("İstanbul meeting", in: &session)
    #expect((session.quitStatus != nil) == ends)
  }
}
