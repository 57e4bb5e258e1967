import Testing

@testable import BriefingCore

/// Rows by their paths, those that were kept as bytes among them.
@Suite struct CatalogueTableTests {
  private static let rows = (0..<50).map { number in
    CatalogueRow(
      path: "news/2025/\(number).md", title: "Título \(number % 7)",
      date: BriefingDate(written: ["2025-05-20", "2025-05", "2025-05-20T09:30+02:00"][number % 3]),
      dateOrigin: [.metadata, .name, .heading, .file][number % 4],
      source: number % 3 == 0 ? nil : "DSCA", authors: number % 4 == 0 ? [] : ["Ann Lee", "Bo"],
      tags: number % 2 == 0 ? [] : ["nato", "İstanbul"],
      summary: number % 5 == 0 ? nil : "Ports and ferries.",
      language: number % 6 == 0 ? nil : "pt-BR",
      addresses: number % 8 == 0 ? ["blog/rain", "/\(number)"] : [], sections: number, words: 100 * number)
  }

  private static func bytes(_ count: Int = 50) -> [UInt8] {
    var writer = CatalogueWriter()
    for (number, row) in rows.prefix(count).enumerated() {
      writer.append(
        CatalogueCard(row, root: "news"), path: row.path.dropFirst(5), stamp: [Int64(number), 2, 3, -4],
        rank: UInt32(number))
    }
    return writer.bytes
  }

  @Test(arguments: ["news", "news/"]) func `rows come back as they were kept`(root: String) throws {
    let batch = try #require(CatalogueBatch(Self.bytes(), root: root, first: 0))
    #expect(Array(batch) == Self.rows)
    #expect(batch.stamp(of: 7) == [7, 2, 3, -4])
  }

