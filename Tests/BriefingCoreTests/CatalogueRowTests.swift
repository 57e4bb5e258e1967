import BriefingCore
import Testing

/// The order of rows, and what tells those of one title apart.
@Suite struct CatalogueRowTests {
  private func row(
    _ path: String, _ date: String? = nil, _ origin: DateOrigin? = nil, title: String = "T",
    language: String? = nil
  ) -> CatalogueRow {
    CatalogueRow(
      path: path, title: title, date: date.flatMap { BriefingDate(written: $0) }, dateOrigin: origin,
      language: language)
  }

  @Test func statedDatesThenGuessesThenNone() {
    let inOrder = [
      row("b", "2025-05-16", .metadata), row("a", "2025-05-15T09:00", .name),
      row("issue-10", "2025-05-15", .heading),
      row("issue-9", "2025-05-15", .name), row("x", "2025-05", .name),
      // Guesses are ordered by their days: these are a minute apart, as after a clone.
      row("issue-10.md", "2026-01-01T10:00", .file), row("issue-2.md", "2026-01-01T10:01", .file),
      row("z", "2025-12-31", .file), row("n-2"), row("n-1"),
    ]
    #expect(inOrder.shuffled().sorted { $0.isNewer(than: $1) } == inOrder)
    for (a, b) in zip(inOrder, inOrder.dropFirst()) { #expect(!b.isNewer(than: a)) }
  }

  @Test(arguments: [
    ["issue-2.md", "issue-10.md"], ["a", "a1", "b"], ["n9/x", "n10/a"], ["1", "02", "3"], ["a1b2", "a1b10"],
    ["", "a"],
    ["x99999999999999999999", "x100000000000000000000"], ["é1", "é2"],
  ])
  func numbersCountAsNumbers(paths: [String]) {
    for (first, second) in zip(paths, paths.dropFirst()) {
      #expect(NaturalOrder.precedes(first, second) && !NaturalOrder.precedes(second, first))
      #expect(!NaturalOrder.precedes(first, first))
    }
    #expect(NaturalOrder.precedes("issue-10", "issue-9", highestFirst: true))
    #expect(NaturalOrder.precedes("a", "b", highestFirst: true))
    // A sort needs one order of all.
    let all = ["a1", "a01", "a1b", "a", "b2", "b10", "", "1", "a-1", "a-b"]
    for a in all {
      for b in all where a != b {
        #expect(NaturalOrder.precedes(a, b) != NaturalOrder.precedes(b, a), "\(a) \(b)")
      }
    }
  }

  private func marks(_ rows: [CatalogueRow]) -> [String?] {
    let shared = SharedTitles(rows)
    return rows.map { shared.mark(of: $0) }
  }

  @Test func whatDiffersInThePathTellsApart() {
    #expect(
      marks([
        row("lib/2020-09-16-this-week.md", title: "This week"),
        row("lib/2020-09-23-this-week.md", title: "This week"),
      ])
        == ["2020-09-16", "2020-09-23"])
    #expect(
      marks([row("lib/a/2024/index.md"), row("lib/b/2024/index.md"), row("lib/c.md", title: "C")]) == [
        "a", "b", nil,
      ])
    #expect(marks([row("lib/a/x.md"), row("lib/a/b/x.md")]) == ["x", "b"])
    #expect(marks([row("lib/a/1/x.md"), row("lib/b/2/x.md")]) == ["a/1", "b/2"])
    #expect(marks([row("lib/x.md")]) == [nil])
    // Other endings are part of what differs.
    #expect(Set(marks([row("lib/x.md"), row("lib/x.md.md")])).count == 2)
  }

  @Test func theLanguageTellsApartWhereEachHasItsOwn() {
    #expect(marks([row("lib/a.en.md", language: "en"), row("lib/a.de.md", language: "de")]) == ["en", "de"])
    #expect(marks([row("lib/a.md", language: "en"), row("lib/b.md", language: "en")]) == ["a", "b"])
    #expect(marks([row("lib/a.md", language: "en"), row("lib/b.md")]) == ["a", "b"])
  }

  /// However many rows come and go, each of one title has a mark of its own.
  @Test func marksAreKeptAsRowsComeAndGo() {
    let rows = (0..<40).map { row("lib/\($0 % 5)/n-\($0).md", title: "T\($0 % 3)") }
    var shared = SharedTitles(rows)
    for gone in rows.prefix(20) { shared.remove(gone) }
    let left = rows.dropFirst(20)
    #expect(Set(left.map { "\($0.title) \(shared.mark(of: $0) ?? "")" }).count == 20)
    for gone in left.dropFirst() { shared.remove(gone) }
    #expect(shared.mark(of: rows[20]) == nil)
  }
}
