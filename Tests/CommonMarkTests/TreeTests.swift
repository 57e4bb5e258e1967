import CommonMark
import Testing

/// The tree that clients see: kinds, ranges, texts.
@Suite struct TreeTests {
  @Test func blocksSayWhatTheyAre() throws {
    let document = try Document(
      """
      # Lead
      3) a
         - b

         - c
      > q

      | x |
      | - |
      ```js
      ~~~

      [a]: /b
      """ + "")
    let kinds = document.blocks.map(\.kind)
    #expect(kinds.first == .heading(level: 1))
    #expect(kinds.contains(.list(.init(start: 3, delimiter: UInt8(ascii: ")"), isTight: true, count: 1))))
    #expect(kinds.contains(.list(.init(start: nil, delimiter: UInt8(ascii: "-"), isTight: false, count: 2))))
    #expect(kinds.contains(.item(.init(ordinal: 1))))
    #expect(kinds.contains(.table(columns: 1)))
    #expect(kinds.contains(.tableRow(isHeader: true)))
    #expect(kinds.contains(.tableCell(.none)))
    #expect(kinds.contains(.codeBlock(isFenced: true)))
  }

  @Test(arguments: [
    ("## A b ##\n\nx", 1, "## A b ##"), ("A\nb  \n===\nx", 1, "A\nb  \n==="),
    ("> a\n> b\n\nx", 1, "> a\n> b"),
    ("> a\nb\n", 1, "> a\nb"), ("- a\n\n  b\n\nx", 1, "- a\n\n  b"), ("- a\n- b\n\n", 2, "- a"),
    ("```x\na\n```\n", 1, "```x\na\n```"),
    ("```\na\n\n", 1, "```\na\n"), ("    a\n\n    b\n\n\nx", 1, "a\n\n    b"),
    ("a|b\n-|-\nc|d\n\n", 1, "a|b\n-|-\nc|d"),
    (" * * *  \n", 1, "* * *"), ("[a]: /b\n 'c'\nx", 1, "[a]: /b\n 'c'"), ("[a]: /b\nx y\n", 2, "x y"),
    ("<div>\na\n\nx", 1, "<div>\na"),
    ("[^a]: b\n\n    c\n\nx", 1, "[^a]: b\n\n    c"), ("- [x] done", 3, "done"),
  ])
  func blocksCoverTheirSource(text: String, block: Int32, expected: String) throws {
    let document = try Document(text)
    #expect(document.text(document[BlockID(index: block)].range) == expected)
  }

