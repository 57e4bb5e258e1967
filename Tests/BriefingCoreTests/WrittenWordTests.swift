import Testing

@testable import BriefingCore

/// The words of a text as their author wrote them.
@Suite struct WrittenWordTests {
  private func written(_ text: String) -> [String] {
    var text = text
    var line: [UInt8] = []
    var found: [String] = []
    _ = text.withUTF8 { bytes in
      Words.append(
        bytes, to: &line, written: { found.append("\(String(decoding: $0, as: UTF8.self)) \($1)") })
    }
    return found
  }

  @Test(arguments: [
    ("Die Häuser der Straße", ["häuser 1", "straße 3"]),
    ("ÉLECTION, élection", ["élection 0", "élection 1"]),
    ("e\u{301}lection", ["élection 0"]), ("E\u{301}lection", ["élection 0"]), ("İstanbul Işık", ["işık 1"]),
    ("ışıkları", ["ışıkları 0"]), ("Война", ["война 0"]), ("Москва", []), ("КРАСНЫЙ", ["красный 0"]),
    ("Ελλάδα", ["ελλάδα 0"]), ("co\u{AD}ope\u{AD}ración", ["cooperación 0"]), ("a-é", ["é 1"]),
    ("日本語 é", ["é 3"]),
    ("plain ASCII text", []), ("Łódź—Gdańsk", ["łódź 0", "gdańsk 1"]), ("x² é1", ["é1 2"]), ("“é”", ["é 0"]),
  ])
  func whatFoldingTakesAwayIsKept(text: String, words: [String]) {
    #expect(written(text) == words)
  }

  @Test func longWordsAreLeftOut() {
    #expect(written(String(repeating: "é", count: 32)) == [String(repeating: "é", count: 32) + " 0"])
    #expect(written(String(repeating: "é", count: 33)) == [])
    #expect(written(String(repeating: "a", count: 80) + "é") == [])
  }

  @Test(arguments: [
    ("Portuguese", "pt"), ("por", "pt"), ("pt-BR", "pt"), ("Deutsch", "de"), ("NORSK", "no"),
    ("français", "fr"),
  ])
  func aLanguageHasManyNames(name: String, code: String) {
    #expect(LanguageName.code(of: name) == code)
    #expect(LanguageName.all(ofCode: code).first == code)
  }

  @Test func aNameThatIsNoTagIsALanguageToo() throws {
    func metadata(_ name: String) throws -> Metadata {
      try Briefing(parsing: Array("---\nlang: \(name)\n---\n".utf8), file: .init(name: "file")).metadata
    }
    for (name, code) in [("Português", "pt"), ("Nederlands", "nl"), ("русский", "ru"), ("norwegian", "no")] {
      #expect(try metadata(name).language == code)
      #expect(try metadata(name).warnings.isEmpty)
    }
    #expect(try metadata("no such language").warnings.count == 1)
    #expect(try metadata("Deutsch").language == "Deutsch")
  }
}
