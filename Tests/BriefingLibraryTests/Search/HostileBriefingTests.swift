import BriefingSearch
import Synchronization
import Testing

/// What nobody would write by hand is found as far as it makes sense, and takes no more than its share.
@Suite struct HostileBriefingTests {
  private func find(_ query: String, in text: String) throws -> [[String]] {
    let library = try SearchedLibrary([("a.md", text), ("b.md", "missile")])
    let scan = library.other
    try library.search.refresh(.always)
    return try [library.search, scan].map { try library.find(query, by: $0) }
  }

  @Test func aWordOfManyKilobytesIsAWord() throws {
    let word = String(repeating: "ab", count: 50_000)
    #expect(try find(word, in: "before \(word) behind") == [["a.md"], ["a.md"]])
    #expect(try find("\"before \(word) behind\"", in: "before \(word) behind") == [["a.md"], ["a.md"]])
    let short = String(repeating: "ab", count: 10_000)
    #expect(try find("source:\(short)", in: "---\nsource: \(short)\n---\ntext") == [["a.md"], ["a.md"]])
  }

  @Test func ofATitleOfThousandsOfWordsTheFirstAreFound() throws {
    let words = (0..<3000).map { "word\($0)" }.joined(separator: " ")
    let text = "---\ntitle: \(words)\n---\n## One\n\ntext\n\n## Two\n\ntext\n"
    #expect(try find("word200", in: text) == [["a.md#1"], ["a.md#1"]])
    #expect(try find("word2000", in: text) == [[], []])
  }

  /// A table of many cells: each is a passage of its own, in one pass.
  @Test func aLongTableIsSearchedCellByCell() throws {
    let table = "| a | b |\n|---|---|\n" + String(repeating: "| one two | three |\n", count: 5000)
    #expect(try find("\"one two\"", in: table) == [["a.md"], ["a.md"]])
    #expect(try find("\"two three\"", in: table) == [[], []])
  }

  @Test func aLargeBriefingHoldsNoOtherBack() throws {
    let large = "missile\n\n" + String(repeating: "| missile | sale |\n", count: 70_000)
    let library = try SearchedLibrary([
      ("small.md", "missile"), ("a large.md", large), ("other.md", "A missile."),
    ])
    try library.search.refresh(.always)
    let early = Mutex<[SearchResults]>([])
    let query = SearchQuery(parsing: "missile")
    let results = try library.search.search(
      query, limit: 10, early: { results in early.withLock { $0.append(results) } })
    #expect(results.hits.count == 3 && !results.isPartial)
    let first = try #require(early.withLock { $0 }.first)
    #expect(early.withLock { $0.count } == 1)
    #expect(first.isPartial)
    #expect(Set(first.hits.map(\.title)) == ["Small", "Other"])
    #expect(first.total == results.total && first.patterns == results.patterns)
    #expect(first.hits == results.hits.filter { first.hits.contains($0) }, "in the same order")
  }

  @Test func aSearchIsLeftInTheMiddleOfALargeBriefing() throws {
    let large = String(repeating: "one [missile](a) sale ", count: 20_000)
    let library = try SearchedLibrary([("large.md", large)])
    try library.search.refresh(.always)
    for search in [library.search, library.other] {
      let query = SearchQuery(parsing: "missile")
      let asked = Atomic(0)
      _ = try search.search(
        query, limit: 10,
        isCancelled: {
          asked.add(1, ordering: .relaxed)
          return false
        })
      #expect(asked.load(ordering: .relaxed) > 8)
    }
  }

  @Test func aTitleIsNotRepeatedForThousandsOfSections() throws {
    let words = (0..<200).map { "word\($0)" }.joined(separator: " ")
    let text = "# \(words)\n\n" + String(repeating: "## a\n\n", count: 40_000)
    for found in try find("word7", in: text) { #expect(found.count == 1) }
    #expect(try find("word150", in: text) == [[], []])
  }
}
