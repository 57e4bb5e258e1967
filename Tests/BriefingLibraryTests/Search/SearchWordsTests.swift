import BriefingSearch
import Testing

/// What a reader types and what is found by it, with an index and without.
@Suite struct SearchWordsTests {
  /// Whether a query finds a briefing, and that both ways say so.
  private func finds(_ query: String, in text: String) throws -> Bool {
    let library = try SearchedLibrary([("q1q.md", text)])
    let scan = library.other
    try library.search.refresh(.always)
    let found = try library.search.search(SearchQuery(parsing: query), limit: 10)
    let scanned = try scan.search(SearchQuery(parsing: query), limit: 10)
    #expect(scanned.hits == found.hits && scanned.total == found.total, "\(query)")
    // Neither what lacks words nor what has others in their place.
    return found.total.sections > 0 && found.corrections.isEmpty
  }

  /// Front matter without a language leaves the text to say whether it is English; this is none.
  private func findsWord(_ query: String, in text: String) throws -> Bool {
    try finds(query, in: "---\nlang: tr\n---\n\(text)\n")
  }

  // MARK: Folding

  @Test(arguments: [
    ("erdogan", "Erdoğan"), ("Erdoğan", "erdogan"), ("ERDOĞAN", "Erdoğan"), ("istanbul", "İstanbul"),
    ("İSTANBUL", "istanbul"), ("isik", "ışık"), ("IŞIK", "ışık"), ("lodz", "Łódź"), ("strasse", "Straße"),
    ("STRASSE", "straße"), ("Straße", "STRASSE"), ("naive", "nai\u{308}ve"), ("na\u{EF}ve", "nai\u{308}ve"),
    ("cooperate", "co\u{AD}operate"), ("co\u{AD}operate", "cooperate"), ("ελλαδα", "Ελλάδα"),
    ("οδυσσεύς", "ΟΔΥΣΣΕΎΣ"), ("МОСКВА", "москва"),
    ("oeuvre", "œuvre"), ("aerzte", "Aerzte"), ("file", "\u{FB01}le"), ("F35", "Ｆ３５"),
    ("kelvin", "\u{212A}elvin"), ("한국", "\u{1112}\u{1161}\u{11AB}국"), ("\u{1112}\u{1161}\u{11AB}국", "한국"),
    ("ミサイル", "ﾐｻｲﾙ"), ("ﾐｻｲﾙ", "ミサイル"), ("ガス", "ｶﾞｽ"), ("محمد", "محـــمد"), ("محـمد", "محمد"),
    ("مُحَمَّد", "محمد"), ("مصر", "ﻣﺼﺮ"), ("iv", "Ⅳ"), ("bold", "𝐁𝐨𝐥𝐝"), ("ijs", "ĳs"), ("كتاب", "کتاب"),
    ("یزد", "يزد"),
    ("میخواهم", "می\u{200C}خواهم"), ("葛城", "葛\u{E0100}城"), ("office", "oﬃce"),
  ])
  func caseAndMarksMakeNoDifference(query: String, text: String) throws {
    #expect(try findsWord(query, in: "one \(text) two"))
  }

  // MARK: Punctuation

  @Test(arguments: [
    ("F-35", "the F-35 is"), ("f 35", "the F-35 is"), ("\"f 35\"", "the F-35 is"),
    ("AIM-120C-8", "an AIM-120C-8."),
    ("120C", "an AIM-120C-8."), ("S-400", "(S-400)"), ("$304", "of $304 million"), ("$304", "$304"),
    ("C++", "in C++."),
    ("C++", "C++20"), ("can't", "we can’t"), ("can’t", "we can't"), ("AT&T", "by AT&amp;T"), ("AT&T", "AT&T"),
    ("50%", "50% off"), ("#1", "is \\#1 now"), ("1,000", "some 1,000 of"), ("e.g.", "(e.g. this)"),
    ("日本", "東京は日本の首都"), ("本の", "東京は日本の首都"), ("🚀", "go🚀now"), ("🚀now", "go🚀now"), ("👩‍🚀", "an 👩‍🚀 here"),
    ("\"missile sale\"", "missile — sale"), ("missile/sale", "missile, sale"),
    ("user@example.org", "user@example.org"),
  ])
  func punctuationDividesWordsAsItDoesInTheText(query: String, text: String) throws {
    #expect(try findsWord(query, in: text))
  }

  @Test(arguments: [
    ("F-35", "F-36 and 35"), ("F-35", "f and 35"), ("$304", "304 dollars"), ("C++", "C+"),
    ("C++", "c and ++"),
    ("AT&T", "at t"), ("日本", "本日"), ("35", "F-356"), ("missile", "missiles"),
    ("S-400", "S 4 00"), ("35", "3.5"), ("1020", "10-20"), ("\"F35\"", "F-35"), ("F3*", "F-35"),
    ("turkeys", "Turkey's"), ("1200", "1,20,0"), ("usled", "U.S.-led"), ("endthen", "The end.Then"),
  ])
  func whatIsTypedIsNotTakenApart(query: String, text: String) throws {
    #expect(try !findsWord(query, in: text))
  }

