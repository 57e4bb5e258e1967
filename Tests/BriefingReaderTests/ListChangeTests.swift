import BriefingCore
import CommonMarkSamples
import Testing

@testable import BriefingReader

/// The list as its folder changes.
@Suite struct ListChangeTests {
  private func session() -> Session {
    Session(library: Samples.library, files: Samples.libraryFiles, columns: 100)
  }

  private func row(_ path: String, _ title: String, _ date: String = "2025-05-20") -> CatalogueRow {
    CatalogueRow(path: path, title: title, date: BriefingDate(date))
  }

  private func change(_ session: inout Session, _ change: CatalogueChange) {
    session.send(.catalogueChanged(path: "news", change))
  }

  @Test func `a new briefing is said once, and what the reader looks at stays selected`() {
    var session = session()
    change(&session, CatalogueChange(put: [row("news/new.md", "Brand new")]))
    #expect(session.lines[2].contains("Brand new"))
    #expect(session.marked(.selected).contains("İstanbul"))
    #expect(session.status.contains("1 new briefing"))
    #expect(session.lines[0].contains("5 briefings"))
    session.type("j")
    #expect(!session.text.contains("new briefing"))
    #expect(session.marked(.selected).contains("Ankara"))
  }

  @Test func `a prompt keeps its line until it is closed`() {
    var session = session()
    session.type("/jets")
    change(&session, CatalogueChange(put: [row("news/b.md", "More jets"), row("news/c.md", "Else")]))
    #expect(session.status.contains("jets") && !session.status.contains("new briefings"))
    #expect(session.state.list?.shown.count == 2)
    session.type("<Enter>")
    #expect(session.status.contains("2 new briefings"))
  }

  @Test func `a briefing that has changed takes its new place, and is no news`() throws {
    var session = session()
    session.type("j")
    let path = try #require(session.state.list?.selectedPath)
    change(&session, CatalogueChange(put: [row(path, "Retitled", "2025-06-01")]))
    #expect(session.lines[2].contains("Retitled"))
    #expect(session.marked(.selected).contains("Retitled"))
    #expect(session.lines[0].contains("4 briefings"))
    #expect(!session.text.contains("new briefing"))
  }

  @Test func `a rename moves no column`() {
    var session = session()
    change(&session, CatalogueChange(put: [row("news/new.md", "Brand new")]))
    let others = session.lines.filter { $0.contains("Ankara") || $0.contains("İstanbul") }
    let name = "news/a-name-that-is-longer-than-any-title-of-these.md"
    change(
      &session,
      CatalogueChange(
        put: [row(name, "Brand new")], removed: ["news/new.md"], renamed: ["news/new.md": name]))
    #expect(session.lines.filter { $0.contains("Ankara") || $0.contains("İstanbul") } == others)
  }

  @Test func `a renamed briefing stays selected`() throws {
    var session = session()
    session.type("j")
    let path = try #require(session.state.list?.selectedPath)
    change(
      &session,
      CatalogueChange(
        put: [row("news/renamed.md", "Renamed", "2020-01-01")], removed: [path],
        renamed: [path: "news/renamed.md"]))
    #expect(session.marked(.selected).contains("Renamed"))
    #expect(session.lines[0].contains("4 briefings"))
    #expect(!session.text.contains("new briefing"))
  }

  @Test func `where the selected briefing goes the next one is selected`() throws {
    var session = session()
    session.type("j")
    let path = try #require(session.state.list?.selectedPath)
    change(&session, CatalogueChange(removed: [path]))
    #expect(session.marked(.selected).contains("Erdoğan"))
    #expect(session.lines[0].contains("3 briefings"))
  }

