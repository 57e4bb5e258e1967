import CommonMarkSamples
import Testing

@testable import CommonMark

/// The inline phase of a long leaf goes piece by piece.
@Suite struct PieceTests {
  /// The rows of a leaf as text; text that goes on is one row.
  private static func rows(_ document: Document, _ block: BlockID, least: Int) -> [String] {
    var parser = InlineParser(
      extensions: document.extensions, references: document.references, maximumOpenMarks: .max)
    parser.border = PieceBorder(maximumOpenMarks: .max, least: least)
    var content = LeafContent()
    var rows: [InlineRow] = []
    content.load(document.rows[Int(block.index)], document.lines, document.source.span)
    let isComplete = content.withBytes(of: document.source.span) {
      parser.parse($0, $1, into: &rows, isCancelled: { false })
    }
    #expect(isComplete)
    return rows.map { "\($0)" } + parser.targets.map { "\($0)" }
  }

  private static func leaves(_ document: Document) -> [BlockID] {
    document.blocks.map(\.id).filter { document.rows[Int($0.index)].tag.hasInlines }
  }

  @Test(arguments: 0..<40)
  func `where a leaf is parted changes nothing`(seed: UInt64) throws {
    for index in 0..<25 {
      let sample = TokenSample(seed: 1000 * seed + UInt64(index))
      let document = try Document(parsing: sample.bytes(700))
      for leaf in Self.leaves(document) {
        let whole = Self.rows(document, leaf, least: .max)
        for least in [1, 5, 40] {
          #expect(Self.rows(document, leaf, least: least) == whole, "\(sample.name), \(least)")
        }
      }
    }
  }

  /// Inlines as text, depth by depth, with text that goes on joined.
  private static func outline(_ inlines: Inlines, _ lines: inout [String]) {
    var depth = 0
    inlines.walk { event in
      switch event {
      case .exit: depth -= 1
      case .enter(let id):
        let inline = inlines[id]
        let line = "\(depth) \(inline.kind) \(inlines.text(of: id)) \(inlines.destination(of: id))"
        if inline.kind == .text, lines.last?.hasPrefix("\(depth) text") == true {
          lines[lines.count - 1] += inlines.text(of: id)
        } else {
          lines.append(inline.kind == .text ? "\(depth) text \(inlines.text(of: id))" : line)
        }
        if inline.kind.isContainer { depth += 1 }
      }
    }
  }

  /// Long leaves of many marks, those that close what they open and those that do not.
  private static let long = [
    String(repeating: "a *b* [c](d) `e` &amp; ", count: 20_000),
    String(repeating: "word\n*x*\n", count: 20_000), String(repeating: "> a\n", count: 60_000),
    String(repeating: "[", count: 100_000), String(repeating: "*a", count: 100_000),
    String(repeating: "*a ", count: 100_000), "[" + String(repeating: "[a](b) ", count: 50_000),
    "**" + String(repeating: "_a_ ", count: 50_000) + "**", String(repeating: "![](a) ", count: 50_000),
    "| a |\n|-|\n| " + String(repeating: "[a](b) \\| ", count: 30_000) + "|\n",
    "| a |\n|-|\n|" + String(repeating: "a\\|", count: 60_000) + "b@c.de\\|d|\n",
    "| a |\n|-|\n|[*" + String(repeating: "a\\|", count: 60_000) + "|\n",
    "| a |\n|-|\n|" + String(repeating: "\\|", count: 60_000) + "`x\\|y`|\n",
    String(repeating: "\\*&lt;", count: 30_000), String(repeating: "*a*b. c ", count: 20_000),
    String(repeating: "a@b.de ", count: 60_000), String(repeating: "mailto:a@b.de,", count: 60_000),
    "*" + String(repeating: "a@b.de; ", count: 60_000) + "*",
  ]

  @Test(arguments: long.indices)
  func `the pieces of a leaf are what it is as a whole`(index: Int) throws {
    for marks in [64, Int.max] {
      let document = try Document(parsing: Array(Self.long[index].utf8), maximumOpenMarks: marks)
      for leaf in Self.leaves(document) {
        var whole: [String] = []
        Self.outline(document.inlines(of: leaf), &whole)
        var reader = LeafReader(document)
        var pieces: [String] = []
        reader.startPieces(of: leaf)
        while reader.nextPiece() { Self.outline(reader.inlines, &pieces) }
        #expect(reader.isAtEnd)
        #expect(pieces == whole, "\(marks)")
      }
    }
  }

  @Test(arguments: long.indices)
  func `a piece has no more than its bound, whatever stays open`(index: Int) throws {
    let document = try Document(parsing: Array(Self.long[index].utf8), maximumOpenMarks: 1000)
    var reader = LeafReader(document)
    for leaf in Self.leaves(document) {
      reader.startPieces(of: leaf)
      while reader.nextPiece() {
        // Of a mark and the text before it, with a container around.
        #expect(reader.inlines.count <= 3 * 2 * 1000 + 3)
      }
      #expect(reader.isAtEnd)
    }
  }

  @Test(arguments: long.indices)
  func `pieces can be cancelled at any of them`(index: Int) throws {
    let document = try Document(parsing: Array(Self.long[index].utf8), maximumOpenMarks: 1000)
    let leaf = try #require(Self.leaves(document).last)
    var reader = LeafReader(document)
    var asked = 0
    reader.startPieces(of: leaf)
    while reader.nextPiece(isCancelled: {
      asked += 1
      return asked > 3
    }) {}
    #expect(!reader.isAtEnd)
    #expect(reader.inlines.count == 0)
  }

  /// Whether a mark of a leaf was made text because it was open for too long.
  private static func isParted(_ markdown: String) throws -> Bool {
    let document = try Document(parsing: Array(markdown.utf8), maximumOpenMarks: 1000)
    var reader = LeafReader(document)
    reader.startPieces(of: try #require(leaves(document).last))
    while reader.nextPiece() {}
    return reader.isParted
  }

  @Test func `a long text of which nothing is open is not said to be parted`() throws {
    let pipes = "| a |\n|-|\n|%" + String(repeating: "a\\|", count: 6000) + "|\n"
    #expect(try !Self.isParted(pipes))
    #expect(try !Self.isParted(String(repeating: "\\*&lt;", count: 6000)))
    #expect(try Self.isParted(pipes.replacing("%", with: "[")))
    #expect(try Self.isParted("*a " + String(repeating: "\\*&lt;", count: 6000)))
  }

  /// With the limit, and without it as CommonMark has it.
  @Test func `what is open for too many marks is text`() throws {
    let emphasis = "*" + String(repeating: "[a](b) ", count: 20) + "*c*"
    func html(_ markdown: String, _ marks: Int) throws -> String {
      HTMLRenderer().render(try Document(parsing: Array(markdown.utf8), maximumOpenMarks: marks))
    }
    #expect(try html(emphasis, .max).contains("<em>"))
    #expect(try html(emphasis, 1000) == html(emphasis, .max))
    // What comes after is read again.
    #expect(try html(emphasis, 10).hasPrefix("<p>*<a href"))
    #expect(try html(emphasis, 10).hasSuffix("*c*</p>\n") || html(emphasis, 10).hasSuffix("<em>c</em></p>\n"))
    let link = "[" + String(repeating: "*a* ", count: 20) + "](b)"
    #expect(try html(link, .max).contains("<a href"))
    #expect(try !html(link, 10).contains("<a href"))
    #expect(try html(link, 10).contains("<em>a</em>"), "what closes in time is read")
  }
}
