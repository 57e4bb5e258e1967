import CommonMarkSamples
import GRDB
import Testing

@testable import BriefingIndex

/// What is written of a word is what is read of it.
@Suite struct PostingTests {
  /// Where one word stands, by section.
  private typealias Places = [Int: [WordPlace]]

  private func sample(_ random: inout SeededGenerator) -> Places {
    var places: Places = [:]
    for number in 0..<300 where Int.random(in: 0..<3, using: &random) == 0 {
      var found: Set<WordPlace> = []
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let field = WordPlace.Field.allCases.randomElement(using: &random)!
        let limit = Bool.random(using: &random) ? 20 : 1 << 27
        found.insert(WordPlace(field, position: Int.random(in: 0..<limit, using: &random)))
      }
      places[number] = found.sorted()
    }
    return places
  }

  private func bytes(of places: Places) -> (numbers: [UInt8], places: [UInt8]) {
    let runs = places.sorted { $0.key < $1.key }.map { number, places in
      var bytes: [UInt8] = []
      WordPlace.append(places, to: &bytes)
      return (number: number, isMultiple: places.count > 1, bytes: bytes)
    }
    var arena = PostingArena([
      PostingBatch.Count(),
      PostingBatch.Count(entries: runs.count, bytes: runs.reduce(0) { $0 + $1.bytes.count }),
    ])
    for run in runs {
      run.bytes.withUnsafeBufferPointer {
        arena.append(word: 1, number: UInt32(run.number), isMultiple: run.isMultiple, $0)
      }
    }
    return arena.withPostings(of: 1) { (Array($0), Array($1)) }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func comesBackAsItWasWritten(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let written = sample(&random)
    let bytes = bytes(of: written)
    var sections = NumberSet(limit: 300)
    var read: Places = [:]
    var runs: [Int: Int] = [:]
    try bytes.numbers.withUnsafeBufferPointer { numbers in
      try PostingBytes.insert(numbers, into: &sections)
      try bytes.places.withUnsafeBufferPointer { places in
        var wanted = NumberSet(limit: 300)
        for number in 0..<150 { wanted.insert(number * 2) }
        try PostingBytes.forEachPlace(numbers, places, in: wanted) { read[$0, default: []].append($1) }
        try PostingBytes.forEachRun(numbers, places, below: 300) { number, _, bytes in
          runs[number] = bytes.count
        }
      }
    }
    #expect(sections.count == written.count && written.keys.allSatisfy { sections.contains($0) })
    #expect(read == written.filter { $0.key % 2 == 0 })
    #expect(Set(runs.keys) == Set(written.keys))
  }

  /// Whatever was overwritten on disk: an error or other places, but nothing beyond the section's number.
  @Test(arguments: 1...200 as ClosedRange<UInt64>) func damageIsHarmless(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = bytes(of: sample(&random))
    for _ in 0..<8 {
      bytes.numbers[Int.random(in: bytes.numbers.indices, using: &random)] = .random(
        in: 0...255, using: &random)
      bytes.places[Int.random(in: bytes.places.indices, using: &random)] = .random(
        in: 0...255, using: &random)
    }
    bytes.places.removeLast(Int.random(in: 0..<bytes.places.count, using: &random))
    var highest = -1
    try? bytes.numbers.withUnsafeBufferPointer { numbers in
      try bytes.places.withUnsafeBufferPointer { places in
        try PostingBytes.forEachPlace(numbers, places, in: NumberSet(allBelow: 300)) { number, _ in
          highest = max(highest, number)
        }
      }
    }
    #expect(highest < 300)
  }
}
