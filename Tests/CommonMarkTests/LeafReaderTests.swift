import CommonMark
import CommonMarkSamples
import Dispatch
import Synchronization
import Testing

/// Reading a leaf that is as long as a file.
@Suite struct LeafReaderTests {
  /// Leaves of about 300 kB, and how often reading them asks at least.
  private static let leaves = [
    (String(repeating: "[a](b) ", count: 40_000), 4), (String(repeating: "*a ", count: 100_000), 6),
    (String(repeating: "[", count: 300_000), 8), ("[" + String(repeating: "*a ", count: 80_000) + "](b)", 6),
    (String(repeating: "> a\n", count: 100_000), 6), ("a " + String(repeating: "`", count: 300_000), 1),
    (String(repeating: "a@b.c ", count: 50_000), 4), (String(repeating: "plain ", count: 50_000), 1),
  ]

  @Test(arguments: leaves.indices)
  func `it asks often whether to go on, and stops when told`(index: Int) throws {
    let (markdown, least) = Self.leaves[index]
    let document = try Document(markdown)
    let leaf = try #require(document.first { $0 == .paragraph })
    var reader = LeafReader(document)
    var asked = 0
    var isComplete = reader.read(leaf) {
      asked += 1
      return false
    }
    let expected = reader.inlines.count
    #expect(isComplete)
    #expect(asked >= least)
    for moment in Set([1, 2, asked / 2 + 1, asked]) where moment <= asked {
      var answers = 0
      isComplete = reader.read(leaf) {
        answers += 1
        return answers >= moment
      }
      #expect(!isComplete)
      // A link's delimiters ask too, and leave the end to the next question.
      #expect(answers <= moment + 1)
      #expect(reader.inlines.count == 0)
    }
    // What was left in its middle leaves nothing behind.
    isComplete = reader.read(leaf)
    #expect(isComplete)
    #expect(reader.inlines.count == expected)
  }

  @Test func `a walk can be stopped`() throws {
    let document = try Document(String(repeating: "*a* ", count: 20_000))
    let inlines = document.inlines(of: try #require(document.first { $0 == .paragraph }))
    var asked = 0
    var visited = 0
    let isStopped = !inlines.walk(isCancelled: {
      asked += 1
      return asked == 2
    }) { _ in visited += 1 }
    #expect(isStopped)
    #expect(asked == 2 && visited < 80_000)
    #expect(inlines.walk { _ in })
  }

  /// Many threads ask for the targets of one document at a time, and see what one would.
  @Test func `definitions are shared by threads`() throws {
    let count = 500
    let document = try Document(
      (0..<count).map { "[\($0)]: /\($0) \"t\($0)\"\n" }.joined() + "\n"
        + (0..<count).map { "[\($0)] " }.joined())
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
