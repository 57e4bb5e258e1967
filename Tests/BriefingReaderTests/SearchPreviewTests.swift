import BriefingCore
import BriefingSearch
import Testing

@testable import BriefingReader

/// The selected hit's briefing beside the results.
@Suite struct SearchPreviewTests {
  private func session(columns: Int = 120, rows: Int = 24) -> Session {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: columns, rows: rows)
    session.library.hits = Samples.hits
    return session
  }

  /// The rows beside the results.
  private func preview(_ session: Session) -> [String] {
    session.lines.dropFirst(2).dropLast().compactMap { line in
      line.firstIndex(of: "│").map { String(line[line.index(after: $0)...]).trimmed }
    }
  }

  @Test func itShowsTheSectionWithTheWordsLit() {
    var session = session()
    session.type("Sgamma")
    #expect(preview(session).first == "F-35 hopes")
    #expect(preview(session).contains("Gamma two."))
    #expect(session.marked(.match).filter { $0 != "|" } == String(repeating: "Gamma", count: 5))
    #expect(session.marked(.currentMatch) == "Gamma")
  }

  @Test func itFollowsTheSelection() {
    var session = session()
    session.type("Sgamma<Down>")
    #expect(preview(session).first == "Istanbul")
    session.type("<Down>")
    #expect(preview(session).first == "Just text, no section.")
    #expect(session.previews.suffix(2) == ["news/İstanbul meeting.md", "news/Erdoğan in Washington.md"])
  }

  @Test func typingOnReadsNothingAgainWhileTheBriefingStays() {
    var session = session()
    session.type("Sgamma one")
    #expect(session.previews == ["news/Ankara and the jets.md"])
    #expect(session.marked(.match).contains("one"), "but lights what is looked for now")
  }

  @Test func aBriefingThatCannotBeReadLeavesItEmpty() {
    var session = session()
    session.files = [:]
    session.type("Sgamma<Down>")
    #expect(preview(session).allSatisfy { $0.isEmpty })
    #expect(session.lines[2].contains("Ankara"))
  }

  @Test func itsTextIsCollectedOnceHoweverMuchIsTyped() throws {
    var session = session()
    session.collects = false
    session.type("Sgamma one")
    #expect(session.collections.count == 1)
    #expect(session.finds.isEmpty)
    session.send(try session.collected(0))
    #expect(session.finds == ["gamma one"])
    #expect(session.marked(.match).contains("one"))
    session.type("<BS>")
    #expect(session.collections.count == 1)
  }

  @Test func theTextOfOneThatIsNotSelectedAnyMoreIsGivenUp() throws {
    var session = session()
    session.collects = false
    session.type("Sgamma<Down>")
    #expect(session.collections.count == 2)
    session.send(try session.collected(0))
    #expect(session.finds.isEmpty)
    session.type("<Esc>")
    #expect(session.cancelledCollections == 1)
  }

  @Test func oneThatComesLateIsNotShownBesideAnotherHit() throws {
    var session = session()
    session.files = [:]
    session.type("Sgamma<Down>")
    let page = try #require(Session.page("# Late\n"))
    session.send(.previewed(path: "news/Ankara and the jets.md", page))
    #expect(!session.text.contains("Late"))
    session.send(.previewed(path: "news/İstanbul meeting.md", page))
    #expect(session.text.contains("Late"))
  }

  @Test(arguments: [(99, 24), (200, 13), (80, 24)]) func whereThereIsNoRoomNothingIsAskedFor(
    columns: Int, rows: Int
  ) {
    var session = session(columns: columns, rows: rows)
    session.type("Sgamma")
    #expect(session.previews.isEmpty)
    session.resize(columns: 120, rows: 40)
    #expect(session.previews.count == 1)
    #expect(preview(session).first == "F-35 hopes")
    session.resize(columns: 99, rows: 40)
    #expect(preview(session).isEmpty)
  }

  @Test func whenTheLibraryHasChangedTheBriefingIsReadAnew() {
    var session = session()
    session.type("Sgamma")
    session.files["news/Ankara and the jets.md"] = "## F-35 hopes\n\nGamma, rewritten.\n"
    session.send(.libraryChanged)
    #expect(preview(session).contains("Gamma, rewritten."))
  }

  @Test func aSearchInTheBriefingGoesOnAfterwards() {
    var session = session()
    session.type("j<Enter>")
    session.state.reading?.session.awaited = .init("gamma")
    session.type("Sgamma<Esc>")
    #expect(session.status.contains("“gamma” 1 of 2"), "the preview's search had ended it")
  }
}
