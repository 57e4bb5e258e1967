import BriefingSearch
import Testing

/// Inflections of other languages than English, with an index and without.
@Suite struct SearchLanguageTests {
  /// Whether a query finds a briefing, and that both ways say so.
  private func finds(_ query: String, in text: String) throws -> Bool {
    let library = try SearchedLibrary([("q1q.md", text)])
    let scan = library.other
    try library.search.refresh(.always)
    let found = try library.search.search(SearchQuery(parsing: query), limit: 10)
    let scanned = try scan.search(SearchQuery(parsing: query), limit: 10)
    #expect(scanned.hits == found.hits && scanned.total == found.total, "\(query)")
    return found.total.sections > 0 && found.corrections.isEmpty
  }

  @Test(arguments: [
    ("de", "Haus", "Häuser"), ("de", "Häusern", "Haus"), ("de", "hauser", "Häuser"), ("de", "Wahl", "Wahlen"),
    ("fr", "élection", "élections"), ("fr", "election", "Élections"), ("fr", "négociation", "négociations"),
    ("fr", "négocié", "négociations"), ("es", "elección", "elecciones"), ("es", "país", "países"),
    ("it", "governo", "governi"), ("pt", "negociação", "negociações"), ("nl", "verkiezing", "verkiezingen"),
    ("tr", "ışık", "ışıkları"), ("tr", "ışıkları", "ışık"), ("tr", "başkan", "başkanı"),
    ("ru", "красный", "красная"), ("ru", "война", "войной"), ("ru", "Войны", "ВОЙНА"), ("sv", "bil", "bilar"),
    ("da", "krig", "krigen"), ("no", "krig", "krigen"), ("fi", "talo", "talossa"), ("hu", "ház", "házak"),
    ("ro", "guvern", "guvernul"), ("ca", "elecció", "eleccions"), ("el", "κυβέρνηση", "κυβερνήσεις"),
    ("ar", "حكومة", "الحكومة"), ("hi", "सरकार", "सरकारें"), ("id", "baca", "membaca"), ("lt", "namas", "namai"),
  ])
  func inflectionsAreFound(language: String, query: String, word: String) throws {
    let text = "---\nlang: \(language)\n---\n1 \(word) 2\n"
    #expect(try finds(query, in: text))
    #expect(try finds("section:\(query)", in: "---\nlang: \(language)\n---\n## \(word)\n\n1 2\n"))
    // Of this form alone.
    #expect(try finds("\"\(query)\"", in: text) == (query == "hauser"))
  }

