import BriefingReading
import Testing

@testable import BriefingReader

/// What is read and unread, by time and by hand, in briefing, outline and list.
@Suite struct ReadMarkTests {
  /// A lead without words and four sections, each of which fits the screen.
  private static let four =
    "# Page\n\n"
    + (1...4).map { "## Part \($0)\n\n\(Samples.longParagraph) \($0)\n" }.joined(
      separator: "\n")

  private func briefing(_ text: String = four, columns: Int = 110, rows: Int = 18) -> Session {
    Session(text, columns: columns, rows: rows, memory: CannedMemory())
  }

  private func library(columns: Int = 90) -> Session {
    var files = Samples.libraryFiles
    for row in Samples.library { files[row.path] = Self.four }
    return Session(library: Samples.library, files: files, columns: columns, rows: 12, memory: CannedMemory())
  }

  // MARK: By time

  @Test func aSectionIsReadAfterItsTimeOnTheScreen() {
    var session = briefing()
    session.type("1")
    #expect(session.unread == [1, 2, 3, 4])
    // 121 words take a quick reader some ten seconds.
    session.wait(milliseconds: 5_000)
    #expect(session.unread == [1, 2, 3, 4])
    session.wait(milliseconds: 20_000)
    #expect(session.unread == [2, 3, 4])
    #expect(session.memory.kept.count { if case .mark = $0 { true } else { false } } == 1)
    #expect(session.kept.contains { $0.text?.read == [1] })
  }

  @Test func aJumpThroughReadsNothing() {
    var session = briefing()
    for key in ["1", "2", "3", "4", "G", "g", "<Space>", "<Space>", "<Space>"] {
      session.type(key)
      session.wait(milliseconds: 900)
    }
    #expect(session.unread == [1, 2, 3, 4])
  }

  @Test func whatLiesUnderAWindowIsNotRead() {
    for window in ["?", "s", "/", ":"] {
      var session = briefing()
      session.type("1" + window)
      session.wait(milliseconds: 600_000)
      #expect(session.unread == [1, 2, 3, 4], "\(window)")
    }
  }

  @Test func aWindowThatIsTooSmallReadsNothing() {
    var session = briefing("# Page\n\n## One\n\nAlpha.")
    session.resize(columns: 10, rows: 3)
    session.wait(milliseconds: 60_000)
    #expect(session.unread == [1])
    session.resize(columns: 80, rows: 12)
    session.wait(milliseconds: 60_000)
    #expect(session.unread == [])
  }

  @Test func timeBelongsToTheSectionThatWasLeft() {
    var session = briefing()
    session.type("1")
    session.wait(milliseconds: 30_000)
    session.type("3q")
    #expect(session.unread(session.memory) == [2, 3, 4])
  }

  @Test func theLoopIsWokenOnlyAsLongAsSomethingIsRead() {
    var session = briefing("# Page\n\n## One\n\nAlpha.")
    session.wait(milliseconds: 3_600_000)
    #expect(session.unread == [])
    #expect(session.wakes < 10)
  }

  // MARK: By hand

  @Test func xTurnsASection() {
    var session = briefing()
    session.type("2x")
    #expect(session.unread == [1, 3, 4])
    #expect(session.status.contains("Marked “Part 2” read · U undoes"))
    session.type("x")
    #expect(session.unread == [1, 2, 3, 4])
    session.wait(milliseconds: 600_000)
    #expect(session.unread.contains(2), "unread by hand sticks")
  }

