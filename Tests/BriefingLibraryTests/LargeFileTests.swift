import BriefingCore
import BriefingSearch
import Glibc
import TestFolders
import Testing

@testable import BriefingFiles
@testable import BriefingLibrary

/// Files that are large, or no text at all, keep nothing from being read.
@Suite struct LargeFileTests {
  /// Larger than what counts as large; most of it is a comment, which takes no time.
  private static let large =
    "# Large\n\nmissile, word after word\n\n<!--\(String(repeating: " ", count: 5 << 20))-->\n"

  @Test func ofTheListLargeBriefingsComeLast() throws {
    let folder = try TemporaryFolder()
    for name in ["a.md", "c.md"] { try folder.write(name, Self.large) }
    for name in ["b.md", "d.md"] { try folder.write(name, "# Small\n") }
    var batches: [[CatalogueRow]] = []
    #expect(try Library(path: folder.path, cache: "/dev/null").list { batches.append($0) })
    #expect(Set(batches.joined().prefix(2).map(\.path.last4)) == ["b.md", "d.md"])
    // One by one.
    #expect(batches.suffix(2).map(\.count) == [1, 1])
    #expect(batches.joined().map(\.title) == ["Small", "Small", "Large", "Large"])
  }

  @Test func whatIsRemovedWhileTheListIsReadHasNoRow() throws {
    let folder = try TemporaryFolder()
    for name in ["a.md", "b.md"] { try folder.write(name, "# T\n") }
    let listing = try #require(try FolderListing(walking: folder.path))
    var catalogue = Catalogue()
    let files = catalogue.compare(listing, root: folder.path).files
    unlink(folder.path + "/b.md")
    var shown: [String] = []
    let isComplete = CatalogueReader(files, root: folder.path).run(isCancelled: { false }) { answers in
      for (file, row) in answers where catalogue.take(row, of: file, root: folder.path) {
        shown.append(file.path)
      }
    }
    #expect(isComplete && shown == ["a.md"])
    #expect(catalogue.rows.map(\.path) == [folder.path + "/a.md"])
  }

  @Test func largeBriefingsAreIndexedBehindAllOthersAndOneByOne() throws {
    let library = try SearchedLibrary(
      (0..<3).map { ("large\($0).md", Self.large) } + (0..<70).map { ("\($0).md", "missile") })
    var done: [Int] = []
    let report = try library.search.refresh(.always, report: { done.append($0.done) })
    #expect(report.read == 73 && report.problems.isEmpty)
    // Each is written before the next one is read.
    #expect(done.suffix(3) == [71, 72, 73])
    #expect(try library.find("missile").count == 73)
    #expect(try library.find("\"word after word\"").count == 3)
    #expect(
      try library.find("missile", by: LibrarySearch(library: library.folder.path, cache: "/dev/null")).count
        == 73)
  }

  @Test func aCancelledRefreshLetsTheNextOneRead() throws {
    let library = try SearchedLibrary((0..<3).map { ("\($0).md", Self.large) })
    var asked = 0
    #expect(throws: CancellationError.self) {
      try library.search.refresh(
        .always,
        isCancelled: {
          asked += 1
          return asked > 8
        })
    }
    #expect(try library.other.refresh(.always).sections == 3)
  }

  @Test func binaryFilesAreSaidAndFoundNowhere() throws {
    let library = try SearchedLibrary([("a.md", "missile")])
    for size in [100, 50 << 20] {
      let path = try library.folder.write("\(size).md", "")
      truncate(path, off_t(size))
    }
    let search = try library.search.search(SearchQuery(parsing: "missile"), limit: 10)
    #expect(
      search.hits.count == 1
        && search.note?.hasSuffix("2 briefings cannot be read; the list says why.") == true)
    let report = try library.search.refresh(.always)
    #expect(report.read == 1 && report.bytesRead == 7 && report.problems.count == 2)
    #expect(report.problems.allSatisfy { $0.reason == "is binary, not text" })
    var rows: [CatalogueRow] = []
    try Library(path: library.folder.path).list { rows += $0 }
    #expect(rows.filter { $0.problem?.hasPrefix("is binary, not text") == true }.count == 2)
  }
}

extension String {
  fileprivate var last4: String { String(suffix(4)) }
}
