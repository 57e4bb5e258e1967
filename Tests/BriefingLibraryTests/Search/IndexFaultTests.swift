import BriefingCore
import BriefingSearch
import CommonMarkSamples
import GRDB
import Glibc
import TestFolders
import Testing

@testable import BriefingFiles
@testable import BriefingIndex
@testable import BriefingLibrary

/// Whatever is wrong with an index, the library can be searched, and the reader is told.
@Suite struct IndexFaultTests {
  private static let count = 120

  private func library() throws -> SearchedLibrary {
    let library = try SearchedLibrary(
      (0..<Self.count).map { number in
        ("\(number).md", "# Title \(number)\n\nmissile sale\n\n## Part\n\ntalks of number\(number)\n")
      })
    // By another search, so that nobody has the index open.
    try library.other.refresh(.always)
    return library
  }

  private func overwrite(_ path: String, at offset: Int, _ bytes: [UInt8]) {
    let file = open(path, O_WRONLY)
    defer { close(file) }
    #expect(pwrite(file, bytes, bytes.count, offset) == bytes.count)
  }

  private func size(_ path: String) -> Int { FileStamp(path: path).map { Int($0.size) } ?? 0 }

  // MARK: Damage

  /// What becomes of the file, and what is said of it.
  enum Damage: String, CaseIterable {
    case header, firstPage, noDatabase, cut, empty, foreign, older, newer, tableMissing

    var reason: String? {
      switch self {
      case .header, .firstPage, .noDatabase, .cut, .tableMissing: "it was damaged"
      case .foreign, .older, .newer: "it was of another version"
      case .empty: nil
      }
    }
  }

  private func damage(_ database: String, _ damage: Damage) throws {
    switch damage {
    case .header: overwrite(database, at: 0, Array(repeating: 0xAA, count: 100))
    case .firstPage: overwrite(database, at: 100, Array(repeating: 0xAA, count: 3900))
    case .noDatabase:
      truncate(database, 0)
      overwrite(database, at: 0, Array("Dear diary,\n".utf8))
    case .cut: truncate(database, off_t(size(database) / 2))
    case .empty: truncate(database, 0)
    case .foreign:
      try DatabaseQueue(path: database).write { try $0.execute(sql: "PRAGMA application_id = 7") }
    case .older: try DatabaseQueue(path: database).write { try $0.execute(sql: "PRAGMA user_version = 0") }
    case .newer: try DatabaseQueue(path: database).write { try $0.execute(sql: "PRAGMA user_version = 999") }
    case .tableMissing: try DatabaseQueue(path: database).write { try $0.execute(sql: "DROP TABLE briefing") }
    }
  }

  @Test(arguments: Damage.allCases) func anIndexThatCannotBeUsedIsMadeAnew(damage: Damage) throws {
    let library = try library()
    try self.damage(library.database, damage)
    let search = library.other
    let report = try search.refresh(.always)
    #expect(report.read == Self.count && report.remadeBecause == damage.reason && report.failure == nil)
    let results = try search.search(SearchQuery(parsing: "missile"), limit: 1)
    #expect(results.total == .init(sections: Self.count, briefings: Self.count))
    #expect(results.note == damage.reason.map { "The index was rebuilt: \($0)." })
    // It is said once.
    #expect(try search.search(SearchQuery(parsing: "missile"), limit: 1).note == nil)
    #expect(try library.other.refresh(.always).read == 0)
  }

  /// Found out by a search, for a refresh reads little of an index.
  @Test func damageThatASearchMeetsIsSaidAndRepaired() throws {
    let library = try library()
    let search = library.other
    #expect(try search.refresh(.always).read == 0)
    try DatabaseQueue(path: library.database).write { db in
      try db.execute(sql: "UPDATE posting SET words = randomblob(length(words))")
    }
    for _ in 0..<2 {
      // By reading every briefing, until there is an index again.
      let results = try search.search(SearchQuery(parsing: "missile"), limit: 1)
      #expect(results.total == .init(sections: Self.count, briefings: Self.count))
      #expect(results.note?.contains("without") == true)
    }
    let report = try search.refresh(.always)
    #expect(report.read == Self.count && report.remadeBecause == "it was damaged")
    #expect(try library.find("missile", by: search).count == Self.count)
  }

