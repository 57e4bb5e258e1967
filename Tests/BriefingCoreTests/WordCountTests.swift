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

  private func count(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { WordCount.words(in: $0, 0..<bytes.count) }
  }
}
