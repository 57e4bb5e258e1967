import BriefingReading
import Testing

@testable import BriefingReader

/// Stars, and what `is:` leaves in the list.
@Suite struct StarTests {
  private func library() -> Session {
    var files = Samples.libraryFiles
    for row in Samples.library where row.problem == nil {
      files[row.path] = "# Page\n\n## One\n\nAlpha.\n\n## Two\n\nBeta.\n"
    }
    return Session(library: Samples.library, files: files, columns: 100, rows: 12, memory: CannedMemory())
  }

  @Test func aStarOfASectionIsInOutlineAndList() {
    var session = library()
    session.type("<Enter>2*")
    #expect(session.status.contains("Starred “Two”"))
    #expect(session.text.contains("2  ★ Two"))
    session.type("q")
    #expect(session.screen.row(2).contains("☆ İstanbul meeting"), "the briefing itself has none")
    session.type("<Enter>2*")
    #expect(session.status.contains("Took the star from “Two” · U undoes"))
    session.type("q")
    #expect(!session.text.contains("★") && !session.text.contains("☆"))
  }

  @Test func aBriefingOfWhichASectionHasAStarGetsItsOwn() {
    var session = library()
    session.type("<Enter>2*q")
    session.wait(milliseconds: 10)
    session.type("*")
    #expect(session.screen.row(2).contains("★ İstanbul meeting"))
    session.wait(milliseconds: 10)
    session.type("*")
    #expect(
      !session.text.contains("★") && !session.text.contains("☆"), "and with it those of its sections go")
    #expect(SignSet(isASCII: true).star(.sections) != SignSet(isASCII: true).star(.briefing))
  }

  @Test func aStarInTheListIsThatOfTheBriefing() {
    var session = library()
    session.type("*")
    #expect(session.status.contains("Starred “İstanbul meeting”"))
    #expect(session.screen.row(2).contains("★ İstanbul meeting"))
    session.wait(milliseconds: 10)
    session.type("*")
    #expect(!session.text.contains("★"))
  }

  @Test func theFilterKnowsWhatIsUnreadAndStarred() {
    var session = library()
    session.type("x*/is:unread")
    #expect(!session.titles.contains("İstanbul meeting"))
    #expect(session.titles.contains("Ankara and the jets"))
    session.type("<C-u>is:starred")
    #expect(session.titles == ["İstanbul meeting"])
    session.type("<C-u>IS:Unread ankara")
    #expect(session.titles == ["Ankara and the jets"])
    session.type("<C-u>is:changed")
    #expect(session.titles == [])
    // What is not complete yet hides nothing.
    session.type("<C-u>is:unr")
    #expect(session.titles.count == Samples.library.count)
  }

  @Test func whatIsReadMeanwhileStaysUntilTheFilterChanges() {
    var session = library()
    session.type("/is:unread<Enter>")
    let before = session.titles
    session.type("x")
    #expect(session.titles == before)
    session.type("/ ")
    #expect(session.titles.count == before.count - 1)
  }
}

extension Session {
  /// The titles that the list shows, in order.
  var titles: [String] { state.list.map { list in list.shown.map { list.rows[$0].title } } ?? [] }
}
