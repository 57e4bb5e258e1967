import BriefingCore
import BriefingFiles
import BriefingSearch
import TestFolders
import Testing

@testable import BriefingLibrary

/// Dates and titles of a library's rows and hits: the ones that somebody stated, and guesses as guesses.
@Suite struct StatedDateTests {
  private static let files = [
    ("2020-09-16-this-week.md", "The harbour tolls rise.\n"), ("2023-05/index.md", "Tolls in May.\n"),
    ("issue-407.md", "Tolls of the issue.\n"), ("issue-9.md", "Tolls of an old issue.\n"),
    ("heading.md", "# Tolls, 15 May 2025\n\nText.\n"), ("meta.md", "---\ndate: 2024-01-01\n---\nTolls.\n"),
    ("2024/05/11/index.md", "Tolls fall.\n"),
  ]

  private func rows(_ library: SearchedLibrary) throws -> [CatalogueRow] {
    var rows: [CatalogueRow] = []
    try Library(path: library.folder.path, cache: library.cache.path).list { rows += $0 }
    return rows.sorted { $0.isNewer(than: $1) }
  }

  @Test func rowsSayTheirDateAndWhereItIsFrom() throws {
    let library = try SearchedLibrary(Self.files)
    let rows = try rows(library)
    #expect(
      rows.map(\.title) == [
        "Tolls, 15 May 2025", "2024-05-11", "Meta", "2023-05", "This week", "Issue 407", "Issue 9",
      ])
    #expect(
      rows.map { $0.dateOrigin?.rawValue } == ["heading", "name", "metadata", "name", "name", "file", "file"])
    #expect(
      rows.prefix(5).map { $0.date?.iso8601 } == [
        "2025-05-15", "2024-05-11", "2024-01-01", "2023-05", "2020-09-16",
      ])
  }

  /// With an index and without: filters by date find what is dated, and no file's time.
  @Test(arguments: [false, true])
  func guessesFitNoFilter(hasIndex: Bool) throws {
    let library = try SearchedLibrary(Self.files)
    if hasIndex { _ = try library.search.refresh(.always) }
    let all = Set(Self.files.map(\.0))
    func found(_ query: String) throws -> Set<String> {
      Set(try library.find(query).map { String($0.prefix { $0 != "#" }) })
    }
    #expect(try found("tolls") == all)
    #expect(try found("tolls after:1990") == all.subtracting(["issue-407.md", "issue-9.md"]))
    #expect(try found("tolls before:2100") == all.subtracting(["issue-407.md", "issue-9.md"]))
    #expect(try found("date:2023-05") == ["2023-05/index.md"])
    #expect(try found("date:2020-09-10..2020-09-20") == ["2020-09-16-this-week.md"])
    #expect(try found("tolls -before:2025-01-01") == ["heading.md", "issue-407.md", "issue-9.md"])
    #expect(try found("tolls after:soon").isEmpty)
    // Newest first: the stated dates, then the issues by their numbers.
    let newest = try library.find("tolls", order: .newest).map { String($0.prefix { $0 != "#" }) }
    #expect(newest.first == "heading.md")
    #expect(newest.suffix(2) == ["issue-407.md", "issue-9.md"])
  }

  /// What a file is called can be found, below what stands in a text.
  @Test(arguments: [false, true])
  func namesAreFound(hasIndex: Bool) throws {
    let library = try SearchedLibrary([
      ("issue-407.md", "---\ntitle: Tolls\n---\n\n## One\n\nText.\n"),
      ("a.md", "It tells of issue 407 of the paper.\n"),
      ("harbour/index.md", "# Prices\n\nText.\n"), ("title.md", "# Title\n\nText.\n"),
    ])
    if hasIndex { _ = try library.search.refresh(.always) }
    #expect(try library.find("issue 407").map { $0.prefix { $0 != "#" } } == ["a.md", "issue-407.md"])
    #expect(try library.find("\"issue 407\"").count == 2)
    #expect(try library.find("harbour") == ["harbour/index.md"])
    #expect(try library.find("title:407").isEmpty)
    #expect(try library.find("title:title") == ["title.md"])
  }

  /// Where a library is kept says nothing of its briefings; its own name serves for the page that it has itself.
  @Test func onlyFoldersOfTheLibraryCount() throws {
    let folder = try TemporaryFolder()
    try folder.write("2019-01-01-backup/The paper/index.md", "Text.\n")
    try folder.write("2019-01-01-backup/The paper/a.md", "Text.\n")
    var rows: [CatalogueRow] = []
    try Library(path: folder.path + "/2019-01-01-backup/The paper", cache: folder.path + "/cache").list {
      rows += $0
    }
    #expect(Set(rows.map(\.title)) == ["The paper", "A"])
    #expect(rows.allSatisfy { $0.dateOrigin == .file })
    // A path that is given counts as it is given.
    let file = try BriefingFile(path: folder.path + "/2019-01-01-backup/The paper/a.md").parse()
    #expect(file.metadata.date?.iso8601 == "2019-01-01")
  }

  /// Everything that a row has comes back from the cache.
  @Test func theCacheKeepsRowsWhole() throws {
    let library = try SearchedLibrary()
    let summary = String(repeating: "Long. ", count: 100)
    for number in 0..<40 {
      try library.write(
        "2023-05/\(number).md",
        "---\ntitle: T\nauthor: [A, B]\nsummary: \(summary)\nlang: en\nsource: S\ntags: [a]\n---\n"
          + String(repeating: "words ", count: 1500))
    }
    let first = try rows(library)
    let cached = try CatalogueCache(library: library.folder.path, cache: library.cache.path)
    var kept: [CatalogueRow] = []
    cached.forEachBatch { batch, _ in kept += batch }
    #expect(kept.count == 40 && kept.elementsEqual(first))
    let row = try #require(kept.first)
    #expect(
      row.date?.isMonth == true && row.dateOrigin == .name && row.authors == ["A", "B"]
        && row.language == "en")
    #expect(row.summary.map { summary.hasPrefix($0) && $0.count == 300 } == true)
  }
}
