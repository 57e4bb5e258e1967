import Testing

@testable import BriefingReader

/// Bookmarks, the place before a jump, and the history.
@Suite struct BookmarkTests {
  private static let story = (1...9).map { "## Part \($0)\n\n\(Samples.longParagraph)\n" }.joined(
    separator: "\n")

  private func library() -> Session {
    var files = Samples.libraryFiles
    for row in Samples.library where row.problem == nil { files[row.path] = Self.story }
    return Session(library: Samples.library, files: files, columns: 70, rows: 14, memory: CannedMemory())
  }

  @Test func aLetterLeadsBackFromAnotherBriefing() {
    var session = library()
    session.type("<Enter>4jma")
    #expect(session.status.contains("Bookmark a is here · ' a comes back"))
    let (path, line) = (session.state.reading?.path, session.topLine)
    session.type("J2'a")
    #expect(session.state.reading?.path == path)
    #expect(session.topLine == line)
    session.type("q'a")
    #expect(session.topLine == line)
  }

  @Test func inTheSameBriefingNothingButThePlaceChanges() {
    var session = library()
    session.type("<Enter>6ma1/Part<Enter>")
    let (serial, query) = (session.state.reading?.serial, session.state.reading?.search?.query)
    #expect(query != nil)
    session.type("'a")
    #expect(session.topLine.hasSuffix("Part 6"))
    #expect(session.state.reading?.serial == serial)
    #expect(session.state.reading?.search?.query == query)
    session.type("''")
    #expect(!session.topLine.hasSuffix("Part 6"))
  }

  @Test func lettersThatCanFollowAreNamedTogether() {
    var session = library()
    session.type("<Enter>m")
    #expect(session.status.contains("a … z set bookmark"))
  }

  @Test func aLetterWithoutAPlaceIsSaid() {
    var session = library()
    session.type("<Enter>'z")
    #expect(session.status.contains("There is no bookmark z · B lists them"))
  }

  @Test func theWindowListsThemWithWhatStandsThere() {
    var session = library()
    session.type("<Enter>4ma6mbqB")
    #expect(session.text.contains(" a  Part 4") && session.text.contains(" b  Part 6"))
    #expect(session.text.contains("1 Jan 2026"))
    session.type("j<Enter>")
    #expect(session.topLine.hasSuffix("Part 6"))
    session.type("qB<Esc>")
    #expect(session.state.context == .list)
  }

  @Test func withoutBookmarksTheWindowSaysHowToSetOne() {
    var session = library()
    session.type("B")
    #expect(session.text.contains("There is no bookmark yet"))
    session.type("<Enter>")
    #expect(session.status.contains("There is nothing to open."))
  }

  @Test func twoQuotesGoThereAndBack() {
    var session = library()
    session.type("<Enter>2jj")
    let before = session.topLine
    session.type("7")
    let after = session.topLine
    session.type("''")
    #expect(session.topLine == before)
    session.type("''")
    #expect(session.topLine == after)
  }

  @Test func theHistoryHasTheNewestFirstAndOpensWhereItWasLeft() {
    var session = library()
    session.type("<Enter>5q")
    let first = session.state.list?.selected?.path
    session.type("j<Enter>qH")
    #expect(session.state.knownPlaces?.rows?.count == 2)
    #expect(session.state.knownPlaces?.rows?.last?.path == first)
    session.type("G<Enter>")
    #expect(session.topLine.hasSuffix("Part 5"))
    #expect(session.status.contains("where you left off"))
  }
}
