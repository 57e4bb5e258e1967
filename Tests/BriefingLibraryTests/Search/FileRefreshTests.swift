import BriefingSearch
import Glibc
import Testing

/// What a watcher tells of files is enough to follow them.
@Suite struct FileRefreshTests {
  private func library() throws -> SearchedLibrary {
    let library = try SearchedLibrary([("a.md", "missile"), ("b/b.md", "missile"), ("c.md", "missile")])
    try library.search.refresh(.always)
    return library
  }

  @Test func onlyTheFilesThatAreNamedAreLookedAt() throws {
    let library = try library()
    try library.write("a.md", "a sale")
    try library.write("new.md", "a sale")
    try library.write("c.md", "a sale")
    unlink(library.folder.path + "/b/b.md")
    var report = try library.search.refresh(files: ["a.md", "b/b.md", "new.md", "never.md"])
    #expect(report.read == 2 && report.removed == 1 && report.briefings == 3 && report.sections == 3)
    #expect(try library.find("sale") == ["a.md", "new.md"])
    // As nobody has told of it.
    report = try library.search.refresh(files: ["a.md"])
    #expect(report.read == 0 && report.removed == 0 && report.briefings == 3)
    report = try library.search.refresh(.always)
    #expect(report.read == 1 && report.removed == 0 && report.briefings == 3)
    #expect(try library.find("sale") == ["a.md", "c.md", "new.md"])
  }

  @Test func aRenameIsTwoFiles() throws {
    let library = try library()
    rename(library.folder.path + "/a.md", library.folder.path + "/z.md")
    let report = try library.search.refresh(files: ["a.md", "z.md"])
    #expect(report.read == 1 && report.removed == 1 && report.briefings == 3)
    #expect(try library.find("missile") == ["b/b.md", "c.md", "z.md"])
    #expect(try library.search.refresh(.always).read == 0)
  }

  /// Where it is more than a file, everything is looked at.
  @Test func aFolderIsLookedThrough() throws {
    let library = try library()
    unlink(library.folder.path + "/a.md")
    try library.write("a.md/inner.md", "missile")
    #expect(try library.search.refresh(files: ["a.md"]).briefings == 3)
    #expect(try library.find("missile") == ["a.md/inner.md", "b/b.md", "c.md"])
  }

  @Test func beforeAnythingIsKnownEverythingIsLookedAt() throws {
    let library = try SearchedLibrary([("a.md", "missile")])
    #expect(try library.search.refresh(files: ["other.md"]).briefings == 1)
    #expect(try library.find("missile") == ["a.md"])
  }

  @Test func anIndexThatWasDamagedMeanwhileIsMadeAnew() throws {
    let library = try library()
    truncate(try library.database, 0)
    unlink(try library.database + "-wal")
    try library.write("a.md", "a sale")
    try library.search.refresh(files: ["a.md"])
    #expect(try library.find("sale") == ["a.md"])
    #expect(try library.find("missile") == ["b/b.md", "c.md"])
  }

  /// A file that cannot be read is told of by each look at everything, until it can.
  @Test func whatCouldNotBeReadIsLookedAtAgain() throws {
    let library = try library()
    let path = library.folder.path + "/a.md"
    unlink(path)
    mkfifo(path, 0o600)
    for _ in 0..<2 { #expect(try library.search.refresh(.always).problems.count == 1) }
    unlink(path)
    try library.write("a.md", "missile")
    let report = try library.search.refresh(.always)
    #expect(report.problems.isEmpty && report.read == 1)
  }
}
