import BriefingSearch
import Testing

@testable import BriefingLibrary

/// What is found where nothing, or little, has all words of a query as typed; with an index and without.
@Suite struct MissingWordsTests {
  private static let files = [
    ("both.md", "---\nlang: en\n---\nThe missile sale to Ankara.\n"),
    ("shown.md", "---\nlang: en\n---\nA missile was shown to Rubio in Ankara, who spoke of NATO.\n"),
    ("houses.md", "---\nlang: en\n---\nThe sale of houses.\n"),
    ("other.md", "---\nlang: en\n---\nNothing at all.\n"),
  ]

  /// The hits of a query with what they lack, which both ways find.
  private func find(_ query: String, in files: [(String, String)] = files) throws -> (
    hits: [String], results: SearchResults
  ) {
    let library = try SearchedLibrary(files)
    let scan = library.other
    try library.search.refresh(.always)
    let query = SearchQuery(parsing: query)
    let results = try library.search.search(query, limit: 10)
    let scanned = try scan.search(query, limit: 10)
    #expect(scanned.hits == results.hits && scanned.total == results.total)
    #expect(scanned.corrections == results.corrections)
    // The index also names stems that nobody wrote as words.
    #expect(scanned.patterns.allSatisfy(results.patterns.contains))
    let hits = results.hits.map { hit in
      ([String(hit.path.split(separator: "/").last ?? "")] + hit.missing).joined(separator: " -")
    }
    return (hits, results)
  }

  // MARK: Missing words

  @Test func whatLacksAWordFollowsWhatHasAll() throws {
    let (hits, results) = try find("missile sale")
    #expect(hits == ["both.md", "houses.md -missile", "shown.md -sale"])
    #expect(results.total == .init(sections: 1, briefings: 1))
  }

  /// Two common words are less than the rare one.
  @Test func whatHasTheRareWordComesFirst() throws {
    let files =
      [("rare.md", "A zugzwang ends it.\n")]
      + (0..<12).map { ("common\($0).md", "The history of chess, day \($0).\n") }
    let query = "zugzwang chess history"
    #expect(try find(query, in: files).hits.first == "rare.md -chess -history")
    // By date alone, how many are lacking has to tell.
    let library = try SearchedLibrary(files)
    let scan = library.other
    try library.search.refresh(.always)
    for search in [library.search, scan] {
      let newest = try search.search(SearchQuery(parsing: query), order: .newest, limit: 20)
      #expect(newest.hits.last?.path.hasSuffix("rare.md") == true && newest.hits.count == 13)
    }
  }

