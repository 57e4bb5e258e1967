import CommonMark
import CommonMarkSamples
import Testing

/// What a program that takes the parser alone goes through a document with.
@Suite struct WalkingTests {
  private let document: Document

  init() throws {
    document = try Document(
      "# A *b*\n\n> - c\n>   ![d](e)\n> - f\n\n---\n\n| g | h |\n|---|---|\n| i | j |\n")
  }

  @Test func `blocks are all but the document, by their identifiers`() throws {
    #expect(document.blocks.count == document.blockCount - 1)
    #expect(document.blocks.first?.kind == .heading(level: 1))
    #expect(document.blocks.indices.allSatisfy { document.blocks[$0].id == $0 })
    #expect(document.blocks.allSatisfy { document[$0.id].range == $0.range })
    #expect(try Document("").blocks.isEmpty)
  }

  @Test func `children are the next level alone`() throws {
    func kinds(_ block: BlockID) -> [BlockKind] { document.children(of: block).map(\.kind) }
    #expect(
      kinds(document.root) == [.heading(level: 1), .blockQuote, .thematicBreak, .table(columns: 2)])
    let list = try #require(document.first { if case .list = $0 { true } else { false } })
    #expect(kinds(list) == [.item(.init(ordinal: 0)), .item(.init(ordinal: 1))])
    #expect(kinds(try #require(document.first { $0 == .thematicBreak })).isEmpty)
  }

  @Test func `inlines are a collection with levels`() throws {
    let inlines = document.inlines(of: document.blocks.startIndex)
    #expect(inlines.map(\.kind) == [.text, .emphasis, .text])
    #expect(inlines.topLevel.map(\.kind) == [.text, .emphasis])
    let emphasis = try #require(inlines.first { $0.kind == .emphasis })
    #expect(inlines.children(of: emphasis.id).map { inlines.text(of: $0.id) } == ["b"])
    #expect(inlines.indices.allSatisfy { inlines[$0].id == $0 })
    let none = document.inlines(of: document.root)
    #expect(none.isEmpty && none.topLevel.first { _ in true } == nil)
  }

  @Test func `a walk enters and leaves blocks and inlines`() throws {
    var steps: [String] = []
    document.walk { event, inlines in
      switch event {
      case .enter(let block): steps.append("+\(name(block))\(inlines.isEmpty ? "" : " \(inlines.count)")")
      case .exit(let block): steps.append("-\(name(block))")
      case .enterInline(let inline):
        steps.append(inline.kind == .text ? inlines.text(of: inline.id) : "+\(inline.kind)")
      case .exitInline(let inline): steps.append("-\(inline.kind)")
      }
    }
    #expect(
      steps.joined(separator: " ")
        == "+heading 3 A  +emphasis b -emphasis -heading +blockQuote +list +item +paragraph 4 c +softBreak +image d "
        + "-image -paragraph -item +item +paragraph 1 f -paragraph -item -list -blockQuote +thematicBreak "
        + "-thematicBreak +table +tableRow +tableCell 1 g -tableCell +tableCell 1 h -tableCell -tableRow +tableRow "
        + "+tableCell 1 i -tableCell +tableCell 1 j -tableCell -tableRow -table")
  }

  @Test func `a walk can start at any block, and stays in it`() throws {
    for start in document.blocks {
      var open: [BlockID] = []
      var entered: [BlockID] = []
      document.walk(start.id) { event, _ in
        switch event {
        case .enter(let block):
          #expect(open.isEmpty || block.parent == open.last)
          open.append(block.id)
          entered.append(block.id)
        case .exit(let block): #expect(open.popLast() == block.id)
        case .enterInline, .exitInline: break
        }
      }
      #expect(open.isEmpty)
      let inside = document.blocks.filter { block in
        sequence(first: block.id) { document[$0].parent }.contains(start.id)
      }
      #expect(entered == inside.map(\.id))
    }
  }

  /// Each block is entered and left once, whatever its nesting, and inlines as often as they are there.
  @Test(arguments: HostileSample.all)
  func `a walk visits everything once`(sample: HostileSample) throws {
    let document = try Document(parsing: sample.bytes(2000))
    var entered: [BlockID] = []
    var open = 0
    var inlineCount = 0
    document.walk { event, _ in
      switch event {
      case .enter(let block):
        entered.append(block.id)
        open += 1
      case .exit: open -= 1
      case .enterInline: inlineCount += 1
      case .exitInline: break
      }
    }
    #expect(entered == Array(document.blocks.indices))
    #expect(open == 0)
    var expected = 0
    document.forEachLeaf { _, inlines in expected += inlines.count }
    #expect(inlineCount == expected)
  }

  @Test func `a walk ends when it is told`() throws {
    for text in [String(repeating: "a\n\n", count: 20_000), String(repeating: "*a* ", count: 40_000)] {
      var asked = 0
      var visited = 0
      let document = try Document(text)
      let isComplete = document.walk(isCancelled: {
        asked += 1
        return asked == 2
      }) { _, _ in visited += 1 }
      #expect(!isComplete)
      #expect(asked == 2 && visited < 80_000)
    }
  }

  @Test(arguments: [
    ("# a *b* `c` [d](e) ![f](g) &amp;\n", "a b c d f &"),
    ("a\nb\\\nc<br>", "a b c"),
    ("> a\n>\n> - b\n> - c\n", "a\nb\nc"),
    ("```\nd\n\ne\n```\n\nf", "d\n\ne\nf"),
    ("|a|b|\n|-|-|\n||c|\n", "a\tb\n\tc"),
    ("<p>a</p>\n\n[b]: /c\n\n---\n", ""),
  ])
  func `plain text`(markdown: String, expected: String) throws {
    let document = try Document(markdown)
    #expect(document.plainText(of: document.root) == expected)
  }

  @Test func `lines count from one, whatever ends them`() throws {
    let document = try Document("a\r\n\r\n> b\r> c\n\n```\nd\n```\n")
    #expect(document.children(of: document.root).map { document.lines(of: $0.id) } == [1...1, 3...4, 6...8])
    #expect(document.line(at: document.source.count) == 9)
  }

  @Test(arguments: [
    ("[a b]: /c", LinkDefinition(label: "a b", destination: "/c", title: nil)),
    ("[Ä\\]]: </c d> 'e\\*\nf'", LinkDefinition(label: "Ä\\]", destination: "/c d", title: "e*\nf")),
    ("> [a\n> b]:\n> /c \"d\"", LinkDefinition(label: "a\nb", destination: "/c", title: "d")),
    ("[x]: /y\n[a\n  b]: /c", LinkDefinition(label: "a\nb", destination: "/c", title: nil)),
    ("[a]: /first\n[a]: /second", LinkDefinition(label: "a", destination: "/second", title: nil)),
  ])
  func `definitions have label and target`(markdown: String, expected: LinkDefinition) throws {
    let document = try Document(markdown)
    let last = try #require(document.blocks.last { $0.kind == .linkDefinition })
    #expect(document.linkDefinition(of: last.id) == expected)
    #expect(document.linkDefinition(of: document.root) == nil)
  }
}

/// The name of a block's kind without its payload.
private func name(_ block: Block) -> Substring { "\(block.kind)".prefix { $0 != "(" } }
