import CommonMarkSamples
import Testing

@testable import BriefingReading

/// What two sequences have in common.
@Suite struct SequenceMatchTests {
  /// The length of the longest common subsequence.
  private func longest(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var row = Array(repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = x == y ? diagonal + 1 : max(row[j], above)
        diagonal = above
      }
    }
    return row[b.count]
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `short sequences have the longest common subsequence`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let a = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt64.random(in: 0..<9, using: &random) }
    let b = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt64.random(in: 0..<9, using: &random) }
    let pairs = try SequenceMatch.pairs(a, b)
    #expect(pairs.allSatisfy { a[$0.old] == b[$0.new] })
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
    #expect(pairs.count == longest(a, b))
  }

  @Test func `long sequences are cut at what stands once`() throws {
    var random = SeededGenerator(seed: 3)
    let a = (0..<5000).map { _ in random.next() % 4000 }
    var b = a
    for _ in 0..<200 { b.remove(at: Int.random(in: 0..<b.count, using: &random)) }
    for _ in 0..<200 { b.insert(random.next() % 4000, at: Int.random(in: 0..<b.count, using: &random)) }
    let pairs = try SequenceMatch.pairs(a, b)
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
    #expect(pairs.allSatisfy { a[$0.old] == b[$0.new] })
    #expect(pairs.count > 4600)
  }

  @Test func `long sequences of nothing but repeats end soon`() throws {
    let a = (0..<20_000).map { UInt64($0 % 7) }
    let b = (0..<20_000).map { UInt64($0 % 5) }
    let pairs = try SequenceMatch.pairs(a, b)
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
  }
}
