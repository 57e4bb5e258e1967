import BriefingLayout
import BriefingText
import Testing

/// Text on its way to the screen: what becomes of it, and how wide ncurses believes it to be.
@Suite struct CellTests {
  /// The glyphs of a text, wide ones followed by `_` for their second column.
  private func drawn(_ text: String) -> String {
    Cell.cells(text).map { $0.isContinuation ? "_" : $0.glyph }.joined()
  }

  @Test(arguments: [
    ("plain text", "plain text"),
    ("Erdoğan, İstanbul", "Erdoğan, İstanbul"),
    ("e\u{301}te\u{301}", "e\u{301}te\u{301}"),
    ("日本語", "日_本_語_"),
    ("한국", "한_국_"),
    ("\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{1161}\u{11AB}_"),
    ("กำ ที่", "กำ ที่"),
    ("क्षि", "क्षि"),
    ("שָׁלוֹם", "שָׁלוֹם"),
    ("\u{1F600}!", "\u{1F600}_!"),
    // Terminals disagree on joined and tinted emoji: the first picture stands for all.
    ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}.", "\u{1F468}_\u{1F469}_\u{1F467}_."),
    ("\u{1F44D}\u{1F3FD}.", "\u{1F44D}_."),
    ("\u{2764}\u{FE0F}.", "\u{2764}."),
    ("1\u{FE0F}\u{20E3}.", "1\u{20E3}."),
    ("\u{1F1F9}\u{1F1F7}", "\u{1F1F9}\u{1F1F7}"),
    ("\u{1F1F9}", "<U+1F1F9>"),
    // A joiner shapes letters that join, and is left out elsewhere.
    ("क्\u{200D}ष", "क्\u{200D}ष"), ("می\u{200C}شود", "می\u{200C}شود"), ("a\u{200D}b", "ab"),
    // Marks of direction do their work after a letter that runs from right to left, and are seen elsewhere.
    ("שלום\u{200F}!", "שלום\u{200F}!"), ("שלום!\u{200F} 12", "שלום!\u{200F} 12"),
    ("سلام\u{200E}", "سلام\u{200E}"), ("\u{200F}abc", "<U+200F>abc"), ("abc\u{200F}!", "abc<U+200F>!"),
    ("שלום abc\u{200E}", "שלום abc<U+200E>"), ("שלום\u{202E}x", "שלום<U+202E>x"),
    // No look of their own, and no harm.
    ("a\u{200B}b\u{2060}c\u{AD}d\u{FEFF}e\u{200C}f", "abcdef"),
    ("10\u{A0}000\u{202F}€", "10 000 €"),
    // A mark without a base gets one.
    ("\u{301}a", "\u{25CC}\u{301}a"),
    ("\t", "^I"), ("\r\n", "^M^J"), ("\u{0}", "^@"), ("\u{1B}[2J", "^[[2J"), ("\u{7F}", "^?"),
    ("\u{9B}2J", "<U+009B>2J"), ("\u{202E}gpj.exe", "<U+202E>gpj.exe"), ("\u{2028}", "<U+2028>"),
    ("\u{E0041}", "<U+E0041>"), ("\u{180E}", "<U+180E>"), ("\u{FFF9}", "<U+FFF9>"),
    // Unicode 15, and newer than the table: the width of that is anyone's guess.
    ("\u{1FAE8}.", "\u{1FAE8}_."), ("\u{31350}", "\u{31350}_"), ("\u{1FAE9}", "<U+1FAE9>"),
    ("\u{10FFFF}", "<U+10FFFF>"), ("\u{FFFE}", "<U+FFFE>"),
  ])
  func draws(text: String, expected: String) {
    #expect(drawn(text) == expected)
  }

  @Test func `every cell is a column: widths add up to the number of cells`() {
    for text in ["abc", "日本", "e\u{301}", "\u{1F468}\u{200D}\u{1F469}", "\u{9B}", "ab\u{1F600}c"] {
      let cells = Cell.cells(text)
      #expect(cells.reduce(0) { $0 + $1.width } == cells.count, "\(text)")
    }
  }

  /// Every assigned scalar, some planes without any, and the private ones, in pieces.
  private static let scalars: [ClosedRange<UInt32>] =
    [0...0x3FFFF, 0x4FFF0...0x5000F, 0xE0000...0xE0FFF, 0xFFFF0...0x10000F, 0x10FFF0...0x10FFFF].flatMap {
      range in
      stride(from: range.lowerBound, through: range.upperBound, by: 0x4000).map {
        $0...min(range.upperBound, $0 + 0x3FFF)
      }
    }

  @Test(arguments: scalars)
  func `no scalar reaches a cell as a control or format character`(range: ClosedRange<UInt32>) {
    // Apart by letters, so that no scalar joins the next one.
    let text = range.compactMap(Unicode.Scalar.init).map { "x\($0)" }.joined()
    for cell in Set(Cell.cells(text)) where cell.ascii == nil {
      for scalar in cell.glyph.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
          Issue.record("U+\(String(scalar.value, radix: 16)) is drawn as it is")
        case .format:
          // Arabic's number signs are format characters that one can see.
          #expect(!scalar.properties.isDefaultIgnorableCodePoint && cell.width == 1, "\(scalar.value)")
        default: break
        }
      }
    }
  }

  @Test func `symbols are told apart from text by their role`() {
    let cells = Cell.cells("a\u{1B}b", Style(.link, .strong))
    #expect(cells.map(\.style.role) == [.link, .replacement, .replacement, .link])
    #expect(cells.allSatisfy { $0.style.traits == .strong })
  }

  @Test func `heaped marks stay within what a cell of ncurses holds, and none is left out`() {
    let heap = "e" + String(repeating: "\u{301}", count: 500)
    let cells = Cell.cells(heap + "f")
    #expect(cells.allSatisfy { $0.glyph.unicodeScalars.count <= 5 })
    #expect(cells[0].glyph == "e\u{301}\u{301}\u{301}\u{301}")
    #expect(cells[1].glyph == "\u{25CC}\u{301}\u{301}\u{301}\u{301}" && cells[1].style.role == .replacement)
    #expect(cells.last?.glyph == "f")
    let marks = cells.flatMap { Array($0.glyph.unicodeScalars) }.count { $0 == "\u{301}" }
    #expect(marks == 500)
    // Four syllables of Tibetan heap more bytes than a cell has.
    #expect(drawn("\u{F62}\u{F92}\u{FB1}\u{F74}") == "\u{F62}\u{F92}\u{FB1}\u{25CC}\u{F74}")
  }

  @Test func `of a text as long as a file only what is wanted is made`() {
    let text = String(repeating: "ab", count: 10_000)
    #expect(Cell.cells(text, atLeast: 5).count == 5)
    #expect(Cell.cells("abc", atLeast: 5).count == 3)
    // A whole sign, though.
    #expect(Cell.cells("\u{202E}b", atLeast: 5).count == 8)
  }

  @Test func `very much that has no look has a sign`() {
    for hidden in ["\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FE0F}"] {
      let few = "a" + String(repeating: hidden, count: 10) + "b"
      #expect(drawn(few) == "ab", "\(few.debugDescription)")
      let many = drawn("a" + String(repeating: hidden, count: 1000) + "b")
      let sign =
        "<U+\(String(hidden.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true).leftPadded)>"
      #expect(many.hasPrefix("a") && many.hasSuffix("b") && many.contains(sign), "\(many)")
    }
  }

  @Test func `a cell takes 16 bytes and compares by its look`() {
    #expect(MemoryLayout<Cell>.stride == 16)
    #expect(Cell.cells("é") == Cell.cells("é"))
    #expect(Cell.cells("é") != Cell.cells("è"))
    #expect(Cell.blank() == Cell.cells(" ")[0])
    #expect(Cell.blank(Style(.bar)) != Cell.blank())
  }
}

extension String {
  /// With zeros before it, to four digits.
  fileprivate var leftPadded: String { String(repeating: "0", count: max(0, 4 - count)) + self }
}
