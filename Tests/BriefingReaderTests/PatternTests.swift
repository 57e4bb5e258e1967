import BriefingLayout
import BriefingText
import Testing

@testable import BriefingReader

/// Finding by regular expression, and showing only what matches.
@Suite struct PatternTests {
  private func session(_ keys: String, rows: Int = 20) -> Session {
    var session = Session(Samples.sections, columns: 80, rows: rows)
    session.type(keys)
    return session
  }

  @Test func anExpressionIsFoundAsItIsTyped() {
    var session = session("/<M-r>a.*(two|one)")
    #expect(session.status.hasPrefix(" Regex /a.*(two|one)"))
    #expect(session.status.contains("1 of 7"))
    #expect(session.marked(.currentMatch) == "Alpha one")
    session.type("<Enter>n")
    #expect(session.marked(.currentMatch) == "Alpha two")
    session.type("N")
    #expect(session.marked(.currentMatch) == "Alpha one")
  }

  @Test func thatThereAreMoreIsSaid() throws {
    let matches = Array(repeating: FindMatch(unit: 0, range: 0..<1), count: Pattern.mostMatches)
    let state = FindState(query: FindQuery(pattern: try Pattern(".")), matches: matches, from: Place())
    #expect(state.total == "1,000,000+")
    #expect(FindState(query: FindQuery("x"), matches: matches, from: Place()).total == "1,000,000")
  }

  @Test func whatIsTypedIsFoundAsItIsAgain() {
    var session = session("/<M-r>t.o")
    #expect(session.status.contains("1 of"))
    session.type("<M-r>")
    #expect(session.status.contains("no match"))
    #expect(session.status.hasPrefix(" /t.o"))
  }

  @Test func theNextSearchIsOneToo() {
    var session = session("/<M-r>t.o<Enter>/")
    #expect(session.status.hasPrefix(" Regex /"))
    session.type("<M-r><Esc>/")
    #expect(session.status.hasPrefix(" /"))
  }

  /// What is typed, and what is said of it.
  @Test(arguments: [
    ("(al", "( is not closed"), ("[", "[ is not closed"), ("*", "* has nothing to repeat"),
    ("a)", ") closes nothing"),
  ])
  func aMistakeIsSaidWhileOneTypes(typed: String, said: String) {
    var session = session("/<M-r>" + typed)
    #expect(session.status.contains(said))
    session.type("<Enter>")
    #expect(session.state.context == .find, "it can be mended")
    #expect(session.text.contains(said))
    session.type("<Esc>")
    #expect(session.state.context == .reading)
  }

  @Test func whatWasFoundStaysLitWhileAMistakeIsTyped() {
    var session = session("/<M-r>alpha one")
    session.type("(")
    #expect(session.marked(.currentMatch) == "Alpha one")
    session.type("<BS>")
    #expect(session.status.contains("1 of 1"))
  }

  @Test func onlyTheLinesThatMatchAreShown() {
    var session = session("&alpha<Enter>")
    #expect(
      session.lines.dropFirst(2).prefix(4).map(\.trimmed) == [
        "1 Missile sale        Alpha one.", "Alpha two.", "Alpha three.", "",
      ])
    #expect(session.lines[0].contains("Lines that match “alpha”"))
    #expect(session.marked(.match) == "Alpha|Alpha|Alpha")
    session.type("jj")
    #expect(session.marked(.selected) == "Alpha three.")
    session.type("j")
    #expect(session.status.contains("This is the last line."))
    session.type("g")
    #expect(session.marked(.selected) == "Alpha one.")
    session.type("G<Enter>")
    #expect(session.state.context == .reading)
    #expect(session.marked(.currentMatch) == "Alpha")
    #expect(session.text.contains("Beta one."), "all lines are there")
    session.type("<BS>")
    #expect(session.topLine == "Page", "and the way back is")
  }

  @Test func anEmptyPatternShowsAllAgain() {
    var session = session("&<M-r>^.* one<Enter>")
    let shown = session.lines.dropFirst(2).prefix(4).map(\.trimmed)
    for (line, text) in zip(shown, ["Alpha one.", "Beta one.", "Gamma one. The F-35 again.", "Delta one."]) {
      #expect(line.hasSuffix(text))
    }
    session.type("&<Enter>")
    #expect(session.state.context == .reading)
    #expect(session.text.contains("Lead text"))
  }

  @Test func severalMatchesOfALineAreOneRow() {
    var session = Session(Samples.longParagraph, columns: 40, rows: 12)
    session.type("&word1<Enter>")
    let rows = session.lines.dropFirst(2).dropLast().map(\.trimmed).filter { !$0.isEmpty }
    #expect(rows.count == Set(rows).count)
    #expect(rows.allSatisfy { $0.contains("word1") })
    session.type("GkkG")
    #expect(session.marked(.selected).contains("word119"))
    session.resize(columns: 30, rows: 9)
    #expect(session.marked(.selected).contains("word1"))
  }

  /// The cells of a table wrap beside each other: its matches are not in the order of its lines.
  @Test func linesOfATableAreGoneThroughInOrder() {
    let cell = "foo and many other words that wrap foo"
    var session = Session("| A | B |\n|-|-|\n| \(cell) | \(cell) |\n\nfoo end\n", columns: 44, rows: 20)
    session.type("&foo<Enter>")
    let rows = session.lines.dropFirst(2).dropLast().map(\.trimmed).filter { !$0.isEmpty }
    #expect(rows.count > 2 && rows.count == Set(rows).count)
    session.type("g" + String(repeating: "j", count: rows.count - 1))
    #expect(session.marked(.selected).contains("foo end"))
    session.type(String(repeating: "k", count: rows.count - 1) + "k")
    #expect(session.status.contains("This is the first line."))
  }

  @Test func whatMatchesNothingIsSaid() {
    let session = session("&nowhere<Enter>")
    #expect(session.state.context == .reading)
    #expect(session.status.contains("No match for “nowhere”."))
  }

  @Test func linesThatComeLateAreShownWhenTheyDo() throws {
    var session = Session(Samples.sections, columns: 80, rows: 20)
    session.collects = false
    session.type("&alpha<Enter>")
    #expect(session.state.context == .reading)
    session.send(try session.collected(0))
    #expect(session.state.context == .only)
  }
}
