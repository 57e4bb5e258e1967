import Testing

@testable import BriefingLayout

@Suite struct ASCIITests {
  private func ascii(_ text: String) -> String {
    Cell.cells(text).inASCII().map(\.glyph).joined()
  }

  @Test(arguments: [
    ("plain ~ text", "plain ~ text"), ("Şehir içi İstanbul Łódź", "Sehir ici Istanbul Lodz"),
    ("e\u{301}tude", "etude"), ("“quoted” ‘it’s’ – — …", "\"quoted\" 'it's' - - ~"),
    ("• ◦ ▪ ☐ ☑", "* o - _ x"),
    ("│ ─ ┌ ┼ ┘", "| - + + +"), ("→ ← ↑ ↓ ▸", "> < ^ v >"), ("€5 £6", "E5 L6"), ("Straße", "Strase"),
    ("Да", "??"), ("漢字", "????"), ("ＡＢ", "A B "), ("㎏", "kg"), ("10⁶", "10?"), ("½", "?"), ("🙂", "??"),
  ])
  func whatStandsForWhat(text: String, expected: String) { #expect(ascii(text) == expected) }

  @Test func noColumnMoves() {
    for text in [
      "a漢b", "👩‍👩‍👧‍👦🇹🇷", "ไทย العربية עברית", "\u{1B}]0;x\u{7}", "e" + String(repeating: "\u{301}", count: 40),
    ] {
      let cells = Cell.cells(text)
      let plain = cells.inASCII()
      #expect(plain.count == cells.count)
      #expect(plain.allSatisfy { $0.ascii != nil })
    }
  }

  @Test func textKeepsItsLinesAndEscapes() {
    #expect("\u{1B}[1mÜber\u{1B}[0m\nzwei\r\n".textInASCII() == "\u{1B}[1mUber\u{1B}[0m\nzwei\r\n")
  }
}
