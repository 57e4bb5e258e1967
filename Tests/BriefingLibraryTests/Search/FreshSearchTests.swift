import BriefingCore
import BriefingSearch
import Glibc
import Testing

@testable import BriefingFiles
@testable import BriefingLibrary

/// A search that looks for changes first shows what is there now, whatever it has found before.
@Suite struct FreshSearchTests {
  private func find(_ library: SearchedLibrary, _ query: String) throws -> (paths: [String], read: Int) {
    let (report, results) = try library.other.freshSearch(SearchQuery(parsing: query), limit: 100)
    #expect(results.total.briefings == results.hits.count)
    return (results.hits.map { String($0.path.dropFirst(library.folder.path.count + 1)) }, report.read)
  }

  /// More than is read through without an index.
  private func library() throws -> SearchedLibrary {
    let filler = String(repeating: "other words ", count: 50_000)
    return try SearchedLibrary(
      (0..<4).map { ("\($0).md", filler) } + [("a.md", "missile"), ("b.md", "missile")])
  }

  @Test(arguments: [false, true]) func showsWhatIsThereNow(isLarge: Bool) throws {
    let library = try isLarge ? library() : SearchedLibrary([("a.md", "missile"), ("b.md", "missile")])
    #expect(try find(library, "missile").paths == ["a.md", "b.md"])
    #expect(try find(library, "missile") == (["a.md", "b.md"], 0))
    try library.write("a.md", "sale")
    try library.write("c.md", "missile")
    #expect(try find(library, "missile").paths == ["b.md", "c.md"])
    unlink(library.folder.path + "/b.md")
    #expect(try find(library, "missile") == (["c.md"], 0))
    #expect(try find(library, "sale") == (["a.md"], 0))
  }

  /// Each search wrote to the disk, and waited for it.
  @Test func aSearchThatFindsNothingChangedWritesNothing() throws {
    let library = try library()
    for search in [library.other, library.other] {
      _ = try search.freshSearch(SearchQuery(parsing: "missile"), limit: 10)
      search.close()
    }
    let before = try FileStamp(path: library.database)
    let search = library.other
    let (report, results) = try search.freshSearch(SearchQuery(parsing: "missile"), limit: 10)
    search.close()
    #expect(report.read == 0 && results.hits.count == 2)
    #expect(try FileStamp(path: library.database) == before)
    #expect(try FileStamp(path: library.database + "-wal") == nil)
  }

  @Test func anIndexThatWasDamagedIsMadeAnewFirst() throws {
    let library = try library()
    #expect(try find(library, "missile").paths == ["a.md", "b.md"])
    truncate(try library.database, 5000)
    let (report, results) = try library.other.freshSearch(SearchQuery(parsing: "missile"), limit: 10)
    #expect(report.read == 6 && report.remadeBecause == "it was damaged")
    #expect(results.total == .init(sections: 2, briefings: 2))
  }

  @Test func aLibraryThatIsGoneIsAnError() throws {
    let search = LibrarySearch(library: "/nowhere/at/all", cache: "/tmp")
    #expect(throws: FileError.self) { try search.freshSearch(SearchQuery(parsing: "missile"), limit: 1) }
  }
}
