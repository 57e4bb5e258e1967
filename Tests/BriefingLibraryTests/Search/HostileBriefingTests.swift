import BriefingSearch
import Testing

@testable import BriefingLibrary

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

  @Test func aTitleIsNotRepeatedForThousandsOfSections() throws {
    let words = (0..<200).map { "word\($0)" }.joined(separator: " ")
    let text = "# \(words)\n\n" + String(repeating: "## a\n\n", count: 40_000)
    for found in try find("word7", in: text) { #expect(found.count == 1) }
    #expect(try find("word150", in: text) == [[], []])
  }
}
