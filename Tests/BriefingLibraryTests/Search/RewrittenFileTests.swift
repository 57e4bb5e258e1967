import BriefingSearch
import Glibc
import Testing

@testable import BriefingFiles
@testable import BriefingIndex
@testable import BriefingLibrary

/// Programs that copy files keep their times; what such a file said before is not found in it.
@Suite struct RewrittenFileTests {
  /// Writes over a file and gives it the time that it had.
  private func rewrite(_ name: String, _ text: String, in library: SearchedLibrary) throws {
    let path = library.folder.path + "/" + name
    var facts = stat()
    #expect(stat(path, &facts) == 0)
    // Times are no finer than the ticks of the system's clock.
    usleep(20_000)
    try library.folder.write(name, text)
    utimensat(AT_FDCWD, path, [facts.st_atim, facts.st_mtim], 0)
    var after = stat()
    #expect(stat(path, &after) == 0 && after.st_size == facts.st_size && after.st_ino == facts.st_ino)
    #expect(after.st_mtim.tv_sec == facts.st_mtim.tv_sec && after.st_mtim.tv_nsec == facts.st_mtim.tv_nsec)
  }

  /// How the library is searched, and whether anything looks at it again before.
  @Test(arguments: [false, true], [false, true])
  func theWordsThatAreGoneAreNotFound(isIndexed: Bool, isRefreshed: Bool) throws {
    let library = try SearchedLibrary([("a.md", "missile sale"), ("b.md", "missile")])
    if isIndexed { try library.search.refresh(.always) }
    #expect(try library.find("sale") == ["a.md"])
    try rewrite("a.md", "missile talk", in: library)
    if isRefreshed {
      let report = try library.search.refresh(isIndexed ? .always : .ifLarge)
      #expect(!isIndexed || report.read == 1)
      #expect(try library.find("talk") == ["a.md"])
    }
    #expect(try library.find("sale").isEmpty)
    #expect(try library.find("missile").count == 2)
  }

  @Test func aWatcherThatNamesTheFileIsBelieved() throws {
    let library = try SearchedLibrary([("a.md", "missile sale")])
    try library.search.refresh(.always)
    try rewrite("a.md", "missile talk", in: library)
    #expect(try library.search.refresh(files: ["a.md"]).read == 1)
    #expect(try library.find("talk") == ["a.md"])
  }

  /// Between the look for words and the reading of the excerpts.
  @Test func aHitIsReadAgainBeforeItIsShown() throws {
    let library = try SearchedLibrary([("a.md", "missile sale")])
    let folder = library.folder.path
    let listing = try #require(try FolderListing(walking: folder))
    let query = SearchQuery(parsing: "sale")
    let answer = try ScanSearch(library: folder, known: nil).find(
      query, .relevance, in: listing, limit: 10, isCancelled: { false })
    #expect(answer.targets.count == 1)
    try rewrite("a.md", "missile talk", in: library)
    let reader = HitReader(
      library: folder, query: query, patterns: answer.patterns, cache: BriefingCache())
    #expect(reader.hits(answer.targets, isCancelled: { false }, early: { _ in }).isEmpty)
  }
}
