import BriefingCore
import Glibc
import Synchronization
import TestFolders
import Testing

@testable import BriefingFiles
@testable import BriefingLibrary

/// Real folders: the list follows them.
@Suite(.serialized) struct LibraryFollowTests {
  /// A library that is followed until the test is over, and the list as one who is told all events has it.
  final class Followed: Sendable {
    private let state = Mutex(State())
    private let library: Library

    private struct State {
      var rows: [String: CatalogueRow] = [:]
      var changes: [CatalogueChange] = []
      var isComplete = false
      var problem: String?
      var hasEnded = false
    }

    init(_ path: String, cache: String = "/dev/null") {
      library = Library(path: path, cache: cache)
      Thread.start { [self] in
        library.follow { [self] in take($0) }
        state.withLock { $0.hasEnded = true }
      }
    }

    private func take(_ event: LibraryEvent) {
      state.withLock { state in
        switch event {
        case .known(let batch, _): for row in batch { state.rows[row.path] = row }
        case .listed(let batch): for row in batch { state.rows[row.path] = row }
        case .complete: state.isComplete = true
        case .changed(let change):
          state.changes.append(change)
          for row in change.put { state.rows[row.path] = row }
          for path in change.removed { state.rows[path] = nil }
        case .failed(let error): state.problem = error.reason
        case .indexing, .searchable: break
        }
      }
    }

    var titles: [String] { state.withLock { $0.rows.values.map(\.title).sorted() } }
    var changes: [CatalogueChange] { state.withLock(\.changes) }
    var isComplete: Bool { state.withLock(\.isComplete) }
    var hasEnded: Bool { state.withLock(\.hasEnded) }
    var problem: String? { state.withLock(\.problem) }

    /// Waits much longer than anything takes; false where a condition never holds.
    func wait(for condition: (Followed) -> Bool) -> Bool {
      for _ in 0..<2000 {
        if condition(self) { return true }
        usleep(10_000)
      }
      return false
    }

    func close() { library.close() }

    func afterFirstLook(_ body: @escaping @Sendable () -> Void) { library.afterFirstLook(body) }

    func stop() { library.stopFollowing() }
  }

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a briefing that comes, changes or goes is told of`() throws {
    try folder.write("a.md", "# One\n")
    let followed = Followed(folder.path)
    defer { followed.stop() }
    #expect(followed.wait { $0.isComplete && $0.titles == ["One"] })
    try folder.write("sub/b.md", "# Two\n")
    #expect(followed.wait { $0.titles == ["One", "Two"] })
    try folder.write("a.md", "# Three\n")
    #expect(followed.wait { $0.titles == ["Three", "Two"] })
    unlink(folder.path + "/a.md")
    #expect(followed.wait { $0.titles == ["Two"] })
  }

  @Test func `what comes while the folder is read for the first time is told before the rest`() throws {
    let text = "# Old\n\n" + String(repeating: "Some words of *news*.\n\n", count: 2000)
    for number in 0..<200 { try folder.write("\(number).md", text) }
    let followed = Followed(folder.path)
    defer { followed.stop() }
    #expect(followed.wait { !$0.titles.isEmpty })
    try folder.write("new.md", "# New\n")
    #expect(followed.wait { $0.titles.contains("New") || $0.isComplete })
    #expect(followed.titles.contains("New") && !followed.isComplete)
    #expect(followed.wait { $0.isComplete && $0.titles.count == 201 })
  }

  // A file that was written just now may change unseen, but it has a name all the same.
  @Test(arguments: [false, true]) func `a new name is told with the old one`(isJustWritten: Bool) throws {
    try folder.write("a.md", "# One\n")
    if !isJustWritten {
      let time = timespec(tv_sec: 1_000_000_000, tv_nsec: 1)
      utimensat(AT_FDCWD, folder.path + "/a.md", [time, time], 0)
    }
    let followed = Followed(folder.path)
    defer { followed.stop() }
    #expect(followed.wait(for: \.isComplete))
    #expect(rename(folder.path + "/a.md", folder.path + "/b.md") == 0)
    let (old, new) = (folder.path + "/a.md", folder.path + "/b.md")
    #expect(
      followed.wait {
        $0.changes.contains { $0.renamed == [old: new] && $0.removed == [old] && $0.put.map(\.path) == [new] }
      })
  }

  @Test func `a folder that is missing or emptied fills`() throws {
    let path = folder.path + "/library"
    let followed = Followed(path)
    defer { followed.stop() }
    #expect(followed.wait { $0.problem == "no such file or folder" })
    try folder.write("library/a.md", "# One\n")
    #expect(followed.wait { $0.titles == ["One"] })
    #expect(rename(path, folder.path + "/away") == 0)
    #expect(followed.wait { $0.titles.isEmpty })
    try folder.write("library/b.md", "# Two\n")
    #expect(followed.wait { $0.titles == ["Two"] })
  }

  /// Whether it sleeps until something changes, or waits for a folder that is missing.
  @Test(arguments: [".", "missing"], [true, false])
  func `closing the library ends it, and so does giving it up`(name: String, closes: Bool) throws {
    try folder.write("a.md", "# One\n")
    let followed = Followed("\(folder.path)/\(name)")
    #expect(followed.wait { $0.isComplete || $0.problem != nil })
    if closes { followed.close() } else { followed.stop() }
    #expect(followed.wait(for: \.hasEnded))
  }

  /// Whoever asks before it, and whoever asks later.
  @Test(arguments: [".", "missing"]) func `the first look is told of, whatever it finds`(name: String) throws
  {
    try folder.write("a.md", "# One\n")
    let followed = Followed("\(folder.path)/\(name)")
    defer { followed.stop() }
    let told = Mutex(0)
    followed.afterFirstLook { told.withLock { $0 += 1 } }
    #expect(followed.wait { _ in told.withLock { $0 == 1 } })
    followed.afterFirstLook { told.withLock { $0 += 1 } }
    #expect(followed.wait { _ in told.withLock { $0 == 2 } })
  }

  /// The large one is not read before the turn that the test holds is over.
  @Test func `nothing waits for a large file`() throws {
    let turn = try LargeFiles.ofLibrary.turn { false }
    try folder.write("large.md", "# Large\n" + String(repeating: " ", count: 5 << 20))
    try folder.write("a.md", "# One\n")
    let followed = Followed(folder.path)
    defer { followed.stop() }
    #expect(followed.wait { $0.titles == ["One"] })
    #expect(!followed.isComplete)
    try folder.write("b.md", "# Two\n")
    #expect(followed.wait { $0.titles == ["One", "Two"] })
    #expect(!followed.isComplete)
    withExtendedLifetime(turn) {}
  }
}

/// A thread of the test's own: nothing else may wait for it.
private enum Thread {
  static func start(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Box(body))
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { argument in
        argument.map { Unmanaged<Box>.fromOpaque($0).takeRetainedValue().body() }
        return nil
      }, box.toOpaque())
    pthread_detach(thread)
  }

  private final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
