import Testing

@testable import BriefingReader

/// What a window has besides the text column, and what a narrow one has not.
@Suite struct WideScreenTests {
  @Test(arguments: [100, 120, 160, 200, 300]) func outlineAndTextStandTogether(columns: Int) throws {
    let session = Session(Samples.sections, columns: columns, rows: 30)
    let reading = try #require(session.state.reading)
    let geometry = ReadingGeometry(session.state, reading)
    let outline = try #require(geometry.outline)
    #expect(geometry.textColumn - outline.upperBound <= 2)
    let right = columns - geometry.textColumn - geometry.textWidth
    #expect(abs(outline.lowerBound - right) <= 3, "as much is free on either side")
  }

  /// Columns, how far code of 120 columns can be panned: what is free beside 80 columns of text is used before.
  @Test(arguments: [(200, false), (160, true), (120, true)])
  func codeTakesWhatIsFreeBesideTheText(columns: Int, isPanned: Bool) {
    let code = String(repeating: "0123456789", count: 12)
    var session = Session("Text.\n\n    \(code)\n", columns: columns, rows: 20)
    #expect(session.text.contains(code) != isPanned, "\n\(session.text)")
    #expect(session.status.contains("wider than the screen") == isPanned)
    session.resize(columns: 80, rows: 20)
    #expect(!session.text.contains(code))
    session.resize(columns: 160, rows: 20)
    session.type("lllllllll")
    #expect(session.text.contains("6789"))
    #expect(session.lines.allSatisfy { $0.count <= 160 })
  }

  @Test func tablesTakeItToo() {
    let cells = (1...8).map { "column\($0)-with-a-name" }
    let document =
      "| \(cells.joined(separator: " | ")) |\n|\(String(repeating: "---|", count: 8))\n| a | b | c | d | e | f | g | h |\n"
    var session = Session(document, columns: 300, rows: 20)
    #expect(session.text.contains("column8-with-a-name"))
    #expect(!session.status.contains("wider"))
    session.resize(columns: 120, rows: 20)
    #expect(session.status.contains("wider"))
  }

  /// Messages are told whole, in as many rows as they take.
  @Test(arguments: [24, 40, 60, 80]) func messagesAreNeverCut(columns: Int) {
    for (document, keys) in [
      ("[x](javascript:alert)\n", "<Enter>"), ("text\n", "J"), ("text\n\n## One\n", ":x<Enter>"),
      ("text\n", "wl"), ("text\n", "o"),
    ] {
      var session = Session(document, columns: columns, rows: 14)
      session.type(keys)
      let message = session.state.message.map { session.state.text($0.wording) } ?? ""
      #expect(!message.isEmpty, "\(keys)")
      let words = message.split(separator: " ")
      let shown = session.text.split(whereSeparator: \.isWhitespace)
      for word in words { #expect(shown.contains(word), "\(word) at \(columns):\n\(session.text)") }
    }
  }

  /// Document, the row with its labels.
  @Test(arguments: [
    ("A [first](#x) link and [second](#y).", "A afirst link and ssecond."),
    ("[first](#x) link", "afirst link"), ("([first](#x))", "(afirst)"),
    ("A footnote[^1] here.\n\n[^1]: Note.", "A footnotea[1] here."),
  ])
  func labelsStandBesideTheirLinks(document: String, row: String) {
    var session = Session(document, columns: 60)
    session.type("f")
    #expect(session.lines.contains { $0.trimmed == row }, "\n\(session.text)")
    #expect(session.screen.frame.cells.count == 60 * 14)
  }

  @Test func labelsFollowTheirLinksIntoAWindowOfAnotherSize() {
    let document = String(repeating: "word ", count: 60) + "[first](#x) and [second](#y)."
    var session = Session(document, columns: 200, rows: 40)
    session.type("f")
    #expect(session.marked(.match).filter { $0 != "|" } == "as")
    session.resize(columns: 30, rows: 40)
    #expect(session.marked(.match).filter { $0 != "|" } == "as", "\n\(session.text)")
    session.resize(columns: 30, rows: 6)
    #expect(session.state.context == .reading, "where none is left there is nothing to choose")
  }

  /// Whatever lies over the text, the window may get any size.
  @Test(arguments: ["f", "fa", "s", "/", ":", "<Tab>", "?", "fc", "fb", "Z"])
  func anyLayerInAnyWindow(keys: String) {
    let document =
      "A [web](https://example.org), a [way](#one) and a note[^n].\n\n## One\n\ntext\n\n[^n]: \(Samples.longParagraph)\n"
    for (columns, rows) in [(1, 1), (20, 5), (30, 6), (500, 200), (40, 3)] {
      var session = Session(document, columns: 120, rows: 30)
      session.type(keys)
      session.resize(columns: columns, rows: rows)
      #expect(session.screen.frame.cells.count == columns * rows)
      session.type("j<Down><Tab><Esc>")
      session.resize(columns: 120, rows: 30)
      #expect(!session.text.isEmpty)
    }
  }

  @Test func aNoteAndThePickerSayThatThereIsMore() {
    let sections = (1...30).map { "## Section \($0)\n\ntext\n" }.joined(separator: "\n")
    var session = Session(sections, columns: 60, rows: 14)
    session.type("s")
    #expect(session.text.contains("↓ 20 more"), "\n\(session.text)")
    #expect(!session.text.contains("↑"))
    session.type(String(repeating: "<Down>", count: 29))
    #expect(session.text.contains("↑ 20 more"))
    #expect(session.lines.contains { $0.hasPrefix("│ 30  Section 30") || $0.contains("│ 30  Section 30") })

    session = Session("Text[^n].\n\n[^n]: \(Samples.longParagraph)\n", columns: 40, rows: 12)
    session.type("<Enter>")
    #expect(session.text.contains(" more ─┘"), "\n\(session.text)")
    session.type("G")
    #expect(session.text.contains(" more ─┐"))
    #expect(session.text.contains("word120"))
  }
}
