import BriefingSearch
import GRDB

/// The other forms of a query's words that occur in the library, and what each counts.
struct QueryForms {
  /// A word that serves for one that was typed.
  struct Form: Hashable {
    var word: String
    var strength: UInt32
  }

  private var inflections: [String: [String]] = [:]
  private let formStrength: UInt32

  /// Looks them up for all words of a query.
  init(_ plan: SearchPlan, _ stemmer: EnglishStemmer, in db: Database) throws {
    formStrength = plan.formStrength
    for case .words(let term) in plan.groups.flatMap(\.terms) + plan.excluded {
      for word in [term.inflectedWord].compactMap(\.self) + term.corrections where inflections[word] == nil {
        inflections[word] = try KnownForms.inflections(of: word, stemmer, in: db)
      }
    }
  }

  /// The other words that meet a term, each once, the strongest first.
  ///
  /// - Parameter isEnglish: Whether inflections serve.
  func forms(of term: SearchQuery.WordTerm, isEnglish: Bool) -> [Form] {
    var forms: [Form] = []
    var known = Set(term.words.count == 1 ? term.words : [])
    for spelling in term.spellings where spelling.words.count == 1 && !spelling.isJoined {
      known.insert(spelling.words[0])
    }
    func add(_ words: [String], _ strength: UInt32) {
      for word in words where known.insert(word).inserted {
        forms.append(Form(word: word, strength: strength))
      }
    }
    add(term.corrections, Relevance.Strength.correction)
    if isEnglish {
      if let word = term.inflectedWord { add(inflections[word] ?? [], formStrength) }
      for word in term.corrections { add(inflections[word] ?? [], Relevance.Strength.form) }
    }
    return forms
  }
}
