import BriefingCore
import BriefingLayout
import Testing

@testable import BriefingReader

/// An open briefing whose file changes under the reader.
@Suite struct FollowTests {
  /// Six rows of text, so that little of it is on the screen.
  private func session(_ keys: String = "", _ markdown: String = Samples.sections) -> Session {
    var session = Session(markdown, columns: 60, rows: 9)
    session.type(keys)
    return session
  }

  /// What the follower would send when the file has another text.
  private func change(_ session: inout Session, to markdown: String) throws {
    let reading = try #require(session.state.reading)
    let page = try #require(Session.page(markdown, LeafBounds(), State.Options().page))
    let replacement = try PageReplacement(of: reading.page, by: page)
    session.send(
      .followed(serial: reading.serial, .changed(replacement, Session.version(of: markdown))))
  }

  private func send(_ news: FileNews, to session: inout Session) throws {
    session.send(.followed(serial: try #require(session.state.reading).serial, news))
  }

  private let version = FileStamp(size: 7, modified: 7, changed: 7, inode: 7)

  /// What is written, and the line that is at the top before and after.
  @Test(arguments: [
    ("Alpha one.", "An answer from the ministry.\n\nAlpha one.", "Beta one."),
    ("## Missile sale", "## Overnight\n\nNews.\n\n## Missile sale", "Beta one."),
    ("### Congress", "### The Congress", "Beta one."),
    ("Beta two.", "Beta two, and more.", "Beta one."),
    ("Lead text before all sections.", "", "Beta one."),
    ("# Page", "---\nsummary: Long.\n---\n# Page", "Beta one."),
  ])
  func theLineThatIsReadStaysAtTheTop(old: String, new: String, line: String) throws {
    var session = session("2[")
    session.type("jj")
    #expect(session.topLine == line)
    try change(&session, to: Samples.sections.replacing(old, with: new))
    #expect(session.topLine == line, "\n\(session.text)")
    #expect(session.state.reading?.page.text(of: 0).string == "Page" || new.hasPrefix("---"))
  }

  @Test(arguments: [
    ("Alpha one.", "Alpha ten.", "reloaded, 1 section changed"),
    ("Alpha one.", "Alpha ten.\n\n## New\n\nWords of its own.", "reloaded, 1 section changed, 1 new"),
    ("Alpha one.", "*Alpha* one.", "reloaded, no word changed"),
  ])
  func whatHasChangedIsSaid(old: String, new: String, message: String) throws {
    var session = session("2")
    try change(&session, to: Samples.sections.replacing(old, with: new))
    #expect(session.status.hasPrefix(" " + message), "\n\(session.text)")
    session.type("j")
    #expect(!session.status.contains("reloaded"))
  }

  @Test func theNewTextIsShownWithItsOutline() throws {
    var session = Session(Samples.sections, columns: 100, rows: 16)
    session.type("3")
    try change(&session, to: Samples.sections.replacing("## F-35 hopes", with: "## Fighter hopes"))
    #expect(session.text.contains("2  Fighter hopes"))
    #expect(session.topLine == "PKK talks")
    session.type("2")
    #expect(session.topLine == "Fighter hopes")
  }

  @Test func theMatchIsFoundAgain() throws {
    var session = session("/one<Enter>n")
    #expect(session.status.contains("2 of 5"))
    let top = session.topLine
    try change(&session, to: Samples.sections.replacing("Lead text", with: "One more. Lead text"))
    #expect(session.topLine == top)
    #expect(session.marked(.currentMatch) == "one")
    session.type("<C-l>")
    #expect(session.status.contains("3 of 6"), "\n\(session.text)")
    session.type("n")
    #expect(session.status.contains("4 of 6"))
  }

  @Test func aMatchThatIsGoneEndsTheSearchAndMovesNothing() throws {
    var session = session("/gamma<Enter>")
    let top = session.topLine
    try change(&session, to: Samples.sections.replacing("Gamma", with: "Delta"))
    #expect(session.state.reading?.search == nil)
    #expect(session.topLine == top.replacing("Gamma", with: "Delta"))
  }

  @Test func panDetailsAndWrapStay() throws {
    let wide = String(repeating: "0123456789", count: 20)
    let text = "---\ntitle: T\nauthor: A. Writer\n---\nLead.\n\n    \(wide)\n\n## One\n\nOne.\n"
    var session = Session(text, columns: 60, rows: 20)
    session.type("ill")
    let pan = try #require(session.state.reading?.pan)
    #expect(pan > 0 && session.text.contains("A. Writer"))
    try change(&session, to: text.replacing("One.", with: "One and two."))
    #expect(session.state.reading?.pan == pan)
    #expect(session.text.contains("A. Writer"))
    #expect(session.text.contains("One and two."))
  }

  @Test func theTrailLeadsToTheSameLines() throws {
    var session = session("2jj3")
    #expect(session.topLine == "PKK talks")
    try change(&session, to: "Above.\n\n" + Samples.sections.replacing("Alpha one.", with: "Alpha.\n\nMore."))
    session.type("<BS>")
    #expect(session.topLine == "Gamma one. The F-35 again.")
    session.type("\\")
    #expect(session.topLine == "PKK talks")
  }

  @Test func theOutlineKeepsTheKeysAndItsWayBack() throws {
    var session = session("2<Tab>j")
    try change(&session, to: "Above.\n\n" + Samples.sections)
    #expect(session.state.context == .outline)
    session.type("<Esc>")
    #expect(session.topLine == "F-35 hopes")
  }

  /// Under a prompt or a window nothing moves; the text is changed once it is closed.
  @Test(arguments: ["/beta", "s", ":1", "?", "f"]) func nothingMovesUnderAWindow(keys: String) throws {
    let markdown = Samples.sections.replacing("Beta one.", with: "Beta one, [a](#deep) and [b](#page).")
    var session = session("2[jj", markdown)
    session.type(keys)
    let before = session.text
    try change(&session, to: markdown.replacing("# Page", with: "Above.\n\n# Page"))
    #expect(session.text == before)
    session.type("<Esc>")
    #expect(session.state.context == .reading)
    #expect(session.topLine.hasPrefix("Beta one"))
    #expect(session.state.reading?.page.text(of: 0).string == "Above.")
    #expect(session.status.hasPrefix(" reloaded, 1 section changed"), "\n\(session.text)")
  }

  @Test func aReaderWhoScrollsMeanwhileIsNotPulledBack() throws {
    var session = session("2")
    session.answersPlaces = false
    try change(&session, to: "Above.\n\n" + Samples.sections)
    session.type("jj")
    let top = session.topLine
    // The returns to both, the second about where the reader is now.
    for request in session.placeRequests {
      session.send(.placed(serial: request.serial, try #require(request.answer())))
    }
    #expect(session.placeRequests.count == 3)
    #expect(session.topLine == top)
    #expect(session.state.reading?.page.text(of: 0).string == "Above.")
  }

  @Test func ofTwoChangesTheLastIsShown() throws {
    var session = session("2s")
    try change(&session, to: "First.\n\n" + Samples.sections)
    try change(&session, to: "Second.\n\n" + Samples.sections)
    session.type("<Esc>")
    #expect(session.state.reading?.page.text(of: 0).string == "Second.")
    #expect(session.topLine == "F-35 hopes")
  }

  @Test func aChangeThatIsTakenBackIsNone() throws {
    var session = session("2s")
    try change(&session, to: "First.\n\n" + Samples.sections)
    try send(.unchanged(version), to: &session)
    session.type("<Esc>")
    #expect(session.state.reading?.page.text(of: 0).string == "Page")
  }

  @Test func answersAboutTheTextBeforeAreNotTakenForTheNewOne() throws {
    var session = session("/one<Enter>")
    let old = try #require(session.state.reading)
    try change(&session, to: Samples.sections.replacing("Alpha one.", with: "Alpha."))
    let page = session.state.reading?.page.unitCount
    session.send(.counted(serial: old.serial, words: [220 * 99]))
    session.send(.followed(serial: old.serial, .vanished))
    session.send(.found(serial: old.serial, search: 1, FindQuery("one"), []))
    #expect(session.state.reading?.page.unitCount == page)
    #expect(!session.text.contains("99 min"))
    #expect(!session.text.contains("gone"))
    #expect(session.state.reading?.search?.matches.count == 4)
  }

  @Test func aFileThatVanishesStaysReadableAndSaysSo() throws {
    var session = session("2")
    try send(.vanished, to: &session)
    #expect(session.status.hasPrefix(" The file is gone; its text stays here."))
    session.type("j")
    #expect(session.topLine == "Gamma one. The F-35 again.")
    #expect(session.status.contains("the file is gone"))
    try send(.vanished, to: &session)
    #expect(!session.status.contains("stays"), "it is said once")
    try send(.unchanged(version), to: &session)
    #expect(session.status.hasPrefix(" The file is back, and unchanged."))
    session.type("j")
    #expect(!session.status.contains("gone"))
  }

  @Test func aFileThatComesBackWithAnotherTextIsShown() throws {
    var session = session("2")
    try send(.vanished, to: &session)
    try change(&session, to: Samples.sections.replacing("Gamma one", with: "Gamma ten"))
    #expect(session.status.hasPrefix(" reloaded, 1 section changed"))
    #expect(session.text.contains("Gamma ten"))
    session.type("j")
    #expect(!session.status.contains("gone"))
  }

  @Test func aFileThatCannotBeReadAnyMoreSaysWhy() throws {
    var session = Session(Samples.sections, columns: 120, rows: 9)
    try send(.unreadable(message: "a.md: permission denied"), to: &session)
    #expect(session.status.hasPrefix(" a.md: permission denied"))
    #expect(session.topLine == "Page")
  }

  @Test func whereChangesAreNotSeenTheLiveKeyIsNamed() throws {
    var session = Session(Samples.sections, columns: 120, rows: 9)
    session.state.keymap = Keymap(
      [CommandTable.entries.first { $0.name == "look-at-file" }].compactMap { entry in
        entry.map {
          CommandEntry(
            name: $0.name, contexts: $0.contexts, keys: ["C-r"], commands: [.lookAgain],
            hint: "",
            help: $0.help)
        }
      })
    try send(.notSeen(message: "a.md: the system cannot watch more folders"), to: &session)
    #expect(session.status.contains("C-r looks for changes"))
  }

  // MARK: What is followed

  @Test func anOpenedFileIsFollowedAndTheNextInItsPlace() {
    var session = Session(library: Samples.library, files: Samples.libraryFiles)
    session.type("<Enter>J")
    #expect(session.followed.map(\.path) == ["news/İstanbul meeting.md", "news/Ankara and the jets.md"])
    #expect(session.followed.map(\.isAsked) == [false, false])
  }

  @Test func comingBackFromASearchFollowsAgain() {
    var session = Session(library: Samples.library, files: Samples.libraryFiles)
    session.library.hits = Samples.hits
    session.type("<Enter>Sgamma<Enter>")
    #expect(session.followed.last?.path == "news/Ankara and the jets.md")
    session.type("<BS>")
    session.type("\\<M-Right>")
    #expect(session.followed.count == 3)
    #expect(session.followed.last?.path == "news/Ankara and the jets.md")
  }

  @Test func afterAReloadTheNewTextIsWhatIsFollowed() throws {
    var session = session()
    let text = "Above.\n\n" + Samples.sections
    try change(&session, to: text)
    #expect(session.followed.count == 2)
    #expect(session.followed.last?.page.text(of: 0).string == "Above.")
    #expect(session.followed.last?.version == Session.version(of: text))
  }

  @Test func theReaderCanAskForALook() throws {
    var session = session("r")
    #expect(session.followed.map(\.isAsked) == [false, true])
    #expect(session.status.hasPrefix(" Looking at the file again …"))
    try send(.unchanged(version), to: &session)
    #expect(session.status.hasPrefix(" The file has not changed."))
    session.type("j")
    try send(.unchanged(version), to: &session)
    #expect(!session.status.contains("has not changed"), "nobody has asked")
  }

  @Test func whatCameByAPipeIsNotFollowed() throws {
    var session = Session("")
    (session.state, _) = State.file("-", size: session.screen.size, theme: .monochrome)
    session.send(.opened(path: "-", try #require(Session.page(Samples.sections))))
    session.type("r")
    #expect(session.status.hasPrefix(" This text came by a pipe and cannot be read again."))
    #expect(session.followed.count == 1, "that of the session's own file")
  }

  // MARK: Memory

  @Test func aLargeBriefingThatIsLeftIsFreedElsewhere() throws {
    let large = "# Page\n\n" + String(repeating: "Some words of a long text.\n\n", count: 50_000)
    var session = Session(library: Samples.library, files: Samples.libraryFiles)
    session.files["news/İstanbul meeting.md"] = large
    session.type("<Enter>q<Enter>J")
    #expect(session.discarded == 2)
    session.type("q")
    #expect(session.discarded == 2, "a small one is freed at once")
  }
}
