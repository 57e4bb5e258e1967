import CommonMark
import Testing

/// Who parses a document says how many blocks it may have.
@Suite struct BlockLimitTests {
  /// Texts of many blocks: on lines of their own, on one line, in one paragraph.
  private static let texts = [
    String(repeating: "#\n", count: 500), String(repeating: "- a\n\n", count: 200),
    String(repeating: ">", count: 500), String(repeating: "- ", count: 300) + "a",
    String(repeating: "[a]: b\n", count: 500),
    String(repeating: "|a", count: 500) + "\n" + String(repeating: "|-", count: 500),
    "|a\n|-\n" + String(repeating: "|a\n", count: 300), String(repeating: "[^a]: b\n", count: 200),
    String(repeating: "a\n\n", count: 400), String(repeating: "<p>\n\n", count: 400),
  ]

  @Test(arguments: texts)
  func `as many blocks as allowed are parsed, and one more is an error`(text: String) throws {
    let bytes = Array(text.utf8)
    let document = try Document(parsing: bytes)
    let count = document.blockCount - 1
    #expect(try Document(parsing: bytes, maximumBlocks: count).blockCount == document.blockCount)
    for limit in [count - 1, 100, 0] {
      #expect(throws: DocumentError.tooManyBlocks(limit: limit)) {
        try Document(parsing: bytes, maximumBlocks: limit)
      }
    }
  }

  /// The rest of a long text is not looked at: it would only take memory.
  @Test func `parsing ends where the limit is passed`() {
    var asked = 0
    #expect(throws: DocumentError.tooManyBlocks(limit: 100)) {
      try Document(parsing: Array(String(repeating: "# a\n", count: 100_000).utf8), maximumBlocks: 100) {
        asked += 1
        return false
      }
    }
    #expect(asked == 0)
  }

  @Test func `the error says what is wrong`() {
    #expect(DocumentError.tooManyBlocks(limit: 7).description == "the document has more than 7 blocks")
  }

  /// One line, or one paragraph, can be as long as a file: what makes many blocks of it asks within.
  private static let long = [
    String(repeating: ">", count: 30_000), String(repeating: "+ ", count: 30_000),
    "> " + String(repeating: "1. ", count: 30_000) + "\n",
    String(repeating: "|a", count: 30_000) + "\n" + String(repeating: "|-", count: 30_000),
    "a\n" + String(repeating: "|-", count: 30_000), String(repeating: "[a]: b\n", count: 20_000),
    String(repeating: "plain words ", count: 30_000),
  ]

  @Test(arguments: long.indices)
  func `it asks often whether to go on, and stops when told`(index: Int) throws {
    let bytes = Array(Self.long[index].utf8)
    var asked = 0
    func parse(until last: Int) throws {
      asked = 0
      _ = try Document(parsing: bytes) {
        asked += 1
        return asked > last
      }
    }
    try parse(until: .max)
    let all = asked
    // Lines ask too: those of definitions about 80 times.
    let least = [7, 7, 7, 14, 7, 80 + 4, 1][index]
    #expect(all >= least)
    for last in [0, all / 2, all - 1] {
      #expect(throws: CancellationError.self) { try parse(until: last) }
      #expect(asked == last + 1, "nobody is asked again")
    }
  }
}