  @Test func keysThatComeBeforeTheMarksAreDoneAfterwards() throws {
    var memory = CannedMemory()
    memory.answers = false
    var session = Session(Self.four, columns: 110, rows: 18, memory: memory)
    session.type("2x3x1")
    let request = try #require(session.recalls.first)
    session.send(.recalled(serial: request.serial, try #require(memory.recollection(of: request))))
    #expect(session.unread == [1, 4])
    session.type("UU")
    #expect(session.unread == [1, 2, 3, 4])
  }

  @Test func xAboveTheFirstSectionSaysWhereToGo() {
    var session = briefing()
    session.type("gx")
    #expect(session.status.contains("] goes there"))
    #expect(session.unread == [1, 2, 3, 4])
  }

  @Test func theOutlineHasTheSameKeysAndShowsSigns() {
    var session = briefing()
    #expect(session.text.contains("●  1  Part 1"))
    session.type("<Tab>jx")
    #expect(session.unread == [1, 3, 4])
    #expect(session.lines.contains { $0.contains("2  Part 2") && !$0.contains("●") })
    session.type("X")
    #expect(session.unread == [])
    #expect(!session.text.contains("●"))
  }

  @Test func uUndoesManyLevelsAndSaysWhat() {
    var session = briefing()
    session.type("2x3xX")
    #expect(session.unread == [])
    session.type("U")
    #expect(session.status.contains("Undone: marked 2 sections read."))
    #expect(session.unread == [1, 4])
    session.type("U")
    #expect(session.status.contains("Undone: marked “Part 3” read."))
    #expect(session.unread == [1, 3, 4])
    session.type("UU")
    #expect(session.unread == [1, 2, 3, 4])
    #expect(session.status.contains("Nothing was marked that could be undone."))
  }

  @Test func marksAreThereAgainAfterwards() {
    var first = briefing()
    first.type("2xq")
    let second = Session(Self.four, columns: 110, memory: first.memory)
    #expect(second.unread == [1, 3, 4])
  }

  @Test func whatAnotherProgramMarksIsSeen() throws {
    var session = briefing()
    var other = briefing()
    other.type("3xq")
    session.memory.marks = other.memory.marks
    session.send(.stateChanged)
    #expect(session.unread == [1, 2, 4])
  }

  // MARK: The list

  @Test func theListTellsReadFromUnread() {
    var session = library()
    #expect(session.screen.row(2).hasPrefix("●"))
    session.type("<Enter>1x2xq")
    #expect(session.screen.row(2).contains("2 of 4 new"))
    #expect(session.marked(.unread).contains("İstanbul meeting"))
    session.type("<Enter>Xq")
    #expect(!session.screen.row(2).contains("●") && !session.screen.row(2).contains("new"))
    #expect(!session.marked(.unread).contains("İstanbul meeting"))
  }

  @Test func xMarksABriefingThatWasNeverOpened() {
    var session = library()
    session.type("jx")
    #expect(session.status.contains("U undoes"))
    #expect(!session.screen.row(3).hasPrefix("●"))
    #expect(session.screen.row(2).hasPrefix("●"))
    session.type("U")
    #expect(session.screen.row(3).hasPrefix("●"))
    session.type("xx")
    #expect(session.screen.row(3).hasPrefix("●"))
  }

  @Test func undoInTheListReachesWhatWasMarkedInABriefing() {
    var session = library()
    session.type("<Enter>XqU")
    #expect(session.status.contains("Undone: marked 4 sections read."))
    #expect(session.screen.row(2).hasPrefix("●"))
  }

  @Test func withoutStateNoSignIsShown() {
    let session = Session(library: Samples.library, files: Samples.libraryFiles)
    #expect(!session.text.contains("●"))
  }

  // MARK: The next unread

  @Test func aDotGoesToTheNextUnreadSection() {
    var session = briefing()
    session.type("1x2xg.")
    #expect(session.topLine.hasSuffix("Part 3"))
    session.type(".")
    #expect(session.topLine.hasSuffix("Part 4"))
    session.type(".")
    #expect(session.status.contains("Nothing unread follows."))
    session.type(",")
    #expect(session.topLine.hasSuffix("Part 3"))
    session.type(",")
    #expect(session.status.contains("Nothing before this is unread."))
  }

  @Test func aDotGoesOnInTheNextUnreadBriefing() throws {
    var session = library()
    // The second is read.
    session.type("jxk<Enter>X.")
    let third = session.state.list?.shown[2]
    let path = third.flatMap { session.state.list?.rows[$0].path }
    #expect(session.state.reading?.path == path)
    #expect(session.topLine.hasSuffix("Part 1"))
    session.type("X,")
    #expect(session.status.contains("Nothing before this is unread."))
  }

  @Test func theLastLineOffersTheNextUnreadBriefing() {
    var session = library(columns: 120)
    session.type("<Enter>X")
    session.type("g")
    #expect(!session.status.contains("next unread"))
    session.type("G")
    let next = session.state.list.flatMap { $0.rows[$0.shown[1]].title } ?? ""
    #expect(session.status.contains(". next unread: \(next)"))
  }
}

extension Session {
  /// The ordinals of what is unread in the briefing that is open.
  var unread: [Int] { state.reading?.memory?.marks.unread ?? [] }

  /// The same of what a later visit finds.
  func unread(_ memory: CannedMemory) -> [Int] {
    Session(files["a.md"] ?? "", columns: 110, memory: memory).state.reading?.memory?.marks.unread ?? []
  }

  /// How often the loop was woken.
  var wakes: Int {
    effects.count { if case .terminal(.wake) = $0 { true } else { false } }
  }
}
