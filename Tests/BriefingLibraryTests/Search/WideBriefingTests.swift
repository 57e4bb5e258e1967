import BriefingCore
import BriefingSearch
import CommonMarkSamples
import Testing

@testable import BriefingFiles
@testable import BriefingIndex

/// A briefing of many words is written part by part, and nobody who searches can tell.
@Suite struct WideBriefingTests {
  /// What stands in the index for a word.
  private struct Posting: Equatable {
    var word: [UInt8]
    var numbers: [UInt8]
    var places: [UInt8]
  }

  private func postings(of segment: borrowing SegmentBuilder.Segment) -> [Posting] {
    var postings: [Posting] = []
    for number in segment.words.sortedNumbers.map(Int.init) {
      segment.postings.withPostings(of: number) {
        postings.append(
          Posting(word: Array(segment.words[number]), numbers: Array($0), places: Array($1)))
      }
    }
    return postings
  }

  private let stemmers = Stemmers()

  private func searchable(_ text: String) throws -> SearchableBriefing {
    try SearchableBriefing(
      Briefing(parsing: Array(text.utf8), file: .init(name: "a")), path: "sub/a.md")
  }

  private func whole(_ searchable: SearchableBriefing) -> [Posting] {
    var searchable = searchable
    var batch = PostingBatch()
    let stemmer = searchable.language.map { stemmers[$0] }
    batch.append("sub/a.md", .unsettled, moment: 1, &searchable, stemmer)
    batch.finish()
    var builder = SegmentBuilder()
    builder.append(batch)
    return postings(of: builder.build())
  }

  private static func news(_ count: Int) -> String {
    String(decoding: NewsSample.make(byteCount: count, seed: 3), as: UTF8.self)
  }

  /// Words that begin alike, stand in many sections, or are joined by signs, in a briefing with metadata.
  private static let texts: [String] = [
    "---\ntitle: Words\nsource: Reuters\ntags: [nato, f-35]\n---\n" + news(60_000),
    (0..<3000).map { "# F-\($0)\n\nequalprefix\($0 % 700) U.S.-made don't \($0),000 一二\($0) the\n" }.joined(),
    String(repeating: "a ", count: 50_000) + String(repeating: "b-c ", count: 50_000),
  ]

  @Test(arguments: texts.indices, [3, 17])
  func `its parts have the postings of the whole`(text: Int, parts: Int) throws {
    let searchable = try searchable(Self.texts[text])
    let limits = WideBriefing.Limits(fewBytes: 0, memory: 1, words: .max / 2, parts: parts - 1)
    let wide = try #require(
      WideBriefing("sub/a.md", .unsettled, moment: 1, searchable, limits: limits))
    #expect(wide.ranges.count > 1)
    let whole = whole(searchable)
    var all: [Posting] = []
    for range in wide.ranges {
      let segment = wide.segment(of: range, stemmers)
      let paths = segment.briefings.map { $0.path }
      #expect(paths == ["sub/a.md"])
      #expect(segment.lengths == searchable.sections.map { SegmentFacts.length($0.wordCount) })
      all += postings(of: segment)
    }
    #expect(all == whole)
  }

  /// The cause of the memory that such files took: a table of all their words at once.
  @Test func `no part has more words than fit its bound`() throws {
    let words = 400_000
    let searchable = try searchable((0..<words).map { "w\($0 &* 7919) " }.joined())
    let wide = try #require(WideBriefing("a.md", .unsettled, moment: 0, searchable))
    var count = 0
    for range in wide.ranges {
      let segment = wide.segment(of: range, stemmers)
      // They are parted by a sample.
      #expect(segment.words.count * 88 < 2 * WideBriefing.Limits().memory)
      count += segment.words.count
    }
    #expect(count == words + 4, "those of path, name and title among them")
  }

  @Test func `a briefing of few different words is one part, however long`() throws {
    let searchable = try searchable(Self.news(3_000_000))
    #expect(WideBriefing("a.md", .unsettled, moment: 0, searchable) == nil)
  }

  /// Through the index, beside a look at the text.
  @Test func `it is found as any other`() throws {
    let words = (0..<200_000).map { "word\($0 &* 7919 % 1_000_003)" }
    let text =
      "---\nlang: en\n---\n# Many\n\n" + words.joined(separator: " ") + "\n\n## Last\n\nmissiles F-35\n"
    let library = try SearchedLibrary([("many.md", text), ("few.md", "A missile sale.\n")])
    let report = try library.search.refresh(.always)
    #expect(report.read == 2)
    #expect(try library.find(words[0]) == ["many.md"])
    #expect(try library.find(words[199_999]) == ["many.md"])
    #expect(try library.find("\"\(words[77]) \(words[78])\"") == ["many.md"])
    #expect(try library.find("\"\(words[78]) \(words[77])\"").isEmpty)
    #expect(try library.find("missile").sorted() == ["few.md", "many.md#1"])
    #expect(try library.find("F35") == ["many.md#1"])
    #expect(try library.find("path:many last") == ["many.md#1"])
    try library.write("many.md", "Nothing.\n")
    try library.search.refresh(.always)
    #expect(try library.find(words[0]).isEmpty)
  }

  @Test func `writing it can be cancelled between its parts`() throws {
    let text = (0..<300_000).map { "w\($0) " }.joined()
    let library = try SearchedLibrary([("many.md", text)])
    let index = try SectionIndex(
      at: IndexLocation(library: library.folder.path, cache: library.cache.path), mayMake: true)
    let wide = try #require(
      WideBriefing("many.md", .unsettled, moment: 0, searchable(text)))
    var asked = 0
    #expect(throws: CancellationError.self) {
      try index.pool.write { db in
        var vocabulary = Vocabulary(db)
        try IndexWriter(db).insert(wide, &vocabulary) {
          asked += 1
          return asked == 2
        }
      }
    }
    #expect(asked == 2)
    #expect(try index.pool.read { try SegmentTable($0).rows().isEmpty })
  }
}
