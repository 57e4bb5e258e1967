import BriefingCore
import BriefingReading
import BriefingText
import CommonMarkSamples
import Foundation
import GRDB
import Testing

@testable import BriefingStore

/// What is remembered from run to run.
@Suite struct BriefingStoreTests {
  private let text = LibrarySample(seed: 6)[1].text

  /// A second run of the program on a folder.
  private func again(_ folder: StoreFolder, _ store: BriefingStore) -> BriefingStore {
    #expect(store.close(milliseconds: 5000))
    return folder.store().0
  }

  @Test func `marks, stars and places are there in the next run`() throws {
    let folder = try StoreFolder()
    try folder.write("a.md", text)
    var (store, _) = folder.store()
    var a = try folder.open("a.md", store)
    #expect(a.known.opened == 0)
    let total = a.known.marks.total
    try a.read([1], store)
    a.mark([2], isRead: true, store)
    store.apply([a.known.marks.setStar(true, section: 1, at: 2000)].compactMap(\.self))
    let place = PlaceMark(anchor: "a1;x", progress: 300, time: 2000)
    store.apply([.place(briefing: a.known.record.id, place), .furthest(briefing: a.known.record.id, place)])

    store = again(folder, store)
    let b = try folder.open("a.md", store, at: 9000)
    #expect(b.known.marks.unread.count == total - 2)
    #expect(b.known.marks.sections[1].isRead && b.known.marks.sections[2].isRead)
    #expect(b.known.marks.sections[1].isStarred)
    #expect(b.known.place == place)
    #expect(b.known.furthest == place)
    #expect(b.known.opened == 1000)
    let summary = try #require(store.summaries()[PathKey("\(folder.path)/a.md")])
    // The lead, which has words, is none of the sections.
    #expect(summary.unread == total - 3)
    #expect(summary.sections == total - 1)
    #expect(summary.lead == .unread)
    #expect(summary.isStarred)
    #expect(summary.progress == 300)
    #expect(StateFilter.allCases.filter { $0.matches(summary) } == [.unread, .starred])
    #expect(StateFilter.allCases.filter { $0.matches(nil) } == [.unread])
    #expect(StateFilter.allCases.filter { $0.matches(nil, isReadAtFirst: true) } == [.read])
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `only new and changed sections are unread after an edit, and the change can be shown`() throws {
    let folder = try StoreFolder()
    let old =
      "# Page\n\n## One\n\nThe talks went on all night in Ankara.\n\n## Two\n\nRain fell over the hills.\n"
    try folder.write("a.md", old)
    var (store, _) = folder.store()
    var a = try folder.open("a.md", store)
    try a.read([1, 2], store)
    #expect(store.summaries().values.first?.unread == 0)

    try folder.write(
      "a.md", old.replacing("all night", with: "for\ntwo days") + "\n## Three\n\nSnow is on its way.\n")
    store = again(folder, store)
    let b = try folder.open("a.md", store, at: 3000)
    #expect(b.known.marks.unread == [1, 3])
    #expect(b.known.marks.changed == [1])
    #expect(b.known.newSections == [3])
    let diff = try b.changes(store)
    // With the words of the new heading.
    #expect(diff.summary == "1 section changed, 1 new · 9 words added, 2 removed")
    #expect(diff.time == 2000)
    let runs = diff.sections.first?.diff?.blocks.flatMap(\.runs) ?? []
    #expect(runs.first { $0.kind == .removed }?.text == "all night ")
    #expect(runs.first { $0.kind == .added }?.text == "for two days ")
    let summary = try #require(store.summaries().values.first)
    #expect((summary.unread, summary.changed, summary.sections) == (2, 2, 3))

    // Other lines, no other words.
    try folder.write("a.md", old.replacing("went on", with: "went\non"))
    let c = try folder.open("a.md", store, at: 4000)
    #expect(c.known.marks.unread == [])
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `a section that was removed is a change until the reader knows`() throws {
    let folder = try StoreFolder()
    let one = "## One\n\nThe talks went on all night in Ankara.\n\n"
    let two = "## Two\n\nRain fell over the hills of the north.\n\n"
    let three = "## Three\n\nSnow lay on the roads of the south.\n\n"
    let four = "## Four\n\nThe ferry to the island does not run.\n"
    try folder.write("a.md", one + two + three + four)
    let (store, _) = folder.store()
    var a = try folder.open("a.md", store)
    try a.read([1, 2, 3, 4], store)
    try folder.write("a.md", one + four)
    // Whoever looks at it first, and however often.
    for time in 5000..<5003 {
      let b = try folder.open("a.md", store, at: Int64(time))
      #expect(b.known.removed.map(\.record.title) == ["Two", "Three"])
      #expect(b.known.removed.map(\.after) == [1, 1])
      let diff = try b.changes(store)
      #expect(diff.summary == "2 sections removed · 18 words removed")
      #expect(diff.removed.first?.text?.map(\.text) == ["Two", "Rain fell over the hills of the north."])
    }
    let summary = try #require(store.summaries().values.first)
    #expect((summary.unread, summary.changed, summary.sections) == (0, 2, 2))
    #expect(StateFilter.changed.matches(summary))
    store.apply([.removalsSeen(briefing: a.known.record.id)])
    #expect(try folder.open("a.md", store).known.removed == [])
    #expect(try #require(store.summaries().values.first).changed == 0)
    // What comes back is not new.
    try folder.write("a.md", one + two + three + four)
    #expect(try folder.open("a.md", store).known.marks.unread == [])
    // And may go again.
    try folder.write("a.md", one + two + four)
    #expect(try folder.open("a.md", store).known.removed.map(\.after) == [2])
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `what was removed unread is no change, and neither is what stands there for the first time`()
    throws
  {
    let folder = try StoreFolder()
    let one = "## One\n\nThe talks went on all night in Ankara.\n\n"
    let two = "## Two\n\nRain fell over the hills of the north.\n"
    try folder.write("a.md", one + two)
    let (store, _) = folder.store()
    var a = try folder.open("a.md", store)
    #expect(store.earlierText(than: a.known).isEmpty)
    try folder.write(
      "a.md", one + two.replacing("Rain", with: "Snow") + "\n## Three\n\nNobody read anything.\n")
    // Nothing was read, so nothing is other than it was read.
    a = try folder.open("a.md", store, at: 3000)
    #expect(store.earlierText(than: a.known).isEmpty)
    try a.read([1], store)
    try folder.write("a.md", one)
    let b = try folder.open("a.md", store, at: 4000)
    #expect(b.known.removed == [])
    #expect(store.earlierText(than: b.known).isEmpty)
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `a text that is not kept any more is said not to be`() throws {
    let folder = try StoreFolder()
    let one = "## One\n\nThe talks went on all night in Ankara.\n\n"
    try folder.write("a.md", one + "## Two\n\nRain fell over the hills of the north.\n")
    let (store, _) = folder.store()
    var a = try folder.open("a.md", store)
    try a.read([1, 2], store)
    #expect(store.flush(milliseconds: 5000))
    try #require(store.database).pool.write { try StateRetention.prune($0, textBytes: 0) }
    try folder.write("a.md", one.replacing("all night", with: "for days"))
    let b = try folder.open("a.md", store, at: 3000)
    let diff = try b.changes(store)
    #expect(diff.summary == "1 section changed, 1 removed")
    #expect(diff.sections.allSatisfy { $0.diff == nil })
    #expect(diff.removed.allSatisfy { $0.text == nil })
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `a state of the version before gets the columns of this one`() throws {
    let folder = try StoreFolder()
    let (old, _) = folder.store()
    try folder.write("a.md", text)
    var a = try folder.open("a.md", old)
    try a.read([1, 2], old)
    #expect(old.close(milliseconds: 5000))
    let file = try DatabaseQueue(path: folder.location.database)
    try file.write { db in
      try db.execute(
        sql: """
          ALTER TABLE section DROP COLUMN removed_after;
          ALTER TABLE section DROP COLUMN removed_time;
          PRAGMA user_version = 2;
          """)
    }
    try file.close()
    let (store, events) = folder.store()
    #expect(try folder.open("a.md", store).known.marks.sections[1].isRead)
    #expect(store.close(milliseconds: 5000))
    #expect(events.notices.isEmpty, "\(events.notices)")
  }

  @Test func `what was read elsewhere is known again, and is new again when it is marked unread`() throws {
    let folder = try StoreFolder()
    let story = "The minister said on Monday that the talks would go on until the spring of next year."
    try folder.write("a.md", "# A\n\n## One\n\n\(story)\n")
    try folder.write("b.md", "# B\n\n## Two\n\nNews of the day.\n\n\(story)\n\n## Three\n\n\(story)\n")
    let (store, _) = folder.store()
    var a = try folder.open("a.md", store)
    #expect(try folder.open("b.md", store).repeats(store).isEmpty)
    try a.read([1], store)
    let repeats = try folder.open("b.md", store).repeats(store)
    #expect(repeats.newWords == [0, 4, 0])
    #expect(repeats.isRepeated == [false, false, true])
    // In the briefing itself it is not a repeat.
    #expect(try folder.open("a.md", store).repeats(store).isEmpty)
    a.mark([1], isRead: false, store, at: 5000)
    store.apply(a.known.marks.textChanges(ofUnread: [1], a.digest))
    #expect(try folder.open("b.md", store).repeats(store).isEmpty)
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `bookmarks and history`() throws {
    let folder = try StoreFolder()
    let (store, _) = folder.store()
    for (index, name) in ["a.md", "b.md", "a.md"].enumerated() {
      try folder.write(name, LibrarySample(seed: 6)[name == "a.md" ? 1 : 2].text)
      _ = try folder.open(name, store, at: Int64(1000 + index))
    }
    #expect(store.history().map(\.path) == ["\(folder.path)/a.md", "\(folder.path)/b.md"])
    func bookmark(_ letter: Character, _ excerpt: String, _ time: Int64) -> Bookmark {
      Bookmark(letter: letter, path: "/a.md", anchor: "a1;x", excerpt: excerpt, time: time)
    }
    store.apply([.bookmark(bookmark("b", "one", 5)), .bookmark(bookmark("'", "jump", 5))])
    store.apply([.bookmark(bookmark("b", "two", 7)), .bookmark(bookmark("c", "three", 7))])
    // An older one of another program changes nothing.
    #expect(store.flush(milliseconds: 5000))
    store.apply([.bookmark(bookmark("b", "old", 6)), .removeBookmark(letter: "c", time: 8)])
    #expect(store.bookmarks().map(\.excerpt) == ["jump", "two"])
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `a list asks for a folder's briefings alone`() throws {
    let folder = try StoreFolder()
    let (store, _) = folder.store()
    for (index, path) in ["/news/a.md", "/news/b/c.md", "/news2/a.md", "/newsa.md", "/news/\u{10FFFF}.md"]
      .enumerated()
    {
      let digest = try BriefingDigest(
        BriefingUnits(
          Briefing(parsing: Array(LibrarySample(seed: 6)[index].text.utf8), file: .init(name: "a"))))
      let known = try store.recall(digest, file: FileIdentity(path: path), at: 0)
      store.apply([.record(known.record, isVisit: false)])
    }
    let found = store.summaries(under: "/news").keys.map(\.path).sorted()
    #expect(found == ["/news/a.md", "/news/b/c.md", "/news/\u{10FFFF}.md"])
    #expect(store.summaries(under: "/").count == 5)
    #expect(store.summaries().count == 5)
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `a record of a program that could not ask takes the place of nothing`() throws {
    let folder = try StoreFolder()
    try folder.write("a.md", text)
    let (store, _) = folder.store()
    var a = try folder.open("a.md", store)
    try a.read(Array(a.known.marks.sections.indices), store)
    try folder.write("a.md", text + "\n\nA word that is new.\n")
    let blind = try folder.open("a.md", BriefingStore(nil))
    store.apply([.record(blind.known.record, isVisit: true)])
    #expect(try folder.open("a.md", store).known.marks.unread.count == 1)
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `nobody else can read it`() throws {
    let folder = try StoreFolder()
    try folder.write("a.md", text)
    let (store, _) = folder.store()
    _ = try folder.open("a.md", store)
    #expect(store.flush(milliseconds: 5000))
    for name in ["", "/state.sqlite", "/state.sqlite-wal"] {
      let mode = try FileManager.default.attributesOfItem(atPath: folder.location.folder + name)[
        .posixPermissions]
      #expect(mode as? Int == (name.isEmpty ? 0o700 : 0o600))
    }
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `the environment says where it is, or that there is none`() {
    #expect(StateLocation(state: nil, stateHome: "/s", home: "/h")?.folder == "/s/briefing")
    #expect(StateLocation(state: "on", stateHome: nil, home: "/h")?.folder == "/h/.local/state/briefing")
    #expect(StateLocation(state: "off", stateHome: "/s", home: "/h") == nil)
    #expect(StateLocation(state: nil, stateHome: nil, home: nil) == nil)
  }

  @Test func `a store that is off remembers nothing, and answers`() throws {
    let folder = try StoreFolder()
    try folder.write("a.md", text)
    let store = BriefingStore(nil)
    var a = try folder.open("a.md", store)
    try a.read([1], store)
    #expect(a.known.marks.sections[1].isRead)
    #expect(store.summaries().isEmpty)
    #expect(store.flush(milliseconds: 0) && store.close(milliseconds: 0))
    #expect(!FileManager.default.fileExists(atPath: folder.location.folder))
  }
}
