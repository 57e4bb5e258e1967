import Testing

@testable import BriefingReader

@Suite struct FuzzyMatchTests {
  /// Pattern, text, the text with its matched characters in brackets; nil where it does not match.
  @Test(
    arguments: [
      ("f35", "F-35 hopes", "[F]-[35] hopes"),
      ("hop", "F-35 hopes", "F-35 [hop]es"),
      ("pkk", "PKK talks", "[PKK] talks"),
      ("ed", "Energy and aviation deals", "[E]nergy and aviation [d]eals"),
      ("istanbul", "İstanbul talks", "[İstanbul] talks"),
      ("erdogan", "President Erdoğan", "President [Erdoğan]"),
      ("missale", "Missile sale", "[Mis]sile [sale]"),
      ("a b", "alpha beta", "[a]lpha [b]eta"),
      ("", "anything", "anything"),
      ("xyz", "F-35 hopes", nil),
      ("hopesf", "F-35 hopes", nil),
      ("strasse", "Große Straße", "Große [Straße]"),
      ("oeuvre", "Une œuvre", "Une [œuvre]"),
      ("file", "The ﬁle", "The [ﬁle]"),
      ("한국", "\u{1112}\u{1161}\u{11AB}국 news", "[\u{1112}\u{1161}\u{11AB}국] news"),
      ("zwsp", "zw\u{200B}sp", "[zw]\u{200B}[sp]"),
      ("10^6", "To 10⁶ people", "To [10⁶] people"),
    ] as [(String, String, String?)])
  func lightsTheBestMatch(pattern: String, text: String, expected: String?) {
    let match = FuzzyMatch(FuzzyPattern(pattern), in: FuzzyCandidate(text))
    guard let expected else { return #expect(match == nil) }
    var marked = ""
    var isInside = false
    for (index, character) in text.enumerated() {
      let isMatched = match?.positions.contains(index) == true
      if isMatched != isInside { marked += isMatched ? "[" : "]" }
      isInside = isMatched
      marked.append(character)
    }
    if isInside { marked += "]" }
    #expect(marked == expected)
  }

  /// Pattern, the better text, the worse.
  @Test(arguments: [
    ("talks", "PKK talks", "The last week"),
    ("sale", "Missile sale", "Several details"),
    ("f", "F-35 hopes", "Chief of staff"),
    ("deal", "Deals", "Ordeal"),
    ("ru", "Rubio's visit", "Rubio's visit and NATO talks"),
  ])
  func ranks(pattern: String, better: String, worse: String) throws {
    let pattern = FuzzyPattern(pattern)
    let first = try #require(FuzzyMatch(pattern, in: FuzzyCandidate(better)))
    let second = FuzzyMatch(pattern, in: FuzzyCandidate(worse))
    #expect(first.score > second?.score ?? Int.min)
  }

  @Test func aLongTextIsMatchedInItsFirstPart() {
    let text = String(repeating: "a", count: 100_000) + "b"
    #expect(FuzzyMatch(FuzzyPattern("aaa"), in: FuzzyCandidate(text)) != nil)
    #expect(FuzzyMatch(FuzzyPattern("b"), in: FuzzyCandidate(text)) == nil)
  }
}
