import BriefingCore
import BriefingLayout
import Testing

@testable import BriefingReader

@Suite struct LinkTests {
  private static let document = """
    ## One

    A [first](#two) link, a [web](https://example.org/page) link and a note[^n].

    ## Two

    Text with a [bad](javascript:alert) link.

    [^n]: The note's own text.
    """

  private func session(columns: Int = 60) -> Session { Session(Self.document, columns: columns, rows: 24) }

  @Test func fLabelsTheVisibleLinks() {
    var session = session()
    session.type("f")
    #expect(session.marked(.match) == "asd|f")
    session.type("<Esc>")
    #expect(session.marked(.match) == "")
    #expect(session.state.context == .reading)
  }

  /// The keys after `f`, and what the status line then says.
  @Test(arguments: [
    ("", "a → #two"), ("<Tab>", "s → https://example.org/page"), ("<Down><Down>", "d → footnote [n]"),
    ("<Tab><Tab><Tab><Tab><Tab>", "f → javascript:alert"),
    ("<Tab><Tab><S-Tab>", "s → https://example.org/page"),
    ("<Up>", "a → #two"), ("x", "No link has the label x."),
  ])
  func theStatusLineShowsWhereALinkLeads(keys: String, target: String) {
    var session = session()
    session.type("f" + keys)
    #expect(session.status.hasPrefix(" " + target), "\(session.status)")
  }

  @Test func enterFollowsTheLinkWhoseTargetIsShown() {
    var session = session()
    session.type("f<Tab>")
    #expect(session.marked(.currentMatch) == "s")
    session.type("<Enter>")
    #expect(session.text.contains("Open in another program?"))
  }

  @Test func aLetterFollowsAndBackspaceComesBack() {
    var session = session()
    session.type("fa")
    #expect(session.topLine == "Two")
    session.type("<BS>")
    #expect(session.topLine == "One")
    session.type("\\")
    #expect(session.topLine == "Two")
    session.type("\\")
    #expect(session.status.contains("nowhere to go forward to"))
    session.type("<BS><BS>")
    #expect(session.status.contains("nowhere to go back to"))
  }

  @Test func anAddressIsAskedForFirst() {
    var session = session()
    session.type("fs")
    #expect(session.text.contains("Open in another program?"))
    #expect(session.text.contains("https://example.org/page"))
    #expect(session.launched == [])
    session.type("n")
    #expect(session.launched == [])
    #expect(session.status.contains("Not opened."))
    session.type("fsy")
    #expect(session.launched == ["https://example.org/page"])
    session.send(.launchFailed(message: "xdg-open was not found."))
    #expect(session.status.contains("xdg-open was not found."))
  }

  @Test func whatIsRefusedSaysWhy() {
    var session = session()
    session.type("ff")
    #expect(session.text.contains("javascript: is not followed"))
    session.resize(columns: 80, rows: 24)
    #expect(!session.status.contains("…"), "the reason is whole at 80 columns")
    #expect(session.launched == [])
  }

  @Test func aNoteThatIsShownElsewhereThanItIsWrittenShowsInAWindow() {
    var session = Session(
      "One[^a].\n\n## Two\n\nTwo[^b].\n\n## Three\n\n[^b]: Note B.\n[^a]: Note A.\n", rows: 30)
    session.type("fs")
    #expect(session.lines.contains { $0.contains("│ [2] Note B.") }, "\n\(session.text)")
    #expect(session.lines.count { $0.contains("│") } == 1)
  }

  @Test func aNoteShowsInAWindow() {
    var session = session()
    session.type("fd")
    #expect(session.state.context == .note)
    #expect(session.text.contains("┌─ Note"))
    session.type("<Esc>")
    #expect(session.state.context == .reading)
    #expect(!session.text.contains("┌─ Note"))
  }

