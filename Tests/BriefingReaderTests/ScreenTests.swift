import BriefingLayout
import Testing

@testable import BriefingReader

@Suite struct ScreenTests {
  @Test(arguments: [
    (1, 1), (1, 80), (200, 1), (3, 10), (4, 20), (5, 19), (5, 20), (8, 33), (50, 79), (200, 500),
  ])
  func anySizeAndAnyKeyIsShown(rows: Int, columns: Int) {
    var session = Session(Samples.sections, columns: columns, rows: rows)
    for keys in ["j", "G", "2", "sx<Down><Enter><Esc>", "/one<Enter>n", "<Tab>jG<Esc>", "?jG/x<Enter>q", "o"]
    {
      session.type(keys)
      #expect(session.screen.frame.cells.count == rows * columns)
    }
    var list = Session(library: Samples.library, columns: columns, rows: rows)
    list.type("jjG/a<Enter><Esc>z?")
    #expect(list.screen.frame.cells.count == rows * columns)
  }

  @Test func aWindowThatIsTooSmallSaysSo() {
    let session = Session(Samples.sections, columns: 19, rows: 8)
    #expect(session.lines == ["Too small: 20x5 is", "needed."])
  }

  /// What stands at the top stays there at every width, on the way and on the way back.
  @Test(arguments: ["", "j", "jjjj", "2", "2j", "G"])
  func resizingKeepsTheLineAtTheTop(keys: String) {
    let document = "## One\n\n\(Samples.longParagraph)\n\n## Two\n\n\(Samples.longParagraph)\n"
    var session = Session(document, columns: 70, rows: 14)
    session.type(keys)
    let top = session.topLine
    let word = top.split(separator: " ")[0]
    for columns in [41, 120, 23, 200] {
      session.resize(columns: columns, rows: 30)
      #expect(session.topLine.split(separator: " ").contains(word), "at \(columns): \(session.topLine)")
    }
    session.resize(columns: 70, rows: 14)
    #expect(session.topLine == top)
  }

  @Test(arguments: [
    ("j", 1), ("jk", 0), (" ", 9), ("<PgDn>", 9), ("d", 5), ("dd", 10), (" b", 0), ("du", 0), ("kkk", 0),
    ("<Down><C-e>", 2),
  ])
  func scrolls(keys: String, rows: Int) {
    let document = (1...60).map { "Line \($0)." }.joined(separator: "\\\n")
    var session = Session(document, columns: 40, rows: 13)
    session.type(keys)
    #expect(session.topLine == "Line \(rows + 1).")
  }

  @Test func theEndStandsInTheLastRowAndScrollingStopsThere() {
    let document = (1...60).map { "Line \($0)." }.joined(separator: "\\\n")
    var session = Session(document, columns: 40, rows: 13)
    session.type("G")
    #expect(session.screen.row(11).trimmed == "Line 60.")
    #expect(session.status.contains("100%"))
    session.type("jjj ")
    #expect(session.screen.row(11).trimmed == "Line 60.")
    session.type("g")
    #expect(session.topLine == "Line 1.")
  }

  @Test func theHeaderTellsTitleDateSourceAndTime() {
    let front = "---\ntitle: Jets\ndate: 2025-05-15\nsource: Bloomberg\n---\n"
    var session = Session(front + "\(Samples.longParagraph)\n", columns: 70)
    session.type("G")
    #expect(session.screen.row(0).hasPrefix(" Jets   "))
    #expect(session.screen.row(0).hasSuffix("   15 May 2025 · Bloomberg · 1 min"))
    session.resize(columns: 36, rows: 14)
    #expect(session.screen.row(0).hasPrefix(" Jets"))
    #expect(session.screen.row(0).contains("15 May 2025"))
  }

  @Test func aLongTitleIsCutAndKeepsTheDate() {
    let title = String(repeating: "long ", count: 40)
    let front = "---\ntitle: \(title)\ndate: 2025-05-15\n---\n"
    var session = Session(front + "\(Samples.longParagraph)\n", columns: 60)
    session.type("G")
    #expect(session.screen.row(0).contains("… "))
    #expect(session.screen.row(0).contains("15 May 2025"))
  }

