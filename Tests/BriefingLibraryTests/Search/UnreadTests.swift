import BriefingSearch
import Glibc
import Testing

@testable import BriefingFiles
@testable import BriefingIndex
@testable import BriefingLibrary

/// A search says of what it has not seen: with an index and without.
@Suite struct UnreadTests {
  /// Root may read every file; a pipe is none.
  private func library(pipes: Int) throws -> SearchedLibrary {
    let library = try SearchedLibrary([("a.md", "missile")])
    for number in 0..<pipes { mkfifo("\(library.folder.path)/pipe\(number).md", 0o600) }
    return library
  }

  @Test(arguments: [false, true]) func whatCannotBeReadIsSaid(isIndexed: Bool) throws {
    let library = try library(pipes: 1)
    if isIndexed { try library.search.refresh(.always) }
    let pipe = library.folder.path + "/pipe0.md"
    let note = try library.note()
    #expect(note?.hasPrefix("One briefing cannot be read: \(pipe): is not a regular file") == true)
    // As often as it is so.
    #expect(try library.note() == note)
    unlink(pipe)
    if isIndexed { try library.search.refresh(files: ["pipe0.md"]) }
    #expect(try library.note() == nil)
  }

  @Test(arguments: [false, true]) func whatIsTooManyHeadingsIsSaid(isIndexed: Bool) throws {
    let library = try library(pipes: 0)
    try library.folder.write("many.md", String(repeating: "#\n", count: BriefingFile.limits.headings + 1))
    if isIndexed { try library.search.refresh(.always) }
    #expect(
      try library.note()
        == "One briefing cannot be read: \(library.folder.path)/many.md: has more than 250,000 headings; split it."
    )
  }

  @Test(arguments: [false, true]) func ofManyTheirNumberIsSaid(isIndexed: Bool) throws {
    let library = try library(pipes: 1200)
    if isIndexed { try library.search.refresh(.always) }
    #expect(try library.note() == "1,200 briefings cannot be read; the list says why.")
  }

  @Test func theReportOfAFreshSearchHasAll() throws {
    let library = try library(pipes: 3)
    try library.folder.link("dangling.md", to: "nowhere")
    let (report, results) = try library.search.freshSearch(SearchQuery(parsing: "missile"), limit: 10)
    #expect(
      Set(report.problems.map { $0.path.split(separator: "/").last })
        == ["pipe0.md", "pipe1.md", "pipe2.md", "dangling.md"])
    // It is said once.
    #expect(results.note == nil && results.hits.count == 1)
  }

  @Test func aFileThatIsDeletedMeanwhileIsNoProblem() throws {
    let library = try SearchedLibrary([("a.md", "missile"), ("b.md", "missile")])
    let folder = library.folder.path
    let listing = try #require(try FolderListing(walking: folder))
    unlink(folder + "/b.md")
    let answer = try ScanSearch(library: folder, known: nil).find(
      SearchQuery(parsing: "missile"), .relevance, in: listing, limit: 10, isCancelled: { false })
    #expect(answer.unread.isEmpty && answer.targets.map(\.path) == ["a.md"])
    let index = try SectionIndex(at: IndexLocation(library: folder, cache: library.cache.path))
    let outcome = try IndexRefresh(index, library: folder).run(
      listing, isCancelled: { false }, report: { _ in })
    #expect(outcome.problems.isEmpty && outcome.read == 1)
    #expect(try library.search.refresh(.always).read == 0)
    #expect(try library.find("missile") == ["a.md"])
  }
}
