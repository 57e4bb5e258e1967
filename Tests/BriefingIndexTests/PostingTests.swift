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
      let shape = WordShape(places)
      if shape != .plain { shape.append(to: &bytes) }
      WordPlace.append(places, to: &bytes)
      return (number: number, hasShape: shape != .plain, bytes: bytes)
    }
    let size = runs.reduce(0) { $0 + $1.bytes.count }
    var arena = PostingArena([
      PostingBatch.Count(), PostingBatch.Count(entries: runs.count, bytes: size, shapes: size),
    ])
    for run in runs {
      run.bytes.withUnsafeBufferPointer {
        arena.append(word: 1, number: UInt32(run.number), hasShape: run.hasShape, $0)
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
    var shapes: [Int: WordShape] = [:]
    try bytes.numbers.withUnsafeBufferPointer { numbers in
      try PostingBytes.insert(numbers, into: &sections)
      try bytes.places.withUnsafeBufferPointer { places in
        var wanted = NumberSet(limit: 300)
        for number in 0..<150 { wanted.insert(number * 2) }
        try PostingBytes.forEachPlace(numbers, places, in: wanted) { read[$0, default: []].append($1) }
        try PostingBytes.forEachRun(numbers, places, below: 300) { number, shape, _ in
          shapes[number] = shape
        }
      }
    }
    #expect(sections.count == written.count && written.keys.allSatisfy { sections.contains($0) })
    #expect(read == written.filter { $0.key % 2 == 0 })
    #expect(shapes == written.mapValues { WordShape($0) })
  }

  /// The room of each word is counted closely; none writes into that of the next one, whatever the distances.
  @Test(arguments: [1, 63, 64, 65, 300, 8192, 8193, 20_000, 2_100_000]) func neighboursDoNotTouch(limit: Int)
  {
    var random = SeededGenerator(seed: UInt64(limit))
    typealias Run = (number: Int, hasShape: Bool, bytes: [UInt8])
    // As many as there are, those that are far apart, and any.
    let steps = [1...1, 64...64, 8192...8192, 1...100, 60...70, 8190...8200, 1...100_000]
    let words: [[Run]] = steps.map { step in
      var runs: [Run] = []
      var number = Int.random(in: step, using: &random) - 1
      while number < limit, runs.count < 30_000 {
        let count =
          runs.count % 3 == 0 ? 1 : Int.random(in: 1...(runs.count % 7 == 0 ? 200 : 3), using: &random)
        let places = (0..<count).map { WordPlace(.body, position: $0 * 70) }
        var bytes: [UInt8] = []
        if count > 1 { WordShape(places).append(to: &bytes) }
        WordPlace.append(places, to: &bytes)
        runs.append((number, count > 1, bytes))
        number += Int.random(in: step, using: &random)
      }
      return runs
    }
    func count(_ runs: [Run]) -> PostingBatch.Count {
      let shapes = runs.reduce(0) { sum, run in
        run.bytes.withUnsafeBufferPointer { bytes in
          var reader = VariableIntegerReader(bytes)
          if run.hasShape { _ = WordShape(&reader) }
          return sum + reader.offset
        }
      }
      return PostingBatch.Count(
        entries: runs.count, bytes: runs.reduce(0) { $0 + $1.bytes.count }, shapes: shapes)
    }
    func append(_ run: Run, of word: Int, to arena: inout PostingArena) {
      run.bytes.withUnsafeBufferPointer {
        arena.append(word: word, number: UInt32(run.number), hasShape: run.hasShape, $0)
      }
    }
    var arena = PostingArena(words.map(count), below: UInt32(limit))
    // From the last word to the first: what runs over overwrites what is there.
    for (word, runs) in words.enumerated().reversed() {
      for run in runs { append(run, of: word, to: &arena) }
    }
    for (word, runs) in words.enumerated() {
      var alone = PostingArena([count(runs)])
      for run in runs { append(run, of: 0, to: &alone) }
      let expected = alone.withPostings(of: 0) { (Array($0), Array($1)) }
      let found = arena.withPostings(of: word) { (Array($0), Array($1)) }
      #expect(found.0 == expected.0 && found.1 == expected.1, "word \(word)")
    }
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
