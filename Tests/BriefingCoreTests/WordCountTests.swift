import Testing

@testable import BriefingCore

@Suite struct WordCountTests {
  @Test(arguments: [
    ("", 0), ("one", 1), ("one  two\nthree\tfour", 4), ("**F**-35 and the S-400", 4), ("a – b — c", 3),
    ("· • 5", 1),
    ("don’t “quote” it", 3), ("Erdoğan Łódź Ελλάδα", 3), ("a\u{A0}b\u{3000}c", 3), ("東京タワー", 5),
    ("東京 is big", 4), ("AIM-120C-8 東", 2), ("한국 뉴스", 2), ("👍 € …", 0), ("½ m²", 2), ("> > -", 0),
  ])
  func counts(text: String, words: Int) {
    #expect(count(Array(text.utf8)) == words)
  }

  @Test func badUTF8IsNoWord() {
    #expect(count([0xFF, 0xC3, 0x20, 0xE4, 0xB8, 0x61, 0xF0]) == 1)
  }

  private func count(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer {
      var counter = WordCount()
      return counter.words(in: $0, 0..<bytes.count, { false })
    }
  }

  /// Words of every length around the places where it is asked whether to go on.
  @Test(arguments: ["a ", "abc de ", "東京 é—b", "日"])
  func `a long text has the words of its parts`(part: String) {
    let times = 300_000
    #expect(
      count(Array(String(repeating: part, count: times).utf8)) == (count(Array(part.utf8)) ?? 0) * times)
  }

  @Test func `counting can be cancelled within a paragraph and among empty blocks`() throws {
    let texts = [String(repeating: "a ", count: 2_000_000), String(repeating: "***\n", count: 200_000)]
    for text in texts {
      let briefing = try Briefing(parsing: Array(text.utf8), file: .init(name: "a"))
      var asked = 0
      let counts = briefing.wordCounts {
        asked += 1
        return asked == 3
      }
      #expect(counts == nil && asked == 3)
    }
  }
}