  /// A stem joins no words that differ in more than their ending, and no language's stems are those of another.
  @Test(arguments: [
    ("de", "Haus", "Hausarrest"), ("fr", "forêt", "fort"), ("pl", "dom", "domy"), ("en", "Wahl", "Wahlen"),
    ("de", "tag:Wahl", "Wahlen"),
  ])
  func otherWordsAreNot(language: String, query: String, word: String) throws {
    #expect(
      try !finds(query, in: "---\nlang: \(language)\ntags: [\(word)]\n---\n1 2\n## \(word)\n\n\(word)\n"))
  }

  /// A word that is folded alike and has no such stem is not found with it.
  @Test func stemsAreThoseOfTheWordAsWritten() throws {
    // `ışıkları` has the stem of `ışık`, what is folded to has not.
    #expect(try finds("ışık", in: "---\nlang: tr\n---\n1 ışıkları\n"))
    #expect(try !finds("ışık", in: "---\nlang: tr\n---\n1 isiklari\n"))
  }

  @Test(arguments: [
    "de", "de-AT", "DE", "deu", "ger", "German", "Deutsch", "de_DE.UTF-8", "deutsch",
  ])
  func aLanguageIsUnderstoodByItsNames(tag: String) throws {
    #expect(try finds("Haus", in: "---\nlang: \(tag)\n---\nHäuser\n"))
    #expect(try finds("lang:de", in: "---\nlang: \(tag)\n---\nHäuser\n"))
    #expect(try finds("lang:german", in: "---\nlang: \(tag)\n---\nHäuser\n"))
  }

  @Test(arguments: [
    ("negociação", "negociações", "Português"), ("verkiezing", "verkiezingen", "Nederlands"),
    ("başkan", "başkanı", "Türkçe"), ("война", "войной", "русский"),
  ])
  func aNameThatIsNoTagIsUnderstoodToo(query: String, word: String, name: String) throws {
    #expect(try finds(query, in: "---\nlang: \(name)\n---\n1 \(word) 2\n"))
  }

  /// Without a tag, the small words tell.
  @Test(arguments: [
    ("Haus", "Er hat gesagt, dass die Häuser in der Stadt nicht verkauft werden."),
    ("élection", "Le gouvernement a dit que les élections ne sont pas pour cette année."),
    ("elección", "El gobierno dice que las elecciones no son para este año."),
    ("governo", "I governi non hanno detto che cosa si farà con la nuova legge."),
    ("başkan", "Bu toplantı için başkanı da çok önemli bir konuşma yaptı ve dedi ki."),
    ("война", "Он сказал, что с войной и после нее все было не так, как это было."),
    ("krig", "Han siger, at krigen ikke er slut, og at der skal være fred for alle."),
    ("verkiezing", "De regering zegt dat de verkiezingen niet voor het einde van het jaar zijn."),
  ])
  func aLanguageIsRecognisedByItsWords(query: String, text: String) throws {
    #expect(try finds(query, in: "\(text)\n"))
  }

  @Test(arguments: [
    ("Müller", "Mueller"), ("Mueller", "Müller"), ("Häuser", "Haeuser"), ("haeuser", "Häuser"),
    ("Haus", "Haeusern"), ("Größe", "Groesse"),
  ])
  func inGermanUmlautsMayBeTwoLetters(query: String, word: String) throws {
    #expect(try finds(query, in: "---\nlang: de\n---\n1 \(word) 2\n"))
  }

  /// The name of a German, in whatever language it is spoken of.
  @Test func anUmlautThatIsTypedIsTwoLettersAnywhere() throws {
    #expect(try finds("Müller", in: "---\nlang: en\n---\nMr Mueller\n"))
    #expect(try !finds("\"Müller\"", in: "---\nlang: en\n---\nMr Mueller\n"))
  }

  @Test(arguments: [("한국", "한국은"), ("한국", "한국에서"), ("물", "물을"), ("대통령", "대통령이"), ("title:한국", "한국의")])
  func koreanWordsGoOnWithParticles(query: String, word: String) throws {
    #expect(try finds(query, in: "---\ntitle: \(word)\n---\n1 \(word) 2\n"))
    #expect(try !finds("\"한국\"", in: "1 \(word) 2\n"))
  }

  /// The forms of one language are not found in briefings of another, however many languages a library has.
  @Test func aLibraryOfManyLanguagesKeepsThemApart() throws {
    let words = ["de": "Wahlen", "fr": "élections", "es": "elecciones", "en": "elections", "pl": "wybory"]
    let library = try SearchedLibrary()
    for (language, word) in words {
      for number in 0..<12 {
        try library.write(
          "\(language)\(number).md", "---\nlang: \(language)\n---\n\(word) \(language)\(number)\n")
      }
    }
    let scan = library.other
    try library.search.refresh(.always)
    for search in [library.search, scan] {
      func briefings(_ query: String) throws -> Int {
        try search.search(SearchQuery(parsing: query), limit: 100).total.briefings
      }
      #expect(try briefings("Wahl") == 12)
      #expect(try briefings("elección") == 12)
      // The same stem in English and French.
      #expect(try briefings("election") == 24)
      #expect(try briefings("wyborami") == 0)
    }
  }

  /// The form that was typed counts more.
  @Test func theFormThatWasTypedComesFirst() throws {
    let library = try SearchedLibrary([
      ("a.md", "---\nlang: de\ndate: 2025-02-01\n---\nDie Häuser hier\n"),
      ("b.md", "---\nlang: de\ndate: 2025-01-01\n---\nDas Haus hier\n"),
    ])
    for number in 0..<20 { try library.write("z\(number).md", "other words of no matter\n") }
    try library.search.refresh(.always)
    for search in [library.search, library.other] {
      #expect(try library.find("Haus", by: search) == ["b.md", "a.md"])
    }
  }

  /// What is lit in an excerpt is the word that was found.
  @Test func theFoundFormIsLit() throws {
    let library = try SearchedLibrary([("a.md", "---\nlang: tr\n---\nşehrin ışıkları söndü\n")])
    try library.search.refresh(.always)
    for search in [library.search, library.other] {
      let hit = try #require(try search.search(SearchQuery(parsing: "ışık"), limit: 1).hits.first?.excerpt)
      #expect(hit.matches.map { String(decoding: Array(hit.text.utf8)[$0], as: UTF8.self) } == ["ışıkları"])
    }
  }
}
