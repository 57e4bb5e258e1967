import Testing

@testable import CommonMark

/// Definitions that are found without parsing.
@Suite struct DefinitionScanTests {
  private static func scan(_ text: String) -> (lines: [String], undecided: [String]) {
    let bytes = Array(text.utf8)
    let labels = Set(["a", "^1", "long label"].map { Array($0.utf8) })
    let scan = bytes.withUnsafeBytes { DefinitionScan(labels, in: $0, from: 0) }
    return (
      scan.lines.map { String(decoding: bytes[$0], as: UTF8.self) },
      scan.undecided.map { String(decoding: $0, as: UTF8.self) }.sorted()
    )
  }

  @Test(arguments: [
    ("[a]: /u", ["[a]: /u"]), ("Text\n\n[A]: /u\n[^1]: n", ["[A]: /u", "[^1]: n"]),
    ("```\n[a]: /no\n```\n\n[a]: /u\n", ["[a]: /u"]), ("[a]: /u\r\n[a]: /v", ["[a]: /u"]),
    ("12345678\n\n[a]: /u", ["[a]: /u"]), ("1234567\n\n[a]: /u", ["[a]: /u"]),
  ])
  func `definitions that begin a block are found`(text: String, lines: [String]) {
    let scan = Self.scan(text)
    #expect(scan.lines == lines)
    #expect(scan.undecided == [])
  }

  /// The parser has to say what these are.
  @Test(arguments: [
    ("> [a]: /u", ["a"]), ("text\n[a]: /u", ["a"]), ("<pre>\n\n[a]: /u", ["a"]), ("- ```\n\n[a]: /u", ["a"]),
    ("[long\nlabel]: /u", ["long label"]), ("%%\n\n[^1]: n\n\n[a]: /u", ["^1", "a"]),
  ])
  func `what may be one is left undecided`(text: String, labels: [String]) {
    let scan = Self.scan(text)
    #expect(scan.lines == [])
    #expect(scan.undecided == labels)
  }

  @Test(arguments: ["", "[a]", "[a] : /u", "[ab]: /u [a](b)", "]x: y", "[a", "```\n[a]: /u\n```\n"])
  func `what defines nothing is not found`(text: String) {
    let scan = Self.scan(text)
    #expect(scan.lines == [])
    #expect(scan.undecided == [])
  }
}
