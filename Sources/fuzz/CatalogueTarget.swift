import BriefingCore

/// A batch of the list's cache.
enum CatalogueTarget: FuzzTarget {
  static let name = "catalogue"

  static func test(_ bytes: [UInt8]) {
    guard let batch = CatalogueBatch(bytes, root: "/library", first: 0) else { return }
    expect(batch.count <= bytes.count / 40, "\(batch.count) rows of \(bytes.count) bytes")
    var table = CatalogueTable(tellsTitlesApart: true)
    _ = table.put(batch)
    for index in batch.indices { _ = (batch[index], batch.stamp(of: index)) }
    var fits = [Bool](repeating: true, count: table.count)
    var texts = FilterTexts()
    for index in table.indices { table.withFilterText(at: index) { texts.append($0) } }
    texts.fit(CatalogueFilter([Array("a".utf8)]), &fits, isNarrower: false)
    for index in table.indices {
      _ = (table[index].title, table.titleLength(at: index), table.sourceLength(at: index))
      let path = table[index].path
      // Paths are valid UTF-8 when they are written; damaged ones are read with a sign in place of what is not. That sign
      // is looked for among scalars: as a character it may have an accent on it.
      expect(
        path.unicodeScalars.contains("\u{FFFD}") || table.index(of: path) != nil,
        "a row is not found by its path")
    }
    let order = table.indices.sorted(by: table.isNewer(_:than:))
    expect(order.sorted(by: table.isBeforeByTitle).count == table.count, "rows are lost")
    if table.count > 0 { table.remove(at: 0) }
  }

  private static func batch(_ rows: [CatalogueRow]) -> [UInt8] {
    var writer = CatalogueWriter()
    for (rank, row) in rows.enumerated() {
      writer.append(
        CatalogueCard(row, root: "/library"), path: row.path.dropFirst(9), stamp: SIMD4(1, 2, 3, 4),
        rank: UInt32(rank))
    }
    return writer.bytes
  }

  static let seeds = [
    batch([]), batch([CatalogueRow(path: "/library/a.md", title: "A")]),
    batch([
      CatalogueRow(
        path: "/library/b.md", title: "Jets", date: BriefingDate(written: "2025-05-15"), dateOrigin: .name,
        source: "Reuters", authors: ["A", "B"], tags: ["nato"], summary: "Short.", language: "en",
        sections: 3,
        words: 400),
      CatalogueRow(path: "/library/sub/c.md", title: "Jets"),
    ]),
  ]

  static let tokens = ["\0\0\0\0", "\u{1}\0\0\0", "\u{7F}\u{7F}\u{7F}\u{7F}", "2025-05-15", "é"]
}
