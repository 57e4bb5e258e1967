import Testing

@testable import BriefingLayout

/// Where lines may end, and which of the places they take.
@Suite struct LineBreakingTests {
  /// The lines of a text in a column, a soft hyphen that shows as `-`.
  private func lines(_ text: String, _ column: Int) -> [String] {
    Graphemes.withEach(of: text) { graphemes in
      ParagraphBreaker.lines(of: graphemes, 0..<graphemes.count, column: column).map { line in
        String(decoding: graphemes.bytes[line.range], as: UTF8.self) + (line.mark == .hyphen ? "-" : "")
      }
    }
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("", 10, [""]),
    ("a\nb\n\nc", 10, ["a", "b", "", "c"]),
    ("trailing   \nspaces ", 10, ["trailing", "spaces"]),
    // As even as can be in as few lines as possible: greedy would leave "of" alone on the last.
    ("the quick brown fox jumps over it", 17, ["the quick brown", "fox jumps over it"]),
    // Hyphens and dashes.
    ("an Ankara-based firm", 10, ["an Ankara-", "based firm"]),
    ("the F-35 jet", 5, ["the", "F-35", "jet"]),
    ("AIM-120C-8", 8, ["AIM-120C", "-8"]),
    ("it fell to -5 degrees", 12, ["it fell to", "-5 degrees"]),
    ("an e-mail to us", 4, ["an", "e-ma", "il", "to", "us"]),
    ("use the --verbose flag", 11, ["use the", "--verbose", "flag"]),
    ("in 2019–2023 again", 9, ["in", "2019–2023", "again"]),
    ("Paris–Berlin", 8, ["Paris–", "Berlin"]),
    ("first—second", 8, ["first—", "second"]),
    ("first – second", 8, ["first –", "second"]),
    ("wait--what", 7, ["wait--", "what"]),
    // Not at these spaces.
    ("10\u{A0}000 men", 7, ["10\u{A0}000", "men"]),
    ("a b\u{2060} c", 3, ["a b\u{2060}", "c"]),
    // Invisible opportunities.
    ("super\u{200B}califragi", 9, ["super", "califragi"]),
    ("a\u{200B}  b\u{200B} \nc", 4, ["a\u{200B}  b", "c"]),
    ("a\u{200B}  b", 3, ["a", "b"]),
    ("a\u{200B}\nb", 4, ["a", "b"]),
    ("hyphen\u{AD}ation", 8, ["hyphen-", "ation"]),
    ("hyphen\u{AD}ation", 20, ["hyphen\u{AD}ation"]),
    // Words that are too long.
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("https://example.org/a/b-c", 16, ["https://example.", "org/a/b-c"]),
    ("see www.example.org/path", 12, ["see", "www.example.", "org/path"]),
    ("longword, x", 8, ["longwor", "d, x"]),
    ("longword[12] x", 9, ["longword", "[12] x"]),
    ("????????????", 5, ["?????", "?????", "??"]),
    ("ไทยไทย, x", 6, ["ไทยไท", "ย, x"]),
    // CJK: no full stop at a line's start, no bracket at its end.
    ("日本語文字", 4, ["日本", "語文", "字"]),
    ("日本語。文字", 6, ["日本", "語。文", "字"]),
    ("日本「語」文", 6, ["日本", "「語」", "文"]),
    ("abc日本", 4, ["abc", "日本"]),
    ("첫째 둘째", 4, ["첫째", "둘째"]),
    // Graphemes stay whole.
    ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ("\u{1F1F9}\u{1F1F7}\u{1F1FA}\u{1F1F8}", 2, ["\u{1F1F9}\u{1F1F7}", "\u{1F1FA}\u{1F1F8}"]),
    ("日本", 1, ["日", "本"]),
  ])
  func breaks(text: String, column: Int, expected: [String]) {
    #expect(lines(text, column) == expected)
  }

  /// Lines that go on are narrower; those that fit are not broken.
  @Test(arguments: [
    ("one two\nab cd ef", 7, ["one two", "ab cd", "  ef"]),
    ("abcdefghij", 5, ["abc", "  def", "  ghi", "  j"]),
    ("\n\na", 5, ["", "", "a"]),
  ])
  func hangs(text: String, column: Int, expected: [String]) {
    let lines = Graphemes.withEach(of: text) { graphemes in
      ParagraphBreaker.lines(of: graphemes, column: column, hang: 2).map { line in
        let goesOn = line.start > 0 && graphemes.bytes[Int(line.start) - 1] != 0x0A
        return (goesOn ? "  " : "") + String(decoding: graphemes.bytes[line.range], as: UTF8.self)
      }
    }
    #expect(lines == expected)
  }
}