  @Test(arguments: [
    ("[only](#end)\n\ntext\n\n## End\n", "End"),
    ("[only](#nowhere) text\n\n## End\n", "only text"),
  ])
  func enterFollowsTheOnlyLink(document: String, top: String) {
    var session = Session(document)
    session.type("<Enter>")
    #expect(session.topLine == top)
    if top != "End" { #expect(session.status.contains("There is no section #nowhere here.")) }
  }

  @Test func enterFollowsTheOnlyLinkOfTheMatchedLine() {
    var session = session()
    session.type("/bad<Enter><Enter>")
    #expect(session.text.contains("javascript: is not followed"))
  }

  @Test func enterLabelsWhereThereAreSeveral() {
    var session = session()
    session.type("<Enter>")
    #expect(session.state.context == .links)
  }

  @Test func linksLeadToOtherBriefingsAndBack() {
    let library = [Samples.row("a", "2025-05-02"), Samples.row("b", "2025-05-01")]
    let files = [
      "news/a.md": "## A\n\n[to b](b.md#second), [gone](c.md), [out](../x.md)\n",
      "news/b.md": "## First\n\n\(Samples.longParagraph)\n\n## Second\n\ntext\n",
    ]
    var session = Session(library: library, files: files, rows: 10)
    session.type("<Enter>fa")
    #expect(session.topLine == "Second")
    session.type("<BS>")
    #expect(session.topLine == "A")
    session.type("\\")
    #expect(session.topLine == "Second")
    session.type("<BS>fs")
    #expect(session.status.contains("there is no such file"))
    #expect(session.topLine == "A")
    session.type("fd")
    #expect(session.status.contains("outside the library"))
  }

  @Test func aWrappedLinkIsOneLink() {
    var session = Session("[one two three four five six](#x) [next](#y)\n", columns: 20, rows: 12)
    session.type("f")
    #expect(session.marked(.match) == "a|s")
  }

  @Test func manyLinksGetTwoLetters() {
    let document = (1...40).map { "[\($0)](#s\($0))" }.joined(separator: " ") + "\n\n## S40\n"
    var session = Session(document, columns: 100)
    session.type("f")
    #expect(session.marked(.match).hasPrefix("aaas"))
    session.type("a<BS>s")
    #expect(session.marked(.match).filter { $0 != "|" }.count == 14)
    session.type("<BS><BS>")
    #expect(session.state.context == .reading)
  }

  @Test func nothingToFollowSaysSo() {
    var session = Session("text\n")
    session.type("f")
    #expect(session.status.contains("There are no links on the screen."))
  }

  @Test func jumpsCanBeTakenBack() {
    var session = Session(Samples.sections, columns: 60)
    session.type("2spkk<Enter><BS>")
    #expect(session.topLine == "F-35 hopes")
    session.type("<BS>")
    #expect(session.topLine == "Page")
  }

  @Test func interruptLeavesTheLinksBeforeTheProgram() {
    var session = session()
    session.type("f")
    session.send(.interrupt)
    #expect(session.state.context == .reading)
    #expect(session.quitStatus == nil)
  }

  @Test func whatCannotBeOpenedLeavesTheTrailAsItWas() {
    let library = [Samples.row("a", "2025-05-02")]
    let files = ["news/a.md": "[gone](c.md)\n\n## A\n\ntext\n\n## B\n\n\(Samples.longParagraph)\n"]
    var session = Session(library: library, files: files, rows: 10)
    session.type("<Enter>2gf")
    session.type("a")
    #expect(session.status.contains("there is no such file"))
    session.type("<BS>")
    #expect(session.topLine == "gone", "the jump to B is the only leap, and it started here")
    session.type("<BS>")
    #expect(session.status.contains("nowhere to go back to"))
  }

  @Test func goingBackToABriefingThatIsGoneStays() {
    let library = [Samples.row("a", "2025-05-02"), Samples.row("b", "2025-05-01")]
    let files = ["news/a.md": "[b](b.md)\n", "news/b.md": "## B\n\ntext\n"]
    var session = Session(library: library, files: files, rows: 10)
    session.type("<Enter>fa")
    session.files["news/a.md"] = nil
    session.type("<BS>")
    #expect(session.status.contains("there is no such file"))
    #expect(session.topLine == "B")
    session.files["news/a.md"] = files["news/a.md"]
    session.type("<BS>")
    #expect(session.topLine == "b", "the way back is still there")
  }

  @Test func aNoteCutsNothing() {
    let line = String(repeating: "x", count: 90) + "END"
    var session = Session("Text[^n].\n\n[^n]: Note:\n\n        \(line)\n", columns: 60, rows: 24)
    session.type("<Enter>")
    #expect(session.state.context == .note)
    #expect(session.text.contains("END"))
  }

  @Test func helpThatIsAskedForWhileABriefingOpensIsAboutIt() throws {
    var session = Session(library: Samples.library)
    session.answersOpening = false
    session.type("<Enter>?")
    let page = try #require(Session.page("# Late\n"))
    session.send(.opened(path: "news/İstanbul meeting.md", page))
    #expect(session.text.contains("Keys in a briefing"))
    session.type("q")
    #expect(session.topLine == "Late")
  }

  /// Each link of a page lands where it says: the heading in the first row of the text.
  @Test(arguments: [("a", "Custom"), ("s", "Part Two"), ("d", "Part Two")])
  func anchorsOfAnyKindLand(label: String, heading: String) {
    let filler = String(repeating: "Text.\n\n", count: 30)
    var session = Session(
      "[a](#custom-id) [b](#named) [c](#Part%20Two)\n\n\(filler)## Custom {#custom-id}\n\n\(filler)<a name=\"named\"></a>\n\n## Part Two\n\n\(filler)",
      columns: 60, rows: 14)
    session.type("f" + label)
    #expect(session.text.split(separator: "\n").contains { $0.hasSuffix(heading) || $0.contains(heading) })
    #expect(session.state.reading?.top != Place())
  }

  @Test func wikiLinksOpenBriefingsByName() {
    let rows = ["today", "plain"].map {
      CatalogueRow(path: "news/\($0).md", title: $0, date: BriefingDate("2025-05-15"), words: 9)
    }
    var session = Session(
      library: rows, files: ["news/today.md": "[[plain]]", "news/plain.md": "Opened by name."])
    session.type("/today<Enter><Enter>f")
    session.type("<Enter>")
    #expect(session.text.contains("Opened by name.") || session.state.reading?.path == "news/plain.md")
  }
}
