import Dispatch
import Glibc
import Synchronization
import TestFolders
import Testing

@testable import BriefingFiles

/// Real folders, and the system's real notices.
@Suite struct FolderWatcherTests {
  let folder: TemporaryFolder
  let reported = ReportedChanges()

  init() throws { folder = try TemporaryFolder() }

  /// Watches, and waits until all that is there is watched.
  private func watch(interval: Duration = .seconds(3600), limit: Int = .max) throws -> FolderWatcher {
    let reported = reported
    let watcher = try FolderWatcher(path: folder.path, interval: interval, limit: limit) { reported.add($0) }
    try #require(reported.wait(for: .everything))
    return watcher
  }

  private func rename(_ old: String, _ new: String) {
    #expect(Glibc.rename("\(folder.path)/\(old)", "\(folder.path)/\(new)") == 0)
  }

  @Test func aBriefingThatComesIsWrittenOrGoesIsReported() throws {
    let path = try folder.write("sub/a.md", "one")
    let watcher = try watch()
    defer { watcher.stop() }
    try folder.write("sub/new.markdown", "x")
    #expect(reported.waitForFiles(["sub/new.markdown"]))
    try folder.write("sub/a.md", "two")
    #expect(reported.waitForFiles(["sub/a.md"]))
    utimensat(AT_FDCWD, path, [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)], 0)
    #expect(reported.waitForFiles(["sub/a.md"]))
    unlink(path)
    #expect(reported.waitForFiles(["sub/a.md"]))
  }

  @Test func linksAreReported() throws {
    try folder.write("a.md", "x")
    let watcher = try watch()
    defer { watcher.stop() }
    try folder.link("symbolic.md", to: "a.md")
    link("\(folder.path)/a.md", "\(folder.path)/hard.md")
    #expect(reported.waitForFiles(["symbolic.md", "hard.md"]))
  }

  /// Editors write another file and give it the name, or put the old one aside first.
  @Test func aBriefingThatAnEditorReplacesIsReportedAloneAndNothingElse() throws {
    for name in ["a.md", "b.md", ".git/x"] { try folder.write(name, "x") }
    let watcher = try watch()
    defer { watcher.stop() }
    try folder.write("a.md.tmp", "new")
    rename("a.md.tmp", "a.md")
    for name in ["notes.txt", ".a.md.swp", ".git/a.md", ".hidden/a.md"] { try folder.write(name, "x") }
    rename("b.md", "b.md~")
    try folder.write("b.md", "new")
    unlink(folder.path + "/b.md~")
    var seen: [FolderChange] = []
    #expect(
      reported.wait {
        seen = $0
        return ReportedChanges.files($0).isSuperset(of: ["a.md", "b.md"])
      })
    #expect(ReportedChanges.files(seen) == ["a.md", "b.md"])
    #expect(!seen.contains(.everything))
  }

  /// What is moved out of the library goes, what is moved within it goes and comes.
  @Test func bothNamesOfAMovedBriefingAreReported() throws {
    try folder.write("a/old.md", "x")
    try folder.write("b/c.md", "x")
    let watcher = try watch()
    defer { watcher.stop() }
    rename("a/old.md", "b/new.md")
    #expect(reported.waitForFiles(["a/old.md", "b/new.md"]))
  }

  @Test func aNewFolderIsWatchedWithAllThatIsInItAtOnce() throws {
    let watcher = try watch()
    defer { watcher.stop() }
    let names = (0..<50).map { "2025/0\($0 % 5)/\($0).md" }
    for name in names { try folder.write(name, "x") }
    #expect(reported.waitForFiles(Set(names)))
    try folder.write("2025/04/later.md", "x")
    #expect(reported.waitForFiles(["2025/04/later.md"]))
  }

  @Test func aFolderThatIsMovedInIsWatchedWithAllThatIsInIt() throws {
    let other = try TemporaryFolder()
    try other.write("deep/er/a.md", "x")
    let watcher = try watch()
    defer { watcher.stop() }
    #expect(Glibc.rename(other.path + "/deep", folder.path + "/in") == 0)
    #expect(reported.waitForFiles(["in/er/a.md"]))
    try folder.write("in/er/b.md", "x")
    #expect(reported.waitForFiles(["in/er/b.md"]))
  }

  /// The briefings below its old name are gone, and only who knew them can name them.
  @Test func aFolderThatIsRenamedChangesEverythingAndIsWatchedByItsNewName() throws {
    try folder.write("old/sub/a.md", "x")
    try folder.write("older/a.md", "x")
    let watcher = try watch()
    defer { watcher.stop() }
    rename("old", "new")
    #expect(reported.wait(for: .everything))
    try folder.write("new/sub/a.md", "y")
    try folder.write("older/a.md", "y")
    #expect(reported.waitForFiles(["new/sub/a.md", "older/a.md"]))
    let seen = reported.all
    #expect(!ReportedChanges.files(seen).contains { $0.hasPrefix("old/") })
  }

  @Test func aFolderThatGoesChangesEverything() throws {
    let path = try folder.write("sub/a.md", "x")
    let watcher = try watch()
    defer { watcher.stop() }
    unlink(path)
    rmdir(folder.path + "/sub")
    #expect(reported.wait(for: .everything))
    // Under the same name, it is another folder.
    try folder.write("sub/b.md", "x")
    #expect(reported.waitForFiles(["sub/b.md"]))
  }

  @Test func aNameThatIsNoTextChangesEverything() throws {
    let watcher = try watch()
    defer { watcher.stop() }
    let bytes =
      Array(folder.path.utf8CString.dropLast()) + [47, CChar(bitPattern: 0xFF)] + Array(".md".utf8CString)
    close(open(bytes, O_CREAT | O_WRONLY, 0o600))
    #expect(reported.wait(for: .everything))
  }

  /// The system keeps so many notices while the watcher is busy, and drops what comes then, new folders among it.
  @Test func whereNoticesAreLostEverythingIsLookedThroughAgain() throws {
    let stream = try #require(fopen("/proc/sys/fs/inotify/max_queued_events", "r"))
    defer { fclose(stream) }
    var digits = [CChar](repeating: 0, count: 32)
    fgets(&digits, Int32(digits.count), stream)
    let kept = Int(strtol(digits, nil, 10))
    try #require(kept > 0)
    let isBusy = DispatchSemaphore(value: 0)
    let isFree = DispatchSemaphore(value: 0)
    let reported = reported
    let watcher = try FolderWatcher(path: folder.path) { change in
      if change == .files(["busy.md"]) {
        isBusy.signal()
        isFree.wait()
      }
      reported.add(change)
    }
    defer { watcher.stop() }
    #expect(reported.wait(for: .everything))
    try folder.write("busy.md", "x")
    isBusy.wait()
    for _ in 0...kept / 2 {
      close(open(folder.path + "/a.md", O_CREAT | O_WRONLY, 0o600))
      unlink(folder.path + "/a.md")
    }
    try folder.write("lost/a.md", "x")
    isFree.signal()
    #expect(reported.wait(for: .everything))
    try folder.write("lost/b.md", "x")
    #expect(reported.waitForFiles(["lost/b.md"]))
  }

  @Test func whatCannotBeWatchedIsSaidOnceAndLookedThroughNowAndThen() throws {
    for name in ["a/a.md", "b/b.md", "c/c.md"] { try folder.write(name, "x") }
    let reported = reported
    let watcher = try FolderWatcher(path: folder.path, interval: .milliseconds(200), limit: 2) {
      reported.add($0)
    }
    defer { watcher.stop() }
    #expect(reported.wait { $0.count { $0 == .everything } >= 3 && Self.errors($0).count == 1 })
    #expect(reported.wait { $0.count { $0 == .everything } >= 2 && Self.errors($0).isEmpty })
    // There is room again, so it need not be looked through any more.
    for name in ["b", "c"] { rename(name, ".\(name)") }
    #expect(
      (0..<20).contains { _ in
        _ = reported.wait { _ in true }
        usleep(500_000)
        return reported.all.isEmpty
      })
    try folder.write("a/new.md", "x")
    #expect(reported.waitForFiles(["a/new.md"]))
  }

  private static func errors(_ changes: [FolderChange]) -> [FileError] {
    changes.compactMap { if case .notSeen(let error) = $0 { error } else { nil } }
  }

  /// A library on a disk that is taken out, or that a synchronisation replaces.
  @Test func aLibraryThatGoesAndComesIsWatchedAgain() throws {
    try folder.write("a.md", "x")
    let reported = reported
    let watcher = try FolderWatcher(path: folder.path, interval: .milliseconds(200)) { reported.add($0) }
    defer { watcher.stop() }
    #expect(reported.wait(for: .everything))
    #expect(Glibc.rename(folder.path, folder.path + "-away") == 0)
    #expect(reported.wait { Self.errors($0).count == 1 && $0.contains(.everything) })
    #expect(Glibc.rename(folder.path + "-away", folder.path) == 0)
    #expect(
      try (0..<50).contains { _ in
        try folder.write("b.md", "x")
        usleep(200_000)
        return ReportedChanges.files(reported.all) == ["b.md"]
      })
  }

  @Test func aFolderThatCannotBeReadIsAnError() throws {
    let path = folder.path + "/missing"
    let error = #expect(throws: FileError.self) { try FolderWatcher(path: path) { _ in } }
    #expect(error?.message == "\(path): no such file or folder; check the path")
  }

  @Test func nothingIsReportedOnceItIsStopped() throws {
    let watcher = try watch()
    try folder.write("a.md", "x")
    watcher.stop()
    let count = reported.all.count
    try folder.write("b.md", "x")
    usleep(300_000)
    #expect(reported.all.count == count)
    watcher.stop()
  }

  /// In a report there is nobody to wait for but oneself.
  @Test func itCanBeStoppedInAReport() throws {
    let held = WatcherHolder()
    let isStopped = DispatchSemaphore(value: 0)
    let reported = reported
    let watcher = try FolderWatcher(path: folder.path) { change in
      reported.add(change)
      guard change != .everything else { return }
      held.watcher.withLock { $0?.stop() }
      isStopped.signal()
    }
    held.watcher.withLock { $0 = watcher }
    #expect(reported.wait(for: .everything))
    try folder.write("a.md", "x")
    #expect(isStopped.wait(timeout: .now() + .seconds(10)) == .success)
    held.watcher.withLock { $0 = nil }
  }

  /// The system allows some hundred watchers at a time; those that nobody holds have to make room.
  @Test func aWatcherThatNobodyHoldsIsGone() throws {
    for _ in 0..<1000 { _ = try FolderWatcher(path: folder.path) { _ in } }
    let watcher = try watch()
    defer { watcher.stop() }
    try folder.write("a.md", "x")
    #expect(reported.waitForFiles(["a.md"]))
  }
}

private final class WatcherHolder: Sendable {
  let watcher = Mutex<FolderWatcher?>(nil)
}
