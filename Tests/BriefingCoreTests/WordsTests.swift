import BriefingCore
import Testing

/// The words of an index are those of excerpts and lighting: both ways to them agree.
@Suite struct WordsTests {
  private func check(_ text: String, _ name: String? = nil) {
    let words = Words(text).texts
    for start in ["", "behind |"] {
      var line = Array(start.utf8)
      var text = text
      let count = text.withUTF8 { Words.append($0, to: &line) }
      #expect(count == words.count, "\(name ?? text)")
      let parts = (start.isEmpty ? [] : [start]) + words
      #expect(line == Array(parts.joined(separator: " ").utf8), "\(name ?? text)")
    }
  }

  @Test(arguments: [
    "", " ", "a", " a ", "A b", "F-35", "C++", "$304", "AT&T’s “50%”", "Erdoğan", "İstanbul’da",
    "cafe\u{301}s",
    "\u{301}a", "a\u{AD}b", "日本語 と", "a日b", "x…y", "👩‍🚀now", "ΌΣ", "Straße", "ﬁle", "\u{0}a\u{7F}b\u{1}", "ไทย",
  ])
  func foldsAndFindsInOnePass(text: String) { check(text) }

  /// Each scalar by itself, within a word and beside others.
  @Test func everyScalarIsTheSame() {
    for start in stride(from: UInt32(0), to: 0x2_0000, by: 0x400) {
      var text = ""
      for value in start..<start + 0x400 {
        guard let scalar = Unicode.Scalar(value) else { continue }
        text.unicodeScalars.append(scalar)
        text += value % 3 == 0 ? "a" : value % 3 == 1 ? " " : ""
      }
      check(text, "from \(String(start, radix: 16))")
    }
  }

  /// Words and gaps of every length at every place among the eight bytes that are looked at together.
  @Test func proseIsTheSame() {
    for unit in [
      "Aa 9", "a  b ", "ab, cd", "x@y[z`{/:", " \u{10}\u{19}1", "Zz zZ\t", "a b c d", "aé b", "F-35s & C++",
      "\u{0}a b\u{7F}",
    ] {
      let text = String(repeating: unit, count: 12)
      for start in 0..<16 { check(String(repeating: "w", count: start) + text) }
      for start in 1..<16 { check(String(repeating: "w", count: start) + " " + text) }
    }
  }

  /// What grows most when it becomes words, on and off the boundaries of what is done at once.
  @Test(arguments: ["&", "a&", "a ", "ΐ", "ß", "ﬃ", "日", "…", "\u{FDFA}", "é+", "word "])
  func longTextsAreTheSame(unit: String) {
    for count in [60, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1000, 3001] {
      check(String(repeating: unit, count: count), "\(count) times \(unit)")
      check("x" + String(repeating: unit, count: count), "x and \(count) times \(unit)")
    }
  }
}