  @Test func `a row is found by its path, however it came`() throws {
    let batch = try #require(CatalogueBatch(Self.bytes(), root: "news", first: 0))
    var table = CatalogueTable()
    #expect(table.put(CatalogueCard(Self.rows[3], root: "news")) == .added(0))
    var outcomes = table.put(batch)
    #expect(outcomes.remove(at: 3) == .same(0))
    #expect(outcomes == (1..<50).map { .added($0) })
    for row in Self.rows { #expect(table.index(of: row.path).map { table[$0] } == row) }
    for path in ["2025/1.md", "news/2025/1", "news/2025/50.md", ""] { #expect(table.index(of: path) == nil) }
    var changed = Self.rows[9]
    changed.title = "Changed"
    #expect(table.put(CatalogueCard(changed, root: "news")) == .changed(9))
    #expect(table[9] == changed)
  }

  @Test func `rows that were read come back, in a batch too, with what is wrong with them`() {
    var rows = Self.rows
    rows[3] = CatalogueRow(path: "news/3.md", title: "3", problem: "cannot be read")
    rows[4].problem = "shown in part"
    rows[5].isRead = false
    rows[6].isRead = true
    let batch = CatalogueBatch(rows.map { CatalogueCard($0, root: "news") }, root: "news")
    #expect(Array(batch) == rows)
    #expect(batch.indices.filter { batch.isRead($0) } == [6])
    var (together, alone) = (CatalogueTable(), CatalogueTable())
    _ = together.put(batch)
    for row in rows { _ = alone.put(CatalogueCard(row, root: "news")) }
    for table in [together, alone] {
      #expect(table.newestFirst(Array(table.indices)).map { table[$0] } == CatalogueRow.newestFirst(rows))
    }
    #expect(together.byTitle(Array(0..<50)) == alone.byTitle(Array(0..<50)))
    #expect((0..<50).allSatisfy { together.isKeepable(at: $0) == ![3, 4].contains($0) })
  }

  @Test func `where a row goes the last one takes its index`() throws {
    var table = CatalogueTable()
    _ = table.put(try #require(CatalogueBatch(Self.bytes(), root: "news", first: 0)))
    for index in [49, 0, 20, 46] { table.remove(at: index) }
    #expect(table.count == 46)
    for (index, row) in table.enumerated() { #expect(table.index(of: row.path) == index) }
    for index in [49, 0, 20] { #expect(table.index(of: Self.rows[index].path) == nil) }
  }

  /// However rows came, those of one title are told apart as rows at hand are.
  @Test func `kept rows of one title have marks`() throws {
    var table = CatalogueTable(tellsTitlesApart: true)
    for row in Self.rows.prefix(10) { _ = table.put(CatalogueCard(row, root: "news")) }
    _ = table.put(try #require(CatalogueBatch(Self.bytes(), root: "news", first: 0)))
    #expect((0..<50).map { table.mark(at: $0) } == (0..<50).map { "\($0)" })
    var renamed = Self.rows[9]
    renamed.title = "Alone"
    let changed = table.put(CatalogueCard(renamed, root: "news"))
    #expect(changed == .changed(9) && table.mark(at: 9) == nil)
    // Of `Título 6` are 6, 13 … 48: all but one go.
    for path in [13, 20, 27, 34, 41, 48].map({ "news/2025/\($0).md" }) {
      table.remove(at: try #require(table.index(of: path)))
    }
    #expect(table.mark(at: 6) == nil)
    #expect(table.mark(at: 5) == "5")
  }

  /// What is as wide as the longest mark looks at few of them.
  @Test func `a mark is asked for where it may be longer`() throws {
    var table = CatalogueTable(tellsTitlesApart: true)
    _ = table.put(try #require(CatalogueBatch(Self.bytes(), root: "news", first: 0)))
    let asked = (0..<50).filter { table.longestMark(at: $0) != nil }
    // The first of each title, and the first with a number of two digits.
    #expect(asked == Array(0..<7) + Array(10..<17))
    #expect(table.longestMark(at: 7) == nil)
  }

  @Test func `a filter looks through every field`() throws {
    var table = CatalogueTable()
    _ = table.put(try #require(CatalogueBatch(Self.bytes(), root: "news", first: 0)))
    _ = table.put(CatalogueCard(Self.rows[7].at("news/read.md"), root: "news"))
    let fitting = [
      ("titulo 0", true), ("dsca", true), ("istanbul", true), ("ann lee", true), ("ferries", true),
      // The month is a guess here, and the library's folder is not part of the path.
      ("2025-05", false), ("2025/7", true), ("news", false),
    ]
    func holds(_ word: String, _ index: Int) -> Bool {
      let filter = CatalogueFilter([Array(word.utf8)])
      return table.withFilterText(at: index) { text in filter.withSearch { $0.fits(text) } }
    }
    for (word, isHeld) in fitting { #expect(holds(word, 7) == isHeld, "\(word)") }
    #expect(holds("ferries", 50) && !holds("2025/7", 50))
    #expect(holds("2025-05", 4))
  }

  @Test func `of one title the lower number comes first`() {
    var table = CatalogueTable()
    for name in ["issue-10", "issue-9"] {
      _ = table.put(CatalogueCard(CatalogueRow(path: name, title: "Issue"), root: ""))
    }
    #expect(table.isBeforeByTitle(1, 0) && !table.isBeforeByTitle(0, 1))
    #expect(table.isNewer(0, than: 1))
  }

  @Test func `two names that differ only in how a letter is composed are two rows`() {
    var table = CatalogueTable()
    for name in ["\u{E9}", "e\u{301}"] {
      _ = table.put(CatalogueCard(CatalogueRow(path: name, title: "T"), root: "news"))
    }
    #expect(table.count == 2)
    #expect(table.index(of: "\u{E9}") == 0 && table.index(of: "e\u{301}") == 1)
  }

  @Test func `bytes that are no rows are refused, and what is taken can be read`() {
    let bytes = Self.bytes(12)
    for count in stride(from: 1, to: bytes.count, by: 7) {
      guard let batch = CatalogueBatch(Array(bytes[..<count]), root: "news", first: 0) else { continue }
      // What is left is a whole number of rows.
      #expect(Array(batch) == Array(Self.rows.prefix(batch.count)))
    }
    for at in bytes.indices {
      var damaged = bytes
      damaged[at] ^= 0x80
      guard let batch = CatalogueBatch(damaged, root: "news", first: 0) else { continue }
      for index in batch.indices {
        #expect(batch[index].words >= .min)
        batch.withFilterText(of: index) { #expect($0.count <= bytes.count) }
      }
    }
  }
}

extension CatalogueRow {
  fileprivate func at(_ path: String) -> CatalogueRow {
    var row = self
    row.path = path
    return row
  }
}
