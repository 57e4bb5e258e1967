import BriefingLayout
import BriefingReading
import Testing

@testable import BriefingReader

/// Places and marks that were lost in a corner.
@Suite struct LeavingTests {
  private static let story = (1...12).map { "## Part \($0)\n\n\(Samples.longParagraph)\n" }.joined(
    separator: "\n")

  @Test func aBriefingThatIsLeftAtOnceKeepsTheNewPlace() {
    for way: Event in [.key("q"), .terminate] {
      var memory = CannedMemory()
      memory.answers = false
      var first = Session(Self.story, memory: memory)
      first.type("5jj")
      let line = first.topLine
      first.send(way)
      memory = first.memory
      memory.answers = true
      #expect(Session(Self.story, memory: memory).topLine == line)
    }
  }

  @Test func whoHasNotMovedKeepsTheOldPlace() {
    var first = Session(Self.story, memory: CannedMemory())
    first.type("5q")
    var memory = first.memory
    memory.answers = false
    var second = Session(Self.story, memory: memory)
    second.type("q")
    #expect(!second.effects.contains { if case .work(.rememberPlace) = $0 { true } else { false } })
    memory = second.memory
    memory.answers = true
    #expect(Session(Self.story, memory: memory).topLine.hasSuffix("Part 5"))
  }

  @Test func theFirstFrameStandsWhereItWasLeft() {
    var first = Session(Self.story, memory: CannedMemory())
    first.type("5q")
    var memory = first.memory
    memory.answers = false
    let second = Session(Self.story, memory: memory)
    #expect(second.topLine.hasSuffix("Part 5"))
    #expect(second.status.contains("where you left off · g start"))
    // Nothing is waited for that the page has come with.
    #expect(second.recalls.first.map { Work.recall($0).policy.patience } == .zero)
  }

  @Test func thePathOfAnotherBriefingIsMended() throws {
    var first = Session(Self.story, memory: CannedMemory())
    first.type("5q")
    var memory = first.memory
    memory.answers = false
    var second = Session(Self.story, memory: memory)
    let request = try #require(second.recalls.first)
    var answer = try #require(memory.recollection(of: request))
    answer.place = nil
    var moved = second
    second.send(.recalled(serial: request.serial, answer))
    #expect(second.topLine.hasSuffix("Part 1"))
    moved.type("jj")
    let line = moved.topLine
    moved.send(.recalled(serial: request.serial, answer))
    #expect(moved.topLine == line)
  }

  @Test func whatWasOnTheScreenCountsAfterAReload() throws {
    let text = "# Page\n\n## One\n\n\(Samples.longParagraph)\n\n## Two\n\n\(Samples.longParagraph) 2\n"
    var session = Session(text, columns: 110, rows: 30, memory: CannedMemory())
    // Ten seconds of the twenty or so that both take.
    session.wait(milliseconds: 9_000)
    #expect(session.unread == [1, 2])
    try session.reload(text.replacing("# Page\n", with: "# Page\n\nA new lead above it all.\n"))
    session.wait(milliseconds: 4_000)
    #expect(session.unread == [0, 2] || session.unread == [2], "what was seen before the reload counts")
    var other = Session(text, columns: 110, rows: 30, memory: CannedMemory())
    other.wait(milliseconds: 4_000)
    #expect(other.unread == [1, 2], "alone it would not be enough")
  }

  @Test func uUndoesStarsToo() {
    var session = Session(Self.story, columns: 110, memory: CannedMemory())
    session.type("2*3*")
    session.type("U")
    #expect(session.status.contains("Undone: starred “Part 3”."))
    #expect(!session.text.contains("★ Part 3") && session.text.contains("★ Part 2"))
    session.type("2*")
    #expect(!session.text.contains("★"))
    session.type("U")
    #expect(session.text.contains("★ Part 2"))
    session.type("U")
    #expect(!session.text.contains("★"))
    session.type("gggU")
    #expect(session.status.contains("Nothing was marked"))
  }

  @Test func uUndoesAStarInTheList() {
    var files = Samples.libraryFiles
    for row in Samples.library where row.problem == nil { files[row.path] = Self.story }
    var session = Session(library: Samples.library, files: files, columns: 100, memory: CannedMemory())
    session.type("*")
    #expect(session.text.contains("★"))
    session.wait(milliseconds: 5)
    session.type("U")
    #expect(session.status.contains("Undone: starred “İstanbul meeting”."))
    #expect(!session.text.contains("★"))
  }

  @Test func signsHaveAFormInASCII() {
    var files = Samples.libraryFiles
    for row in Samples.library where row.problem == nil { files[row.path] = Self.story }
    var session = Session(library: Samples.library, files: files, columns: 100, memory: CannedMemory())
    session.state.options.signs = SignSet(isASCII: true)
    session.type("*")
    #expect(session.screen.row(2).hasPrefix("o") && session.screen.row(2).contains("* İstanbul"))
    session.type("<Enter>2*/Part 3<Enter>2")
    for text in ["o>", "* Part 2"] { #expect(session.text.contains(text), "\(text)") }
    for sign in ["●", "★", "▸", "•"] { #expect(!session.text.contains(sign), "\(sign)") }
  }

  @Test func frontMatterSaysWhatIsReadAtFirst() {
    var rows = Samples.library
    rows[0].isRead = true
    var files = Samples.libraryFiles
    for row in rows where row.problem == nil { files[row.path] = Self.story }
    var session = Session(library: rows, files: files, columns: 100, memory: CannedMemory())
    let title = rows[0].title
    #expect(session.lines.contains { $0.contains(title) && !$0.contains("●") })
    session.type("/is:unread<Enter>")
    #expect(!session.titles.contains(title) && !session.titles.isEmpty)
  }

  @Test func theListCountsSectionsAsItDoesElsewhere() {
    var rows = Samples.library
    for index in rows.indices { rows[index].sections = 2 }
    var files = Samples.libraryFiles
    let text = "Some words above.\n\n## One\n\nAlpha.\n\n## Two\n\nBeta.\n"
    for row in rows where row.problem == nil { files[row.path] = text }
    var session = Session(library: rows, files: files, columns: 100, memory: CannedMemory())
    session.type("<Enter>1x")
    #expect(session.text.contains("1 of 2 new"))
    session.type("q")
    #expect(session.screen.row(2).contains("1 of 2 new"))
    session.type("<Enter>2x")
    #expect(session.text.contains("opening new"))
    session.type("q")
    #expect(session.screen.row(2).hasPrefix("●") && session.screen.row(2).contains("opening new"))
    session.type("<Enter>Xq")
    #expect(!session.screen.row(2).contains("new"))
  }
}

extension Session {
  /// Gives the file of the briefing that is read another text.
  mutating func reload(_ markdown: String) throws {
    let reading = try #require(state.reading)
    let page = try #require(Session.page(markdown, LeafBounds(), State.Options().page))
    let replacement = try PageReplacement(of: reading.page, by: page)
    send(.followed(serial: reading.serial, .changed(replacement, Session.version(of: markdown))))
  }
}
