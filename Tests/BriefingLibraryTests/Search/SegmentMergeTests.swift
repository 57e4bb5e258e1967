import BriefingSearch
import GRDB
import Testing

@testable import BriefingFiles
@testable import BriefingIndex

/// An index stays small and of few parts, however often its library changes.
@Suite struct SegmentMergeTests {
  private func segments(of library: SearchedLibrary) throws -> [(briefings: Int, living: Int)] {
    let index = try SectionIndex(at: IndexLocation(library: library.folder.path, cache: library.cache.path))
    return try index.pool.read { db in
      try SegmentTable(db).rows().map { ($0.facts.briefingCount, $0.living) }
    }
  }

  @Test func manySmallChangesBecomeFewSegments() throws {
    let library = try SearchedLibrary()
    for number in 0..<40 {
      try library.write(
        "\(number).md", "---\ndate: 2025-01-0\(1 + number % 9)\nlang: en\n---\nmissile n\(number)")
      try library.search.refresh(.always)
    }
    #expect(try segments(of: library).count < 2 * MergePolicy.width)
    #expect(try library.find("missile").count == 40)
    for number in [0, 7, 39] { #expect(try library.find("n\(number)") == ["\(number).md"]) }
  }

  /// The newest first, and of equals the highest number first, whatever segments they were merged from.
  @Test func aMergeKeepsTheOrder() throws {
    let library = try SearchedLibrary()
    let days = [5, 3, 9, 1, 3, 8, 2, 9, 4, 6, 7, 3]
    for (number, day) in days.enumerated() {
      try library.write("\(number).md", "---\ndate: 2025-01-0\(day)\n---\nmissile")
      try library.search.refresh(.always)
    }
    let expected = days.indices.sorted {
      (days[$1], $1) < (days[$0], $0)
    }
    #expect(try library.find("missile", order: .newest) == expected.map { "\($0).md" })
    #expect(try library.find("missile", order: .newest, by: library.other) == expected.map { "\($0).md" })
  }

  /// One in six of an index's pages was empty once its segments were merged.
  @Test func pagesThatAMergeLeavesAreGivenBack() throws {
    let library = try SearchedLibrary()
    for file in 0..<MergePolicy.width {
      let words = (0..<4000).map { "w\(file)x\($0)" }
      try library.write("\(file).md", "---\nlang: tr\n---\n" + words.joined(separator: " "))
      try library.search.refresh(.always)
    }
    #expect(try segments(of: library).count == 1)
    let index = try SectionIndex(at: IndexLocation(library: library.folder.path, cache: library.cache.path))
    let (free, pages) = try index.pool.read { db in
      try (
        Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0, Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      )
    }
    #expect(pages > 30 && free <= pages / 16)
    for file in 0..<MergePolicy.width { #expect(try library.find("w\(file)x3999") == ["\(file).md"]) }
  }

  @Test func whatIsGoneTakesNoRoomForLong() throws {
    let library = try SearchedLibrary((0..<50).map { ("\($0).md", "missile old\($0)") })
    try library.search.refresh(.always)
    for number in 0..<30 { try library.write("\(number).md", "missile new\(number)") }
    try library.search.refresh(.always)
    #expect(try segments(of: library).allSatisfy { $0.living * 2 >= $0.briefings })
    let index = try SectionIndex(at: IndexLocation(library: library.folder.path, cache: library.cache.path))
    var old: Set<String> = []
    try index.pool.read { db in
      for segment in try SegmentTable(db).rows() {
        try PostingTable(db).forEachWord(withPrefix: Array("old".utf8), in: segment.id) { word, _ in
          old.insert(String(decoding: word, as: UTF8.self))
        }
      }
    }
    #expect(old == Set((30..<50).map { "old\($0)" }))
    #expect(try library.find("missile").count == 50)
    #expect(try library.find("old3").isEmpty)
    #expect(try library.find("old*").count == 20)
  }

  @Test func aCancelledMergeChangesNothing() throws {
    let library = try SearchedLibrary()
    for number in 0..<MergePolicy.width - 1 {
      try library.write("\(number).md", "missile")
      try library.search.refresh(.always)
    }
    let index = try SectionIndex(at: IndexLocation(library: library.folder.path, cache: library.cache.path))
    try library.write("last.md", (0..<1000).map { "word\($0)" }.joined(separator: " "))
    let listing = try #require(try FolderListing(walking: library.folder.path))
    var isDone = false
    #expect(throws: CancellationError.self) {
      try IndexRefresh(index, library: library.folder.path).run(
        listing, isCancelled: { isDone }, report: { isDone = $0.done == $0.total })
    }
    #expect(try segments(of: library).count == MergePolicy.width)
    #expect(try library.find("missile").count == MergePolicy.width - 1)
    #expect(try library.search.refresh(.always).read == 0)
    #expect(try library.find("word7") == ["last.md"])
  }

  // MARK: Policy

  private func segment(_ id: Int64, _ briefings: Int, living: Int? = nil, _ language: Language? = .english)
    -> MergePolicy.Segment
  {
    let living = living ?? briefings
    return .init(id: id, language: language, briefings: briefings, living: living, bytes: living * 9000)
  }

  @Test func segmentsOfOneSizeAndKindAreMerged() {
    let small = (0..<8).map { segment($0, Int($0) % 7 + 1) }
    #expect(MergePolicy.next(of: small).map(\.id) == Array(0..<8))
    #expect(MergePolicy.next(of: Array(small.dropLast())).isEmpty)
    #expect(MergePolicy.next(of: small.dropLast() + [segment(9, 3, .german)]).isEmpty)
    #expect(MergePolicy.next(of: small.dropLast() + [segment(9, 64)]).isEmpty)
    #expect(MergePolicy.next(of: (0..<30).map { segment($0, MergePolicy.enough) }).isEmpty)
  }

  @Test func aSegmentMostOfWhichIsGoneIsWrittenAgain() {
    #expect(MergePolicy.next(of: [segment(1, 10), segment(2, 10, living: 4)]).map(\.id) == [2])
    #expect(MergePolicy.next(of: [segment(2, 10, living: 5)]).isEmpty)
    #expect(MergePolicy.next(of: [segment(2, 10, living: 0)]).map(\.id) == [2])
  }
}
