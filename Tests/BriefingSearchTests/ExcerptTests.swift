import BriefingLayout
import BriefingSearch
import Testing

struct ExcerptTests {
  private func excerpt(_ texts: String..., words: String..., length: Int = 40) -> Excerpt {
    Excerpt(
      of: texts.map(SectionText.Passage.init(text:)), showing: words.map { WordPattern(words: [$0]) },
      length: length)
  }

  /// The lit parts in brackets.
  private func marked(_ excerpt: Excerpt) -> String {
    var text = ""
    var at = excerpt.text.utf8.startIndex
    for range in excerpt.matches {
      let start = excerpt.text.utf8.index(excerpt.text.utf8.startIndex, offsetBy: range.lowerBound)
      let end = excerpt.text.utf8.index(start, offsetBy: range.count)
      text += excerpt.text[at..<start] + "[" + excerpt.text[start..<end] + "]"
      at = end
    }
    return text + excerpt.text[at...]
  }

  @Test func showsTheWordsInTheirSurroundings() {
    #expect(
      marked(excerpt("One two three four five six seven missile eight nine ten eleven", words: "missile"))
        == "…six seven [missile] eight nine ten eleven")
  }

  @Test func prefersThePassageWithMoreOfTheWords() {
    #expect(
      marked(excerpt("A missile here.", "The missile sale to Türkiye.", words: "missile", "turkiye"))
        == "The [missile] sale to [Türkiye].")
  }

  @Test func withoutAMatchTheBeginningIsShown() {
    #expect(marked(excerpt("Nothing of it.", words: "missile")) == "Nothing of it.")
    #expect(marked(excerpt(words: "missile")) == "")
  }

  @Test func aLineBreakIsASpace() {
    #expect(marked(excerpt("missile\nsale", words: "sale")) == "missile [sale]")
  }

  @Test func aWordLongerThanTheExcerptIsCut() {
    let long = String(repeating: "a", count: 100)
    #expect(excerpt(long, words: long, length: 10).text == "aaaaaaaaaa…")
  }
}
