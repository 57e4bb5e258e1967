import BriefingCore
import Glibc
import Synchronization
import TestFolders
import Testing

@testable import BriefingFiles

/// Real files, and the system's real notices.
@Suite struct FileFollowerTests {
  let folder: TemporaryFolder
  let reports = FollowerReports()

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path + "/a.md" }

  private func follow(_ path: String? = nil, known: FileStamp? = nil) throws -> FileFollower {
    let path = path ?? self.path
    let reports = reports
    return try FileFollower(path: path, known: known ?? FileStamp(path: path), rest: .milliseconds(40)) {
      reports.add($0, of: path)
    }
  }

  /// The program whose file it is has other names for files of its own.
  private func rename(_ old: String, _ new: String) {
    #expect(Glibc.rename("\(folder.path)/\(old)", "\(folder.path)/\(new)") == 0)
  }

  @Test func aFileThatIsWrittenInPlaceIsReported() throws {
    try folder.write("a.md", "one")
    let follower = try follow()
    defer { follower.stop() }
    try folder.write("a.md", "two")
    #expect(reports.wait(for: "two"))
    try folder.write("a.md", "two again")
    #expect(reports.wait(for: "two again"))
  }

  @Test func aFileThatAnotherReplacesIsReported() throws {
    try folder.write("a.md", "one")
    let follower = try follow()
    defer { follower.stop() }
    for text in ["two", "three"] {
      try folder.write(".a.md.tmp", text)
      rename(".a.md.tmp", "a.md")
      #expect(reports.wait(for: text))
    }
    #expect(!reports.hadVanished)
  }

  /// As vim does: the old file becomes the backup, a new one is written, the backup is removed.
  @Test func aFileThatIsPutAsideAndWrittenAnewIsReportedAndNotSaidToBeGone() throws {
    try folder.write("a.md", "one")
    let follower = try follow()
    defer { follower.stop() }
    rename("a.md", "a.md~")
    try folder.write("a.md", "two")
    unlink(path + "~")
    #expect(reports.wait(for: "two"))
    #expect(!reports.hadVanished)
  }

  @Test func aHalfWrittenFileIsNotReported() throws {
    try folder.write("a.md", "one")
    let follower = try follow()
    defer { follower.stop() }
    unlink(path)
    let stream = try #require(fopen(path, "w"))
    for _ in 0..<6 {
      fputs("part ", stream)
      fflush(stream)
      usleep(60_000)
    }
    fputs("end", stream)
    fclose(stream)
    #expect(reports.wait(for: "part part part part part part end"))
    #expect(reports.texts.allSatisfy { $0 == nil || $0 == "part part part part part part end" })
  }

  @Test func aFileThatGoesIsReportedAndReportedWhenItComesBack() throws {
    try folder.write("a.md", "one")
    let follower = try follow()
    defer { follower.stop() }
    unlink(path)
    #expect(reports.waitForVanished())
    try folder.write("a.md", "one")
    #expect(reports.wait(for: "one"))
  }

  @Test func aFolderThatGoesAndComesBackIsFollowed() throws {
    let file = try folder.write("sub/a.md", "one")
    let follower = try follow(file)
    defer { follower.stop() }
    rename("sub", "other")
    #expect(reports.waitForVanished())
    try folder.write("sub/a.md", "two")
    #expect(reports.wait(for: "two"))
    try folder.write("sub/a.md", "three")
    #expect(reports.wait(for: "three"))
  }

  @Test func aLinkIsFollowedToItsFileAndToAnother() throws {
    try folder.write("one/a.md", "one")
    try folder.write("two/a.md", "zwei")
    try folder.link("a.md", to: "one/a.md")
    let follower = try follow()
    defer { follower.stop() }
    try folder.write("one/a.md", "one and more")
    #expect(reports.wait(for: "one and more"))
    try folder.link("new", to: "two/a.md")
    rename("new", "a.md")
    #expect(reports.wait(for: "zwei"))
    try folder.write("two/a.md", "zwei und mehr")
    #expect(reports.wait(for: "zwei und mehr"))
  }

  @Test func whatChangedBeforeItWasFollowedIsReported() throws {
    try folder.write("a.md", "one")
    let known = try #require(FileStamp(path: path))
    try folder.write("a.md", "changed")
    let follower = try follow(known: known)
    defer { follower.stop() }
    #expect(reports.wait(for: "changed"))
  }

  @Test func othersInTheFolderAreNotReported() throws {
    try folder.write("a.md", "one")
    let follower = try follow()
    defer { follower.stop() }
    for name in ["b.md", "a.md.swp", "A.md"] { try folder.write(name, "x") }
    follower.look()
    try folder.write("a.md", "two")
    #expect(reports.wait(for: "two"))
    #expect(reports.count == 1)
  }

  /// A writer that keeps its file open stands in for a network's file system, of which nothing is told.
  @Test func aLookFindsWhatWasNotTold() throws {
    try folder.write("a.md", "one")
    let follower = try follow()
    defer { follower.stop() }
    // Until it has looked for what changed before it was followed.
    usleep(300_000)
    let stream = try #require(fopen(path, "r+"))
    defer { fclose(stream) }
    fputs("and more", stream)
    fflush(stream)
    usleep(200_000)
    #expect(reports.count == 0)
    follower.look()
    #expect(reports.wait(for: "and more"))
  }

  @Test func nothingIsReportedAfterItWasStopped() throws {
    try folder.write("a.md", "one")
    let follower = try follow()
    follower.stop()
    try folder.write("a.md", "two")
    usleep(200_000)
    #expect(reports.count == 0)
  }
}

/// What a follower has reported, with the file's text at that moment; nil for one that had vanished.
final class FollowerReports: Sendable {
  private let reports = Mutex<[String?]>([])

  var count: Int { reports.withLock(\.count) }
  var texts: [String?] { reports.withLock { $0 } }
  var hadVanished: Bool { texts.contains(nil) }

  func add(_ change: FileChange, of path: String) {
    let text = (try? BriefingFile(path: path)).map { String(decoding: $0.bytes, as: UTF8.self) }
    reports.withLock {
      if case .changed = change { $0.append(text ?? "") } else { $0.append(nil) }
    }
  }

  /// Waits until a text was reported last; false where it is not in 10 seconds.
  func wait(for text: String) -> Bool { wait { $0.last == text } }

  /// Waits until the file is said to be gone.
  func waitForVanished() -> Bool { wait { $0.last == .some(nil) } }

  private func wait(until condition: ([String?]) -> Bool) -> Bool {
    for _ in 0..<1000 {
      if condition(texts) { return true }
      usleep(10_000)
    }
    return false
  }
}
