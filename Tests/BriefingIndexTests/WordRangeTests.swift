import Testing

@testable import BriefingIndex

/// Words are parted by their bytes, into parts of about one size.
@Suite struct WordRangeTests {
  private func ranges(_ words: [String], parts: Int) -> [WordRange] {
    var sample = WordSample()
    for word in words { Array(word.utf8).withUnsafeBufferPointer { sample.add($0) } }
    return sample.ranges(parts)
  }

  @Test(arguments: [
    (0..<50_000).map { "\($0 &* 7919)" }, (0..<50_000).map { "the same beginning \($0)" },
    ["a", "ab", "abc", "", "ü", "b\0", "b"], ["a"], [],
  ])
  func `each word is in one range, and the ranges are in order`(words: [String]) {
    for parts in [1, 2, 9] {
      let ranges = ranges(words, parts: parts)
      #expect(ranges.count <= parts && ranges.first?.lower == [] && ranges.last?.upper == nil)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upper == $1.lower })
      var counts = Array(repeating: 0, count: ranges.count)
      for word in words + ["", "zzz", ":path:a", "the same", "the same beginning 1\u{10FFFF}"] {
        let owners = ranges.indices.filter { ranges[$0].contains(Array(word.utf8)) }
        #expect(owners.count == 1, "\(word)")
        for owner in owners { counts[owner] += 1 }
      }
      if words.count > 1000 {
        #expect(counts.allSatisfy { $0 < 2 * words.count / parts }, "\(counts)")
      }
    }
  }

  @Test func `what is all words is known as such`() {
    #expect(WordRange.all.isAll && ranges([], parts: 4) == [.all])
    #expect(!WordRange(from: [1], to: nil).isAll && !WordRange(from: [], to: [1]).isAll)
  }

  @Test func `a word counts once, however often it is met`() {
    var sample = WordSample()
    for number in 0..<100_000 {
      Array("\(number % 10)".utf8).withUnsafeBufferPointer { sample.add($0) }
    }
    #expect(sample.memory < 1000)
    for number in 0..<100_000 { Array("\(number)".utf8).withUnsafeBufferPointer { sample.add($0) } }
    #expect((7_000_000..<12_000_000).contains(sample.memory))
  }
}
