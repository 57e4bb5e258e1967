import BriefingCore
import BriefingSearch
import BriefingText
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

  /// Of a section with a table of many cells: the best cell is found, and looking for it can be stopped.
  @Test func ofALongTableTheBestCellIsShown() throws {
    let rows = (0..<1000).map { "| row \($0) | missile |\n" }
    let table = "| a | b |\n|---|---|\n" + rows.joined() + "| the missile sale | last |\n"
    let units = BriefingUnits(
      try Briefing(parsing: Array(("# Page\n\n## One\n\n" + table).utf8), file: .init(name: "a")))
    let patterns = ["missile", "sale"].map { WordPattern(words: [$0]) }
    var asked = 0
    let excerpt = try Excerpt(ofSection: 1, of: units, showing: patterns) {
      asked += 1
      return false
    }
    #expect(marked(excerpt) == "the [missile] [sale]")
    #expect(asked > 1000)
    var answers = 0
    #expect(throws: CancellationError.self) {
      try Excerpt(ofSection: 1, of: units, showing: patterns) {
        answers += 1
        return answers > 100
      }
    }
    #expect(answers == 101)
    // Where nothing can be better, no more is read.
    var read = 0
    _ = try Excerpt(ofSection: 1, of: units, showing: [patterns[0]]) {
      read += 1
      return false
    }
    #expect(read < 20)
  }

  private func section(_ text: String, _ patterns: [WordPattern], below titles: [String] = []) throws
    -> String
  {
    let units = BriefingUnits(
      try Briefing(parsing: Array(("# Page\n\n## One\n\n" + text).utf8), file: .init(name: "a")))
    return marked(try Excerpt(ofSection: 1, of: units, showing: patterns, below: titles))
  }

  /// Words that stand far apart are shown in parts, in the order of the text.
  @Test func wordsFarApartAreShownInParts() throws {
    let filler = Array(repeating: "some words that say nothing", count: 12).joined(separator: " ")
    let patterns = ["zugzwang", "missile", "ankara"].map { WordPattern(words: [$0]) }
    let found = try section(
      "A missile \(filler) zugzwang \(filler)\n\n\(filler) Ankara \(filler)\n", patterns)
    #expect(found.hasPrefix("A [missile] some") && found.count < 260)
    let places = ["[missile]", "[zugzwang]", "[Ankara]"].map { found.ranges(of: $0).first?.lowerBound }
    #expect(places.allSatisfy { $0 != nil } && places[0]! < places[1]! && places[1]! < places[2]!)
    #expect(found.ranges(of: " … ").count == 2 && !found.contains("……"))
  }

  /// Forms of one word are one word: a part with two of them is no better than one with another word.
  @Test func formsOfAWordCountOnce() throws {
    let patterns = [("missile", 0), ("missiles", 0), ("sale", 1)].map {
      WordPattern(words: [$0.0], concept: $0.1)
    }
    #expect(
      try section("A missile, many missiles.\n\nThe missile sale.\n", patterns) == "The [missile] [sale].")
  }

  @Test func whatOnlyRepeatsTheTitleIsPassedOver() throws {
    let patterns = [WordPattern(words: ["missile"])]
    #expect(
      try section("The missile\n\nIt is a missile.\n", patterns, below: ["The missile"])
        == "It is a [missile].")
    #expect(try section("The missile\n", patterns, below: ["The missile"]) == "The [missile]")
  }

  @Test func whatIsHeapedOnALetterIsCutToo() {
    let heap = String(repeating: "\u{301}", count: 30_000)
    let found = excerpt("before" + heap + " missile" + heap + " behind", words: "missile")
    #expect(found.text.utf8.count < 50_000)
    #expect(found.matches.count == 1)
  }

  @Test func aWordLongerThanTheExcerptIsCut() {
    let long = String(repeating: "a", count: 100)
    #expect(excerpt(long, words: long, length: 10).text == "aaaaaaaaaa…")
  }
}
