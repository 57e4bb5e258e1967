import BriefingLayout
import BriefingText
import Testing

@testable import BriefingReader

/// Handing on what is read: to the clipboard, commands, files and the editor.
@Suite struct HandTests {
  private func session(_ keys: String = "", columns: Int = 60, rows: Int = 20) -> Session {
    var session = Session(Samples.sections, columns: columns, rows: rows)
    session.type(keys)
    return session
  }

  /// Keys, and the first and last line of what the clipboard gets.
  @Test(arguments: [
    ("y", "# Page", "Lead text before all sections."),
    ("1y", "## Missile sale", "Beta two."), ("]]y", "### Congress", "Beta two."),
    ("3y", "## PKK talks", "Epsilon three, the end."),
    ("<Tab>j<Tab>y", "### Congress", "Beta two."),
  ])
  func yCopiesTheSectionAsMarkdown(keys: String, first: String, last: String) {
    let session = session(keys)
    let lines = session.copied.last?.split(separator: "\n").map(String.init) ?? []
    #expect(lines.first == first)
    #expect(lines.last == last)
  }

  @Test func markupAndFrontMatterAreWhatTheyAre() {
    var session = Session(
      "---\ntitle: T\n---\nLead *one*.\r\n\r\nThe [two](#x)\r\n==========\r\n\r\n> # Quoted\n")
    session.type("y")
    #expect(session.copied.last == "Lead *one*.\r\n\r\n")
    session.type("]]y")
    #expect(session.copied.last == "> # Quoted\n")
  }

  @Test func whatWasCopiedIsSaid() {
    var session = session("2y", columns: 80)
    #expect(session.status.hasPrefix(" Sent to the terminal's clipboard: section 2, 82 bytes."))
    session.hasClipboard = false
    session.type("y")
    #expect(session.text.contains("programs.copy"))
  }

  @Test func whatATerminalDoesNotTakeIsNotSent() {
    var session = Session("# A\n\n" + String(repeating: "word ", count: 15_000), columns: 200)
    session.type("y")
    #expect(session.copied == [])
    #expect(session.text.contains("has 75 kB, a terminal takes 75 kB. W writes it to a file"))
  }

