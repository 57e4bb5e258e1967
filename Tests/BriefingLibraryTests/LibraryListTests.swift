import BriefingCore
import Glibc
import TestFolders
import Testing

@testable import BriefingFiles
@testable import BriefingLibrary

@Suite struct LibraryListTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func rows() throws -> [CatalogueRow] {
    var rows: [CatalogueRow] = []
    try Library(path: folder.path).list { rows += $0 }
    // Files that were written in the same moment come in any order.
    return rows.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func names() throws -> [String] {
    try rows().map { String($0.path.dropFirst(folder.path.count + 1)) }
  }

  @Test func findsBriefingsInOrderAndNothingElse() throws {
    for name in [
      "b.md", "a.markdown", "A.MD", "c/d/e.md", "c/a.md", "c.md", "x.md/inside.md", "notes.txt", "md",
      "readme.md~",
      ".hidden.md", ".git/config.md", "c/.md",
    ] {
      try folder.write(name, "x")
    }
    #expect(
      try names() == ["A.MD", "a.markdown", "b.md", "c.md", "c/a.md", "c/d/e.md", "x.md/inside.md"])
  }

  @Test func aRowSaysWhatTheListShows() throws {
    try folder.write(
      "a.md",
      "---\ntitle: Missile sale\ndate: 2025-05-15\nsource: DSCA\ntags: [nato, f-35]\n---\nTwo words.\n")
    let row = try #require(try rows().first)
    #expect(row.path == "\(folder.path)/a.md")
    #expect(row.title == "Missile sale")
    #expect(row.date == BriefingDate("2025-05-15"))
    #expect(row.source == "DSCA")
    #expect(row.tags == ["nato", "f-35"])
    #expect(row.problem == nil)
  }

  @Test func whatHasTooManyHeadingsIsSaid() throws {
    try folder.write("a.md", String(repeating: "#\n", count: BriefingFile.limits.headings + 1))
    let row = try #require(try rows().first)
    #expect(row.problem == "has more than 250,000 headings; split it")
  }

  @Test func pathsStartAsTheFolderWasGiven() throws {
    try folder.write("a.md", "")
    var paths: [String] = []
    try Library(path: folder.path + "/").list { paths += $0.map(\.path) }
    #expect(paths == ["\(folder.path)/a.md"])
  }

  @Test func whatCannotBeReadIsListedWithTheReason() throws {
    try folder.write("a.md", "x")
    try folder.write("z.md", "x")
    mkfifo("\(folder.path)/pipe.md", 0o600)
    try folder.link("dangling.md", to: "nowhere")
    try folder.link("dangling", to: "nowhere")
    let rows = try rows()
    #expect(rows.map(\.title) == ["A", "dangling", "pipe", "Z"])
    #expect(rows.map { $0.problem != nil } == [false, true, true, false])
    #expect(rows[2].problem?.contains("not a regular file") == true)
  }

  @Test func aNameThatIsNoTextIsListedWithTheReason() throws {
    let bytes =
      Array(folder.path.utf8CString.dropLast()) + [47, CChar(bitPattern: 0xFF)] + Array(".md".utf8CString)
    close(open(bytes, O_CREAT | O_WRONLY, 0o600))
    let row = try #require(try rows().first)
    #expect(row.title == "\u{FFFD}")
    #expect(row.problem?.contains("UTF-8") == true)
  }

  @Test func linksToFilesAreFollowedAndLinksToFoldersAreNot() throws {
    let other = try TemporaryFolder()
    try other.write("linked.md", "x")
    try folder.write("sub/a.md", "x")
    try folder.link("sub/up", to: "..")
    try folder.link("sub/self", to: ".")
    try folder.link("other", to: other.path)
    try folder.link("file.md", to: other.path + "/linked.md")
    #expect(try names() == ["file.md", "sub/a.md"])
  }

  @Test func `the newest files are read first`() throws {
    for number in [3, 1, 4, 0, 2] {
      let time = timespec(tv_sec: 1_000_000 + number, tv_nsec: 1)
      utimensat(AT_FDCWD, try folder.write("\(number).md", "x"), [time, time], 0)
    }
    let listing = try #require(try FolderListing(walking: folder.path))
    var catalogue = Catalogue()
    let (files, change) = catalogue.compare(listing, root: folder.path)
    #expect(files.map(\.path) == ["4.md", "3.md", "2.md", "1.md", "0.md"])
    #expect(change.isEmpty)
  }

  @Test func theListHasTheFilesOfTheListing() throws {
    for name in ["b.md", "b/a.md", "b/a/a.md", "b-a/a.md", "b0/a.md", "c/d/e/f.md"] {
      try folder.write(name, "x")
    }
    try folder.link("dangling.md", to: "nowhere")
    try folder.link("up", to: "..")
    var rows: [String] = []
    try Library(path: folder.path).list { rows += $0.map(\.path) }
    let listing = try #require(try FolderListing(walking: folder.path))
    #expect(
      rows.sorted() == (listing.map { "\(folder.path)/\($0.path)" } + listing.problems.map(\.path)).sorted())
  }

  @Test func everyBriefingOfALargeLibraryComesOnce() throws {
    let count = 500
    for number in 0..<count { try folder.write("\(number / 100)/\(1000 + number).md", "# T\(number)\n") }
    #expect(try rows().map { $0.path.suffix(7) } == (0..<count).map { "\(1000 + $0).md" })
  }

  @Test func stopsWhenCancelled() throws {
    for number in 0..<40 { try folder.write("\(number).md", "x") }
    var rows = 0
    #expect(try !Library(path: folder.path).list(isCancelled: { true }) { rows += $0.count })
    #expect(rows == 0)
  }

  @Test func aFolderThatCannotBeReadIsAnError() throws {
    let missing = folder.path + "/missing"
    let error = #expect(throws: FileError.self) { try Library(path: missing).list { _ in } }
    #expect(error?.message == "\(missing): no such file or folder; check the path")
    let file = try folder.write("a.md", "")
    #expect(throws: FileError.self) { try Library(path: file).list { _ in } }
  }

  @Test func anEmptyFolderHasNoRows() throws {
    #expect(try rows().isEmpty)
  }
}
