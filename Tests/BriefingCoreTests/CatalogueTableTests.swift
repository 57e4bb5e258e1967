import Testing

@testable import BriefingCore

/// Rows by their paths, those that were kept as bytes among them.
@Suite struct CatalogueTableTests {
  private static let rows = (0..<50).map { number in
    CatalogueRow(
      path: "news/2025/\(number).md", title: "Título \(number % 7)", date: BriefingDate("2025-05-20"),
      source: number % 3 == 0 ? nil : "DSCA", tags: number % 2 == 0 ? [] : ["nato", "İstanbul"],
      sections: number, words: 100 * number)
  }

  private static func bytes() -> [UInt8] {
    var writer = CatalogueWriter()
    for (number, row) in rows.enumerated() {
      writer.append(
        CatalogueCard(row), path: row.path.dropFirst(5), stamp: [Int64(number), 2, 3, -4],
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
    #expect(table.put(CatalogueCard(Self.rows[3])) == .added(0))
    var outcomes = table.put(batch)
    #expect(outcomes.remove(at: 3) == .same(0))
    #expect(outcomes == (1..<50).map { .added($0) })
    for row in Self.rows { #expect(table.index(of: row.path).map { table[$0] } == row) }
    for path in ["2025/1.md", "news/2025/1", "news/2025/50.md", ""] { #expect(table.index(of: path) == nil) }
    var changed = Self.rows[9]
    changed.title = "Changed"
    #expect(table.put(CatalogueCard(changed)) == .changed(9))
    #expect(table[9] == changed)
  }

  @Test func `where a row goes the last one takes its index`() throws {
    var table = CatalogueTable()
    _ = table.put(try #require(CatalogueBatch(Self.bytes(), root: "news", first: 0)))
    for index in [49, 0, 20, 46] { table.remove(at: index) }
    #expect(table.count == 46)
    for (index, row) in table.enumerated() { #expect(table.index(of: row.path) == index) }
    for index in [49, 0, 20] { #expect(table.index(of: Self.rows[index].path) == nil) }
  }

  @Test func `two names that differ only in how a letter is composed are two rows`() {
    var table = CatalogueTable()
    for name in ["\u{E9}", "e\u{301}"] { _ = table.put(CatalogueCard(CatalogueRow(path: name, title: "T"))) }
    #expect(table.count == 2)
    #expect(table.index(of: "\u{E9}") == 0 && table.index(of: "e\u{301}") == 1)
  }

  @Test func `bytes that are no rows are refused, and what is taken can be read`() {
    let bytes = Self.bytes()
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
