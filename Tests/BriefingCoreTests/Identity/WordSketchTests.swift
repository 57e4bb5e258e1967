import Testing

@testable import BriefingCore

/// Sketches compare sets about as the sets themselves would be.
@Suite struct WordSketchTests {
  private func hashes(_ range: Range<Int>) -> [UInt32] {
    range.map { UInt32(truncatingIfNeeded: TextHash("\($0)".utf8).value) }
  }

  @Test func `small sets are compared exactly`() {
    let a = WordSketch(ofHashes: hashes(0..<20), limit: 64)
    let b = WordSketch(ofHashes: hashes(10..<30) + hashes(10..<30), limit: 64)
    #expect(a.dice(b) == 0.5)
    #expect(b.count == 20)
    #expect(a.dice(a) == 1)
    #expect(a.dice(WordSketch()) == 0)
    #expect(WordSketch().dice(WordSketch()) == 1)
  }

  @Test(arguments: [0, 1000, 2500, 4000, 5000])
  func `large sets are estimated, whatever limits their sketches have`(
    shared: Int
  ) {
    let (a, b) = (hashes(0..<5000), hashes(5000 - shared..<10_000 - shared))
    let truth = Double(shared) / 5000
    for (limit, other) in [(64, 64), (256, 256), (64, 256)] {
      let dice = WordSketch(ofHashes: a, limit: limit).dice(WordSketch(ofHashes: b, limit: other))
      #expect(abs(dice - truth) < (limit == 64 ? 0.2 : 0.1))
    }
  }

  @Test func `a small set in a large one has few of its words`() {
    let large = WordSketch(ofHashes: hashes(0..<5000), limit: 64)
    #expect(WordSketch(ofHashes: hashes(0..<50), limit: 64).dice(large) < 0.1)
  }
}