  @Test func whatLacksTwoFollowsWhatLacksOne() throws {
    #expect(try find("Missile ANKARA Kyiv zugzwang").hits.first == "both.md -Kyiv -zugzwang")
    #expect(
      try find("missile sale houses").hits == [
        "houses.md -missile", "both.md -houses", "shown.md -sale -houses",
      ])
  }

  /// Of a digest the section that is looked for may lack a word too, and not be the best.
  @Test(arguments: [SearchFolding.close, .none]) func sectionsThatLackAsManyAreShownBesideTheBest(
    folding: SearchFolding
  ) throws {
    let digest = """
      ## One

      The missile was sold to Ankara.

      ## Two

      Houses and houses.

      ## Three

      What is a missile for in Ankara?

      ## Four

      Missile.

      """
    let library = try SearchedLibrary([("digest.md", digest)] + Self.files.dropFirst(2))
    let scan = library.other
    try library.search.refresh(.always)
    for search in [library.search, scan] {
      let results = try search.search(
        SearchQuery(parsing: "missile ankara zugzwang"), limit: 10, folding: folding)
      #expect(results.hits.map(\.number).sorted() == ["1", "3"] && results.total.sections == 0)
      #expect(results.hits.allSatisfy { $0.missing == ["zugzwang"] && $0.more == 0 })
    }
  }

  /// What lacks joined words has some of them; it lacks the whole, and is none of what has all words.
  @Test func joinedWordsAreFoundApartBelow() throws {
    let files = [
      ("whole.md", "The cease-fire in Ankara."), ("one.md", "A ceasefire in Ankara."),
      ("apart.md", "Fire in Ankara, and no end: guns cease."), ("fire.md", "A fire."),
      ("other.md", "Nothing."), ("letter.md", "A letter F, and 35 of them."),
    ]
    let (hits, results) = try find("cease-fire Ankara", in: files)
    #expect(Set(hits.prefix(2)) == ["whole.md", "one.md"])
    #expect(hits.dropFirst(2) == ["apart.md -cease-fire", "fire.md -cease-fire -Ankara"])
    #expect(results.total == .init(sections: 2, briefings: 2))
    // A misspelt part is corrected; one of a word that is written otherwise is none.
    #expect(try find("cease-fyre Ankara", in: files).results.corrections.map(\.text) == ["fyre → fire"])
    let spelt = try find("mis-sile Ankara").results
    #expect(spelt.corrections.isEmpty && spelt.total.sections == 2)
    // Alone it is meant as it stands, and a letter or a number is no word to look for.
    #expect(try find("guns-fire", in: files).hits.isEmpty)
    #expect(try find("F-35 Nothing", in: files).hits == ["other.md -F-35"])
  }

  /// Joined words weigh no more than words that are as rare, however many they are.
  @Test func joinedWordsOutweighNothing() throws {
    let files =
      [("profiler.md", "A profiler, a Linux profiler."), ("wide.md", "Drums that are system-wide today.")]
      + (0..<4).map { ("\($0).md", "A system of Linux; a wide one.") }
    #expect(try find("system-wide profiler", in: files).hits.first == "profiler.md -system-wide")
  }

  @Test func aWordThatNothingHasHidesNothing() throws {
    let (hits, results) = try find("missile zugzwang")
    #expect(hits == ["both.md -zugzwang", "shown.md -zugzwang"])
    #expect(results.total == .init(sections: 0, briefings: 0))
  }

  /// What is quoted, a filter or an exclusion is meant.
  @Test(arguments: ["\"missile sale\" zugzwang", "path:both zugzwang missile", "missile zugzwang -rubio"])
  func nothingElseMayBeMissing(query: String) throws {
    #expect(try find(query).hits == ["both.md -zugzwang"])
  }

  @Test(arguments: ["\"zugzwang\" missile", "title:zugzwang missile", "zugzwang", "source:x missile sale"])
  func whatIsMeantIsFoundOrNothing(query: String) throws { #expect(try find(query).hits.isEmpty) }

  @Test func whereEnoughHaveAllWordsNothingFollows() throws {
    let many = (0..<10).map { ("\($0).md", "missile sale") }
    #expect(try find("missile sale", in: many + Self.files).results.hits.count == 10)
    #expect(try find("missile sale", in: Array(many.dropFirst(2)) + Self.files).results.hits.count == 10)
    #expect(try !find("missile sale", in: Array(many.dropFirst(2)) + Self.files).results.hits[8...].isEmpty)
  }

  // MARK: Stop words

  @Test(arguments: ["what did rubio say about nato", "The rubio of the NATO?", "rubio and nato"])
  func stopWordsDoNotHaveToOccur(query: String) throws {
    let (hits, results) = try find(query)
    #expect(hits == ["shown.md"] && results.total.sections == 1)
  }

  @Test func aloneOrInQuotesTheyDo() throws {
    #expect(try find("the of").results.total.sections == 1)
    #expect(try find("rubio \"the\"").results.total.sections == 0)
    #expect(try find("section:the rubio").results.total.sections == 0)
  }

  /// A word is one of German only beside others.
  @Test func wordsOfAnotherLanguageAreLeftOutOfItsQuestions() throws {
    let files = [("a.md", "Merz, Nato"), ("b.md", "die hard")]
    #expect(try find("was sagte Merz und die Nato", in: files).hits == ["a.md -sagte"])
    #expect(try find("die hard", in: files).hits == ["b.md"])
    #expect(try find("die nato", in: files).hits == ["a.md -die", "b.md -nato"])
  }

  // MARK: Misspelt words

  @Test(arguments: [
    ("misile", "misile → missile"), ("mssile ankara", "mssile → missile"),
    ("misisle rubio", "misisle → missile"), ("missilf", "missilf → missile"),
    ("nothign", "nothign → nothing"),
  ])
  func aWordThatNothingHasIsTakenForTheNearest(query: String, said: String) throws {
    let (hits, results) = try find(query)
    #expect(results.corrections.map(\.text) == [said])
    #expect(hits.contains { !$0.contains(" -") } && results.total.sections > 0)
  }

  @Test(arguments: [
    "\"misile\"", "misil*", "tag:misile", "x400", "mislie sale -misile", "sal", "zugzwang", "missiles",
  ])
  func nothingElseIs(query: String) throws {
    let corrections = try find(query).results.corrections.map(\.typed)
    #expect(!corrections.contains("misile") && (corrections.isEmpty || corrections == ["mislie"]))
  }

  /// Only where it stands nowhere: a word of the text that no title has is no slip.
  @Test func aWordOfATitleMayBeMisspeltToo() throws {
    let files = [
      ("a.md", "# Missile sale\n\ntext"), ("b.md", "# Other\n\n## Missiles\n\nmissile"),
      ("c.md", "# Missive\n\nankara"),
    ]
    for (query, hits, said) in [
      ("title:misile", ["a.md"], ["misile → missile"]),
      ("section:misiles", ["b.md"], ["misiles → missiles"]),
      ("title:ankara", [], []), ("title:ankarra", [], ["ankarra → ankara"]),
    ] {
      let found = try find(query, in: files)
      #expect(found.hits == hits, "\(query)")
      #expect(found.results.corrections.map(\.text) == said, "\(query)")
    }
  }

  @Test func longWordsMayHaveTwoSlips() throws {
    let files = [("a.md", "negotiations"), ("b.md", "talks")]
    #expect(try find("negociatons", in: files).hits == ["a.md"])
    #expect(try find("taxxs", in: files).hits.isEmpty)
  }

  /// The nearest alone, and their inflections.
  @Test func amongSeveralTheNearestServe() throws {
    let files = [
      ("a.md", "---\nlang: en\n---\nthe talk of the day"), ("b.md", "---\nlang: en\n---\ntalks"),
      ("c.md", "---\nlang: en\n---\ntall"), ("d.md", "---\nlang: en\n---\nwalk"),
    ]
    let (hits, results) = try find("tallk", in: files)
    #expect(results.corrections.map(\.words) == [["talk", "tall"]])
    #expect(hits.contains("b.md") && !hits.contains("d.md"))
  }

  @Test func whatIsGoneCorrectsNothing() throws {
    let library = try SearchedLibrary([("a.md", "missile"), ("b.md", "sale")])
    try library.search.refresh(.always)
    try library.write("a.md", "rocket")
    try library.search.refresh(.always)
    let results = try library.search.search(SearchQuery(parsing: "misile"), limit: 10)
    #expect(results.hits.isEmpty && results.corrections.isEmpty)
  }
}
