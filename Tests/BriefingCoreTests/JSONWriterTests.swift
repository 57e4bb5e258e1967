import BriefingCore
import Testing

@Suite struct JSONWriterTests {
  @Test func controlCharactersAreEscaped() {
    var json = JSONWriter()
    json.string("\"\\/\n\r\t\0\u{1B}\u{7F}\u{9B}\u{2028}é😀")
    #expect(json.text == "\"\\\"\\\\/\\n\\r\\t\\u0000\\u001b\\u007f\\u009b\\u2028é😀\"\n")
  }

  @Test func keysKeepTheirOrder() {
    var json = JSONWriter()
    json.object { json in
      json.key("z")
      json.array { json in
        json.number(-1)
        json.bool(true)
        json.array { _ in }
      }
      json.key("a")
      json.object { json in
        json.key("b")
        json.string(nil)
        json.key("c")
        json.bool(false)
      }
    }
    #expect(json.text == "{\n\"z\":[-1,true,[]],\n\"a\":{\"b\":null,\"c\":false}\n}\n")
  }

  @Test func anEmptyList() {
    #expect(JSONWriter.list(of: []) == "[]\n")
  }

  @Test func aList() {
    let rows = [
      CatalogueRow(
        path: "Briefings/a.md", title: "A \u{1B}[2J", date: BriefingDate("2025-05-15"), source: "S",
        tags: ["x", "y"],
        sections: 6, words: 700),
      CatalogueRow(path: "Briefings/b.md", title: "b", problem: "permission denied"),
    ]
    #expect(
      JSONWriter.list(of: rows) == """
        [
        {"path":"Briefings/a.md","title":"A \\u001b[2J","date":"2025-05-15","source":"S","tags":["x","y"],\
        "sections":6,"words":700,"unread":true},
        {"path":"Briefings/b.md","title":"b","date":null,"source":null,"tags":[],"sections":0,"words":0,\
        "unread":true,"problem":"permission denied"}
        ]

        """)
  }
}
