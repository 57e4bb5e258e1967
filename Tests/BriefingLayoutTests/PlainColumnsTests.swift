import BriefingLayout
import Testing

/// Texts that need not be made into cells to be measured and printed.
@Suite struct PlainColumnsTests {
  private func plainColumns(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { Cell.plainColumns(of: $0) }
  }

  /// Each scalar alone and between others, up to the CJK and beyond.
  @Test func `a plain text is what its cells show`() {
    var plain = 0
    for scalar in (UInt32(0)...0x3100).compactMap(Unicode.Scalar.init) {
      for text in ["\(scalar)", "a\(scalar)b", "é\(scalar)\(scalar)"] {
        guard let columns = plainColumns(text) else { continue }
        let cells = Cell.cells(text)
        #expect(
          cells.count == columns && cells.map(\.glyph).joined() == text,
          "U+\(String(scalar.value, radix: 16))")
        plain += 1
      }
    }
    #expect(plain > 1500)
  }

  @Test(arguments: [
    ("", 0), ("A missile sale", 14), ("Erdoğan · İstanbul", 18), ("Ünüvar’s", nil), ("日本", nil),
    ("e\u{301}", nil), ("a\u{A0}b", nil), ("a\u{AD}b", nil), ("a\u{7F}", nil), ("\u{1B}[2J", nil),
    ("שלום", nil),
  ])
  func `columns of a text`(text: String, columns: Int?) {
    #expect(plainColumns(text) == columns)
  }
}
