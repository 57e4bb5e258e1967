import CommonMarkSamples
import Testing

@testable import BriefingIndex

/// Words that are kept together come back one by one.
@Suite struct PostingBlockTests {
  private typealias Words = [(word: [UInt8], numbers: [UInt8], places: [UInt8])]

  private func sample(_ random: inout SeededGenerator) -> Words {
    func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) } }
    return (0..<Int.random(in: 1...40, using: &random)).map { number in
      ([UInt8(number)] + bytes(number * 7 % 90), bytes(number * 13 % 200), bytes(number * 31 % 300))
    }
  }

  private func block(_ words: Words) -> PostingBlock {
    var block = PostingBlock()
    for entry in words {
      entry.word.withUnsafeBufferPointer { word in
        entry.numbers.withUnsafeBufferPointer { numbers in
          entry.places.withUnsafeBufferPointer { block.append(word, numbers: numbers, places: $0) }
        }
      }
    }
    return block
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>) func comesBackAsItWasWritten(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words = sample(&random)
    let block = block(words)
    #expect(block.first == words[0].word)
    block.words.withUnsafeBufferPointer { bytes in
      var reader = PostingBlock.Reader(bytes)
      for expected in words {
        let entry = reader.next()
        #expect(entry.map { Array($0.word) } == expected.word)
        #expect(entry.map { Array($0.numbers) } == expected.numbers)
        #expect(entry.map { Array(block.places[$0.places]) } == expected.places)
      }
      #expect(reader.next() == nil && !reader.isDamaged)
    }
  }

  /// Cut anywhere: what is left whole comes back, and what is not is told.
  @Test func aBlockThatWasCutIsDamaged() {
    var random = SeededGenerator(seed: 1)
    let words = sample(&random)
    let block = block(words)
    var ends: Set<Int> = [0]
    for count in 1...words.count { ends.insert(self.block(Array(words.prefix(count))).words.count) }
    for end in 0..<block.words.count {
      block.words[..<end].withUnsafeBufferPointer { bytes in
        var reader = PostingBlock.Reader(bytes)
        var count = 0
        while let entry = reader.next() {
          #expect(Array(entry.word) == words[count].word)
          count += 1
        }
        #expect(count < words.count)
        #expect(reader.isDamaged == !ends.contains(end))
      }
    }
  }

  private func block(ofPlaces count: Int) -> PostingBlock {
    block([([1], [1], Array(repeating: 1, count: count))])
  }

  /// One stood in a row for itself, and most of the row's last page was empty.
  @Test func `a large word shares its last page, and no word takes another one`() {
    let page = RowSize.page
    for count in [RowSize.inPage + 1, page, 3 * page, 10 * page + 100] {
      let block = block(ofPlaces: count)
      let free = RowSize.filled(by: count) - count
      #expect(free < page)
      #expect(!block.isFull(for: 5, numbers: 5, places: 20))
      #expect(block.isFull(for: 5, numbers: 5, places: free))
    }
  }

  @Test func `words are kept together as far as four rows fit into a page`() {
    #expect(!PostingBlock().isFull(for: 5, numbers: 1 << 20, places: 1 << 20))
    let block = block(ofPlaces: 3000)
    #expect(!block.isFull(for: 5, numbers: 400, places: 500))
    #expect(block.isFull(for: 5, numbers: 500, places: 600))
    #expect(block.isFull(for: 300, numbers: 1, places: 500))
  }
}
