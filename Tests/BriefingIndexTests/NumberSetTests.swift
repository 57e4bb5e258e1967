import CommonMarkSamples
import Testing

@testable import BriefingIndex

/// A set of bits is a set.
@Suite struct NumberSetTests {
  @Test(arguments: [0, 1, 63, 64, 65, 200]) func agreesWithASet(limit: Int) {
    var random = SeededGenerator(seed: UInt64(limit))
    func sample() -> (NumberSet, Set<Int>) {
      var (bits, plain) = (NumberSet(limit: limit), Set<Int>())
      for number in 0..<limit where Bool.random(using: &random) {
        bits.insert(number)
        plain.insert(number)
      }
      return (bits, plain)
    }
    func elements(_ set: NumberSet) -> [Int] {
      var elements: [Int] = []
      set.forEach { elements.append($0) }
      return elements
    }
    let (a, plainA) = sample()
    let (b, plainB) = sample()
    var (union, common, rest) = (a, a, a)
    union.formUnion(b)
    common.formIntersection(b)
    rest.subtract(b)
    #expect(elements(union) == plainA.union(plainB).sorted())
    #expect(elements(common) == plainA.intersection(plainB).sorted())
    #expect(elements(rest) == plainA.subtracting(plainB).sorted())
    #expect(a.intersectionCount(b) == plainA.intersection(plainB).count)
    #expect(a.count == plainA.count && a.isEmpty == plainA.isEmpty)
    #expect(elements(NumberSet(allBelow: limit)) == Array(0..<limit))
    #expect(NumberSet(limit: limit, words: a.words) == a)
    for start in 0...limit {
      #expect(a.first(from: start) == plainA.filter { $0 >= start }.min())
      #expect(a.count(in: 0..<start) == plainA.filter { $0 < start }.count)
    }
  }

  @Test func bitsOfAnotherLimitAreNone() {
    #expect(NumberSet(limit: 65, words: [0]) == nil)
    // Bits beyond the limit are not numbers.
    #expect(NumberSet(limit: 3, words: [.max])?.count == 3)
  }
}