  /// What is one word in another spelling, either way round.
  @Test(arguments: [
    ("F35", "F-35"), ("F-35", "F35"), ("F35", "F 35"), ("F 35", "F35"), ("AIM120C8", "AIM-120C-8"),
    ("AIM-120C-8", "AIM120C8"), ("us", "U.S."), ("U.S.", "US"), ("us", "the U.S.-led"), ("3000", "3,000"),
    ("3,000", "3000"),
    ("3000000", "3,000,000"), ("email", "e-mail"), ("e-mail", "email"), ("didnt", "didn’t"),
    ("didn't", "didnt"),
    ("oneill", "O'Neill"), ("O’Neill", "ONeill"), ("cooperation", "co‑operation"),
    ("co-operation", "cooperation"), ("title:F35", "F35"), ("lodz1", "Łódź-1"),
  ])
  func otherSpellingsAreFound(query: String, text: String) throws {
    #expect(try finds(query, in: "---\ntitle: \(text)\nlang: tr\n---\none \(text) two\n"))
  }

  /// Signs that mean something to SQLite or to other search engines are text.
  @Test(arguments: [
    ("NEAR(missile sale)", "near missile, sale"), ("NEAR(missile sale)", "near missile sale"),
    ("missile AND sale", "sale and missile"), ("^missile", "a missile"),
    ("{title body}:missile", "title body missile"), ("body:missile", "body missile"),
    ("(missile)", "missile"),
    ("missile\"", "missile"), ("\"missile", "missile"), ("miss\"ile", "miss ile"), ("'missile", "missile"),
    ("missile'; DROP TABLE briefing; --", "missile drop table briefing"),
    ("missile + sale", "missile + sale"),
    ("rank:missile", "rank missile"), ("*missile", "missile"), ("~en missile", "en missile"),
    ("| missile", "missile"), ("missile\u{0}", "missile"), ("missile %", "missile %"),
    ("_missile", "missile"),
  ])
  func noSignIsAnOperatorOfTheDatabase(query: String, text: String) throws {
    #expect(try findsWord(query, in: text))
  }

  @Test(arguments: [
    ("NEAR(missile sale)", "missile sale"), ("~en", "missile"),
    ("body:missile", "missile"),
    ("missile + sale", "missile sale"),
  ])
  func theWordsOfOperatorsAreWords(query: String, text: String) throws {
    #expect(try !findsWord(query, in: text))
  }

  // MARK: Inflections

  private static let english = "The story of the day and the week:"

  @Test(arguments: [
    ("missile", "missiles"), ("missiles", "missile"), ("talk", "talks"), ("talks", "talked"),
    ("talking", "talks"),
    ("agree", "agreed"), ("country", "countries"), ("section:talk", "talks"), ("NAÏVE", "naive"),
  ])
  func inEnglishEveryInflectionIsFound(query: String, word: String) throws {
    for text in [
      "---\nlang: English\n---\n## \(word)\n\n\(word)", "---\nlang: eng\n---\n## \(word)\n",
      "---\nlang: en-US\n---\n## \(word)\n\n\(word)", "## \(word)\n\n\(Self.english) \(word)",
    ] {
      #expect(try finds(query, in: text))
    }
  }

  @Test(arguments: [
    ("new", "news"), ("news", "new"), ("\"missile\"", "missiles"), ("\"missile sale\"", "missiles sale"),
    ("F-35s", "F-35"), ("tag:talk", "talks"), ("ta", "tas"),
  ])
  func whatIsNoInflectionIsNotFound(query: String, word: String) throws {
    #expect(try !finds(query, in: "---\nlang: en\ntags: [talks]\n---\n\(word)\n"))
  }

  @Test(arguments: ["lang: pl", "lang: zh-Hant", "lang: enm"])
  func inLanguagesWithoutStemsTheFormThatIsTypedIsFound(lang: String) throws {
    let text = "---\n\(lang)\n---\n\(Self.english) missiles\n"
    #expect(try !finds("missile", in: text))
    #expect(try finds("missiles", in: text))
  }

  @Test func withoutALanguageTheSmallWordsTell() throws {
    #expect(try finds("missile", in: "The end of the missiles."))
    #expect(try !finds("missile", in: "Koniec missiles i rakiet jest w mieście, ale nie dla nich."))
    #expect(try !finds("missile", in: "missiles"))
    #expect(try finds("missile", in: "They said missiles would be sold."))
    #expect(try !finds("missile", in: "Powiedział, że missiles będą dla miasta, ale nie dziś."))
  }

  // MARK: What is text

