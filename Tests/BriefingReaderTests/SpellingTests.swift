import BriefingCore
import Testing

@testable import BriefingReader

/// What is on the screen is found as it is typed, however it is written: on the page, in the list, among sections.
@Suite struct SpellingTests {
  /// As it is written, and as it is typed.
  private static let words = [
    ("می\u{200C}خواهم", "میخواهم"), ("hoch\u{AD}spannung", "hochspannung"), ("zw\u{200B}sp", "zwsp"),
    ("word\u{2060}joined", "wordjoined"), ("שלום\u{200F}", "שלום"), ("שָׁלוֹם", "שלום"),
    ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", "한글"), ("한글", "\u{1112}\u{1161}\u{11AB}글"),
    ("ﾆｭｰｽ", "ニュース"), ("ガソリン", "ｶﾞｿﾘﾝ"), ("カ\u{3099}ソリン", "ガソリン"), ("\u{F900}文", "豈文"),
    ("葛\u{E0100}城", "葛城"), ("✔\u{FE0F}done", "✔done"), ("ﬁnance", "finance"), ("oﬃce", "office"),
    ("Straße", "strasse"), ("STRASSE", "straße"), ("œuvre", "oeuvre"), ("Ærøskøbing", "aeroskobing"),
    ("İstanbul", "istanbul"), ("Iğdır", "igdir"), ("كتـــاب", "كتاب"), ("مُحَمَّد", "محمد"), ("أحمد", "احمد"),
    ("cafe\u{301}", "café"), ("Vie\u{323}\u{302}t", "viet"), ("Łódź", "lodz"), ("Ｆｕｌｌ", "full"),
    ("10⁶", "10^6"),
    ("H₂O", "h2o"), ("㎏", "kg"), ("ΟΔΟΣ", "οδος"), ("ёлка", "елка"), ("ﻣﺼﺮ", "مصر"), ("Ⅳ", "iv"),
    ("𝐁𝐨𝐥𝐝", "bold"),
    ("ĳs", "ijs"), ("کتاب", "كتاب"), ("يزد", "یزد"), ("a\u{34F}b", "ab"),
  ]

  @Test(arguments: words) func isLitOnThePage(written: String, typed: String) {
    var session = Session("one \(written) two")
    session.type("/" + typed)
    #expect(!session.marked(.match).isEmpty, "\n\(session.text)")
  }

  @Test(arguments: words) func isLeftInTheList(written: String, typed: String) {
    let rows = [Samples.row("Other"), Samples.row("One \(written) two")]
    var session = Session(library: rows, files: [:])
    session.type("/" + typed)
    #expect(session.state.list?.shown.count == 1, "\n\(session.text)")
  }

  @Test(arguments: words) func isASection(written: String, typed: String) {
    #expect(FuzzyMatch(FuzzyPattern(typed), in: FuzzyCandidate("One \(written) two")) != nil)
  }
}