  @Test func inlinesCoverTheirSource() throws {
    let text = "**a *b*** [c](d 'e') ![f][g] `h` <i@j.k> \\* &amp; <b> [^n] ~~o~~"
    let document = try Document(text + "\n\n[g]: /x\n[^n]: y")
    let inlines = document.inlines(of: BlockID(index: 1))
    let found = inlines.filter { $0.kind != .text }.map {
      "\($0.kind) \(document.text($0.range))"
    }
    #expect(
      found == [
        "strong **a *b***", "emphasis *b*", "link [c](d 'e')", "image ![f][g]", "code `h`", "link <i@j.k>",
        "characterReference &amp;", "html <b>", "footnoteReference [^n]", "strikethrough ~~o~~",
      ])
    let texts = inlines.filter { $0.kind == .text }.map { inlines.text(of: $0.id) }
    #expect(texts == ["a ", "b", " ", "c", " ", "f", " ", " ", "i@j.k", " ", "* ", " ", " ", " ", "o"])
    let code = try #require(inlines.first { $0.kind == .code })
    #expect(inlines.text(of: code.id) == "h")
    let note = try #require(inlines.first { $0.kind == .footnoteReference })
    #expect(inlines.text(of: note.id) == "n")
    let link = try #require(inlines.first { $0.kind == .link })
    #expect(inlines.destination(of: link.id) == "d")
    #expect(inlines.title(of: link.id) == "e")
    let image = try #require(inlines.first { $0.kind == .image })
    #expect(inlines.destination(of: image.id) == "/x")
    #expect(inlines.title(of: image.id) == nil)
  }

  @Test func contentInContainersKeepsItsPlaces() throws {
    let text = "- > a `b\n  > c` *d\ne* [f](g\n  > 'h\n  > i')"
    let document = try Document(text)
    let paragraph = try #require(document.first { $0 == .paragraph })
    let inlines = document.inlines(of: paragraph)
    let code = try #require(inlines.first { $0.kind == .code })
    #expect(inlines.text(of: code.id) == "b c")
    #expect(document.text(code.range) == "`b\n  > c`")
    let emphasis = try #require(inlines.first { $0.kind == .emphasis })
    #expect(document.text(emphasis.range) == "*d\ne*")
    let link = try #require(inlines.first { $0.kind == .link })
    #expect(inlines.title(of: link.id) == "h\ni")
    #expect(document.text(link.range) == "[f](g\n  > 'h\n  > i')")
  }

  @Test func literalsAndInfoStrings() throws {
    let document = try Document("> ``` a\\*b &amp; c\r\n> x\r\n>\t y\r\n> ```\r\n\r\n- \tz\n\n<p>\nw\n")
    let fenced = try #require(document.first { $0 == .codeBlock(isFenced: true) })
    #expect(document.info(of: fenced) == "a*b & c")
    #expect(document.literal(of: fenced) == "x\n   y\n")
    let html = try #require(document.first { $0 == .htmlBlock })
    #expect(document.literal(of: html) == "<p>\nw\n")
    #expect(document.literal(of: document.root) == "")
    #expect(document.info(of: document.root) == "")
    #expect(document.label(of: document.root) == "")
    #expect(document.inlines(of: document.root).count == 0)
  }

  @Test func aWalkEntersAndLeaves() throws {
    let document = try Document("*a **b*** c ![](d)")
    let inlines = document.inlines(of: BlockID(index: 1))
    var steps: [String] = []
    inlines.walk { event in
      switch event {
      case .enter(let id): steps.append("+\(inlines[id].kind)")
      case .exit(let id): steps.append("-\(inlines[id].kind)")
      }
    }
    #expect(
      steps == [
        "+emphasis", "+text", "+strong", "+text", "-strong", "-emphasis", "+text", "+image", "-image",
      ])
  }

  @Test func onlyTheBodyIsParsed() throws {
    let source = Array("---\n# no\n---\n# yes".utf8)
    let document = try Document(parsing: source, from: 13)
    #expect(document.body == 13..<18)
    #expect(document.blocks.map(\.kind) == [.heading(level: 1)])
    #expect(document.blocks.first?.range == 13..<18)
  }

  @Test func leavesComeInOrder() throws {
    var visited: [BlockID] = []
    try Document("# a\n\n> b\n\nc|d\n-|-").forEachLeaf { block, inlines in
      visited.append(block)
      #expect(inlines.count == 1)
    }
    #expect(visited.count == 4)
    #expect(visited == visited.sorted())
  }

  @Test func unknownBytesAreReplacedInText() throws {
    let document = try Document(parsing: [0x61, 0x00, 0x62, 0xFF, 0x63])
    let inlines = document.inlines(of: BlockID(index: 1))
    #expect(inlines.text(of: InlineID(index: 0)) == "a\u{FFFD}b\u{FFFD}c")
    #expect(HTMLRenderer().render(document) == "<p>a\u{FFFD}b\u{FFFD}c</p>\n")
    #expect(document.source == [0x61, 0x00, 0x62, 0xFF, 0x63])
  }

  @Test func parsingCanBeCancelled() {
    let source = Array(String(repeating: "a\n\n", count: 1000).utf8)
    #expect(throws: CancellationError.self) { try Document(parsing: source) { true } }
  }

  /// Most cells are kept in four bytes; where one is long, or far from its row's start, it and those after it are not.
  @Test func cellsAreWhereTheyAreWrittenHoweverLongTheyAre() throws {
    let lengths = [0, 1, 3, 200, 16_383, 16_384, 20_000, 40_000, 2, 5]
    var rows: [[String]] = []
    for number in 0..<120 {
      let cells = (0..<1 + number % 6).map { column in
        // A row that is nothing but an empty cell would be no row.
        let length = number % 11 == 0 ? lengths[(number / 11 + column * 3) % lengths.count] : number % 4 + 1
        return String(repeating: "x", count: max(column == 0 ? 1 : 0, length)) + (column == 2 ? "\\|" : "")
      }
      rows.append(cells)
    }
    let delimiters = ["---", ":--", ":-:", "--:", "---", "--:"]
    let alignments: [BlockKind.Alignment] = [.none, .left, .center, .right, .none, .right]
    let lines = [(0..<6).map { "h\($0)" }, delimiters] + rows
    let table = lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    let document = try Document("before\n\n\(table)\n# After\n\n> | a |\n> | - |\n> | b |\n> | c |\n")
    let id = try #require(document.first { $0 == .table(columns: 6) })
    let children = Array(document.children(of: id).dropFirst())
    #expect(children.count == rows.count)
    for (row, cells) in zip(children, rows) {
      #expect(row.kind == .tableRow(isHeader: false) && row.parent == id)
      let found = Array(document.children(of: row.id))
      #expect(found.map { document.text($0.range) } == cells)
      #expect(found.map(\.kind) == alignments.prefix(cells.count).map { .tableCell($0) })
      #expect(found.allSatisfy { $0.parent == row.id && document[$0.id].range == $0.range })
      if let cell = found.dropFirst(2).first { #expect(document.plainText(of: cell.id).hasSuffix("|")) }
    }
    let after = document.blocks.drop { $0.kind != .heading(level: 1) }.map { document.text($0.range) }
    #expect(after.filter { $0.count == 1 } == ["a", "b", "c"])
  }
}
