import Testing

@testable import compare

/// A document becomes as small as what is asked of it allows.
@Suite struct ReducerTests {
  @Test(arguments: [
    ("one\ntwo [three](four) five\nsix\n", "](", "]("), ("a\n\n> b\n> c\nd", "\n> c", "\n> c"),
    ("x", "x", "x"),
    ("\u{E9}t\u{E9} **no**", "\u{E9}", "\u{E9}"),
  ])
  func onlyWhatIsNeededIsLeft(document: String, needed: String, expected: String) throws {
    let holds: ([UInt8]) -> Bool = { String(decoding: $0, as: UTF8.self).contains(needed) }
    var batches = 0
    let reducer = Reducer(
      suspects: { documents in
        batches += 1
        return documents.indices.filter { holds(documents[$0]) }
      }, holds: holds)
    #expect(String(decoding: try reducer.reduce(Array(document.utf8)), as: UTF8.self) == expected)
    #expect(batches > 0)
  }

  /// A suspect is looked at alone before it counts.
  @Test func suspectsAreNoAnswer() throws {
    let reducer = Reducer(suspects: { Array($0.indices) }, holds: { $0.contains(UInt8(ascii: "#")) })
    #expect(try reducer.reduce(Array("a b\n# c d\ne".utf8)) == Array("#".utf8))
  }
}
