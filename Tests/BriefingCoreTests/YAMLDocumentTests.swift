import Testing

@testable import BriefingCore

/// What YAML becomes as a table of nodes, and what is refused.
@Suite struct YAMLDocumentTests {
  private func problem(_ bytes: [UInt8]) -> YAMLProblem? {
    do {
      _ = try YAMLComposer.document(in: bytes)
      return nil
    } catch {
      return error
    }
  }
  private func problem(_ text: String) -> YAMLProblem? { problem(Array(text.utf8)) }

  /// A document in one line: scalars with `"` where they were quoted, tags and lines behind them.
  private func shown(_ text: String) throws -> String? {
    func shown(_ node: YAMLNode) -> String {
      switch node.content {
      case .scalar(let text): node.isPlain ? text : "\"\(text)\""
      case .sequence: "[" + node.children.map { shown($0) }.joined(separator: " ") + "]"
      case .mapping:
        "{" + (node.pairs ?? []).map { "\(shown($0))@\($0.line):\(shown($1))" }.joined(separator: " ") + "}"
      }
    }
    return try YAMLComposer.document(in: Array(text.utf8)).map { shown($0.root) }
  }

  @Test(arguments: [
    ("a: b\nc: 'd'\n", "{a@1:b c@2:\"d\"}"),
    ("a:\n- b\n- [c, {d: e}]\nf:\n", "{a@1:[b [c {d@3:e}]] f@4:}"),
    ("# x\n? [a, b]\n: c\n", "{[a b]@2:c}"),
    ("a: |\n  b\n  c\nd: >-\n  e\n  f\n", "{a@1:\"b\nc\n\" d@4:\"e f\"}"),
    ("a: \"b\\0c\\u00e9\"\n", "{a@1:\"b\0c\u{E9}\"}"), ("--- text\n", "text"), ("---\n...\n", ""),
    ("a: !!int 1\n!x b: !y [c]\n", "{a@1:1 b@2:[c]}"), ("\u{FEFF}a: b", "{a@1:b}"),
    ("a: \u{FEFF}b\u{FEFF}\n", "{a@1:b\u{FEFF}}"), ("[\"\":,a]", "[{\"\"@1:} a]"),
    ("a: &b c\n", "{a@1:c}"), ("%YAML 1.1\n---\na: b\n", "{a@3:b}"),
  ])
  func holdsWhatIsWritten(text: String, expected: String) throws { #expect(try shown(text) == expected) }

  @Test(arguments: ["", "\n", "# only a comment\n", "   \n\n", "\u{FEFF}"])
  func aTextMayHaveNoDocument(text: String) throws { #expect(try shown(text) == nil) }

  /// `<<` merges nothing: it is a key as others are.
  @Test func aMergeKeyIsAKey() throws {
    #expect(try shown("<<: {a: b}\na: c\n") == "{<<@1:{a@1:b} a@2:c}")
    #expect(problem("<<: {a: b}\n<<: {c: d}\n")?.isDuplicateKey == true)
  }

  /// Texts that are refused, with the line and a part of the words.
  @Test(arguments: [
    ("a: b\nc: [d\n", 3, "expected ',' or ']'"), ("a: b: c\n", 1, "mapping values are not allowed"),
    ("a: \"b\nc\n", 3, "unexpected end of stream"), ("a: b\n---\nc: d\n", 2, "another document"),
    ("a: b\n...\nc: d\n", 3, "expected <document start>"), ("a: b\n\tc: d\n", 2, "tab character"),
    ("a: b\nc: \u{1}\n", 2, "control characters are not allowed"),
    ("é: ü\nö: ä\nx: \u{7}", 3, "control characters are not allowed"),
    ("a: !u!x b\n", 1, "undefined tag handle"), ("a: @b\n", 1, "cannot start any token"),
  ])
  func saysWhatIsWrongAndWhere(text: String, line: Int, words: String) throws {
    let problem = try #require(self.problem(text))
    #expect(problem.line == line)
    #expect(problem.text.contains(words), "\(problem.text)")
  }

  @Test(arguments: [
    ("a: &x b\nc: *x\n", 2, "aliases are not expanded"), ("a: &x\n  b: *x\n", 2, "aliases are not expanded"),
    ("&x a: b\n*x : c\n", 2, "aliases are not expanded"), ("a: *x\nb: &x c\n", 1, "found undefined alias"),
  ])
  func anAliasIsRefused(text: String, line: Int, words: String) {
    #expect(problem(text) == YAMLProblem(text: words, line: line))
  }

  /// Each line would double what the one before holds: 2^60 nodes. It ends at the first alias.
  @Test func aliasesCannotMakeADocumentGrow() {
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1...60 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(problem(bomb) == YAMLProblem(text: "aliases are not expanded", line: 2))
  }

  /// An asterisk in quotes is no alias, though an ampersand stands there too.
  @Test func whatIsQuotedIsNoAlias() throws {
    let text = "title: \"R&D and *D too\"\nsource: 'S & *S, &S'\n"
    let found = try #require(FrontMatterReader(firstLine: 2).read(text))
    #expect(found.warnings == [])
    #expect(found.entries.map(\.value) == [.text("R&D and *D too"), .text("S & *S, &S")])
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", 1), ("x:\n  b: 1\n  'b': 2\n", 2), ("{[a, b]: 1, [a, b]: 2}", 1),
    ("{{a: [b]}: 1,\n c: 2,\n {a: [b]}: 2}", 1), ("!!str a: 1\na: 2\n", 1), ("b: 1\nz: 2\nz: 3\nb: 4\n", 1),
    ("\u{E9}: 1\ne\u{301}: 2\n", 1), ("{! [a]: 1, !!seq [a]: 2}", 1),
  ])
  func aKeyMayNotBeGivenTwice(text: String, line: Int) {
    #expect(problem(text) == YAMLProblem(text: "a key is given twice", line: line, isDuplicateKey: true))
  }

  @Test(arguments: [
    "a: 1\nA: 2\n", "!x a: 1\na: 2\n", "{[a, b]: 1, [[a], b]: 2, [[a, b]]: 3, {a: b}: 4, a: 5}",
    "{!x [a]: 1, [a]: 2}", "- a: 1\n- a: 2\n", "a: {a: a}\n", "{[[], a]: 1, [[a]]: 2}",
  ])
  func keysThatDifferAreKept(text: String) { #expect(problem(text) == nil) }

  /// `depthLimit` lists and mappings in each other are read, one more is not, however they are written.
  @Test(arguments: [
    ("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("[\n", "]"), ("{? ", "}"),
  ])
  func nestingHasALimit(opening: String, closing: String) throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: opening, count: depth) + "x" + String(repeating: closing, count: depth)).utf8)
    }
    let limit = YAMLComposer.depthLimit
    let document = try #require(try YAMLComposer.document(in: nested(limit)))
    #expect(document.nodes.count(where: { if case .scalar = $0.content { false } else { true } }) == limit)
    let tooDeep = problem(nested(limit + 1))
    #expect(tooDeep?.text == "more than 1000 lists and mappings in each other")
    #expect(problem(nested(20_000)) == tooDeep)
  }

  /// The table has as many rows as the text has bytes, and one more, at most.
  @Test(arguments: [
    ("[", "\"\":,", "]"), ("[", "[],", "]"), ("", "- ", ""), ("", "-\n", ""),
    ("", "? ", ""),
  ])
  func aDocumentIsNotLargerThanItsText(start: String, piece: String, end: String) throws {
    let text = Array((start + String(repeating: piece, count: 400) + end).utf8)
    let document = try #require(try? YAMLComposer.document(in: text))
    #expect(document.nodes.count >= 400)
    #expect(document.nodes.count <= text.count + 1)
  }

  /// Bytes that are not UTF-8, and UTF-16 with its mark: they are a problem at their line, not a crash and not text.
  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], 1), (Array("a: b\nc: ".utf8) + [0xC3], 2),
      (Array("a: b\nc: ".utf8) + [0xC3, 0x28], 2), (Array("a: ".utf8) + [0xED, 0xA0, 0x80], 1),
      (Array("a: ".utf8) + [0xF8, 0x88, 0x80, 0x80, 0x80], 1), (Array("a: ".utf8) + [0xC0, 0xAF], 1),
      ([0xFF, 0xFE, 0x61, 0x00, 0x3A, 0x00, 0x20, 0x00], 1), ([0xFE, 0xFF, 0x00, 0x61, 0x00, 0x3A], 1),
      ([0x61, 0x00, 0x3A, 0x00], 1),
    ] as [([UInt8], Int)])
  func otherEncodingsAreAProblem(bytes: [UInt8], line: Int) {
    #expect(problem(bytes)?.line == line)
  }
}
