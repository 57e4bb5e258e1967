import Testing

@testable import BriefingCore

/// Simple front matter is read as a parser of all YAML reads it.
@Suite struct PlainYAMLTests {
  @Test(arguments: [
    "title: A b, c\ndate: 2025-05-15\n", "title: \"It's: so\"\nx: 'a # \"b\"'\n",
    "tags: [a, b c,d]\n\nlang:\n",
    "a: https://e.org/x#y\nb-c_1: null\nd:   e  \n", "title: Überfahrt – “gut” 港口\n",
  ])
  func isReadByItself(text: String) throws {
    let entries = try #require(PlainYAML.entries(of: text, firstLine: 2))
    let expected = try #require(FrontMatterReader(firstLine: 2).readAsYAML(text))
    #expect(entries == expected.entries)
    #expect(expected.warnings.isEmpty)
  }

  @Test(arguments: [
    "a: b: c\n", "a: b # c\n", "a:\n  b\n", "a:\n- b\n", "a: b\n  c\n", "a: |\n", "a: &b c\n", "a: *b\n",
    "a: \"b\\n\"\n",
    "a: 'b''c'\n", "a: [b, [c]]\n", "a: [b,]\n", "a: {b: c}\n", "a: b\na: c\n", "# a\n", "? a\n", "a: b\r\n",
    "a: b:\n",
    "a:b\n", "a\n", "a: b\u{2028}c\n", "a: b\u{85}c\n", "a: \u{FEFF}b\n", "a: b\tc\n", "", "\"a\": b\n",
    "a b: c\n", "---\n", "a: !x b\n",
    "a: ~\n", "null: a\n", "a: b &c *c\n", "a: [b: c]\n", "a: \"b\" c\n",
  ])
  func otherTextIsLeftToTheParser(text: String) { #expect(PlainYAML.entries(of: text, firstLine: 1) == nil) }

  /// Whatever it reads, the parser reads the same.
  @Test func agreesWithTheParser() {
    let pieces = [
      "a", "b1", "key", ": ", ":", " ", "\n", "\n", "\n", "- ", "[", "]", ", ", ",", "\"", "'", "#", " #",
      "é", "–", "港", "2025-05-15",
      "null", "~", "{", "}", "!", "&x", "*x", "|", ">", "%", "@", "\\", "title: ", "x: [a, b]", "y: \"c\"",
      "\t", "?", "🫨", "...", "---",
    ]
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var read = 0
    for _ in 0..<20_000 {
      var text = "k\(next(9)): "
      for _ in 0..<next(9) { text += pieces[next(pieces.count)] }
      guard let entries = PlainYAML.entries(of: text, firstLine: 1) else { continue }
      read += 1
      let expected = FrontMatterReader(firstLine: 1).readAsYAML(text)
      #expect(entries == expected?.entries, "\(text.debugDescription)")
      #expect(expected?.warnings == [], "\(text.debugDescription)")
    }
    #expect(read > 1000)
  }
}
