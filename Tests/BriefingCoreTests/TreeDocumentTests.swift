import BriefingCore
import Foundation
import Testing

/// `show --format json`: what scripts read.
@Suite struct TreeDocumentTests {
  private func briefing(_ text: String, dialect: Dialect = .briefing) throws -> Briefing {
    try Briefing(parsing: Array(text.utf8), file: .init(name: "file"), dialect: dialect)
  }

  private func json(_ briefing: Briefing, section: Int? = nil) -> String {
    var text = ""
    JSONWriter.tree(of: briefing, section: section) { text += $0 }
    return text
  }

  /// The lines of the blocks, which each have one.
  private func blocks(_ text: String, section: Int? = nil, dialect: Dialect = .briefing) throws -> [String] {
    let lines = json(try briefing(text, dialect: dialect), section: section).split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("\"blocks\":[") })
    return lines[(start + 1)...].filter { $0 != "]" && $0 != "}" }.map {
      String($0.hasSuffix(",") ? $0.dropLast() : $0)
    }
  }

  @Test(arguments: [
    (
      "## *A* b\r\n",
      """
      {"kind":"heading","range":[0,8],"lines":[1,1],"level":2,"text":"A b","inlines":[\
      {"kind":"emphasis","range":[3,6],"children":[{"kind":"text","range":[4,5],"text":"A"}]},\
      {"kind":"text","range":[6,8],"text":" b"}]}
      """
    ),
    (
      "a\\\n`b` &amp;<i>",
      """
      {"kind":"paragraph","range":[0,15],"lines":[1,2],"text":"a b &","inlines":[\
      {"kind":"text","range":[0,1],"text":"a"},{"kind":"lineBreak","range":[1,3]},\
      {"kind":"code","range":[3,6],"text":"b"},{"kind":"text","range":[6,7],"text":" "},\
      {"kind":"characterReference","range":[7,12],"text":"&"},{"kind":"html","range":[12,15],"text":"<i>"}]}
      """
    ),
    (
      "[a](b 'c')![](d)",
      """
      {"kind":"paragraph","range":[0,16],"lines":[1,1],"text":"a","inlines":[\
      {"kind":"link","range":[0,10],"destination":"b","title":"c","children":[\
      {"kind":"text","range":[1,2],"text":"a"}]},\
      {"kind":"image","range":[10,16],"destination":"d","title":null,"children":[]}]}
      """
    ),
    (
      "> [!TIP]\n> - - -",
      """
      {"kind":"alert","range":[0,16],"lines":[1,2],"type":"tip","children":[\
      {"kind":"thematicBreak","range":[11,16],"lines":[2,2]}]}
      """
    ),
    (
      "3) [x] a\n4) ",
      """
      {"kind":"list","range":[0,11],"lines":[1,2],"start":3,"delimiter":")","tight":true,"children":[\
      {"kind":"item","range":[0,8],"lines":[1,1],"done":true,"children":[\
      {"kind":"paragraph","range":[7,8],"lines":[1,1],"text":"a","inlines":[\
      {"kind":"text","range":[7,8],"text":"a"}]}]},\
      {"kind":"item","range":[9,11],"lines":[2,2],"done":null,"children":[]}]}
      """
    ),
    (
      "```swift x\na\n```",
      """
      {"kind":"codeBlock","range":[0,16],"lines":[1,3],"fenced":true,"info":"swift x","text":"a\\n"}
      """
    ),
    (
      "<p>\nx", "{\"kind\":\"htmlBlock\",\"range\":[0,5],\"lines\":[1,2],\"text\":\"<p>\\nx\\n\"}"
    ),
    (
      "|a|\n|:-|\n",
      """
      {"kind":"table","range":[0,8],"lines":[1,2],"columns":1,"children":[\
      {"kind":"tableRow","range":[0,3],"lines":[1,1],"header":true,"children":[\
      {"kind":"tableCell","range":[1,2],"lines":[1,1],"alignment":"left","text":"a","inlines":[\
      {"kind":"text","range":[1,2],"text":"a"}]}]}]}
      """
    ),
    // No more cells than are written.
    (
      "a|b\n-|-\nc\n",
      """
      {"kind":"table","range":[0,9],"lines":[1,3],"columns":2,"children":[\
      {"kind":"tableRow","range":[0,3],"lines":[1,1],"header":true,"children":[\
      {"kind":"tableCell","range":[0,1],"lines":[1,1],"alignment":null,"text":"a","inlines":[\
      {"kind":"text","range":[0,1],"text":"a"}]},\
      {"kind":"tableCell","range":[2,3],"lines":[1,1],"alignment":null,"text":"b","inlines":[\
      {"kind":"text","range":[2,3],"text":"b"}]}]},\
      {"kind":"tableRow","range":[8,9],"lines":[3,3],"header":false,"children":[\
      {"kind":"tableCell","range":[8,9],"lines":[3,3],"alignment":null,"text":"c","inlines":[\
      {"kind":"text","range":[8,9],"text":"c"}]}]}]}
      """
    ),
    (
      "[^n]: > x",
      """
      {"kind":"footnoteDefinition","range":[0,9],"lines":[1,1],"label":"n","children":[\
      {"kind":"blockQuote","range":[6,9],"lines":[1,1],"children":[\
      {"kind":"paragraph","range":[8,9],"lines":[1,1],"text":"x","inlines":[\
      {"kind":"text","range":[8,9],"text":"x"}]}]}]}
      """
    ),
    (
      "\n[a]:\n/b", "{\"kind\":\"linkDefinition\",\"range\":[1,8],\"lines\":[2,3],\"text\":\"[a]:\\n/b\"}"
    ),
  ])
  func eachKind(markdown: String, expected: String) throws {
    #expect(try blocks(markdown) == [expected])
  }

  @Test func metadataAndSectionsComeFirst() throws {
    let text = """
      ---
      title: T
      date: 2025-05-15
      author: [A, B]
      edition: 2
      lang: "?"
      ---
      # Page

      ## One

      Two words.
      """
    #expect(
      json(try briefing(text)).hasPrefix(
        """
        {
        "metadata":{
        "title":"T",
        "date":"2025-05-15",
        "dateFrom":"metadata",
        "source":null,
        "author":["A","B"],
        "tags":[],
        "summary":null,
        "lang":null,
        "url":null,
        "updated":null,
        "details":[{"key":"edition","value":"2"},{"key":"lang","value":"?"}],
        "warnings":[{"line":6,"message":"lang: “?” is not a language tag; write it as en or pt-BR"}]
        },
        "sections":[
        {"number":"1","level":2,"title":"One","slug":"one","line":10,"words":3,"range":[78,96]}
        ],
        "blocks":[
        {"kind":"heading","range":[70,76],"lines":[8,8],"level":1,
        """.dropLast()))
  }

  /// A section has its own blocks alone, in the containers around them.
  @Test(arguments: [
    ("# a\n\nx\n\n## b\n\n# c\n\ny", 0, ["heading a", "paragraph x", "heading b"]),
    ("# a\n\nx\n\n## b\n\n# c\n\ny", 1, ["heading b"]),
    ("# a\n\nx\n\n## b\n\n# c\n\ny", 2, ["heading c", "paragraph y"]),
    ("# a\n\n> x\n>\n> # b\n> y\n\nz\n\n- # c", 0, ["heading a", "blockQuote > paragraph x"]),
    ("# a\n\n> x\n>\n> # b\n> y\n\nz\n\n- # c", 1, ["blockQuote > heading b, paragraph y", "paragraph z"]),
    ("# a\n\n> x\n>\n> # b\n> y\n\nz\n\n- # c", 2, ["list > item > heading c"]),
  ])
  func sectionsAlone(markdown: String, section: Int, expected: [String]) throws {
    func outline(_ value: Any) throws -> String {
      let block = try #require(value as? [String: Any])
      let kind = try #require(block["kind"] as? String)
      if let children = block["children"] as? [Any] {
        return "\(kind) > " + (try children.map(outline)).joined(separator: ", ")
      }
      return "\(kind) \(block["text"] ?? "")"
    }
    let text = json(try briefing(markdown), section: section)
    let tree = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(try (try #require(tree["blocks"] as? [Any])).map(outline) == expected)
  }

  /// Only ASCII's white space goes from the ends of a text: what else is none in Unicode was written to be there.
  @Test(arguments: [
    ("## \u{A0}a\u{A0}", "\u{A0}a\u{A0}"), ("## a&nbsp;\u{301}", "a\u{A0}\u{301}"),
    ("## &#32;\u{301}a&#9;", "\u{301}a"),
    ("## \u{2003}", "\u{2003}"), ("## &#32;", ""),
  ])
  func noTextIsTrimmed(markdown: String, expected: String) throws {
    let briefing = try briefing(markdown)
    let title = try #require(briefing.sections.first?.title)
    #expect(Array(title.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(json(briefing).contains("\"text\":\"\(expected)\",\"inlines\""))
  }

  @Test func aTitleThatShowsNothingIsNone() throws {
    #expect(try briefing("# &nbsp;\n\ntext").metadata.title == briefing("text").metadata.title)
  }

  @Test func aListThatIsCutStartsWithItsFirstItem() throws {
    let text = "7. one\n\n8. two\n   ## Heading\n9. three\n"
    let list = try #require(try blocks(text, section: 0).first)
    #expect(list.contains("\"start\":8,"), "\(list)")
    #expect(try blocks(text).first?.contains("\"start\":7,") == true)
  }

  @Test func theDialectDecidesWhatIsThere() throws {
    #expect(try blocks("~~a~~", dialect: .commonmark).joined().contains("strikethrough") == false)
    #expect(try blocks("~~a~~", dialect: .gfm).joined().contains("strikethrough"))
    let strict = try blocks("---\na: b\n---\n", dialect: .commonmark)
    #expect(strict.count == 2 && strict[0].contains("thematicBreak") && strict[1].contains("heading"))
    #expect(try blocks("---\na: b\n---\n") == [])
  }

  @Test func anEmptyBriefingIsADocumentToo() throws {
    let tree = try JSONSerialization.jsonObject(with: Data(json(try briefing("")).utf8)) as? [String: Any]
    #expect((tree?["blocks"] as? [Any])?.isEmpty == true)
    #expect((tree?["sections"] as? [Any])?.isEmpty == true)
  }

  /// Control characters, those that turn the direction of text around, and bytes that are not text.
  @Test func hostileTextIsEscaped() throws {
    let hostile = "\u{1B}]0;x\u{7}\u{9B}2J\u{202E}\u{2066}\u{8}\u{7F}\"\\\0"
    var bytes = Array("## \(hostile)&#27;\n\n[\(hostile)](<\(hostile)> '\(hostile)')\n\n    \(hostile)".utf8)
    bytes += [0xFF, 0xC3, 0x0A]
    let briefing = try Briefing(parsing: bytes, file: .init(name: hostile))
    let text = json(briefing)
    let forbidden = text.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}"
        || $0 == "\u{2066}"
    }
    #expect(forbidden.isEmpty)
    let tree = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let heading = try #require((tree["blocks"] as? [[String: Any]])?.first)
    #expect(heading["text"] as? String == hostile.replacing("\0", with: "\u{FFFD}") + "\u{1B}")
  }

  /// Every bracket has its end, and nothing overflows.
  @Test(arguments: [("> ", 100_000), ("- ", 20_000), ("*a ", 50_000), ("![", 50_000)])
  func deepNesting(opening: String, count: Int) throws {
    let closing = ["*a ": "*", "![": "](b)"][opening] ?? ""
    let text =
      String(repeating: opening, count: count) + "x"
      + String(repeating: closing, count: closing.isEmpty ? 0 : count)
    var depth = 0
    var deepest = 0
    var pieces = 0
    JSONWriter.tree(of: try briefing(text)) { piece in
      pieces += 1
      for byte in piece.utf8 {
        if byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "}") { depth -= 1 }
        deepest = max(deepest, depth)
      }
    }
    #expect(depth == 0)
    #expect(deepest > count)
    #expect(pieces > 10)
  }

  @Test func aLongTargetThatIsReferredToOftenIsLeftOut() throws {
    let target = "/" + String(repeating: "x", count: 40_000)
    let text = "[a]: \(target)\n\n" + String(repeating: "[a] ", count: 10_000)
    let all = json(try briefing(text))
    #expect(all.ranges(of: "\"destination\":\"\(target)\"").count == 2)
    #expect(all.ranges(of: "\"destination\":null").count == 9_998)
  }
}