  private static let everything = """
    ---
    title: Titleword
    summary: Summaryword of it
    date: 2025-05-15
    source: Sourceword
    author: Authorword
    tags: [tagword, second tag]
    lang: en
    url: https://example.org/urlword
    mykey: Detailword
    ---
    # Headingword

    Leadword *emphasised*word `codeword` [linkword](https://example.org/targetword "linktitle") <b class="attrword">
    boldword</b> <!-- commentword --> ![altword](fileword.png) ![](namelessword.png) <https://example.org/autoword>
    ~~strikeword~~ entity&#119;ord hard\\
    break[^note]

    ## Sectionword

    - itemword
      1. innerword
    - [x] taskword

    | headcell | second |
    |:--|--:|
    | bodycell | last cell |

    ```languageword
    fenceword
    ```

        indentword

    > quoteword

    > [!NOTE]
    > alertword

    <div id="idword">
    blockword
    </div>

    [definition]: https://example.org/definitionword "definitiontitle"

    [^note]: footnoteword
    """

  /// Letters and digits that take turns, typed as words: each of these is met by what they are together.
  @Test(arguments: [
    ("aim 120 c 8", "an AIM-120C8.", true), ("aim 120c8", "an AIM-120C8.", true),
    ("aim 120 c", "an AIM-120C8.", false),
    ("f 16 c", "an F-16C", true), ("f 16 c", "the F16C", true), ("f 16 d", "the F16C", false),
    ("120 c", "the 120C", true),
    ("10 km", "some 10km away", true), ("km 10", "some 10km away", false), ("aim 120", "the aim120", true),
  ])
  func shortWordsAndNumbersMayBeOneWord(query: String, text: String, isFound: Bool) throws {
    #expect(try findsWord(query, in: text) == isFound)
  }

  /// Each of its parts was shown by itself, with the same words around it.
  @Test func aWordThatWasTypedInPartsIsShownOnce() throws {
    let library = try SearchedLibrary([("a.md", "An AIM-120C-8 flew.")])
    let results = try library.search.search(SearchQuery(parsing: "aim 120 c 8"), limit: 1)
    #expect(results.hits.first?.excerpt?.text == "An AIM-120C-8 flew.")
  }

  @Test(arguments: [
    "titleword", "summaryword", "tagword", "\"second tag\"", "leadword", "codeword", "linkword", "boldword",
    "altword",
    "strikeword", "entityword", "hard break", "sectionword", "itemword", "innerword", "taskword", "headcell",
    "\"last cell\"", "fenceword", "indentword", "quoteword", "alertword", "footnoteword", "emphasisedword",
    "autoword",
  ])
  func whatAReaderSeesIsText(query: String) throws { #expect(try finds(query, in: Self.everything)) }

  @Test(arguments: [
    "targetword", "attrword", "commentword", "fileword", "namelessword", "png", "languageword", "idword",
    "div",
    "definitionword", "definitiontitle", "sourceword", "authorword", "urlword", "mykey", "detailword", "lang",
    "linktitle", "name",
  ])
  func markupAndTargetsAreNot(query: String) throws { #expect(try !finds(query, in: Self.everything)) }

  @Test(arguments: [
    "source:sourceword", "author:authorword", "path:q1q", "lang:en", "date:2025-05", "title:titleword",
    "tag:tagword", "section:sectionword",
  ])
  func filtersAskTheFrontMatter(query: String) throws { #expect(try finds(query, in: Self.everything)) }

  @Test(arguments: [
    "\"one two\"", "\"three four\"", "\"five six\"", "\"seven eight\"", "\"nine ten\"", "\"red green\"",
    "tag:\"red green\"",
  ])
  func phrasesDoNotRunOverTheEndOfAPassage(query: String) throws {
    let text = """
      ---
      tags: [red, green]
      ---
      one

      two three

      - four
      - five

      | six | seven |
      |---|---|
      | eight | nine |

      ## ten
      """
    #expect(try !finds(query, in: text))
    // Its words are there.
    #expect(try finds("red green one OR ten", in: text))
  }

  @Test(arguments: [
    ("\"missile turkey\"~3", true), ("\"turkey missile\"~3", true), ("\"missile turkey\"~2", false),
    ("\"missile sale turkey\"~2", true), ("title:\"missile turkey\"~9", false),
    ("\"missile absent\"~9", false),
  ])
  func wordsNearEachOtherAreFoundInAnyOrder(query: String, isFound: Bool) throws {
    #expect(try findsWord(query, in: "the missile sale was to Turkey") == isFound)
  }

  @Test func beginningsFindNoInflections() throws {
    let text = "---\nlang: en\n---\nsetting talks\n"
    #expect(try finds("sett*", in: text) && finds("set", in: text))
    #expect(try !finds("talking*", in: text))
  }

  @Test func phrasesRunOverLinesAndMarkup() throws {
    #expect(try findsWord("\"one two three four\"", in: "one *two*\n[three](a.md)\n`four`"))
  }

  @Test func allWordsStandInOneSection() throws {
    let library = try SearchedLibrary([
      ("a.md", "## A\n\none\n\n## Part\n\ntwo\n"), ("b.md", "## A\n\none two\n"),
    ])
    #expect(try library.find("one two").first == "b.md#1")
    try library.search.refresh(.always)
    #expect(try library.find("one two").first == "b.md#1")
    for (query, count) in [("one two", 1), ("one part", 0)] {
      #expect(try library.search.search(SearchQuery(parsing: query), limit: 10).total.sections == count)
    }
  }
}
