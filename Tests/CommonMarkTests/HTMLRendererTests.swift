import CommonMark
import Testing

/// What the fragment leaves out, escapes and limits.
@Suite struct HTMLRendererTests {
  @Test(arguments: [
    ("a <b>c</b>", "<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>"),
    ("<div>\n", "<!-- raw HTML omitted -->"),
    ("[a](JavaScript:b)", "<p><a href=\"\">a</a></p>"),
    ("![a](data:text/html,b)", "<p><img src=\"\" alt=\"a\" /></p>"),
    ("[a](vbscript:b) [c](file:///d)", "<p><a href=\"\">a</a> <a href=\"\">c</a></p>"),
    ("![a](data:image/png;b)", "<p><img src=\"data:image/png;b\" alt=\"a\" /></p>"),
    ("<javascript:a>", "<p><a href=\"\">javascript:a</a></p>"),
    ("[a](java&#115;cript:b)", "<p><a href=\"\">a</a></p>"),
    ("[a]\n\n[a]: javascript:b", "<p><a href=\"\">a</a></p>"),
  ])
  func isSafeUnlessAsked(text: String, expected: String) throws {
    #expect(try renderHTML(of: text, isUnsafe: false) == expected)
    #expect(try renderHTML(of: text, isUnsafe: true) != expected || text.contains("image/png"))
  }

