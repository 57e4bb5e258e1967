import BriefingSearch

/// The stems that a term asks for in one language.
struct WantedStems {
  let stemmer: Stemmer
  /// Those of the word that was typed.
  let own: [[UInt8]]
  /// Those of the words that take its place.
  let corrections: [[UInt8]]
  private let firstLetters: Set<UInt8>

  struct Key: Hashable {
    var language: Language
    var term: SearchQuery.WordTerm
  }

  init(of term: SearchQuery.WordTerm, _ stemmer: Stemmer) {
    self.stemmer = stemmer
    own =
      term.inflectedWord.map { QueryStems(of: $0, typed: term.typed.text, stemmer).stems } ?? []
    corrections = term.corrections.flatMap { QueryStems(of: $0, stemmer).stems }
    firstLetters = Set((own + corrections).compactMap(\.first))
  }

  var isEmpty: Bool { own.isEmpty && corrections.isEmpty }

  /// Whether a folded word can have one of them.
  func mayHave(_ word: ArraySlice<UInt8>) -> Bool {
    !stemmer.keepsBeginnings || word.first.map(firstLetters.contains) == true
  }
}
