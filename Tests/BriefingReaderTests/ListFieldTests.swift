import BriefingCore
import Testing

@testable import BriefingReader

/// What the filter of the list looks at, and what of that is seen.
@Suite struct ListFieldTests {
  private static let rows = [
    CatalogueRow(
      path: "news/2026/07/ports.md", title: "The ports", date: BriefingDate("2026-07-10"),
      dateOrigin: .metadata,
      source: "The desk", authors: ["Ann Lee"], tags: ["tolls", "grid"],
      summary: "A long summary that says after many other words of the day at its end: ferries.", sections: 1,
      words: 1),
    CatalogueRow(
      path: "news/a.md", title: "Weekly", date: BriefingDate("2025-01-01T10:00"), dateOrigin: .file,
      language: "en"),
    CatalogueRow(
      path: "news/de/b.md", title: "Weekly", date: BriefingDate("2025-01-01"), dateOrigin: .name,
      language: "de"),
  ]

  private func session(columns: Int = 100) -> Session {
    Session(library: Self.rows, files: [:], columns: columns)
  }

  /// What is typed, the titles left, and what is lit of the row.
  @Test(arguments: [
    ("ports", 1, "ports"), ("desk", 1, "desk"), ("tolls", 1, "tags: tolls, grid"), ("lee", 1, "by: Ann Lee"),
    ("ferries", 1, "ferries"), ("2026-07", 1, "date: 2026-07-10"), ("2026/07", 1, "path: /2026/07/ports"),
    ("ports ferries", 1, "ferries"), ("FERRIES", 1, "ferries"), ("2025-01", 1, "2025-01-01"),
    ("news", 0, "Nothing matches"),
  ])
  func whatFitsIsSeenAndLit(query: String, count: Int, shown: String) {
    var session = session()
    session.type("/" + query)
    #expect(session.state.list?.shown.count == count)
    #expect(session.text.contains(shown), "\n\(session.text)")
    guard count > 0, let word = query.split(separator: " ").last else { return }
    #expect(session.marked(.match).lowercased().contains(word.lowercased()), "\n\(session.text)")
  }

  @Test func whatFitsIsSeenInANarrowWindowToo() {
    for columns in 24...80 {
      var session = session(columns: columns)
      session.type("/ferries")
      #expect(session.text.contains("f"), "\(columns)\n\(session.text)")
      #expect(session.lines.allSatisfy { $0.count <= columns })
    }
  }

  @Test func whatTellsRowsApartIsNotShownTwice() {
    var session = session()
    session.type("/weekly de")
    #expect(session.state.list?.shown.count == 1)
    #expect(session.text.contains("Weekly · de") && !session.text.contains("path:"), "\n\(session.text)")
    #expect(session.marked(.match).contains("de"))
  }

  @Test func rowsOfOneTitleAreToldApartAndGuessesAreMarked() {
    let session = session()
    #expect(session.lines[3].contains(" 1 Jan 2025  Weekly · de"))
    #expect(session.lines[4].contains("~1 Jan 2025  Weekly · en"))
    #expect(!session.lines[2].contains("The ports ·"))
  }
}
