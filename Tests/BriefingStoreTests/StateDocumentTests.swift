import BriefingCore
import BriefingReading
import CommonMarkSamples
import Foundation
import Testing

@testable import BriefingStore

/// The state as a document, taken to another machine.
@Suite struct StateDocumentTests {
  private let text = LibrarySample(seed: 6)[1].text

  @Test func `what was read on one machine is read on another`() throws {
    let (here, there) = (try StoreFolder(), try StoreFolder())
    try here.write("a.md", text)
    let (store, _) = here.store()
    var a = try here.open("a.md", store)
    try a.read([1, 2], store)
    a.mark([3], isRead: false, store)
    store.apply([.bookmark(Bookmark(letter: "k", path: "/a.md", anchor: anchor, excerpt: "here", time: 4))])
    let document = try store.exported()
    #expect(document.hasPrefix("{\"bookmarks\""))
    #expect(document.contains("\"format\":\"briefing-state\""))

    here.remove("a.md")
    try there.write("other.md", text)
    let (other, _) = there.store()
    #expect(try other.merge(exported: Array(document.utf8), from: "state.json") == 1)
    let b = try there.open("other.md", other)
    #expect(b.known.marks.sections.map(\.mark) == a.known.marks.sections.map(\.mark))
    #expect(other.bookmarks().map(\.excerpt) == ["here"])
    #expect(other.history().count == 1)
    // Twice is once.
    #expect(try other.merge(exported: Array(document.utf8), from: "state.json") == 1)
    #expect(
      try there.open("other.md", other).known.marks.sections.map(\.mark) == a.known.marks.sections.map(\.mark)
    )
    #expect(store.close(milliseconds: 5000) && other.close(milliseconds: 5000))
  }

  /// The file was never opened here, so its sections cannot be counted.
  @Test func `imported twice, what the list shows stays`() throws {
    let (here, there) = (try StoreFolder(), try StoreFolder())
    try here.write("a.md", text)
    let (store, _) = here.store()
    var a = try here.open("a.md", store)
    try a.read([1], store)
    let document = Array(try store.exported().utf8)
    let (other, _) = there.store()
    _ = try other.merge(exported: document, from: "state.json")
    let once = try #require(other.summaries().values.first)
    #expect(once.sections > 1 && once.unread > 0)
    let exported = try other.exported()
    _ = try other.merge(exported: document, from: "state.json")
    #expect(other.summaries().values.first == once)
    #expect(try other.exported() == exported)
    #expect(store.close(milliseconds: 5000) && other.close(milliseconds: 5000))
  }

  private var anchor: String {
    Anchor(region: .frontMatter(.title), textFingerprint: 7).text
  }

  @Test func `of two marks of a section the one counts that the rules say`() throws {
    let (here, there) = (try StoreFolder(), try StoreFolder())
    for folder in [here, there] { try folder.write("a.md", text) }
    let (store, _) = here.store()
    let (other, _) = there.store()
    var a = try here.open("a.md", store)
    var b = try there.open("a.md", other)
    a.mark([1], isRead: true, store, at: 5000)
    b.mark([1], isRead: false, other, at: 6000)
    a.mark([2], isRead: true, store, at: 8000)
    b.mark([2], isRead: false, other, at: 7000)
    _ = try other.merge(exported: Array(store.exported().utf8), from: "state.json")
    let merged = try there.open("a.md", other)
    #expect(!merged.known.marks.sections[1].isRead)
    #expect(merged.known.marks.sections[2].isRead)
    let summary = try #require(other.summaries().values.first)
    #expect(summary.unread == merged.known.marks.unread.count { $0 > 0 })
    #expect(store.close(milliseconds: 5000) && other.close(milliseconds: 5000))
  }

  @Test(arguments: [
    "", "{", "[]", "{\"format\":\"x\",\"version\":1,\"briefings\":[],\"bookmarks\":[],\"history\":[]}",
    "{\"format\":\"briefing-state\",\"version\":2,\"briefings\":[],\"bookmarks\":[],\"history\":[]}",
    String(repeating: "[", count: 100_000),
  ])
  func `what is no such document is refused, and changes nothing`(document: String) throws {
    let folder = try StoreFolder()
    let (store, _) = folder.store()
    #expect(throws: StoreFault.self) { try store.merge(exported: Array(document.utf8), from: "state.json") }
    #expect(store.summaries().isEmpty)
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `damaged values are passed over`() throws {
    let folder = try StoreFolder()
    try folder.write("a.md", text)
    let (store, _) = folder.store()
    var a = try folder.open("a.md", store)
    try a.read([1, 2], store)
    var random = SeededGenerator(seed: 5)
    let document = Array(try store.exported().utf8)
    for _ in 0..<200 {
      var damaged = document
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(
          in: 0x20..<0x7F, using: &random)
      }
      _ = try? store.merge(exported: damaged, from: "state.json")
    }
    #expect(try folder.open("a.md", store).known.marks.sections.count == a.known.marks.sections.count)
    #expect(store.close(milliseconds: 5000))
  }
}