  @Test func theStatusLineTellsSectionPlaceAndKeys() {
    var session = Session(Samples.sections, columns: 100, rows: 10)
    #expect(session.status.contains("] section"))
    #expect(session.status.contains("? help"))
    session.type("]]")
    #expect(session.status.hasPrefix(" 1.1 Congress · "))
    #expect(session.status.contains("%"))
  }

  @Test func helpListsTheKeysThatHoldAndCanBeNarrowed() {
    var session = Session(Samples.sections, columns: 100, rows: 100)
    session.type("?")
    for entry in CommandTable.entries {
      let help = entry.help.text(.standard, in: .reading)
      let isListed = session.lines.contains { $0.hasSuffix("   " + help) }
      #expect(isListed == entry.contexts.contains(.reading), "\(entry.name)")
    }
    session.type("/match<Enter>")
    #expect(session.text.contains("Go to the next match"))
    #expect(!session.text.contains("Go to the next section"))
    session.type("q")
    #expect(session.topLine == "Page")
    session.type("?<Esc>")
    #expect(session.topLine == "Page")
  }

  @Test(arguments: [36, 40, 60, 200]) func helpTellsAllOfALineHoweverNarrow(columns: Int) {
    var session = Session(Samples.sections, columns: columns, rows: 8)
    session.type("?")
    var seen = session.lines.dropFirst(2).dropLast()
    while true {
      let before = session.lines
      session.type("j")
      if session.lines == before { break }
      seen.append(session.lines[6])
    }
    // Behind the keys.
    let first = seen.first { $0.contains("Move one") } ?? ""
    let start = first.firstRange(of: "Move one")?.lowerBound ?? first.startIndex
    let indent = first.distance(from: first.startIndex, to: start)
    let text = seen.map { $0.dropFirst(indent).description.trimmed }.joined(separator: " ")
    for entry in CommandTable.entries where entry.contexts.contains(.reading) {
      #expect(text.contains(entry.help.text(.standard, in: .reading)), "\(entry.name)")
    }
    session.type("G")
    #expect(session.status.contains(" of "))
    session.resize(columns: 200, rows: 120)
    #expect(session.lines[3].contains("Move one line down"))
  }

  @Test func nothingOfAFileReachesTheScreenAsAControl() {
    let hostile = "\u{1b}]0;x\u{7}\u{9b}31m&#27;[2J \u{202e}abc\u{0}\u{200b}"
    let row = Samples.row(hostile, source: hostile)
    var list = Session(library: [row], columns: 100)
    list.send(.catalogueFailed(path: "news", message: hostile))
    var session = Session(
      "---\ntitle: \"\\e]0;x\\a\"\n---\n## \(hostile)\n\n`\(hostile)`\n\n\(hostile)\n", columns: 100)
    session.type("/\u{1b}\u{202e}")
    for frame in [list.screen.frame, session.screen.frame] {
      for cell in frame.cells {
        for scalar in cell.glyph.unicodeScalars {
          #expect(
            scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
        }
      }
    }
    #expect(session.text.contains("^["))
  }

  @Test func wideGlyphsAreNeverCutInTwo() {
    var frame = Frame(size: Size(rows: 1, columns: 5))
    frame.put(Cell.cells("日本語"), row: 0, column: 0)
    #expect(frame.text(row: 0) == "日本")
    frame.put(Cell.cells("x"), row: 0, column: 1)
    #expect(frame.text(row: 0) == " x本")
    frame.put(Cell.cells("y"), row: 0, column: 2)
    #expect(frame.text(row: 0) == " xy")
  }

  @Test func aLateAnswerDoesNotReplaceWhatIsRead() {
    var session = Session(library: Samples.library, files: Samples.libraryFiles)
    session.type("<Enter>")
    let before = session.text
    session.send(.openFailed(path: "elsewhere", message: "gone"))
    #expect(session.text == before)
  }