  @Test func `a folder that was missing fills`() {
    var session = Session(library: [])
    session.send(.catalogueFailed(path: "news", message: "news: no such file or folder; check the path"))
    #expect(session.text.contains("no such file"))
    session.send(
      .catalogue(
        path: "news",
        rows: CatalogueBatch([CatalogueCard(row("news/a.md", "One"), root: "news")], root: "news"),
        isComplete: false))
    session.send(.catalogue(path: "news", rows: CatalogueBatch([], root: "news"), isComplete: true))
    #expect(session.lines[2].contains("One"))
    #expect(!session.text.contains("no such file"))
  }

  @Test func `r looks again`() {
    var session = session()
    let before = session.scans
    session.type("r")
    #expect(session.scans == before + 1)
    #expect(session.status.contains("Reloading the folder"))
  }

  /// One of some paths, the last forty of which an earlier run has kept.
  private static func path(_ random: inout SeededGenerator) -> String {
    let number = Int.random(in: 0..<140, using: &random)
    return number < 100 ? "\(number)" : "news/\(number)"
  }

  /// Rows as an earlier run has kept them: some are there by now, others not.
  private static func batch(
    _ known: inout [String: CatalogueRow], _ random: inout SeededGenerator
  ) -> CatalogueBatch? {
    for number in 100..<140 {
      let path = "news/\(number)"
      known[path] = CatalogueRow(
        path: path, title: "T\(Int.random(in: 0..<30, using: &random))",
        date: BriefingDate("2025-01-\(Int.random(in: 10...28, using: &random))"), source: "S",
        tags: ["a", "b"],
        sections: number, words: 2 * number)
    }
    let rows = known.values.filter { $0.path.hasPrefix("news/") }.sorted { $0.isNewer(than: $1) }
    let byTitle = rows.map { ($0.title, $0.path) }.sorted { $0 < $1 }.map(\.1)
    var writer = CatalogueWriter()
    for row in rows {
      writer.append(
        CatalogueCard(row, root: "news"), path: row.path.dropFirst(5), stamp: [1, 2, 3, 4],
        rank: UInt32(byTitle.firstIndex(of: row.path) ?? 0))
    }
    return CatalogueBatch(writer.bytes, root: "news", first: 0)
  }

  @Test func `rows from an earlier run are no news, and the count says what is there`() throws {
    var session = Session(library: [])
    var rows: [String: CatalogueRow] = [:]
    var random = SeededGenerator(seed: 1)
    let batch = try #require(Self.batch(&rows, &random))
    session.send(.catalogueKnown(path: "news", batch, isLast: false))
    #expect(session.lines[0].contains("40 briefings, newest first"))
    session.send(.catalogueKnown(path: "news", batch, isLast: true))
    #expect(session.lines[0].contains("40 briefings, newest first"))
    #expect(!session.text.contains("new briefing"))
  }

  /// Whatever comes and goes, in whatever batches: the rows stand as if they had been sorted at once.
  @Test(arguments: 0..<20)
  func `rows that come and go stay in order`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var list = ListState(path: "news")
    var expected: [String: CatalogueRow] = [:]
    for step in 0..<60 {
      if step == 30 { list.narrow(to: "t1") }
      if step % 7 == 0 { list.advanceOrder() }
      if step == 20 { list.add(try #require(Self.batch(&expected, &random)), isLast: true) }
      let put = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        row(
          Self.path(&random), "T\(Int.random(in: 0..<30, using: &random))",
          "2025-01-\(Int.random(in: 10...28, using: &random))")
      }
      let removed = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        Self.path(&random)
      }
      list.apply(CatalogueChange(put: put, removed: removed))
      for row in put { expected[row.path] = row }
      for path in removed { expected[path] = nil }
      let shown = expected.values.filter { list.filter.isEmpty || $0.title.hasPrefix("T1") }
      let sorted = shown.sorted { a, b in
        list.order == .newest
          ? a.isNewer(than: b)
          : a.title != b.title ? a.title < b.title : NaturalOrder.precedes(a.path, b.path)
      }
      #expect(list.shown.map { list.rows[$0] } == sorted, "step \(step)")
      #expect(list.rows.count == expected.count)
    }
  }
}
