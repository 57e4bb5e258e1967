import BriefingCore
import Glibc
import TestFolders
import Testing

@testable import BriefingFiles

@Suite struct FolderListingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func listing() throws -> FolderListing { try #require(try FolderListing(walking: folder.path)) }

  private func paths() throws -> [String] { try listing().map(\.path) }

  @Test func listsBriefingsInTheOrderOfTheirPathsAndNothingElse() throws {
    let names = [
      "A.MD", "a b.md", "a.markdown", "a/b.md", "a/b/c.Md", "a/c.md", "a0.md", "x.md/inside.md", "É.md",
    ]
    for name in names.reversed() { try folder.write(name, "x") }
    for name in ["notes.txt", "md", "readme.md~", ".hidden.md", ".git/a.md", "a/.md", "b\u{0E}md", "empty/x"]
    {
      try folder.write(name, "x")
    }
    #expect(try paths() == names)
    #expect(try listing().problems.isEmpty)
  }

  @Test func aStampIsThatOfTheFile() throws {
    let path = try folder.write("sub/a.md", "12345")
    let time = timespec(tv_sec: 1_000_000_000, tv_nsec: 123_456_789)
    utimensat(AT_FDCWD, path, [time, time], 0)
    var facts = stat()
    #expect(stat(path, &facts) == 0)
    let entry = try #require(try listing().first)
    #expect(entry.path == "sub/a.md")
    #expect(entry.stamp == FileStamp(facts))
    #expect(entry.stamp.size == 5 && entry.stamp.modified == 1_000_000_000_123_456_789)
    #expect(abs(entry.stamp.changed - FileStamp.now) < 60_000_000_000)
  }

  @Test func aStampChangesWithTheFile() throws {
    try folder.write("a.md", "one")
    let before = try listing()[0].stamp
    #expect(try listing()[0].stamp == before)
    // Another file of the same size and time under the same name, as an editor or rsync leaves it.
    let other = try folder.write("other", "two")
    let time = timespec(
      tv_sec: Int(before.modified / 1_000_000_000), tv_nsec: Int(before.modified % 1_000_000_000))
    utimensat(AT_FDCWD, other, [time, time], 0)
    rename(other, folder.path + "/a.md")
    let after = try listing()[0].stamp
    #expect(after.size == before.size && after.modified == before.modified)
    #expect(after != before)
  }

  /// A file system may keep times that no number of nanoseconds has room for.
  @Test func aTimeFarAwayIsNoTrap() throws {
    var facts = stat()
    facts.st_mtim = timespec(tv_sec: .max, tv_nsec: 999_999_999)
    #expect(FileStamp(facts).size == 0)
  }

  @Test func linksToFilesAreFollowedAndLinksToFoldersAreNot() throws {
    let other = try TemporaryFolder()
    try other.write("linked.md", "1234567")
    try folder.write("sub/a.md", "x")
    try folder.link("sub/up", to: "..")
    try folder.link("other", to: other.path)
    try folder.link("file.md", to: other.path + "/linked.md")
    let listing = try listing()
    #expect(listing.map(\.path) == ["file.md", "sub/a.md"])
    #expect(listing[0].stamp.size == 7)
  }

  @Test func whatCannotBeListedIsReportedInTheOrderOfPaths() throws {
    try folder.write("b/a.md", "x")
    try folder.link("b/dangling.md", to: "nowhere")
    try folder.link("a.md", to: "a.md")
    try folder.link("dangling", to: "nowhere")
    let bytes =
      Array(folder.path.utf8CString.dropLast()) + [47, CChar(bitPattern: 0xFF)] + Array(".md".utf8CString)
    close(open(bytes, O_CREAT | O_WRONLY, 0o600))
    let listing = try listing()
    #expect(listing.map(\.path) == ["b/a.md"])
    #expect(
      listing.problems.map(\.path) == ["a.md", "b/dangling.md", "\u{FFFD}.md"].map { "\(folder.path)/\($0)" })
    #expect(
      listing.problems.map { $0.reason.prefix(12) } == ["its symbolic", "no such file", "its name is "])
  }

  /// Root may read every folder, so there is nothing to see as root.
  /// A path that is too long cannot be opened by anyone: unlike a mode, which does not keep root out.
  @Test func aFolderThatCannotBeReadIsAProblemAndTheRestIsListed() throws {
    try folder.write("b/b.md", "x")
    let name = String(repeating: "d", count: 200)
    var parent = open(folder.path, O_RDONLY | O_DIRECTORY)
    defer { close(parent) }
    for _ in 0..<22 {
      try #require(mkdirat(parent, name, 0o755) == 0)
      let child = openat(parent, name, O_RDONLY | O_DIRECTORY)
      close(parent)
      parent = child
    }
    let listing = try listing()
    #expect(listing.map(\.path) == ["b/b.md"])
    #expect(listing.problems.count == 1)
    let problem = try #require(listing.problems.first)
    #expect(problem == FileError(path: problem.path, errno: ENAMETOOLONG))
    #expect(problem.path.hasPrefix(folder.path + "/" + name))
  }

  /// A folder counts as its name and a slash, wherever names begin to differ.
  @Test func aFolderStandsWhereItsPathsDo() throws {
    var names: [String] = []
    for name in ["a", "1234567", "12345678", "123456789", "é1234567"] {
      names += ["\(name).md", "\(name)/b.md", "\(name)!.md", "\(name)0.md", "\(name)!/b.md", "\(name)0/b.md"]
    }
    for name in names.shuffled() { try folder.write(name, "# A\n") }
    #expect(try listing().map(\.path) == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  /// More names than one job takes, and more folders than there are cores.
  @Test func aLargeLibraryIsListedWholeAndInOrder() throws {
    let names = (0..<1500).map { "flat/\(10_000 + $0).md" } + (0..<300).map { "\(1000 + $0)/a.md" }
    for (number, name) in names.enumerated() {
      try folder.write(name, String(repeating: "x", count: number % 17))
    }
    let listing = try listing()
    #expect(listing.map(\.path) == names.sorted())
    let sizes = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int64($0 % 17)) })
    #expect(listing.allSatisfy { $0.stamp.size == sizes[$0.path] })
  }

  @Test func nestingHasNoLimitButThePathsLength() throws {
    let deep = Array(repeating: "d", count: 1000).joined(separator: "/")
    try folder.write("\(deep)/a.md", "x")
    #expect(try paths() == ["\(deep)/a.md"])
  }

  @Test func nothingComesOfACancelledWalk() throws {
    for number in 0..<50 { try folder.write("\(number)/a.md", "x") }
    #expect(try FolderListing(walking: folder.path, isCancelled: { true }) == nil)
  }

  @Test(arguments: ["missing", "file.md"]) func whatIsNoFolderIsAnError(name: String) throws {
    try folder.write("file.md", "x")
    let path = "\(folder.path)/\(name)"
    let error = #expect(throws: FileError.self) { try FolderListing(walking: path) }
    #expect(error?.path == path)
  }

  @Test func anEmptyFolderHasNothing() throws {
    #expect(try paths().isEmpty)
  }
}