  @Test func aPageStartsWithTextAndMarksItsSection() {
    var session = Session(Samples.sections, columns: 100, rows: 13)
    for _ in 0..<8 {
      session.type(" ")
      let geometry = ReadingGeometry(session.state, session.state.reading!)
      let first = session.screen.frame.row(geometry.rows.lowerBound).dropFirst(geometry.textColumn)
      #expect(first.contains { $0.glyph != " " }, "\n\(session.text)")
    }
    // The blank lines before a heading belong to the section that they lead to.
    var lines = Session(Samples.sections, columns: 100, rows: 13)
    lines.type("1jjjjjjj")
    #expect(lines.topLine == "Congress")
    #expect(lines.text.contains("▸   1.1  Congress"))
  }

  /// It is one key, not Escape and another: neither what is lit goes, nor what is typed, nor is the briefing left.
  @Test func anUnboundKeyWithAltDoesNothing() {
    var session = Session(Samples.sections, columns: 80, rows: 8)
    session.type("/epsilon")
    session.send(.key(.alt("q")))
    #expect(session.state.context == .find)
    #expect(session.state.prompt?.text == "epsilon")
    #expect(session.text.contains("M-q does nothing here · Esc back"))
    session.type("<Enter>")
    session.send(.key(.alt("q")))
    #expect(session.status.contains("M-q does nothing here · ? keys"))
    #expect(session.state.reading?.search != nil)
    #expect(session.quitStatus == nil)
  }

  @Test func theTitleIsNotSaidTwice() {
    var session = Session("---\ntitle: Jets\n---\n# Jets\n\n\(Samples.longParagraph)\n", columns: 60, rows: 8)
    #expect(!session.screen.row(0).contains("Jets"))
    #expect(session.topLine == "Jets")
    session.type("jj")
    #expect(session.screen.row(0).hasPrefix(" Jets"))
  }

  @Test(arguments: [40, 60, 80, 100]) func theWayToHelpIsTheLastHintToGo(columns: Int) {
    var session = Session("## A heading of quite some length, as they are\n\ntext\n", columns: columns)
    session.type("1")
    #expect(session.status.contains("? help"), "\(session.status)")
  }

  /// Columns, title, what is panned, and the status line.
  @Test(arguments: [
    (24, "A heading of some length", false, " 1 A hea… · All  ? help"),
    (40, "A heading of some length", false, " 1 A heading of some len… · All  ? help"),
    (40, "Short", true, " 1 Short · All                  l pan   ? help"),
    (60, "Short", true, " 1 Short · All · wider than the screen  l pan   ? help"),
    (
      60, "A heading of some length, and then some", false,
      " 1 A heading of some length, and then some · All     ? help"
    ),
  ])
  func theStatusLineGivesTheTitleWhatTheKeysLeave(columns: Int, title: String, isWide: Bool, expected: String)
  {
    let code = isWide ? "\n```\n\(String(repeating: "x", count: 100))\n```\n" : ""
    var session = Session("## \(title)\n\ntext\n\(code)", columns: columns)
    session.type("1")
    func words(_ text: String) -> [Substring] { text.split(separator: " ") }
    #expect(words(session.status).starts(with: words(expected).dropLast(2)), "\(session.status)")
    #expect(session.status.hasSuffix("? help"), "\(session.status)")
  }

  @Test func besideTheOutlineTheTitleGivesWayToTheKeys() {
    let title = String(repeating: "long ", count: 20)
    var session = Session("## \(title)\n\ntext\n", columns: 100)
    session.type("1")
    #expect(session.status.contains("… · All"))
    #expect(session.status.contains("] section"), "\(session.status)")
  }

  @Test func aSearchThatTakesItsTimeSaysSo() {
    var session = Session("one two\n", columns: 100)
    session.state.reading?.session.awaited = .init("slow")
    session.send(.resume)
    #expect(session.status.contains("searching for “slow” …"))
  }

  @Test(arguments: [
    (0, 0, 1, 1), (24, 80, 24, 80), (65_535, 65_535, 1000, 1000), (Int.max, Int.min, 1000, 1),
  ])
  func aSizeStaysWithinItsLimits(rows: Int, columns: Int, shownRows: Int, shownColumns: Int) {
    let size = Size(rows: rows, columns: columns)
    #expect(size.rows == shownRows)
    #expect(size.columns == shownColumns)
    #expect(Frame(size: size).cells.count == shownRows * shownColumns)
  }
}
