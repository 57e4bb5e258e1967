import BriefingReading
import CommonMarkSamples
import Foundation
import GRDB
import Testing

@testable import BriefingStore

/// What goes when there is too much: the oldest.
@Suite struct StateRetentionTests {
  private func fill(_ folder: StoreFolder) throws -> BriefingStore {
    let (store, _) = folder.store()
    for index in 0..<5 {
      try folder.write("\(index).md", LibrarySample(seed: 6)[index].text)
      var opened = try folder.open("\(index).md", store, at: Int64(1000 + index))
      try opened.read(Array(opened.known.marks.sections.indices), store, at: Int64(2000 + index))
    }
    #expect(store.flush(milliseconds: 20_000))
    return store
  }

  @Test func `the oldest texts go first, and marks stay`() throws {
    let folder = try StoreFolder()
    let store = try fill(folder)
    let pool = try #require(store.database).pool
    let (before, marks) = try pool.read { db in
      (
        try Int.fetchOne(db, sql: "SELECT sum(size) FROM text") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM section WHERE mark > 0") ?? 0
      )
    }
    try pool.write { try StateRetention.prune($0, textBytes: before / 2, blocks: 30, visits: 2) }
    try pool.read { db in
      let left = try Int.fetchOne(db, sql: "SELECT sum(size) FROM text") ?? 0
      #expect(left <= before / 2 && left > 0)
      #expect(try Int.fetchOne(db, sql: "SELECT min(time) FROM text") ?? 0 > 2000)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM section WHERE mark > 0") == marks)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM block") == 30)
    }
    #expect(store.history().map(\.time) == [1004, 1003])
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `the briefings go that were not opened for longest, starred ones last`() throws {
    let folder = try StoreFolder()
    let store = try fill(folder)
    let first = try folder.open("0.md", store, at: 1000).known
    store.apply([.star(section: nil, briefing: first.record.id, StarMark(isOn: true, time: 5))])
    #expect(store.flush(milliseconds: 5000))
    try #require(store.database).pool.write { try StateRetention.prune($0, briefings: 3) }
    let left = store.summaries().keys.map { $0.path.suffix(4) }.sorted()
    #expect(left == ["0.md", "3.md", "4.md"])
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `a briefing keeps so much text and no more`() throws {
    let folder = try StoreFolder()
    let store = try fill(folder)
    let pool = try #require(store.database).pool
    let briefing = try folder.open("1.md", store).known.record.id.rawValue
    try pool.write { try StateRetention.pruneTexts(of: briefing, in: $0, limit: 700) }
    let size = try pool.read {
      try Int.fetchOne($0, sql: "SELECT sum(size) FROM text WHERE briefing = ?", arguments: [briefing])
    }
    #expect(size ?? 0 <= 700)
    #expect(store.close(milliseconds: 5000))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `kept text comes back as it was, and damaged bytes are no text`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let blocks = (0..<Int.random(in: 0...20, using: &random)).map { index in
      ReadBlock(
        text: String(repeating: "Wörter \(index) ", count: Int.random(in: 0...90, using: &random)),
        wholes: index % 3 == 0 ? [0..<0] : [])
    }
    var data = try #require(KeptText.encode(blocks))
    #expect(KeptText.decode(data) == blocks)
    for _ in 0..<50 {
      var damaged = data
      damaged[Int.random(in: 0..<data.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let found = KeptText.decode(damaged)
      #expect(found == nil || found == blocks)
    }
    data.removeLast()
    #expect(KeptText.decode(data) == nil)
    #expect(KeptText.decode(Data()) == nil)
  }
}