  /// Wherever bytes were overwritten: a search ends, and a new index is sound.
  @Test(arguments: 1...8 as ClosedRange<UInt64>) func bytesOverwrittenAnywhere(seed: UInt64) throws {
    let library = try library()
    var random = SeededGenerator(seed: seed)
    let size = size(try library.database)
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      let bytes = (0..<Int.random(in: 1...4096, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      overwrite(try library.database, at: Int.random(in: 0..<size, using: &random), bytes)
    }
    let search = library.other
    var report = try search.refresh(.always)
    for query in [
      "missile", "talks", "number7", "mis*", "-missile", "missile -talks", "date:2020", "title:7",
    ] {
      _ = try search.search(SearchQuery(parsing: query), limit: 10)
    }
    try search.refresh(.always)
    report = try search.refresh(.fresh)
    #expect(report.sections == 2 * Self.count && report.failure == nil)
    #expect(try library.find("missile", by: search).count == Self.count)
    #expect(try library.find("number7", by: search) == ["7.md#1"])
  }

  /// Values that no index has, in pages that are sound.
  @Test(arguments: [
    "UPDATE briefing SET rank = -1", "UPDATE briefing SET rank = 1 << 40", "UPDATE briefing SET rank = 'x'",
    "UPDATE briefing SET size = 'x', segment = x'00'",
    "UPDATE segment SET living_words = 9223372036854775807",
    "UPDATE segment SET living_sections = 1e300", "UPDATE segment SET id = -id",
    "UPDATE total SET last_segment = 9223372036854775807",
    "UPDATE segment SET starts = zeroblob(length(starts) - 4) || x'FFFFFFFF'",
    "UPDATE segment SET lengths = x'00'", "UPDATE segment SET gone = x''", "UPDATE segment SET bytes = 'x'",
    "UPDATE posting SET places = x'80'", "UPDATE posting SET words = x'FFFFFFFF0F'", "DELETE FROM briefing",
    "UPDATE listing SET fingerprint = x'00'", "UPDATE form SET words = x'FF'",
  ])
  func valuesThatMakeNoSenseAreHarmless(sql: String) throws {
    let library = try library()
    try DatabaseQueue(path: library.database).write { db in try db.execute(sql: sql) }
    let search = library.other
    for query in ["missile", "\"missile sale\"", "mis* -talks", "date:2020", "title:7", "talk"] {
      _ = try search.search(SearchQuery(parsing: query), limit: 10)
    }
    for number in 0..<80 { try library.write("\(number).md", "missile again") }
    try search.refresh(.always)
    _ = try search.search(SearchQuery(parsing: "missile"), limit: 10)
    #expect(try search.refresh(.fresh).failure == nil)
    #expect(try library.find("missile", by: search).count == Self.count)
  }

  // MARK: No place for an index

  /// What stands in the way of the index, and what is said of it.
  @Test(arguments: ["file", "fileInPlaceOfFolder", "folderInPlaceOfIndex", "/proc/briefing", "/dev/full"])
  func withoutAPlaceForAnIndexTheLibraryIsReadThrough(obstacle: String) throws {
    let library = try SearchedLibrary([("a.md", "missile"), ("b.md", "talks")])
    var cache = library.cache.path
    switch obstacle {
    case "file":
      try library.cache.write("file", "")
      cache += "/file"
    case "fileInPlaceOfFolder": try library.cache.write("briefing", "")
    case "folderInPlaceOfIndex":
      try library.cache.write("briefing/\(library.database.split(separator: "/").last!)/x", "")
    default: cache = obstacle
    }
    let search = LibrarySearch(library: library.folder.path, cache: cache)
    let report = try search.refresh(.always)
    #expect(report.briefings == 2 && report.sections == nil && report.indexPath == nil)
    #expect(report.failure?.path.hasPrefix(cache) == true)
    let results = try search.search(SearchQuery(parsing: "missile"), limit: 10)
    #expect(results.hits.map(\.path) == [library.folder.path + "/a.md"])
    #expect(results.note?.hasPrefix("Searching without an index, which is slower: \(cache)") == true)
  }

  @Test func anIndexIsMadeAsSoonAsThereIsAPlace() throws {
    let library = try SearchedLibrary([("a.md", "missile")])
    let obstacle = try library.cache.write("briefing", "")
    #expect(try library.search.refresh(.always).failure != nil)
    unlink(obstacle)
    #expect(try library.search.refresh(.always).failure == nil)
    #expect(try library.find("missile") == ["a.md"])
    #expect(try library.note() == nil)
  }

  @Test func aFolderWithTheLongestNameHasAnIndex() throws {
    let parent = try TemporaryFolder()
    let name = String(repeating: "🚀", count: 63)
    try parent.write("\(name)/a.md", "missile")
    let search = LibrarySearch(library: "\(parent.path)/\(name)", cache: parent.path)
    #expect(try search.refresh(.always).failure == nil)
    #expect(try search.search(SearchQuery(parsing: "missile"), limit: 10).hits.count == 1)
  }

  @Test func othersMayNotReadTheIndex() throws {
    let library = try library()
    for path in [try library.database, try library.database + ".lock"] {
      var facts = stat()
      #expect(stat(path, &facts) == 0 && facts.st_mode & 0o077 == 0)
    }
  }

  @Test func aFullDiskLeavesWhatWasDone() throws {
    let library = try SearchedLibrary(
      (0..<400).map { number in
        ("\(number).md", "missile " + (0..<60).map { "word\(number)x\($0)" }.joined(separator: " "))
      })
    let location = try IndexLocation(library: library.folder.path, cache: library.cache.path)
    let index = try SectionIndex(at: location)
    try index.pool.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 8)")
    }
    let listing = try #require(try FolderListing(walking: library.folder.path))
    let error = #expect(throws: DatabaseError.self) {
      try IndexRefresh(index, library: library.folder.path).run(
        listing, isCancelled: { false }, report: { _ in })
    }
    #expect(error?.resultCode == .SQLITE_FULL && error?.isDamage == false)
    let done = try index.pool.read { db in
      try SegmentTable(db).rows().reduce(0) { $0 + $1.livingSectionCount }
    }
    #expect(done > 0 && done < 400)
    let report = try library.search.refresh(.always)
    #expect(report.read == 400 - done && report.remadeBecause == nil)
    #expect(try library.find("missile").count == 400)
  }

  // MARK: Files that change under the index

  @Test func whatIsGoneIsNotShown() throws {
    let library = try SearchedLibrary([("a.md", "missile"), ("b.md", "missile")])
    try library.search.refresh(.always)
    unlink(library.folder.path + "/a.md")
    #expect(try library.find("missile") == ["b.md"])
    try library.search.refresh(.always)
    #expect(try library.find("missile") == ["b.md"])
  }

  /// Each pair: what a briefing says when it is indexed, and a query that it does not fit any more afterwards.
  @Test(arguments: [
    "missile", "\"old sale\"", "missile sale", "-talks", "source:bloomberg", "before:2025", "tag:old",
  ])
  func whatDoesNotFitAnyMoreIsNotShown(query: String) throws {
    let library = try SearchedLibrary([
      ("a.md", "---\ndate: 2024-01-01\nsource: Bloomberg\ntags: [old]\n---\n## A\n\nmissile, old sale\n")
    ])
    try library.search.refresh(.always)
    #expect(try library.find(query) == ["a.md#1"])
    try library.write(
      "a.md", "---\ndate: 2025-01-01\nsource: Reuters\ntags: [new]\n---\n## A\n\nold; a new sale, talks\n")
    #expect(try library.find(query).isEmpty)
    #expect(try library.find("sale") == ["a.md#1"])
    let results = try library.search.search(SearchQuery(parsing: "sale"), limit: 1)
    #expect(results.hits.first?.excerpt?.text == "old; a new sale, talks")
  }

  // MARK: Queries

  /// However much is asked, an index takes no harm by it.
  @Test(arguments: ["missile", "source:missile", "-missile", "-source:missile", "missi*", "\"missile sale\""])
  func thousandsOfTermsAreNoDamage(term: String) throws {
    let library = try SearchedLibrary([
      ("a.md", "---\nsource: missile\n---\nmissile sale"), ("b.md", "talks"),
    ])
    try library.search.refresh(.always)
    for joint in [" ", " OR "] {
      let query = SearchQuery(parsing: Array(repeating: term, count: 3000).joined(separator: joint))
      let results = try library.search.search(query, limit: 10)
      let expected = term.hasPrefix("-") ? "b.md" : "a.md"
      if joint == " " || !term.hasPrefix("-") {
        #expect(results.hits.map(\.path) == [library.folder.path + "/" + expected])
      }
      #expect(results.note == nil)
    }
    #expect(try library.search.refresh(.always).read == 0)
  }
}
