import BriefingSearch
import Glibc
import Testing

/// Where there is nothing to read, nothing is found, and that is all.
@Suite struct EmptyLibraryTests {
  private static let queries = [
    "alpha", "al*", "tag:x", "-alpha", "\"alpha beta\"", "alpha OR beta", "date:2025",
  ]

  private func expectNothing(in library: SearchedLibrary, problems: Int = 0) throws {
    for query in Self.queries {
      let results = try library.search.search(SearchQuery(parsing: query), limit: 10)
      #expect(results.hits.isEmpty && results.total == .init(sections: 0, briefings: 0), "\(query)")
      let (report, fresh) = try library.other.freshSearch(SearchQuery(parsing: query), limit: 10)
      #expect(fresh.hits.isEmpty && report.problems.count == problems, "\(query)")
    }
  }

  @Test(arguments: [false, true]) func anEmptyFolder(isIndexed: Bool) throws {
    let library = try SearchedLibrary()
    if isIndexed { try library.search.refresh(.always) }
    try expectNothing(in: library)
  }

  @Test(arguments: [false, true]) func aFolderWithADanglingLinkAlone(isIndexed: Bool) throws {
    let library = try SearchedLibrary()
    try library.folder.link("a.md", to: "nowhere")
    if isIndexed { try library.search.refresh(.always) }
    try expectNothing(in: library, problems: 1)
  }

  @Test(arguments: [false, true]) func afterTheLastBriefingWasDeleted(isIndexed: Bool) throws {
    let library = try SearchedLibrary([("a.md", "alpha beta")])
    if isIndexed { try library.search.refresh(.always) }
    #expect(try library.find("alpha") == ["a.md"])
    unlink(library.folder.path + "/a.md")
    if isIndexed { try library.search.refresh(.always) }
    try expectNothing(in: library)
  }
}
