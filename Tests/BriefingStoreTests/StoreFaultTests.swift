import BriefingReading
import CommonMarkSamples
import Foundation
import GRDB
import Testing

@testable import BriefingStore

/// Whatever is wrong with the state, the program reads on, and says once what it cannot do.
@Suite struct StoreFaultTests {
  private let text = LibrarySample(seed: 6)[1].text

  /// A state with marks and texts of some briefings; returns how many sections are marked.
  private func fill(_ folder: StoreFolder, briefings: Int = 12) throws -> Int {
    let (store, _) = folder.store()
    var marked = 0
    for index in 0..<briefings {
      try folder.write("\(index).md", LibrarySample(seed: 6)[index].text)
      var opened = try folder.open("\(index).md", store)
      let ordinals = Array(opened.known.marks.sections.indices)
      marked += ordinals.count
      try opened.read(ordinals, store)
    }
    #expect(store.close(milliseconds: 20_000))
    return marked
  }

  /// Uses a state as the program does, and returns how many marks it has and what was said.
  private func use(_ folder: StoreFolder) throws -> (marks: Int, notices: [StoreNotice]) {
    let (store, events) = folder.store()
    let marks = store.summaries().values.reduce(0) { $0 + store.marks(of: $1.id).marks.count }
    _ = (store.history(), store.bookmarks())
    for index in 0..<2 {
      var opened = try folder.open("\(index).md", store, at: 8000)
      _ = try opened.changes(store)
      opened.mark([1], isRead: false, store, at: 9000)
    }
    #expect(store.flush(milliseconds: 20_000))
    // Whatever was there, the new marks are.
    for index in 0..<2 {
      let opened = try folder.open("\(index).md", store, at: 9500)
      #expect(
        opened.known.marks.sections[1].mark
          == ReadMark(isRead: false, hash: opened.known.marks.sections[1].hash, byHandAt: 9000),
        "\(events.all)")
    }
    #expect(store.close(milliseconds: 20_000))
    return (marks, events.notices)
  }

  private func overwrite(_ path: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    change(&bytes)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `a file with any bytes changed is used or replaced`(seed: UInt64) throws {
    let folder = try StoreFolder()
    let marked = try fill(folder, briefings: 4)
    var random = SeededGenerator(seed: seed)
    try overwrite(folder.location.database) { bytes in
      for _ in 0..<Int.random(in: 1...200, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        // The number of a version may be that of a later one, and that of a program another's, for all that anybody can tell.
        if !(60..<64 ~= place || 68..<72 ~= place) {
          bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
      }
    }
    let (marks, notices) = try use(folder)
    #expect(marks <= marked)
    for notice in notices {
      guard case .repaired(let path, let saved) = notice else {
        Issue.record("\(notice.message)")
        continue
      }
      #expect(FileManager.default.fileExists(atPath: path))
      #expect(saved <= marked + 8)
    }
  }

  @Test func `values of other types than they should have end nothing`() throws {
    let folder = try StoreFolder()
    _ = try fill(folder, briefings: 3)
    let other = try DatabaseQueue(path: folder.location.database)
    try other.write { db in
      for table in StateSchema.tables {
        for column in try db.columns(in: table).map(\.name) where !["id", "section", "hash"].contains(column)
        {
          let value = column == "ordinal" || column == "mark" ? "x'ff00'" : "'words'"
          // A column that is the row's number takes no such value.
          try? db.execute(
            sql: "UPDATE OR IGNORE \(table) SET \(column) = \(value) WHERE rowid / 2 % 2 = 0")
        }
      }
      try db.execute(sql: "UPDATE section SET mark_time = 9223372036854775807 WHERE rowid / 2 % 2 = 1")
    }
    try other.close()
    let (store, _) = folder.store()
    _ = (store.summaries(), store.history(), store.bookmarks(), try? store.exported())
    for index in 0..<3 {
      var opened = try folder.open("\(index).md", store)
      _ = try opened.changes(store)
      opened.mark([1], isRead: false, store, at: 9000)
      #expect(!opened.known.marks.sections[1].isRead)
    }
    #expect(store.close(milliseconds: 20_000))
  }

  @Test(arguments: [0.1, 0.5, 0.9, 0.99])
  func `a file that was cut short is replaced, and what is left of it saved`(part: Double) throws {
    let folder = try StoreFolder()
    let marked = try fill(folder)
    try overwrite(folder.location.database) { $0.removeLast(Int(Double($0.count) * (1 - part))) }
    let (_, notices) = try use(folder)
    #expect(notices.count == 1)
    guard case .repaired(let path, let saved)? = notices.first else {
      Issue.record("\(notices)")
      return
    }
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(saved <= marked)
    if part == 0.99 { #expect(saved > marked / 2, "\(saved) of \(marked)") }
  }

  @Test func `a file that is no database is moved aside`() throws {
    let folder = try StoreFolder()
    _ = try fill(folder, briefings: 2)
    let diary = String(repeating: "Dear diary,\n", count: 1000)
    try Data(diary.utf8).write(to: URL(fileURLWithPath: folder.location.database))
    let (_, notices) = try use(folder)
    guard case .repaired(let path, 0)? = notices.first else {
      Issue.record("\(notices)")
      return
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == diary)
  }

  @Test func `only some damaged files are kept`() throws {
    let folder = try StoreFolder()
    _ = try fill(folder, briefings: 2)
    for number in 0..<6 {
      try Data("Dear diary \(number)".utf8).write(to: URL(fileURLWithPath: folder.location.database))
      _ = try use(folder)
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder.location.folder).filter {
      $0.hasPrefix("damaged") && $0.hasSuffix(".sqlite")
    }.sorted()
    #expect(kept == ["damaged-1.sqlite", "damaged-2.sqlite", "damaged-3.sqlite"])
    let last = try String(contentsOfFile: "\(folder.location.folder)/damaged-3.sqlite", encoding: .utf8)
    #expect(last == "Dear diary 5")
  }

  @Test(arguments: [
    "PRAGMA user_version = 999",
    "DROP TABLE section; DROP TABLE briefing; PRAGMA application_id = 7",
  ])
  func `what another program has made is left alone`(pragma: String) throws {
    let folder = try StoreFolder()
    _ = try fill(folder, briefings: 2)
    let other = try DatabaseQueue(path: folder.location.database)
    try other.write { try $0.execute(sql: pragma) }
    try other.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.location.database))
    let (store, events) = folder.store()
    var opened = try folder.open("0.md", store)
    try opened.read([1], store)
    #expect(!store.flush(milliseconds: 500))
    #expect(opened.known.marks.sections[1].isRead)
    _ = store.close(milliseconds: 100)
    #expect(events.notices.count == 1)
    guard case .cannotRemember? = events.notices.first else {
      Issue.record("\(events.notices)")
      return
    }
    let after = try Data(contentsOf: URL(fileURLWithPath: folder.location.database))
    #expect(zip(before, after).enumerated().filter { $1.0 != $1.1 }.map { $0.offset } == [])
    #expect(before.count == after.count)
  }

  @Test func `where nothing can be written, it is said once and reading goes on`() throws {
    let folder = try StoreFolder()
    try folder.write("a.md", text)
    let events = Events()
    // Nobody can make a folder there, not even root.
    let store = BriefingStore(
      StateLocation(folder: "/proc/self/briefing"), StorePace(batch: 1, poll: 10, retry: 10)
    ) { events.add($0) }
    var opened = try folder.open("a.md", store)
    try opened.read([1], store)
    opened.mark([2], isRead: true, store)
    #expect(!store.flush(milliseconds: 300))
    #expect(opened.known.marks.sections[1].isRead)
    #expect(store.summaries().isEmpty)
    #expect(!store.close(milliseconds: 300))
    #expect(events.notices.count == 1)
  }

  @Test func `a database that another user may write to is not used`() throws {
    let folder = try StoreFolder()
    _ = try fill(folder, briefings: 1)
    chmod(folder.location.database, 0o666)
    let (store, events) = folder.store()
    #expect(store.summaries().isEmpty)
    #expect(events.notices.count == 1)
    _ = store.close(milliseconds: 100)
  }

  @Test func `a state that was taken away is made anew with what is open`() throws {
    let folder = try StoreFolder()
    try folder.write("a.md", text)
    let (store, _) = folder.store()
    var opened = try folder.open("a.md", store)
    #expect(store.flush(milliseconds: 5000))
    for suffix in StateLocation.suffixes { unlink(folder.location.database + suffix) }
    try opened.read([1], store)
    #expect(store.flush(milliseconds: 5000))
    #expect(try folder.open("a.md", store).known.marks.sections[1].isRead)
    #expect(store.close(milliseconds: 5000))
  }
}
