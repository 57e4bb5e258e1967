import BriefingCore
import BriefingSearch
import Glibc
import Synchronization
import Testing

@testable import BriefingFiles
@testable import BriefingIndex
@testable import BriefingLibrary

/// An index follows its library, and reads no more than it has to.
@Suite struct IndexRefreshTests {
  @Test func onlyWhatChangedIsRead() throws {
    let library = try SearchedLibrary([("a.md", "missile"), ("b/b.md", "missile"), ("c.md", "missile")])
    var report = try library.search.refresh(.always)
    #expect(report.read == 3 && report.removed == 0 && report.briefings == 3 && report.sections == 3)
    report = try library.search.refresh(.always)
    #expect(report.read == 0 && report.removed == 0 && report.bytesRead == 0)
    try library.write("b/b.md", "a sale")
    unlink(library.folder.path + "/c.md")
    report = try library.search.refresh(.always)
    #expect(report.read == 1 && report.removed == 1 && report.briefings == 2 && report.sections == 2)
    #expect(report.bytesRead == 6)
    #expect(try library.find("missile") == ["a.md"])
    #expect(try library.find("sale") == ["b/b.md"])
  }

  /// To Swift these names are one string, to the file system they are two files.
  @Test(arguments: [LibrarySearch.IndexWish.ifLarge, .always])
  func namesThatDifferInTheirCompositionAloneAreTwoFiles(wish: LibrarySearch.IndexWish) throws {
    let names = ["caf\u{E9}.md", "cafe\u{301}.md"]
    let library = try SearchedLibrary([(names[0], "missile"), (names[1], "missile talks"), ("z.md", "-")])
    try library.search.refresh(wish)
    #expect(try library.find("missile").count == 2)
    #expect(try library.search.refresh(wish).read == 0)
    #expect(try library.find("talks").map { Array($0.utf8) } == [Array(names[1].utf8)])
    unlink(library.folder.path + "/" + names[1])
    #expect(try library.search.refresh(wish).briefings == 2)
    #expect(try library.find("missile").map { Array($0.utf8) } == [Array(names[0].utf8)])
    try library.write(names[0], "talks")
    try library.search.refresh(wish)
    #expect(try library.find("missile").isEmpty)
    #expect(try library.find("talks").map { Array($0.utf8) } == [Array(names[0].utf8)])
    // Renamed from one to the other and back; nothing else of the file changes.
    for (name, other) in [(names[0], names[1]), (names[1], names[0])] {
      rename("\(library.folder.path)/\(name)", "\(library.folder.path)/\(other)")
      try library.search.refresh(wish)
      #expect(try library.find("talks").map { Array($0.utf8) } == [Array(other.utf8)])
    }
  }

  /// A clock ticks some hundred times a second: two writes may bear one time.
  @Test func whatWasWrittenJustNowIsReadAgain() throws {
    let library = try SearchedLibrary([("a.md", "missile"), ("b.md", "missile")])
    try library.search.refresh(.always)
    let path = try IndexLocation(library: library.folder.path, cache: library.cache.path)
    let index = try SectionIndex(at: path)
    try library.write("a.md", "one sale")
    var listing = try #require(try FolderListing(walking: library.folder.path))
    let stamp = listing[0].stamp
    listing.moments = (stamp.modified, stamp.modified + 1_000_000)
    let refresh = IndexRefresh(index, library: library.folder.path)
    #expect(try refresh.run(listing, isCancelled: { false }, report: { _ in }).read == 1)
    // The same size, the same time, the same file.
    try library.folder.write("a.md", "two talk")
    let time = timespec(
      tv_sec: Int(stamp.modified / 1_000_000_000), tv_nsec: Int(stamp.modified % 1_000_000_000))
    utimensat(AT_FDCWD, library.folder.path + "/a.md", [time, time], 0)
    // Before the next refresh as well the words that stand there no more are not shown.
    #expect(try library.find("sale").isEmpty)
    #expect(try library.search.refresh(.always).read == 1)
    #expect(try library.find("talk") == ["a.md"])
    #expect(try library.search.refresh(.always).read == 0)
  }

