import Testing

@testable import BriefingReader

@Suite struct FindTests {
  /// Document, what is typed, what is lit on the screen.
  @Test(arguments: [
    ("The **F**-35 and f-35.", "f-35", "F-35f-35"),
    ("The **F**-35 and f-35.", "F-35", "F-35"),
    ("Erdoğan and Erdogan", "erdogan", "ErdoğanErdogan"),
    ("Erdoğan and Erdogan", "erdoğan", "Erdoğan"),
    ("Meeting in İstanbul", "istanbul", "İstanbul"),
    ("Łódź", "lodz", "Łódź"),
    ("a *b* `c` d", "b c d", "b c d"),
    ("[link](http://example.org) text", "k t", "k t"),
    ("[link](http://example.org) text", "example", ""),
    ("AT&amp;T", "t&t", "T&T"),
    ("aaa", "aa", "aa"),
    ("x", "(", ""),
  ])
  func lights(document: String, query: String, expected: String) {
    var session = Session(document)
    session.type("/" + query)
    #expect(session.marked(.match) == expected, "\n\(session.text)")
  }

  /// Letters that are typed while the text is collected start nothing: the last of them is looked for once it is there.
  @Test func theTextIsCollectedOnceHoweverMuchIsTyped() throws {
    var session = Session("one two three")
    session.collects = false
    session.type("/three")
    #expect(session.collections.count == 1)
    #expect(session.finds.isEmpty)
    #expect(session.status.contains("…"))
    session.send(try session.collected(0))
    #expect(session.finds == ["three"])
    #expect(session.marked(.match) == "three")
    session.type("<BS><BS><Esc>/t<Enter>n")
    #expect(session.collections.count == 1)
    #expect(session.finds == ["three", "thre", "thr", "t"])
  }

  @Test func escapeWhileTheTextIsCollectedWaitsForNothing() throws {
    var session = Session("one two three")
    session.collects = false
    session.type("/one<Esc>")
    session.send(try session.collected(0))
    #expect(session.finds.isEmpty)
    session.type("/two")
    #expect(session.collections.count == 1, "it was not given up")
    #expect(session.marked(.match) == "two")
  }

  @Test func whoGoesElsewhereEndsTheCollecting() {
    var session = Session(library: Samples.library, files: Samples.libraryFiles)
    session.collects = false
    session.type("<Enter>/gamma<Esc>")
    #expect(session.collections.count == 1 && session.cancelledCollections == 0)
    session.type("J")
    #expect(session.cancelledCollections == 1)
    session.type("/one<Esc>q")
    #expect(session.collections.count == 2 && session.cancelledCollections == 2)
  }

  @Test func aTextThatHasChangedIsCollectedAnew() throws {
    var session = Session("---\ntitle: Front\nauthors: Somebody\n---\n\n# Page\n\nsomebody else\n", rows: 20)
    session.collects = false
    session.type("/somebody<Enter>i")
    #expect(session.collections.count == 2)
    session.send(try session.collected(1))
    #expect(session.finds == ["somebody"])
    #expect(session.status.contains("of 2"), "\(session.text)")
  }

  @Test func aMatchRunsOverALineBreak() {
    var session = Session("one two three four five", columns: 20, rows: 8, width: 9)
    session.type("/two three")
    #expect(session.marked(.match) == "two|three")
    #expect(session.status.contains("1 of 1"))
  }

  @Test func countsAndMarksTheCurrentMatch() {
    var session = Session("one two\n\ntwo three\n\nfour two\n", rows: 20)
    session.type("/two")
    #expect(session.status.contains("1 of 3"))
    #expect(session.marked(.currentMatch) == "two")
    session.type("<Enter>")
    #expect(session.status.contains("“two” 1 of 3"))
    session.type("n")
    #expect(session.status.contains("2 of 3"))
    session.type("nn")
    #expect(session.status.contains("back at the first"))
    session.type("N")
    #expect(session.status.contains("on at the last"))
    session.type("j<Esc>")
    #expect(session.marked(.match) == "")
    session.type("n")
    #expect(session.marked(.match) == "two|two|two", "n takes the last search up again")
  }

