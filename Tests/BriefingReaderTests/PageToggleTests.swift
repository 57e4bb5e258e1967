import Testing

@testable import BriefingReader

@Suite struct PageToggleTests {
  private static let front = """
    ---
    title: Jets
    author: A. Writer
    tags: [nato]
    summary: What it says.
    date: tomorrow
    ---
    Text with a [link](https://example.org/page).

    ## One

    \(Samples.longParagraph)

    ## Two

    End.
    """

  /// Keys, what the screen then shows, and what it does not.
  @Test(arguments: [
    ("", ["Jets", "What it says.", "▸ Details · 1 warning", "Text with"], ["A. Writer"]),
    ("i", ["▾ Details", "Author: A. Writer", "Tags: nato", "date: tomorrow", "Line 6: date"], ["▸"]),
    ("ii", ["▸ Details", "Text with"], ["A. Writer"]),
    ("Gi", ["▾ Details", "Author: A. Writer"], []),
    ("Gi<BS>", ["End."], ["Author"]),
    ("L", ["1. link: https://example.org/page"], []),
    ("LL", ["Text with a link."], ["https://example.org/page"]),
  ])
  func toggles(keys: String, shown: [String], hidden: [String]) {
    var session = Session(Self.front, columns: 70, rows: 18)
    session.type(keys)
    for text in shown { #expect(session.text.contains(text), "\(text)\n\(session.text)") }
    for text in hidden { #expect(!session.text.contains(text), "\(text)\n\(session.text)") }
  }

  @Test func theTitleStandsOnceOnTheScreen() {
    var session = Session(Self.front, columns: 70, rows: 18)
    #expect(session.lines.count { $0.contains("Jets") } == 1)
    session.type("G")
    #expect(session.lines[0].hasPrefix(" Jets"))
  }

  @Test func aBriefingWithoutFrontMatterSaysSo() {
    var session = Session("Text.\n")
    session.type("i")
    #expect(session.status.contains("This briefing has no front matter."))
  }

  @Test(arguments: ["i", "L", "w"])
  func aToggleKeepsTheTextThatIsRead(key: String) {
    var session = Session(Self.front, columns: 70, rows: 10)
    session.type("2")
    let top = session.topLine
    session.type(key == "i" ? "ii2" : key)
    #expect(session.topLine == top)
  }

  @Test func detailsAreFoundWhileTheyAreOpen() {
    var session = Session(Self.front, columns: 70, rows: 18)
    session.type("/writer<Enter>")
    #expect(session.status.contains("No match for “writer”."))
    session.type("i/writer<Enter>")
    #expect(session.marked(.currentMatch) == "Writer")
    session.type("i")
    #expect(session.status.contains("No match for “writer”."))
    session.type("/writer<Enter>")
    #expect(session.status.contains("No match for “writer”."))
  }

  @Test func whatIsLitStaysLit() {
    var session = Session(Self.front, columns: 70, rows: 18)
    session.type("/it<Enter>n")
    #expect(session.status.contains("“it” 2 of 2"))
    #expect(session.marked(.match) == "it|it")
    let lit = session.marked(.currentMatch)
    session.type("i")
    // Two in the author's name and in the warning stand before it.
    #expect(session.status.contains("“it” 5 of 5"), "\(session.status)")
    #expect(session.marked(.match) == "it|it|itit|it")
    #expect(session.marked(.currentMatch) == lit)
    session.type("i")
    #expect(session.status.contains("“it” 2 of 2"))
    #expect(session.marked(.match) == "it|it")
    session.type("n")
    #expect(session.status.contains("Past the last match"))
  }

  @Test func theReaderStaysWhereTheyAreWhileTheMatchesAreFoundAnew() {
    var session = Session(Self.front, columns: 70, rows: 10)
    session.type("/word1<Enter>gi")
    #expect(session.topLine == "Jets")
  }

  @Test func anotherBriefingStartsWithClosedDetails() {
    let files = ["news/a.md": "---\ntags: x\n---\nA\n", "news/b.md": "---\ntags: y\n---\nB\n"]
    var session = Session(library: [Samples.row("a"), Samples.row("b", "2025-05-14")], files: files)
    session.type("<Enter>i")
    #expect(session.text.contains("Tags: x"))
    session.type("J")
    #expect(session.text.contains("▸ Details"))
  }
}
