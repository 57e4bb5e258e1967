import CommonMark
import CommonMarkSamples
import Dispatch
import Synchronization
import Testing

/// Reading a leaf that is as long as a file.
@Suite struct LeafReaderTests {
  private static let leaves = [
    String(repeating: "[a](b) ", count: 100_000), String(repeating: "*a ", count: 300_000),
    String(repeating: "[", count: 400_000), "[" + String(repeating: "*a ", count: 200_000) + "](b)",
    String(repeating: "> a\n", count: 200_000), String(repeating: "`", count: 400_000),
    String(repeating: "a@b.c ", count: 100_000), String(repeating: "plain ", count: 100_000),
  ]

  @Test(arguments: leaves)
  func `it asks often whether to go on, and stops when told`(markdown: String) throws {
    let document = try Document(markdown)
    let leaf = try #require(document.first { $0 == .paragraph })
    let expected = document.inlines(of: leaf).count
    var reader = LeafReader(document)
    var asked = 0
    var isComplete = reader.read(leaf) {
      asked += 1
      return false
    }
    #expect(isComplete)
    #expect(reader.inlines.count == expected)
    #expect(asked >= markdown.utf8.count / (1 << 18))
    for moment in 1...asked {
      var answers = 0
      isComplete = reader.read(leaf) {
        answers += 1
        return answers == moment
      }
      #expect(!isComplete)
      // A link's delimiters ask too, and leave the answer to the next question.
      #expect(answers <= moment + 1)
      #expect(reader.inlines.count == 0)
    }
    // What was left in its middle leaves nothing behind.
    isComplete = reader.read(leaf)
    #expect(isComplete)
    #expect(reader.inlines.count == expected)
  }

  @Test func `a walk can be stopped`() throws {
    let document = try Document(String(repeating: "*a* ", count: 50_000))
    let inlines = document.inlines(of: try #require(document.first { $0 == .paragraph }))
    var asked = 0
    var visited = 0
    let isStopped = !inlines.walk(isCancelled: {
      asked += 1
      return asked == 3
    }) { _ in visited += 1 }
    #expect(isStopped)
    #expect(asked == 3 && visited < 200_000)
    #expect(inlines.walk { _ in })
  }

  /// Many threads ask for the targets of one document at a time, and see what one would.
  @Test func `definitions are shared by threads`() throws {
    let count = 500
    let document = try Document(
      (0..<count).map { "[\($0)]: /\($0) \"t\($0)\"\n" }.joined() + "\n" + (0..<count).map { "[\($0)] " }.joined())
    let leaf = try #require(document.first { $0 == .paragraph })
    let found = Mutex<Set<[String]>>([])
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      let inlines = document.inlines(of: leaf)
      var targets: [String] = []
      inlines.walk { event in
        guard case .enter(let id) = event, inlines[id].kind == .link else { return }
        targets.append(inlines.destination(of: id) + (inlines.title(of: id) ?? ""))
      }
      found.withLock { _ = $0.insert(targets) }
    }
    #expect(found.withLock { $0 } == [(0..<count).map { "/\($0)t\($0)" }])
  }
}
