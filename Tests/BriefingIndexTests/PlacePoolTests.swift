import CommonMarkSamples
import Testing

@testable import BriefingIndex

/// Where words stand is kept in few bytes while a section is read.
@Suite struct PlacePoolTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the places of words that take turns come back by word`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var pool = PlacePool()
    for _ in 0..<2 {
      var lists: [PlacePool.List] = []
      var expected: [[WordPlace]] = []
      for field in WordPlace.Field.allCases {
        var position = 0
        for _ in 0..<Int.random(in: 0...4000, using: &random) {
          position += Int.random(in: 1...(Bool.random(using: &random) ? 3 : 10_000), using: &random)
          let place = WordPlace(field, position: position)
          // Few words, some of them much more often than others.
          let word = min(Int.random(in: 0..<40, using: &random), Int.random(in: 0..<40, using: &random))
          if word < lists.count {
            pool.append(place, to: &lists[word])
            expected[word].append(place)
          } else {
            lists.append(PlacePool.List(place))
            expected.append([place])
          }
        }
      }
      var places: [UInt8] = []
      for (list, expected) in zip(lists, expected) {
        pool.copy(list, to: &places)
        var bytes: [UInt8] = []
        WordPlace.append(expected, to: &bytes)
        #expect(places == bytes)
        #expect(pool.withPlaces(of: list, in: &places) { Array($0) } == bytes)
        #expect(list.onlyField == (expected.count == 1 ? expected[0].field : nil))
        #expect(places.withUnsafeBufferPointer { WordShape(ofPlaces: $0) } == WordShape(expected))
      }
      pool.removeAll()
    }
  }

  @Test(arguments: WordPlace.Field.allCases)
  func `the shape of a word that stands once is written as that of any other`(field: WordPlace.Field) {
    var bytes: [UInt8] = []
    WordShape.append(onceIn: field, to: &bytes)
    var expected: [UInt8] = []
    let shape = WordShape([WordPlace(field, position: 7)])
    if !shape.isPlain { shape.append(to: &expected) }
    #expect(bytes == expected)
  }

  @Test func `a word that is all of a text takes little more than a byte each time`() {
    var pool = PlacePool()
    var list = PlacePool.List(WordPlace(.body, position: 0))
    for position in 1..<1_000_000 { pool.append(WordPlace(.body, position: position), to: &list) }
    #expect(pool.byteCount < 1_100_000)
  }
}