  @Test func movesToAMatchThatIsOffTheScreenAndBackOnEscape() {
    var session = Session(Samples.sections, rows: 8)
    session.type("j/epsilon three")
    #expect(session.text.contains("Epsilon three"))
    #expect(session.marked(.currentMatch) == "Epsilon three")
    let before = session.topLine
    session.type("<Esc>")
    #expect(session.topLine != before)
    #expect(session.topLine == "Lead text before all sections.")
    #expect(session.marked(.match) == "")
    #expect(session.state.context == .reading)
  }

  @Test func searchesFromWhereTheReaderIs() {
    var session = Session(Samples.sections, rows: 8)
    session.type("2/one<Enter>")
    #expect(session.status.contains("3 of 5"))
  }

  @Test func noMatchSaysSoAndStays() {
    var session = Session(Samples.sections, rows: 8)
    session.type("]/nothing like it")
    #expect(session.topLine == "Missile sale")
    #expect(session.status.contains("no match"))
    session.type("<Enter>")
    #expect(session.status.contains("No match for “nothing like it”."))
    #expect(session.topLine == "Missile sale")
  }

  @Test func anEmptyPatternRepeatsTheLast() {
    var session = Session("one two\n\ntwo three\n", rows: 20)
    session.type("/two<Enter>/<Enter>")
    #expect(session.status.contains("2 of 2"))
  }

  @Test func escapeBringsTheSearchBeforeBack() {
    var session = Session("one two\n\ntwo three\n", rows: 20)
    session.type("/two<Enter>/three<Esc>")
    #expect(session.marked(.match) == "two|two")
  }

  @Test func deletingAllGoesBackToTheOrigin() {
    var session = Session(Samples.sections, rows: 8)
    session.type("/delta<C-u>")
    #expect(session.topLine == "Page")
    #expect(session.marked(.match) == "")
  }

  @Test func nextWhileTypingKeepsThePrompt() {
    var session = Session("one two\n\ntwo three\n", rows: 20)
    session.type("/two<C-n>")
    #expect(session.status.contains("2 of 2"))
    #expect(session.state.context == .find)
  }

  @Test func theOutlineMarksSectionsWithMatches() {
    var session = Session(Samples.sections, columns: 100)
    session.type("/gamma<Enter>")
    let row = session.lines.first { $0.contains("2  F-35 hopes") } ?? ""
    #expect(row.contains("•"))
    #expect(session.lines.first { $0.contains("3  PKK talks") }?.contains("•") == false)
  }

  @Test func aPasteIsFoundButNotSubmitted() {
    var session = Session("one two\n", rows: 20)
    session.type("/")
    session.send(.paste("one\ntwo"))
    #expect(session.state.context == .find)
    #expect(session.status.contains("1 of 1"))
  }

  @Test func answersOfAnEarlierQueryAreIgnored() {
    var session = Session("one two\n", rows: 20)
    session.type("/two")
    session.send(.found(serial: 1, search: 1, .init("one"), [.init(unit: 0, range: 0..<3)]))
    #expect(session.marked(.match) == "two")
    session.send(.found(serial: 7, search: 1, .init("two"), []))
    #expect(session.marked(.match) == "two")
  }

  @Test func theCursorStandsInThePromptWhileTyping() {
    var session = Session("one two\n")
    session.type("/tw")
    #expect(session.screen.frame.isCursorVisible)
    #expect(session.screen.frame.cursor == Frame.Position(row: 13, column: 4))
    session.type("<Esc>")
    #expect(!session.screen.frame.isCursorVisible)
  }

  @Test func theCursorStandsAtTheMatchAfterwards() throws {
    var session = Session("one two\n")
    session.type("/tw<Enter>")
    let cursor = session.screen.frame.cursor
    #expect(session.screen.frame.isCursorVisible)
    #expect(session.screen.frame.row(cursor.row).dropFirst(cursor.column).first?.glyph == "t")
  }
}
