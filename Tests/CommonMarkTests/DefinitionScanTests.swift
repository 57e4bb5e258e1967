import Testing

@testable import CommonMark

/// Definitions that are found without parsing.
@Suite struct DefinitionScanTests {
  private static func labels(_ labels: [String], in text: String) -> [String] {
    let found = Array(text.utf8).withUnsafeBytes {
      DefinitionScan.labels(Set(labels.map { Array($0.utf8) }), definedIn: $0, from: 0)
    }
    return found.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  @Test(arguments: [
    ("[a]: /u", ["a"]), ("text\n> - [A]: /u\n", ["a"]), ("[^1]: Note", ["^1"]),
    ("[long\nlabel]: /u", ["long label"]),
    ("[long\n> label]: /u", ["long label"]), ("[a]:", ["a"]), ("[x [a]: /u", ["a"]), ("[a] : /u", []),
    ("[ab]: /u [a](b):", []), ("]:]:]:", []), ("[a", []), ("", []), ("12345678[a]: /u", ["a"]),
    ("1234567[a]: /u\n[^1]: n", ["^1", "a"]),
  ])
  func `what may be a definition is found`(text: String, found: [String]) {
    #expect(Self.labels(["a", "^1", "long label"], in: text) == found)
  }

  /// Each escaped bracket may start the label that ends far behind it.
  @Test func `a text that would take too long may define everything`() {
    let text = String(repeating: String(repeating: "\\[", count: 480) + "]:\n\n", count: 200)
    #expect(Self.labels(["a", "^1"], in: text) == ["^1", "a"])
  }
}
