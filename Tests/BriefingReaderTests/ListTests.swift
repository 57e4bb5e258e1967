import BriefingCore
import Testing

@testable import BriefingReader

@Suite struct ListTests {
  private func session() -> Session {
    Session(library: Samples.library, files: Samples.libraryFiles, columns: 100)
  }

  @Test func newestFirstWithDateSourceSectionsAndTime() {
    let session = session()
    #expect(session.lines[2].contains("16 May 2025  İstanbul meeting"))
    #expect(session.lines[3].contains("15 May 2025  Ankara and the jets"))
    #expect(session.lines[3].contains("Bloomberg"))
    #expect(session.lines[3].contains("3 sections"))
    #expect(session.lines[3].contains("3 min"))
    #expect(session.lines[4].contains("Erdoğan"))
    #expect(session.lines[5].contains("cannot be read: permission denied"))
    #expect(session.marked(.selected).contains("İstanbul"))
    #expect(session.lines[0].contains("4 briefings, newest first"))
  }

  /// What is typed after `/`, the titles that are left.
  @Test(arguments: [
    ("erdogan", ["Erdoğan in Washington"]),
    ("ISTANBUL", ["İstanbul meeting"]),
    ("bloom", ["Ankara and the jets"]),
    ("nato jets", ["Ankara and the jets"]),
    ("jets nato", ["Ankara and the jets"]),
    ("in", ["İstanbul meeting", "Erdoğan in Washington"]),
    ("zebra", []),
    ("", ["İstanbul meeting", "Ankara and the jets", "Erdoğan in Washington", "broken"]),
  ])
  func filters(query: String, titles: [String]) {
    var session = session()
    session.type("/" + query)
    #expect(session.state.list?.shown.map { session.state.list!.rows[$0].title } == titles)
    if titles.isEmpty { #expect(session.text.contains("Nothing matches “\(query)”.")) }
    session.type("<Enter>")
    #expect(session.state.list?.shown.count == titles.count, "Enter keeps the filter")
    session.type("<Esc>")
    #expect(session.state.list?.shown.count == 4, "Esc shows all again")
  }

  @Test func ordersByTitleAndKeepsTheSelection() {
    var session = session()
    session.type("jz")
    #expect(session.status.contains("Ordered by title."))
    #expect(session.lines[2].contains("Ankara"))
    #expect(session.marked(.selected).contains("Ankara"))
    session.type("z")
    #expect(session.lines[2].contains("İstanbul"))
    #expect(session.marked(.selected).contains("Ankara"))
  }

  @Test(arguments: [
    ("<Enter>", "Istanbul"), ("j<Enter>", "Page"), ("jk<Enter>", "Istanbul"), ("<Down><Enter>", "Page"),
    ("/jets<Enter><Enter>", "Page"), ("<Enter>J", "Page"), ("<Enter>JJ", "Just text, no section."),
    ("<Enter>JK", "Istanbul"), ("<Enter>K", "Istanbul"), ("<Enter>JJJ", "Just text, no section."),
    ("<Enter>Jq<Enter>", "Page"), ("jj<Enter>", "Just text, no section."),
  ])
  func opens(keys: String, top: String) {
    var session = session()
    session.type(keys)
    #expect(session.topLine == top, "\n\(session.text)")
  }

  @Test func whatCannotBeReadSaysWhy() {
    var session = session()
    session.type("G<Enter>")
    #expect(session.status.contains("permission denied"))
    #expect(session.state.context == .list)
  }

  @Test func aFileThatIsGoneSaysSoAndTheListStays() {
    var session = Session(library: Samples.library)
    session.type("<Enter>")
    #expect(session.status.contains("there is no such file"))
    #expect(session.lines[2].contains("İstanbul"))
  }

  @Test func anEmptyFolderSaysWhatToDo() {
    let session = Session(library: [])
    #expect(session.text.contains("There are no briefings in news yet."))
    #expect(session.text.contains(".markdown"))
  }

  @Test func aMissingFolderSaysWhatToDo() {
    var session = Session(library: [])
    session.send(.catalogueFailed(path: "news", message: "news: there is no such folder"))
    #expect(session.text.contains("news: there is no such folder"))
    #expect(session.text.contains("briefing FOLDER"))
  }

  @Test func rowsThatComeLaterDoNotMoveTheSelection() {
    var session = session()
    session.type("j")
    let newer = Samples.row("Newer", "2025-06-01")
    session.send(
      .catalogue(
        path: "news", rows: CatalogueBatch([CatalogueCard(newer, root: "news")], root: "news"),
        isComplete: true))
    #expect(session.marked(.selected).contains("Ankara"))
    #expect(session.lines[2].contains("Newer"))
  }

  @Test(arguments: [40, 56, 70, 90, 200]) func columnsGiveWayToTheTitle(columns: Int) {
    let session = Session(library: Samples.library, columns: columns)
    #expect(session.lines[2].contains("İstanbul meeting"))
    #expect(session.lines.allSatisfy { $0.count <= columns })
  }

  @Test func longTitlesEndInAnEllipsis() {
    let session = Session(library: [Samples.row(String(repeating: "long title ", count: 20))], columns: 60)
    #expect(session.lines[2].contains("…"))
    #expect(session.lines[2].contains("3 min"))
  }

  @Test(arguments: [("q", 0), ("Q", 0), ("<Enter>Q", 0)]) func quits(keys: String, status: Int32) {
    var session = session()
    session.type(keys)
    #expect(session.quitStatus == status)
  }

  @Test func interruptLeavesAPromptBeforeTheProgram() {
    var session = session()
    session.type("/x")
    session.send(.interrupt)
    #expect(session.quitStatus == nil)
    #expect(session.state.context == .list)
    #expect(session.state.list?.shown.count == 4)
    session.send(.interrupt)
    #expect(session.quitStatus == 130)
  }

  @Test func largeNumbersAreReadEasily() {
    var session = Session(library: (0..<1204).map { Samples.row("row \($0)") })
    session.type("G")
    #expect(session.lines[0].hasSuffix("1,204 briefings, newest first"))
    #expect(session.status.hasPrefix(" 1,204 of 1,204"))
    session.type("/row 1")
    #expect(session.status.contains("of 1,204"))
    session.type("x")
    #expect(session.text.contains("Esc shows all 1,204 again."))
  }

  @Test func everyDateIsWhole() {
    let rows = (1...12).map { Samples.row("m\($0)", "2024-\($0 < 10 ? "0" : "")\($0)-28") }
    let session = Session(library: rows, columns: 60, rows: 20)
    #expect(session.lines[2].contains("28 Dec 2024  m12"))
    #expect(session.text.contains("28 Sep 2024  m9"))
    #expect(!session.text.contains("…"))
  }

  @Test func scrollingMovesNoColumn() {
    var rows = (10...40).map { Samples.row("title \($0)", source: "AP") }
    rows.append(Samples.row("zz the longest title of them all", "2020-01-01", source: "The Financial Times"))
    var session = Session(library: rows, columns: 100)
    let column = session.lines[2].distance(of: "AP")
    session.type("G")
    #expect(session.lines[2].distance(of: "AP") == column)
  }
}

extension String {
  /// Characters before a text; nil where it does not occur.
  fileprivate func distance(of text: String) -> Int? {
    firstRange(of: text).map { distance(from: startIndex, to: $0.lowerBound) }
  }
}
