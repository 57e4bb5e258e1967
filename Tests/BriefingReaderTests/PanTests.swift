import Testing

@testable import BriefingReader

@Suite struct PanTests {
  /// A line of code of 60 columns, each tenth of them named.
  private static let code = """
    Text.

    ```
    0---------1---------2---------3---------4---------5--------x
    short
    ```

    """

  private static let table = """
    | Missile | Purpose | Range in kilometres | Price of one | Ordered by Turkey | Remarks |
    |---------|---------|--------------------:|-------------:|------------------:|---------|
    | AMRAAM  | air to air | 160 | 1100000 | 53 | for the F-16 that was refitted |
    | Sidewinder | air to air | 35 | 430000 | 60 | older |

    """

  /// Document, keys, the row that starts with the text, and as what.
  @Test(arguments: [
    (code, "", "0---", "0---------1---------2---------3------›"),
    (code, "l", "‹", "‹--1---------2---------3---------4----›"),
    (code, "l<Right>", "‹", "‹----2---------3---------4---------5--›"),
    (code, "lllll", "‹", "‹--------3---------4---------5--------x"),
    (code, "lllllh", "‹", "‹------2---------3---------4---------5›"),
    (code, "ll<Left>h", "0---", "0---------1---------2---------3------›"),
    (code, "lw", "0---", "0---------1---------2---------3-------"),
    (code, "lw", "↪", "↪ --4---------5--------x"),
    (code, "lww", "0---", "0---------1---------2---------3------›"),
    (table, "", "Missile", "Missile     Purpose     Range in kilome›"),
    (table, "l", "AMRAAM", "AMRAAM     ‹ir                  160    ›"),
  ])
  func pans(document: String, keys: String, start: String, expected: String) {
    var session = Session(document, columns: 42)
    session.type(keys)
    let row = session.lines.map(\.trimmed).first { $0.hasPrefix(start) }
    #expect(row == expected, "\n\(session.text)")
  }

  @Test func theFirstColumnBreaksNoWordThatHalfOfThePageHolds() {
    let session = Session(Self.table.replacing("| Sidewinder |", with: "| Sidewinder-9X[^1] |"), columns: 42)
    #expect(session.text.contains("Sidewinder-9X"), "\n\(session.text)")
  }

  @Test(arguments: [code, table])
  func aPanChangesNeitherRowsNorPlaces(document: String) {
    var session = Session(document + Samples.sections, columns: 42, rows: 12)
    session.type("jj")
    let rows = session.lines.count
    let top = session.state.reading?.top
    for key in ["l", "l", "l", "h", "l", "l", "l", "l", "l", "l"] {
      session.type(key)
      #expect(session.state.reading?.top == top)
      #expect(session.lines.count == rows)
    }
  }

  @Test func theStatusLineSaysThatThereIsMore() {
    var session = Session(Self.table, columns: 60)
    #expect(session.status.contains("wider than the screen"))
    #expect(session.status.contains("l pan"), "\(session.status)")
    session.type("l")
    #expect(session.status.contains("from column 9"))
    session.type("w")
    #expect(!session.status.contains("column"))
    #expect(session.text.contains("Range in kilometres: 160"))
  }

  @Test func whatFitsDoesNotPan() {
    var session = Session("    code\n\n| a | b |\n|---|---|\n| c | d |\n")
    let before = session.lines.dropLast()
    session.type("l")
    #expect(session.lines.dropLast() == before)
    #expect(session.status.contains("Nothing on the screen is wider than the text."))
  }

  @Test func theEdgesSaySo() {
    var session = Session(Self.code, columns: 42)
    session.type("h")
    #expect(session.status.contains("This is the left edge."))
    session.type("llllll")
    #expect(session.status.contains("This is the right edge."))
  }

  @Test(arguments: [code, table])
  func findPansToAMatchThatIsOffToTheSideAndBack(document: String) {
    let query = document == Self.code ? "x" : "refitted"
    var session = Session(document, columns: 42)
    session.type("/" + query)
    #expect(session.marked(.currentMatch) == query, "\n\(session.text)")
    session.type("<Esc>")
    #expect(session.state.reading?.pan == 0)
    session.type("/\(query)<Enter><Esc>g/\(document == Self.code ? "0" : "Purpose")")
    #expect(session.state.reading?.pan == 0)
  }

  @Test func allOfALongBlockPansAsOne() {
    let lines = (0..<600).map { $0 == 590 ? String(repeating: "x", count: 90) : "line \($0) is short" }
    var session = Session("```\n" + lines.joined(separator: "\n") + "\n```\n", columns: 42)
    session.type("l")
    #expect(session.topLine == "‹s short")
  }

  @Test func panningStopsAtAWideGlyphsEdge() {
    let line = String(repeating: "日本語", count: 12)
    var session = Session("```\na\(line)\n```\n", columns: 42)
    for _ in 0..<6 {
      #expect(session.screen.frame.row(2).reduce(0) { $0 + $1.width } == 42)
      session.type("l")
    }
  }
}
