import BriefingCore
import BriefingLayout
import BriefingReading
import BriefingText
import Foundation
import GRDB
import Glibc
import Testing

@testable import BriefingStore

/// How the program was left.
@Suite struct ViewStoreTests {
  private let text =
    "# Page\n\nWords above.\n\n## One\n\nAlpha beta gamma.\n\n## Two\n\nDelta epsilon zeta.\n"

  private func place(_ unit: Int, of opened: Opened, progress: Int, at time: Int64) -> PlaceMark {
    let page = Page(opened.units.briefing, width: 80)
    return PlaceMark(anchor: page.anchor(of: Place(unit: unit)).text, progress: progress, time: time)
  }

  @Test func `settings of libraries are kept apart, and the newer ones count`() throws {
    let folder = try StoreFolder()
    var (store, _) = folder.store()
    var view = ViewSettings()
    view.order = "title"
    view.filter = "is:unread nato"
    view.wraps = true
    store.apply([
      .view(library: "/a", view, time: 20), .opened(library: "/a", time: 5), .opened(library: "/b", time: 9),
    ])
    store.apply([.view(library: "/a", ViewSettings(), time: 10)])
    #expect(store.close(milliseconds: 5000))
    (store, _) = folder.store()
    #expect(store.view(of: "/a") == view)
    #expect(store.view(of: "/b") == nil)
    #expect(store.view(of: "") == nil)
    #expect(store.libraries() == ["/b", "/a"])
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `a path is known before its file is read`() throws {
    let folder = try StoreFolder()
    let path = try folder.write("a.md", text)
    let (store, _) = folder.store()
    #expect(store.earlier(path, within: 5000) == nil)
    let a = try folder.open("a.md", store)
    let mark = place(3, of: a, progress: 430, at: 2000)
    store.apply([
      .place(briefing: a.known.record.id, mark), .details(briefing: a.known.record.id, isOpen: true),
    ])
    let visit = try #require(store.earlier(path, within: 5000))
    #expect(visit.briefing == a.known.record.id && visit.place == mark && visit.showsDetails)
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `what a start asks is answered before the database is open`() throws {
    let folder = try StoreFolder()
    let path = try folder.write("a.md", text)
    var (store, events) = folder.store()
    let a = try folder.open("a.md", store)
    let mark = place(3, of: a, progress: 430, at: 2000)
    var view = ViewSettings()
    view.order = "title"
    store.apply([
      .place(briefing: a.known.record.id, mark), .view(library: folder.path, view, time: 1),
      .opened(library: folder.path, time: 2),
    ])
    #expect(store.close(milliseconds: 5000))

    // Nobody but a question opens it within a minute.
    (store, events) = folder.store(StorePace(rest: 60_000))
    let loop = try #require(store.loop)
    #expect(store.view(of: folder.path) == view)
    #expect(store.libraries() == [folder.path])
    #expect(store.lastVisit(under: folder.path)?.path == path)
    #expect(store.earlier(path, within: 0)?.place == mark)
    #expect(!store.isNew(path, number: 0, within: 0))
    #expect(store.isNew("\(folder.path)/b.md", number: 0, within: 0))
    #expect(!loop.isOpen)
    // What waits to be written is part of an answer.
    let later = place(1, of: a, progress: 90, at: 3000)
    store.apply([.place(briefing: a.known.record.id, later)])
    #expect(store.earlier(path, within: 5000)?.place == later)
    #expect(loop.isOpen)
    #expect(store.close(milliseconds: 5000))
    #expect(events.notices.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.location.folder) == ["state.sqlite"])
  }

  @Test func `where there is no database yet the start is told so at once, and nothing is made for it`()
    throws
  {
    let folder = try StoreFolder()
    // Nobody but a question opens it within a minute.
    let (store, events) = folder.store(StorePace(rest: 60_000))
    let loop = try #require(store.loop)
    #expect(store.view(of: folder.path) == nil)
    #expect(store.libraries().isEmpty)
    #expect(store.lastVisit(under: folder.path) == nil)
    #expect(store.earlier("\(folder.path)/a.md", within: 0) == nil)
    #expect(store.isNew("\(folder.path)/a.md", number: 7, within: 0))
    #expect(!loop.isOpen)
    #expect(!FileManager.default.fileExists(atPath: folder.location.folder))
    // What is written then is part of an answer.
    store.apply([.opened(library: folder.path, time: 5)])
    #expect(store.libraries() == [folder.path])
    #expect(store.close(milliseconds: 5000))
    #expect(events.notices.isEmpty)
  }

  @Test func `a store that only the start asked ends without having been opened`() throws {
    let folder = try StoreFolder()
    var (store, events) = folder.store()
    store.apply([.opened(library: "/a", time: 5)])
    #expect(store.close(milliseconds: 5000))
    (store, events) = folder.store(StorePace(rest: 60_000))
    #expect(store.libraries() == ["/a"])
    let loop = try #require(store.loop)
    #expect(store.close(milliseconds: 5000))
    #expect(loop.database == nil)
    #expect(events.all.isEmpty)
  }

  @Test func `a file that was renamed is not new`() throws {
    let folder = try StoreFolder()
    let path = try folder.write("a.md", text)
    let (store, _) = folder.store()
    var facts = stat()
    stat(path, &facts)
    let number = UInt64(facts.st_ino)
    #expect(store.isNew(path, number: number, within: 5000))
    _ = try folder.open("a.md", store)
    #expect(!store.isNew("\(folder.path)/b.md", number: number, within: 5000))
    #expect(store.isNew("\(folder.path)/b.md", number: 0, within: 5000))
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `the definitions of a new database have the fingerprint that is looked for`() throws {
    let definitions = try DatabaseQueue().write { db in
      try StateSchema.migrate(db, path: "new")
      return try StateSchema.definitions(db)
    }
    // Else each start makes a database in memory, only to compare with it.
    #expect(StateSchema.fingerprint(of: definitions) == StateSchema.expectedFingerprint)
  }

  @Test func `the last briefing is offered where something of it is left to read`() throws {
    let folder = try StoreFolder()
    try folder.write("a.md", text)
    try folder.write("b.md", text.replacing("Page", with: "Other"))
    let (store, _) = folder.store()
    #expect(store.lastVisit(under: folder.path) == nil)
    var b = try folder.open("b.md", store, at: 1000)
    var a = try folder.open("a.md", store, at: 2000)
    // At its start there is nothing to continue.
    #expect(store.lastVisit(under: folder.path) == nil)
    let unit = a.units.unit(of: a.units.briefing.sections[1].heading)
    store.apply([.place(briefing: a.known.record.id, place(unit, of: a, progress: 650, at: 2000))])
    #expect(
      store.lastVisit(under: folder.path)
        == LastVisit(path: "\(folder.path)/a.md", title: "Page", section: "Two", progress: 650))
    #expect(store.lastVisit(under: "/elsewhere") == nil)
    try a.read([0, 1, 2], store)
    #expect(store.lastVisit(under: folder.path) == nil)
    b.mark([1], isRead: true, store)
    b = try folder.open("b.md", store, at: 3000)
    store.apply([.place(briefing: b.known.record.id, place(1, of: b, progress: 100, at: 3000))])
    #expect(store.lastVisit(under: folder.path)?.title == "Other")
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `the lead is counted by itself`() throws {
    let folder = try StoreFolder()
    try folder.write("a.md", text)
    let (store, _) = folder.store()
    var a = try folder.open("a.md", store)
    try a.read([1], store)
    var summary = try #require(store.summaries().values.first)
    #expect((summary.sections, summary.unread, summary.lead) == (2, 1, .unread))
    try a.read([2], store)
    summary = try #require(store.summaries().values.first)
    #expect((summary.unread, summary.isUnread) == (0, true))
    try a.read([0], store)
    summary = try #require(store.summaries().values.first)
    #expect((summary.lead, summary.isUnread) == (.read, false))
    try folder.write("a.md", text.replacing("Words above", with: "Other words above"))
    _ = try folder.open("a.md", store)
    summary = try #require(store.summaries().values.first)
    #expect((summary.lead, summary.isChanged, summary.changed) == (.changed, true, 0))
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `a state of the first version is brought up to date`() throws {
    let folder = try StoreFolder()
    try folder.write("a.md", text)
    var (store, _) = folder.store()
    var a = try folder.open("a.md", store)
    try a.read([1], store)
    #expect(store.close(milliseconds: 5000))
    // What the first version had of it.
    let queue = try DatabaseQueue(path: folder.location.database)
    let tables = ["section", "text", "block", "bookmark", "visit"]
    try queue.writeWithoutTransaction { db in
      let rows = try Dictionary(
        uniqueKeysWithValues: (tables + ["briefing"]).map {
          ($0, try Row.fetchAll(db, sql: "SELECT * FROM \($0)"))
        })
      for table in tables + ["briefing", "library"] { try db.execute(sql: "DROP TABLE \(table)") }
      try db.execute(sql: StateSchema.migrations[0])
      for (table, rows) in rows {
        for row in rows {
          let columns = row.columnNames.filter {
            !["lead", "details", "removed_after", "removed_time"].contains($0)
          }
          try db.execute(
            sql:
              "INSERT INTO \(table) (\(columns.joined(separator: ","))) VALUES (\(columns.map { _ in "?" }.joined(separator: ",")))",
            arguments: StatementArguments(columns.map { row[$0] as DatabaseValue }))
        }
      }
      // The first version counted the lead.
      try db.execute(sql: "UPDATE briefing SET sections = 3, unread = 2; PRAGMA user_version = 1")
    }
    try queue.close()
    let events: Events
    (store, events) = folder.store()
    let summary = try #require(store.summaries().values.first)
    #expect((summary.sections, summary.unread, summary.lead) == (2, 1, .unread))
    #expect(try folder.open("a.md", store).known.marks.unread == [0, 2])
    #expect(events.notices == [])
    #expect(store.close(milliseconds: 5000))
  }
}
