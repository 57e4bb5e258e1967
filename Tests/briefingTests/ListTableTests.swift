import BriefingCore
import Testing

@testable import briefing

/// `briefing list` on terminals of different widths.
@Suite struct ListTableTests {
  private static let rows = [
    CatalogueRow(
      path: "news/sale.md", title: "A missile sale opens a wider agenda", date: BriefingDate("2025-05-15"),
      source: "The desk", sections: 6, words: 700),
    CatalogueRow(path: "news/a.md", title: "日本", sections: 1, words: 100),
  ]

  private func text(_ rows: [CatalogueRow], width: Int?) -> String {
    var table = CatalogueTable()
    for row in rows { _ = table.put(CatalogueCard(row, root: "news")) }
    return ListTable(table, Array(table.indices)).parts(width: width).joined()
  }

  @Test(arguments: [
    (
      nil,
      """
      2025-05-15  A missile sale opens a wider agenda  The desk  6 sections  4 min  news/sale.md
                  日本                                            1 section  1 min  news/a.md

      """
    ),
    (
      80,
      """
      2025-05-15  A missile sale opens a w…  The desk  6 sections  4 min  news/sale.md
                  日本                                  1 section  1 min  news/a.md

      """
    ),
    (
      70,
      """
      2025-05-15  A missile sale opens a w…  6 sections  4 min  news/sale.md
                  日本                        1 section  1 min  news/a.md

      """
    ),
    (
      52,
      """
      2025-05-15  A missile sale opens a wi…  news/sale.md
                  日本                        news/a.md

      """
    ),
    (20, "2025-05-15  A missi…\n            日本\n"),
    (5, "2025…\n    …\n"),
  ])
  func columnsGoBeforeTitlesAreCut(width: Int?, expected: String) {
    #expect(text(Self.rows, width: width) == expected)
  }

  /// Whatever the width, and whatever is in it.
  @Test func noLineIsWider() {
    let rows =
      Self.rows + [
        CatalogueRow(path: "x\u{1B}[2J.md", title: "t\u{202E}", source: "\u{7}", problem: "permission denied")
      ]
    for width in 1...120 {
      let text = text(rows, width: width)
      for line in text.split(separator: "\n") {
        // Each wide character counts twice.
        #expect(line.count + line.count { "日本".contains($0) } <= width)
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 })
      }
    }
  }

  /// One title as long as a file shall not make every line as long.
  @Test func aLongTitleStandsWholeAndMakesNoOtherLineLong() {
    let title = String(repeating: "long ", count: 20_000) + "end"
    let rows = [CatalogueRow(path: "long.md", title: title, sections: 1, words: 100)] + Self.rows
    let lines = text(rows, width: nil).split(separator: "\n")
    #expect(lines[0].contains(title + "  ") && lines[0].hasSuffix("long.md"))
    #expect(lines[1...].allSatisfy { $0.count < 300 })
    // On a terminal it is cut, however wide the window is.
    for width in [100, 199, 200, 201, 500] {
      let line = text(rows, width: width).prefix { $0 != "\n" }
      #expect(line.count == width || line.hasSuffix("long.md"))
      #expect(line.contains("…"))
    }
  }

  /// Parts of a long list are made at the same time, and set in the same columns.
  @Test func aLongListHasOneOrderAndOneWidth() {
    let rows = (0..<5000).map { number in
      let letter = ["e", "é", "日", "\u{1B}"][number % 4]
      return CatalogueRow(
        path: "\(number).md", title: "\(letter) \(number == 4001 ? "the longest one of all" : "")",
        sections: 1)
    }
    let lines = text(rows, width: nil).split(separator: "\n")
    #expect(lines.map { $0.split(separator: " ").last.map(String.init) } == rows.map(\.path))
    let wide: (Substring) -> Int = { $0.count { $0 == "日" } }
    let columns = lines.map { line in (line.firstRange(of: "1 section")?.lowerBound).map { line[..<$0] } }
    #expect(Set(columns.map { $0.map { $0.count + wide($0) } }) == [26])
  }

  @Test func titlesOfSeveralAreToldApart() {
    let rows = ["a", "b", "c"].map {
      CatalogueRow(path: "news/\($0).md", title: $0 == "c" ? "Other" : "News", sections: 1)
    }
    let lines = text(rows, width: nil).split(separator: "\n")
    #expect(lines.map { $0.split(separator: "  ").first } == ["News · a", "News · b", "Other"])
  }

  @Test func whatCannotBeReadSaysSo() {
    let rows = [CatalogueRow(path: "b.md", title: "b", problem: "permission denied")]
    #expect(text(rows, width: nil).contains("b: cannot be read: permission denied"))
    #expect(!text(rows, width: nil).contains("section"))
    #expect(text([], width: 80) == "")
  }
}
