import BriefingSearch
import Testing

/// Words near each other are found wherever they stand within a stretch.
@Suite struct NearbyWordsTests {
  @Test(arguments: [
    ([[1, 9], [3]], 3, [1]), ([[1, 9], [3]], 2, []), ([[9], [3, 8]], 2, [8]), ([[1], []], 9, []),
    ([[5, 20], [6, 21], [4, 30]], 3, [4]), ([[1, 4], [2, 5]], 4, [1, 2, 4]),
  ])
  func starts(places: [[Int]], length: Int, expected: [Int]) {
    #expect(NearbyWords.starts(of: places, within: length) == expected)
  }
}