  @Test func textIsEscaped() throws {
    #expect(
      try renderHTML(of: "<>&\"' `<&\"`", isUnsafe: false)
        == "<p>&lt;&gt;&amp;&quot;' <code>&lt;&amp;&quot;</code></p>")
  }

  /// A definition of 10 kB that is asked for 1000 times makes no 10 MB.
  @Test func referencesExpandUpToALimit() throws {
    let target = String(repeating: "x", count: 10_000)
    let page = try renderHTML(of: "[a]: /\(target)\n\n" + String(repeating: "[b][a] ", count: 1000))
    #expect(page.utf8.count < 150_000)
    #expect(page.hasPrefix("<p><a href=\"/x"))
    #expect(page.hasSuffix("[b][a]</p>"))
  }

  /// Short rows below a wide header: the cells that nobody wrote are limited, and there are no blocks of them.
  @Test func missingCellsAreLimited() throws {
    let columns = 5000
    let text =
      String(repeating: "|a", count: columns) + "\n" + String(repeating: "|-", count: columns) + "\n"
      + String(repeating: "b\n", count: 5000)
    let document = try Document(text)
    #expect(document.blocks.last?.kind == .paragraph)
    let rows = document.blocks.count { $0.kind == .tableRow(isHeader: false) }
    #expect(rows == 21)
    // The document, the table, the header with its cells, the rows of one cell each, the paragraph.
    #expect(document.blockCount == 1 + 1 + 1 + columns + 2 * rows + 1)
    let html = HTMLRenderer().render(document)
    #expect(html.split(separator: "<td>", omittingEmptySubsequences: false).count == 1 + rows * columns)
  }

  /// The cells that nobody wrote have their columns' alignments.
  @Test func missingCellsAreAligned() throws {
    let html = HTMLRenderer().render(
      try Document("|a|b|c|\n|-|:-|-:|\n|1\n|1|2|3|4|5|\n> x\n\n|a|b\n-|-\n|\n"))
    let cells = html.split(separator: "\n").filter { $0.hasPrefix("<td") }
    #expect(
      cells == [
        "<td>1</td>", "<td align=\"left\"></td>", "<td align=\"right\"></td>", "<td>1</td>",
        "<td align=\"left\">2</td>", "<td align=\"right\">3</td>",
      ])
  }

  /// Deeper than any stack: blocks, inlines, the walk and the HTML.
  @Test(arguments: [(">", ""), ("- ", ""), ("[", "](x)"), ("*a **b ", " c** d*"), ("![", "](x)")])
  func nestingIsNoStack(open: String, close: String) throws {
    let depth = 100_000
    let document = try Document(
      String(repeating: open, count: depth) + "a" + String(repeating: close, count: depth))
    var steps = 0
    document.forEachLeaf { _, inlines in inlines.walk { _ in steps += 1 } }
    // Images in images are one image's text.
    #expect(max(steps, HTMLRenderer().render(document).utf8.count) > depth)
  }

  /// Output of any length is written in pieces, which show nowhere: not in characters of several bytes, not in
  /// bytes that are none, nor where a tight item's text or a line's end depends on what was written before.
  @Test func longOutputIsThatOfItsParts() throws {
    var part = Array("- é *日本* ![é `ö`](x)\n  - b\n\n> ü&amp;\n\n\u{1F600} a".utf8) + [0xC3] + Array("*".utf8)
    part += [0xA9] + Array("* ![".utf8) + [0xC3] + Array("`".utf8) + [0xA9] + Array("`](y)\n\n".utf8)
    let html = HTMLRenderer().render(try Document(parsing: part))
    #expect(html.contains("日本") && html.contains("\u{FFFD}") && html.contains("alt=\"é\""))
    for count in [1000, 1003] {
      let source = Array(repeatElement(part, count: count).joined())
      #expect(HTMLRenderer().render(try Document(parsing: source)) == String(repeating: html, count: count))
    }
  }

  /// The links back stand in each footnote's last paragraph, however long the output is.
  @Test func everyFootnoteLinksBack() throws {
    let count = 3000
    let text = (0..<count).map { "a[^\($0)]\n\n[^\($0)]: b\n\n" }.joined()
    let html = try renderHTML(of: text, .all)
    #expect(html.ranges(of: "<p>b <a href=\"#fnref-").count == count)
    #expect(html.ranges(of: "↩</a></p>\n</li>").count == count)
  }

  /// The paragraph of each text that starts with `x`, alone: the containers around it, and its footnotes.
  @Test(arguments: [
    (
      "> - a\n>\n>   x\n>   y\n>\n> b",
      ["<blockquote>", "<ul>", "<li>", "<p>x", "y</p>", "</li>", "</ul>", "</blockquote>"]
    ),
    // A list that is cut goes on with the number of its first item that is left.
    (
      "3. a\n4. b\n5. - c\n   - x",
      ["<ol start=\"5\">", "<li>", "<ul>", "<li>x</li>", "</ul>", "</li>", "</ol>"]
    ),
    ("0. a\n1. x", ["<ol>", "<li>x</li>", "</ol>"]),
    ("a[^n]\n\nx[^m]\n\n[^m]: b\n\n[^n]: c[^n]", ["x|1", "b ^"]),
    ("x[^m]\n\n[^n]: c[^l]\n\n[^m]: b[^n]\n\n    [^l]: e", ["x|1", "b|2", "^", "c|3 ^", "e ^"]),
    ("a\n\n[^n]: x[^m]\n\n[^m]: b", ["x|1", "b ^"]),
  ])
  func aStretchOfADocument(markdown: String, expected: [String]) throws {
    let document = try Document(markdown)
    let block = try #require(
      document.blocks.first { $0.kind == .paragraph && document.text($0.range).hasPrefix("x") })
    let html = HTMLRenderer().render(document, block.id..<block.id.advanced(by: 1))
    guard expected.last?.hasSuffix("^") == true else {
      #expect(html.split(separator: "\n").map(String.init) == expected)
      return
    }
    // A mark's number after a bar, a link back as `^`, and no other tags.
    let text = html.replacing(/<sup class="footnote-ref"><a [^>]*>(\d+)<\/a><\/sup>/) { "|\($0.1)" }
      .replacing(/<a href="#fnref-[^>]*>↩<\/a>/, with: "^").replacing(/<[^>]*>/, with: "")
    #expect(text.split(separator: "\n").map(String.init) == expected)
  }
}