  @Test(arguments: [
    (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1.0 kB"), (1250, "1.3 kB"), (9_949, "9.9 kB"),
    (9_950, "10 kB"), (74_994, "75 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"), (256_000_000, "256 MB"),
  ])
  func bytesAreSaidAsPeopleWriteThem(count: Int, text: String) { #expect(count.byteText == text) }

  @Test func linesOfCodeAreEditedWhereTheyStand() {
    var session = Session("# T\n\n```\none\ntwo\nthree\n```\n\n    four\n    five\n", rows: 20)
    for (text, line) in [("two", 5), ("three", 6), ("five", 10)] {
      session.type("/\(text)<Enter>e")
      #expect(session.edited.last?.line == line)
    }
  }

  @Test func aPasteCannotBeEndedByWhatWasCopied() {
    var session = Session("a\u{1B}[201~rm\u{7}\tb\u{9B}\u{85}c\n", columns: 120)
    session.type("y")
    #expect(session.copied == ["a[201~rm\tbc\n"])
    #expect(session.status.contains("4 control characters left out"))
  }

  /// Keys after `V`, and what is copied.
  @Test(arguments: [
    ("y", "Alpha one.\n"), ("jy", "Alpha one.\n\n"), ("jjy", "Alpha one.\n\nAlpha two.\n"),
    ("jjkky", "Alpha one.\n"), ("kky", "Missile sale\n\nAlpha one.\n"),
  ])
  func linesAreSelectedAndCopied(keys: String, text: String) {
    var session = session("1jj")
    session.type("V" + keys)
    #expect(session.copied == [text])
    #expect(session.state.context == .reading)
  }

  @Test func theSelectionKeepsItsTextAtAnotherWidth() {
    var session = Session(Samples.longParagraph, columns: 60, rows: 12)
    session.type("jjVjj")
    #expect(session.marked(.selected).split(separator: "|").count == 3)
    session.resize(columns: 34, rows: 12)
    #expect(session.marked(.selected).split(separator: "|").count > 3)
    session.type("k")
    #expect(!session.marked(.selected).isEmpty)
  }

  @Test func selectedLinesAreSeen() {
    var session = session("1jjVjj")
    #expect(session.marked(.selected) == "Alpha one.| |Alpha two.")
    session.type("<Esc>")
    #expect(session.marked(.selected) == "")
    #expect(session.copied == [])
  }

  @Test func aSelectionScrollsAndReachesBothEnds() {
    var session = session("VGy", rows: 8)
    #expect(session.copied.last?.hasSuffix("Epsilon three, the end.\n") == true)
    session.type("Vgy")
    #expect(session.copied.last?.hasPrefix("Page\n\nLead text") == true)
    session.type("gVk")
    #expect(session.status.contains("This is the first line."))
  }

  @Test func aLineThatIsWiderThanTheWindowIsCopiedWhole() {
    let code = String(repeating: "0123456789", count: 30)
    var session = Session("    \(code)\n", columns: 40)
    session.type("Vy")
    #expect(session.copied.last?.contains(code) == true)
  }

  @Test func theSelectedLinkIsCopied() {
    let text =
      "A [web](https://example.org/ü) link, a [local](b.md#c), a [bad](<x:\u{1B}y>) and a note[^n].\n\n[^n]: N.\n"
    var session = Session(text, columns: 100)
    session.type("f<C-y>f<Tab><C-y>f<Tab><Tab><C-y>")
    #expect(session.copied == ["https://example.org/%C3%BC", "b.md#c", "x:y"])
    session.type("f<Tab><Tab><Tab><C-y>")
    #expect(session.status.contains("no address"))
  }

  @Test func anAddressThatIsAskedAboutIsCopied() {
    var session = Session("See [it](https://example.org/a).\n")
    session.type("<Enter>c")
    #expect(session.copied == ["https://example.org/a"])
    #expect(session.state.context == .reading)
    #expect(session.launched == [])
  }

  @Test func whereNothingOpensAddressesTheyAreShownAndCopied() {
    let address = "https://example.org/" + String(repeating: "long/", count: 20)
    var session = Session("See [it](\(address)).\n")
    session.opensAddresses = false
    session.type("<Enter>")
    #expect(session.text.contains("No browser here: copy the address?"))
    let shown = session.lines.filter { $0.contains("│") }.joined().filter { !" │".contains($0) }
    #expect(shown.contains(address))
    session.type("<Enter>")
    #expect(session.copied == [address])
    #expect(session.launched == [])
  }

  @Test func whetherAddressesAreOpenedIsAskedWhenOneIsToBe() {
    var session = Session("See [it](https://example.org/a).\n")
    func asked(_ session: Session) -> Int {
      session.effects.count { if case .work(.findOpener) = $0 { true } else { false } }
    }
    #expect(asked(session) == 0)
    session.type("<Enter><Esc><Enter>")
    #expect(asked(session) == 1)
    #expect(session.text.contains("Open in another program?"))
  }

  @Test func thePathIsCopiedInTheList() {
    var session = Session(library: Samples.library)
    session.type("jy")
    #expect(session.copied == ["news/Ankara and the jets.md"])
    session.state.options.workingFolder = "/home/reader"
    session.type("y")
    #expect(session.copied.last == "/home/reader/news/Ankara and the jets.md")
    session.type("/nothing like it<Enter>y")
    #expect(session.status.contains("There is nothing to copy."))
  }

  @Test func aCommandGetsTheSectionAndItsOutputIsShown() {
    var session = session("2", columns: 80)
    session.runs = { command, input in
      PipedOutput(
        output: Array("\(command): \(input.prefix(13))\u{1B}[31mred\n````\nx\n".utf8), errors: [],
        ending: "done", isComplete: true)
    }
    session.type("|")
    #expect(session.status.hasPrefix(" Pipe section 2 to: "))
    session.type("wc -l<Enter>")
    #expect(session.text.contains("wc -l: ## F-35 hopes"))
    #expect(session.text.contains("^[[31mred"), "an escape is shown, not sent")
    #expect(session.text.contains("````"))
    #expect(session.text.contains("done: wc -l"))
    session.type("q")
    #expect(session.state.context == .reading)
  }

  @Test func aCommandThatFailsSaysSo() {
    var session = session("|", columns: 80)
    session.runs = { _, _ in
      PipedOutput(output: [], errors: Array("no such thing\n".utf8), ending: "status 2", isComplete: false)
    }
    session.type("nope<Enter>")
    #expect(session.text.contains("status 2: nope"))
    #expect(session.text.contains("no such thing"))
    #expect(session.text.contains("Standard error:"))
  }

  @Test func aCommandThatRunsIsEnded() {
    var session = session("|sleep 100<Enter>", columns: 80)
    #expect(session.text.contains("running: sleep 100"))
    session.type("<Esc>")
    let isGivenUp = session.effects.contains { if case .giveUp(.pipe) = $0 { true } else { false } }
    #expect(isGivenUp)
    #expect(session.state.context == .reading)
  }

  @Test func selectedLinesGoToACommand() {
    var session = session("1jjV", columns: 80)
    session.runs = { _, input in
      PipedOutput(output: Array(input.utf8), errors: [], ending: "done", isComplete: true)
    }
    session.type("|cat<Enter>")
    #expect(session.lines.contains { $0.contains("│") && $0.contains("Alpha one.") })
  }

  @Test func aSectionIsWrittenToAFileThatIsNotThere() {
    var session = session("2W", columns: 80)
    session.existing = ["b.md"]
    session.type("b.md<Enter>")
    #expect(session.status.contains("b.md is there already, and stays as it is"))
    session.type("W<BS><BS><BS>.txt<Enter>")
    #expect(session.status.contains("Written to b.txt: section 2, 82 bytes."))
  }

  /// Keys, and the line at which the editor opens the file.
  @Test(arguments: [("", 1), ("]", 5), ("]]", 13), ("/beta two<Enter>", 17), ("<Tab>j", 13), ("2v", 19)])
  func theEditorOpensTheFileAtTheLine(keys: String, line: Int) {
    var session = session(keys + (keys.hasSuffix("v") ? "" : "e"))
    #expect(session.edited == [EditRequest(path: "a.md", line: line)])
    #expect(session.followed.count == 2, "the file is looked at again")
    session.send(.openFailed(path: "", message: ""))
  }

  @Test func theEditorOpensTheBriefingOfTheList() {
    var session = Session(library: Samples.library)
    session.type("je")
    #expect(session.edited == [EditRequest(path: "news/Ankara and the jets.md", line: 1)])
  }

  @Test func linksAreToldToTheTerminalWhereItKnowsThem() {
    let text =
      "A [link of some words](https://example.org/a\u{7}b), [mail](mailto:a@example.org), [no](#x) and ![i](https://example.org/ä).\n"
    var session = Session(text, columns: 24, rows: 20)
    #expect(session.hyperlinks == [])
    session.state.options.showsHyperlinks = true
    session.type("<C-l>")
    #expect(Set(session.hyperlinks.map(\.address)) == ["mailto:a@example.org", "https://example.org/%C3%A4"])
    session.type("?")
    #expect(session.hyperlinks == [], "whatever is drawn over a link is none")
  }

  @Test func aWrappedLinkIsOne() {
    var session = Session("Some [link that is wrapped](https://example.org/) here.\n", columns: 20)
    session.state.options.showsHyperlinks = true
    session.type("<C-l>")
    #expect(session.hyperlinks.count == 2)
    #expect(Set(session.hyperlinks).count == 1)
  }
}

extension Session {
  /// What the terminal is told of links, row by row.
  fileprivate var hyperlinks: [Hyperlink] {
    (0..<screen.size.rows).flatMap { screen.frame.hyperlinks(row: $0).map(\.link) }
  }
}