  @Test func aStampIsSettledSomeTimeAfterItsFileWasWritten() throws {
    let library = try SearchedLibrary()
    var listing = try #require(try FolderListing(walking: library.folder.path))
    let second: Int64 = 1_000_000_000
    listing.moments = (100 * second, 101 * second)
    func isSettled(_ modified: Int64) -> Bool {
      listing.isSettled(FileStamp(size: 1, modified: modified, changed: 0, inode: 1))
    }
    #expect(isSettled(0) && isSettled(99 * second + 900_000_000) && isSettled(101 * second + 1))
    #expect(!isSettled(100 * second - 10_000_000) && !isSettled(100 * second + 1))
    // Whole seconds look like a file system that knows no others.
    #expect(isSettled(97 * second) && !isSettled(99 * second))
  }

  @Test func whatCannotBeReadIsReportedEachTimeAndNotFound() throws {
    let library = try SearchedLibrary([("a.md", "missile"), ("b.md", "missile")])
    try library.search.refresh(.always)
    #expect(try library.find("missile").count == 2)
    // Root may read every file; a pipe is none.
    unlink(library.folder.path + "/b.md")
    mkfifo(library.folder.path + "/b.md", 0o600)
    for _ in 0..<2 {
      let report = try library.search.refresh(.always)
      #expect(report.problems.map(\.path) == [library.folder.path + "/b.md"])
      #expect(try library.find("missile") == ["a.md"])
    }
    unlink(library.folder.path + "/b.md")
    #expect(try library.search.refresh(.always).problems.isEmpty)
  }

  @Test func aLibraryThatIsGoneIsAnError() throws {
    let search = LibrarySearch(library: "/nowhere/at/all", cache: "/tmp")
    #expect(throws: FileError.self) { try search.refresh(.always) }
    #expect(throws: FileError.self) { try search.search(SearchQuery(parsing: "missile"), limit: 1) }
  }

  // MARK: Cancelling

  @Test func whatWasDoneBeforeACancellationStays() throws {
    let library = try SearchedLibrary((0..<400).map { ("\($0).md", "missile number\($0)") })
    let last = Mutex(0)
    #expect(throws: CancellationError.self) {
      try library.search.refresh(
        .always, isCancelled: { last.withLock { $0 > 0 } },
        report: { progress in last.withLock { $0 = progress.done } })
    }
    let done = last.withLock(\.self)
    #expect(done > 0 && done < 400)
    #expect(try library.find("missile").count == done)
    let report = try library.search.refresh(.always)
    #expect(report.read == 400 - done)
    #expect(try library.find("missile").count == 400)
  }

  /// Cancelled at any moment, with briefings that were read and that nobody takes.
  @Test(arguments: [0, 1, 2, 3, 5, 8]) func aCancellationLeavesNothingBroken(asked: Int) throws {
    let library = try SearchedLibrary((0..<300).map { ("\($0).md", "missile") })
    let left = Mutex(asked)
    _ = try? library.search.refresh(
      .always,
      isCancelled: {
        usleep(5000)
        return left.withLock {
          $0 -= 1
          return $0 < 0
        }
      })
    #expect(try library.search.refresh(.always).sections == 300)
    #expect(try library.find("missile").count == 300)
  }

  @Test func aCancelledSearchSaysSo() throws {
    let library = try SearchedLibrary([("a.md", "missile")])
    #expect(throws: CancellationError.self) {
      try library.search.search(SearchQuery(parsing: "missile"), limit: 1, isCancelled: { true })
    }
  }

  // MARK: Several at once

  @Test func twoAtOnceShareTheWork() async throws {
    let library = try SearchedLibrary((0..<200).map { ("\($0).md", "missile") })
    let (first, second) = (library.search, library.other)
    async let one = Task.detached { try first.refresh(.always) }.value
    async let two = Task.detached { try second.refresh(.always) }.value
    let reports = try await [one, two]
    #expect(reports.map(\.read).reduce(0, +) == 200)
    #expect(reports.allSatisfy { $0.sections == 200 && $0.failure == nil && $0.remadeBecause == nil })
    for search in [first, second] { #expect(try library.find("missile", by: search).count == 200) }
  }

  /// Another program may make the index again at any time.
  @Test func anIndexThatWasReplacedIsFollowed() throws {
    let library = try SearchedLibrary([("a.md", "missile")])
    try library.search.refresh(.always)
    try library.write("b.md", "missile")
    #expect(try library.other.refresh(.fresh).read == 2)
    #expect(try library.search.refresh(.always).read == 0)
    #expect(try library.find("missile").count == 2)
  }
}
