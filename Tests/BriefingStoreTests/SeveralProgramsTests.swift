import BriefingReading
import CommonMarkSamples
import Foundation
import GRDB
import Synchronization
import Testing

@testable import BriefingStore

/// Two programs on one state.
@Suite struct SeveralProgramsTests {
  @Test func `neither loses the other's marks, and each is told of them`() throws {
    let folder = try StoreFolder()
    try folder.write("a.md", LibrarySample(seed: 6)[1].text)
    let (one, oneEvents) = folder.store()
    let (two, twoEvents) = folder.store()
    var a = try folder.open("a.md", one)
    var b = try folder.open("a.md", two)
    #expect(a.known.record.id == b.known.record.id)
    #expect(a.known.marks.sections.map(\.id) == b.known.marks.sections.map(\.id))
    let count = a.known.marks.sections.count
    for ordinal in 0..<count {
      if ordinal % 2 == 0 {
        a.mark([ordinal], isRead: true, one, at: Int64(2000 + ordinal))
      } else {
        b.mark([ordinal], isRead: true, two, at: Int64(2000 + ordinal))
      }
    }
    #expect(one.flush(milliseconds: 20_000) && two.flush(milliseconds: 20_000))
    #expect(oneEvents.wait { $0.contains(.changedElsewhere) })
    #expect(twoEvents.wait { $0.contains(.changedElsewhere) })
    let found = one.marks(of: a.known.record.id)
    let isOther = a.known.marks.merge(marks: found.marks, stars: found.stars, star: found.star)
    #expect(isOther)
    #expect(a.known.marks.unread == [])
    #expect(one.close(milliseconds: 5000) && two.close(milliseconds: 5000))
  }

  @Test func `a mark that was set earlier does not undo a later one, whoever writes last`() throws {
    let folder = try StoreFolder()
    try folder.write("a.md", LibrarySample(seed: 6)[1].text)
    let (one, _) = folder.store()
    let (two, _) = folder.store()
    var a = try folder.open("a.md", one)
    var b = try folder.open("a.md", two)
    b.mark([1], isRead: false, two, at: 3000)
    #expect(two.flush(milliseconds: 20_000))
    a.mark([1], isRead: true, one, at: 2500)
    #expect(one.flush(milliseconds: 20_000))
    #expect(two.marks(of: b.known.record.id).marks[b.known.marks.sections[1].id]?.isRead == false)
    #expect(one.close(milliseconds: 5000) && two.close(milliseconds: 5000))
  }

  @Test func `who leaves while another program writes waits for it`() throws {
    let folder = try StoreFolder()
    try folder.write("a.md", LibrarySample(seed: 6)[1].text)
    let (store, events) = folder.store()
    var a = try folder.open("a.md", store)
    #expect(store.flush(milliseconds: 20_000))
    let other = try DatabaseQueue(path: folder.location.database)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      a.mark([1], isRead: true, store, at: 3000)
      #expect(!store.close(milliseconds: 300))
      #expect(!store.hasEnded)
      try db.execute(sql: "COMMIT")
    }
    #expect(store.close(milliseconds: 20_000))
    #expect(store.hasEnded && events.notices == [])
    let (later, _) = folder.store()
    #expect(later.marks(of: a.known.record.id).marks[a.known.marks.sections[1].id]?.isRead == true)
    #expect(later.close(milliseconds: 5000))
  }

  @Test func `many at once make one state`() throws {
    let folder = try StoreFolder()
    for index in 0..<4 { try folder.write("\(index).md", LibrarySample(seed: 6)[index].text) }
    let path = folder.path
    let failures = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 4) { index in
      let store = BriefingStore(
        StateLocation(folder: "\(path)/state"), StorePace(batch: 1, poll: 50, retry: 20)
      ) { _ in }
      do {
        var a = try folder.open("\(index).md", store)
        for ordinal in a.known.marks.sections.indices { try a.read([ordinal], store) }
      } catch {
        failures.add(1, ordering: .relaxed)
      }
      if !store.close(milliseconds: 30_000) { failures.add(1, ordering: .relaxed) }
    }
    #expect(failures.load(ordering: .relaxed) == 0)
    let (store, events) = folder.store()
    let summaries = store.summaries()
    #expect(summaries.count == 4)
    #expect(summaries.values.allSatisfy { $0.unread == 0 && $0.sections > 0 })
    #expect(events.notices == [])
    #expect(store.close(milliseconds: 5000))
  }
}

extension StoreFolder: @unchecked Sendable {}
