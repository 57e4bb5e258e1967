import BriefingCore
import BriefingSearch
import Glibc
import Testing

@testable import BriefingFiles

/// An index is its user's alone, whatever others may have put in its place.
@Suite struct IndexPrivacyTests {
  private func library() throws -> SearchedLibrary {
    let library = try SearchedLibrary([("a.md", "missile"), ("b.md", "talks")])
    try library.other.refresh(.always)
    return library
  }

  private func mode(_ path: String) -> mode_t? {
    var facts = stat()
    return lstat(path, &facts) == 0 ? facts.st_mode & 0o777 : nil
  }

  @Test func aFolderThatOthersMayWriteToIsMadePrivate() throws {
    let library = try library()
    let folder = library.cache.path + "/briefing"
    chmod(folder, 0o777)
    #expect(try library.search.refresh(.always).failure == nil)
    #expect(mode(folder) == 0o700)
  }

  @Test func anIndexThatOthersMayWriteToIsNotBelieved() throws {
    let library = try library()
    chmod(try library.database, 0o666)
    #expect(try library.other.search(SearchQuery(parsing: "missile"), limit: 1).hits.count == 1)
    let report = try library.search.refresh(.always)
    #expect(report.read == 2 && report.failure == nil)
    #expect(try mode(library.database) == 0o600)
  }

  @Test func anIndexThatOthersMayReadIsMadePrivate() throws {
    let library = try library()
    chmod(try library.database, 0o644)
    #expect(try library.search.refresh(.always).read == 0)
    #expect(try mode(library.database) == 0o600)
  }

  /// To a file that the user would rather keep.
  @Test(arguments: ["", "-wal", "-shm"], [true, false])
  func aLinkInTheIndexesPlaceIsNotFollowed(suffix: String, isHard: Bool) throws {
    let library = try library()
    let other = try library.cache.write("precious", "As it was.")
    let path = try library.database + suffix
    unlink(path)
    #expect((isHard ? link(other, path) : symlink(other, path)) == 0)
    #expect(try library.search.refresh(.always).read == 2)
    #expect(try library.find("missile") == ["a.md"])
    #expect(FileStamp(path: other)?.size == 10)
    #expect(mode(other).map { $0 & 0o600 } == 0o600)
  }

  @Test func aLinkInTheLocksPlaceIsNotFollowed() throws {
    let library = try library()
    let lock = try library.database + ".lock"
    unlink(lock)
    let target = library.cache.path + "/made by a link"
    try library.cache.link("briefing/\(lock.split(separator: "/").last!)", to: target)
    #expect(try library.search.refresh(.always).failure?.path == lock)
    #expect(access(target, F_OK) != 0)
    #expect(try library.find("missile") == ["a.md"])
  }

  /// The number of the error is that of the call that failed, and not of the look after it.
  @Test func whatHasNoPlaceIsExplained() throws {
    // Nobody may make a folder there, root included.
    let error = #expect(throws: PrivateFolder.Refusal.self) { try PrivateFolder.make("/sys/briefing-test") }
    #expect(error != nil && error?.reason != String(cString: strerror(ENOENT)))
    #expect(throws: PrivateFolder.Refusal.self) { try PrivateFolder.make("/dev/null/briefing") }
  }

  @Test func afterItWasPutAwayOnlyTheDatabaseIsThere() throws {
    let library = try SearchedLibrary([("a.md", "missile")])
    try library.search.refresh(.always)
    #expect(try library.find("missile") == ["a.md"])
    #expect(try mode(library.database + "-wal") != nil)
    library.search.close()
    #expect(try mode(library.database + "-wal") == nil)
    #expect(try mode(library.database + "-shm") == nil)
    // It can be asked again.
    #expect(try library.search.refresh(.always).read == 0)
    #expect(try library.find("missile") == ["a.md"])
  }
}
