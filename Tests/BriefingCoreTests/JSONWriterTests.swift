import BriefingCore
import Testing

@Suite struct JSONWriterTests {
  @Test func controlCharactersAreEscaped() {
    var json = JSONWriter()
    json.string("\"\\/\n\r\t\0\u{1B}\u{7F}\u{9B}\u{2028}é😀")
    #expect(json.text == "\"\\\"\\\\/\\n\\r\\t\\u0000\\u001b\\u007f\\u009b\\u2028é😀\"\n")
  }

  /// What a reader would not see, as JSON.
  @Test(arguments: [
    ("\u{200B}", "\\u200b"), ("\u{2060}", "\\u2060"), ("\u{FEFF}", "\\ufeff"), ("\u{AD}", "\\u00ad"),
    ("\u{202E}", "\\u202e"), ("\u{2066}", "\\u2066"), ("\u{61C}", "\\u061c"), ("\u{34F}", "\\u034f"),
    ("\u{3164}", "\\u3164"), ("\u{FFF9}", "\\ufff9"), ("\u{FFFE}", "\\ufffe"),
    ("\u{E0001}", "\\udb40\\udc01"), ("\u{E0041}", "\\udb40\\udc41"), ("\u{E0100}", "\\udb40\\udd00"),
    ("\u{1FFFF}", "\\ud83f\\udfff"), ("\u{10FFFE}", "\\udbff\\udffe"),
    ("👩\u{200D}🚀", "👩\\u200d🚀"), ("❤\u{FE0F}", "❤\\ufe0f"),
    // What is seen stays as it is.
    ("\u{A0}\u{3000}\u{2003}", "\u{A0}\u{3000}\u{2003}"), ("e\u{301}", "e\u{301}"), ("\u{FFFD}", "\u{FFFD}"),
    ("\u{600}\u{661}", "\u{600}\u{661}"), ("漢字 한국 Ğ 🇹🇷", "漢字 한국 Ğ 🇹🇷"),
  ])
  func whatCannotBeSeenIsEscaped(text: String, expected: String) {
    var json = JSONWriter()
    json.key(text)
    json.string(text)
    #expect(Array(json.text.utf8) == Array("\"\(expected)\":\"\(expected)\"\n".utf8))
  }

  /// The table, against what the standard library knows of Unicode.
  @Test func everyInvisibleScalarIsEscaped() {
    for value in UInt32(0xA0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      // Unicode's Prepended_Concatenation_Mark, which the standard library does not have.
      let isDrawn = [
        0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
      ]
      .contains(value)
      let isFormat = [.format, .lineSeparator, .paragraphSeparator].contains(properties.generalCategory)
      let isInvisible =
        properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint || isFormat && !isDrawn
      var json = JSONWriter()
      json.string(String(scalar))
      #expect(json.text.utf8.contains(UInt8(ascii: "\\")) == isInvisible, "U+\(String(value, radix: 16))")
    }
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
        path: "Briefings/a.md", title: "A \u{1B}[2J", date: BriefingDate("2025-05-15"),
        dateOrigin: .metadata, source: "S",
        tags: ["x", "y"],
        sections: 6, words: 700),
      CatalogueRow(path: "Briefings/b.md", title: "b", problem: "permission denied"),
    ]
    #expect(
      JSONWriter.list(
        of: rows,
        state: {
          let isReadable = $0.isReadable
          return RowState(
            isUnread: true, unreadSections: isReadable ? 2 : 0, isChanged: isReadable, isStarred: isReadable)
        }) == """
          [
          {"path":"Briefings/a.md","title":"A \\u001b[2J","date":"2025-05-15","dateFrom":"metadata","source":"S","tags":["x","y"],\
          "sections":6,"words":700,"unread":true,"unreadSections":2,"changed":true,"starred":true},
          {"path":"Briefings/b.md","title":"b","date":null,"dateFrom":null,"source":null,"tags":[],"sections":0,"words":0,\
          "unread":true,"unreadSections":0,"changed":false,"starred":false,"problem":"permission denied"}
          ]

          """)
  }
}
