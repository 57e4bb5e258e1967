import BriefingSearch
import CommonMarkSamples
import Testing

/// Words that are written as one are told while a text is read, however many there are.
@Suite struct JoinedWordsTests {
  private func joined(_ line: WordLine) -> [String] {
    line.joined.map { "\(String(decoding: $0.word, as: UTF8.self)) \($0.position)" }
  }

  /// Written in parts of one text and in texts of their own.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `a long text has those of its parts`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let samples = [
      "F-35", "U.S.", "a-b-c-d", "1-2", "don't", "3,000,000", "12,3,400", "a-b.c", "é-ü", "plain", "a-b,c-d",
      "x-y-z-x-y-z-x-y", String(repeating: "long", count: 90) + "-b",
      "c-" + String(repeating: "d", count: 50),
    ]
    var text = ""
    var expected: [String] = []
    var position = 0
    for _ in 0..<6000 {
      let sample = samples[Int.random(in: 0..<samples.count, using: &random)]
      let line = WordLine([sample])
      expected += line.joined.map { "\(String(decoding: $0.word, as: UTF8.self)) \(position + $0.position)" }
      position += line.count
      text += sample + (Bool.random(using: &random) ? " " : " — ")
    }
    #expect(joined(WordLine([text])) == expected)
    #expect(!expected.isEmpty)
  }

  /// An array of strings for them took fifteen times the text.
  @Test func `they take no more memory than the text`() {
    let text = String(repeating: "a-b ", count: 100_000)
    let line = WordLine([text])
    #expect(line.joined.count == 100_000)
    #expect(line.byteCount <= 2 * text.utf8.count + 8)
  }

  @Test func `those of later passages count on`() {
    #expect(joined(WordLine(["F-35 x", "U.S."])) == ["f35 1", "us 5"])
  }
}
