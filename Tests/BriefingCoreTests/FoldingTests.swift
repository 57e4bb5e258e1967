import BriefingCore
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Erdoğan", "erdogan"), ("İstanbul", "istanbul"), ("ISTANBUL", "istanbul"), ("ışık", "isik"),
    ("Łódź", "lodz"), ("Straße", "strasse"), ("STRASSE", "strasse"), ("Ærø", "aero"), ("œuvre", "oeuvre"),
    ("Đặng", "dang"), ("Việt Nam", "viet nam"), ("cafe\u{301}", "cafe"), ("e\u{323}\u{302}", "e"),
    ("ΆΣ", "ασ"), ("Чёрный", "черныи"), ("ﬁle", "file"), ("ＦＵＬＬ", "full"),
    ("مُحَمَّد", "محمد"), ("שָׁלוֹם", "שלום"), ("한국", "한국"), ("東京", "東京"), ("👩‍👩‍👧", "👩👩👧"), ("", ""),
    ("zwsp\u{200B}word", "zwspword"), ("wj\u{2060}word", "wjword"), ("می\u{200C}خواهم", "ميخواهم"),
    ("✔\u{FE0F}", "✔"),
    ("שלום\u{200F}", "שלום"), ("\u{1112}\u{1161}\u{11AB}국", "한국"), ("하\u{11AB}", "한"),
    ("\u{1112}\u{1161}", "하"),
    ("\u{F900}", "豈"), ("\u{2F800}", "丽"), ("㎏ ㈱", "kg (株)"), ("ｶﾞ", "カ\u{3099}"), ("10⁶", "10^6"),
    ("2¹²⁸", "2^128"),
    // As PDFs and programs that draw letters otherwise write them, and from keyboards of another language.
    ("ﻣﺼﺮ", "مصر"), ("ﷲ", "الله"), ("ﬥﭏ", "לאל"), ("Ⅳ", "iv"), ("𝐁𝐨𝐥𝐝 𝟐", "bold 2"), ("ǅĳ", "dzij"),
    ("کتاب", "كتاب"),
    ("یزد", "يزد"),
    ("x⁻³", "x^-3"), ("H₂O", "h2o"), ("a\u{202E}b", "a\u{202E}b"), ("\u{1112}a", "\u{1112}a"),
  ])
  func foldsCaseAndDiacritics(text: String, folded: String) {
    #expect(Array(Folding.all.fold(text).utf8) == Array(folded.utf8))
    #expect(Array(Folding.all.fold(folded).utf8) == Array(folded.utf8), "folding twice changes nothing")
  }

  @Test func keepsWhatAnotherLetterIsMadeOf() {
    #expect(Folding.all.fold("が") != Folding.all.fold("か"))
    #expect(Folding.all.fold("が") == Folding.all.fold("か\u{3099}"))
  }

  @Test(arguments: ["US–Turkey", "US\u{2011}Turkey", "U\u{AD}S-Turkey", "US−Turkey"])
  func typographyIsReadAsTyped(text: String) {
    #expect(Folding.all.fold(text) == "us-turkey")
    #expect(Folding([]).fold(text) == "US-Turkey")
  }

  @Test func anyWhiteSpaceIsASpace() {
    #expect(Folding([]).fold("a\tb\nc\u{A0}d\u{3000}e\u{2028}f") == "a b c d e f")
  }

  @Test func optionsAreSeparate() {
    #expect(Folding.letterCase.fold("ÉTÉ") == "été")
    #expect(Folding.diacritics.fold("ÉTÉ") == "ETE")
    #expect(Folding.diacritics.fold("Łódź") == "Lodz")
    #expect(Array(Folding([]).fold("é").utf8) == Array("e\u{301}".utf8), "equivalent spellings agree")
  }

  @Test(arguments: [
    ("erdogan", Folding.all), ("Erdogan", .diacritics), ("erdoğan", .letterCase), ("Erdoğan", Folding()),
    ("f-35", .all), ("“quoted”", .all), ("straße", .letterCase), ("İ", Folding()),
  ])
  func smartCase(query: String, folding: Folding) {
    #expect(Folding.smart(for: query) == folding)
  }

  /// The query, and what of the text it is found as.
  @Test(arguments: [
    ("Recep Tayyip Erdoğan said", "erdogan", "Erdoğan"), ("İstanbul", "stan", "stan"),
    ("große Straße", "s", "ß"), ("große Straße", "strasse", "Straße"),
    ("cafe\u{301} au lait", "cafe", "cafe\u{301}"),
    ("\u{301}cafe", "cafe", "cafe"), ("a\u{AD}b", "ab", "a\u{AD}b"), ("x … y", "...", "…"),
    ("ağ\u{301}\u{302}b", "g", "ğ\u{301}\u{302}"), ("日本 é 語", "e 語", "é 語"), ("ﬁle", "i", "ﬁ"),
    ("a \u{1112}\u{1161}\u{11AB}국 b", "한국", "\u{1112}\u{1161}\u{11AB}국"),
    ("zw\u{200B}sp", "zwsp", "zw\u{200B}sp"),
    ("is 10⁶.", "10^6", "10⁶"), ("2¹²⁸ keys", "^128", "¹²⁸"), ("2¹²⁸ keys", "28", "²⁸"),
  ])
  func findsTheWayBack(text: String, query: String, found: String) throws {
    let folded = FoldedText(text, .all)
    let range = try #require(folded.firstRange(of: FoldedText(query, .all)))
    let original = folded.originalRange(of: range)
    #expect(Array(Array(text.utf8)[original]) == Array(found.utf8))
  }

  /// Text is folded in pieces of 128 kB, and with and without the way back.
  @Test func piecesAndBothWaysAgree() throws {
    let words = "\u{1112}\u{1161}\u{11AB}국 2¹²⁸ zw\u{200B}sp é ㎏ H₂O "
    for shift in 0..<12 {
      let text = String(repeating: "a", count: shift) + String(repeating: words, count: 4000)
      var folded = FoldedText()
      let bytes = Array(text.utf8)
      #expect(bytes.withUnsafeBufferPointer { folded.append($0, .all, isCancelled: { false }) })
      #expect(folded.utf8 == FoldedText(text, .all).utf8)
      #expect(folded.originalCount == bytes.count)
      var line: [UInt8] = []
      _ = bytes.withUnsafeBufferPointer { Words.append($0, to: &line) }
      #expect(String(decoding: line, as: UTF8.self) == Words(text).texts.joined(separator: " "))
    }
  }

  @Test func appendsGoOn() throws {
    var folded = FoldedText()
    folded.append("Łódź ", .all)
    let start = folded.originalCount
    folded.append("ığdır", .all)
    let range = try #require(folded.firstRange(of: FoldedText("igdir", .all)))
    #expect(folded.originalRange(of: range) == start..<start + "ığdır".utf8.count)
  }

  @Test func searchesFromAPlace() {
    let folded = FoldedText("abcabc", .all)
    let needle = FoldedText("BC", .all)
    #expect(folded.firstRange(of: needle) == 1..<3)
    #expect(folded.firstRange(of: needle, from: 2) == 4..<6)
    #expect(folded.firstRange(of: needle, from: 5) == nil)
    #expect(folded.firstRange(of: FoldedText()) == nil)
    #expect(folded.contains(FoldedText()))
  }

  /// Every scalar of the blocks that the table touches: folding is idempotent, more options fold more, and the way back covers the whole text.
  @Test func holdsForEveryScalar() {
    for value in [
      0..<0x3400, 0xA640..<0xAC00, 0xF900..<0x1_0000, 0x2_F800..<0x2_FA20, 0x1_0400..<0x1_0D00,
      0x1_E900..<0x1_E950,
    ]
    .joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let text = String(Character(scalar))
      let all = Folding.all.fold(text)
      let options: [Folding] = [[], .letterCase, .diacritics, .all]
      for folding in options {
        let folded = folding.fold(text)
        let isStable =
          folding.fold(folded).utf8.elementsEqual(folded.utf8)
          && Folding.all.fold(folded).utf8.elementsEqual(all.utf8)
        if !isStable { Issue.record("U+\(String(value, radix: 16)) with \(folding.rawValue)") }
      }
      let folded = FoldedText(text, .all)
      if !folded.utf8.isEmpty, folded.originalRange(of: 0..<folded.utf8.count) != 0..<text.utf8.count {
        Issue.record("U+\(String(value, radix: 16)): the way back")
      }
    }
  }
}
