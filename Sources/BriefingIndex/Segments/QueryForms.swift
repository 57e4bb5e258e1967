import BriefingSearch
import GRDB

/// The other forms of a query's words that occur in the library, and what each counts.
struct QueryForms {
  /// A word that serves for one that was typed.
  struct Form: Hashable {
    /// Folded.
    var word: String
    /// What stands for it in the index.
    var posted: [UInt8]
    var strength: UInt32
  }

  /// A word that was looked up: as typed, or in place of one.
  private struct Key: Hashable {
    var word: String
    var language: Language
  }

  /// A stem, and the words that have it.
  private struct StemForms {
    var stem: [UInt8]
    var forms: [FormTable.Form]
  }

  private var typed: [Key: [StemForms]] = [:]
  private var corrections: [Key: [StemForms]] = [:]
  private let languages: Set<Language>
  private let formStrength: UInt32
  /// The query.
  let plan: SearchPlan

  /// Looks them up for all words of a query.
  ///
  /// - Parameter segments: Those of the index.
  init(_ plan: SearchPlan, _ segments: [SegmentTable.Row], _ stemmers: Stemmers, in db: Database) throws {
    self.plan = plan
    formStrength = plan.formStrength
    languages = Set(segments.compactMap(\.language))
    let table = FormTable(db)
    func forms(_ stems: [[UInt8]], _ language: Language) throws -> [StemForms] {
      try stems.map { stem in
        // The stem itself, for it has no line.
        let own = stem.withUnsafeBufferPointer { stemmers[language].stems(of: $0) }
        var forms: Set<FormTable.Form> =
          own.contains(stem)
          ? [FormTable.Form(word: String(decoding: stem, as: UTF8.self), isOwn: false)] : []
        for segment in segments where segment.language == language {
          forms.formUnion(try table.forms(ofStem: stem, in: segment.id))
        }
        return StemForms(stem: stem, forms: forms.sorted())
      }
    }
    for case .words(let term) in plan.groups.flatMap(\.terms) + plan.excluded {
      for language in languages {
        let stemmer = stemmers[language]
        if let word = term.inflectedWord {
          let key = Key(word: word, language: language)
          let stems = QueryStems(of: word, typed: term.typed.text, stemmer).stems
          if typed[key] == nil { typed[key] = try forms(stems, language) }
        }
        for word in term.corrections {
          let key = Key(word: word, language: language)
          if corrections[key] == nil {
            corrections[key] = try forms(QueryStems(of: word, stemmer).stems, language)
          }
        }
      }
    }
  }

  /// The other words that meet a term in briefings of a language, each once, the strongest first.
  func forms(of term: SearchQuery.WordTerm, _ language: Language?) -> [Form] {
    var list = FormList(term)
    for word in term.corrections { list.add(word, Relevance.Strength.correction) }
    guard let language else { return list.forms }
    let own = term.inflectedWord.flatMap { typed[Key(word: $0, language: language)] } ?? []
    let others = term.corrections.flatMap { corrections[Key(word: $0, language: language)] ?? [] }
    for isOwn in [false, true] {
      for (stems, strength) in [(own, formStrength), (others, Relevance.Strength.form)] {
        for stem in stems {
          for form in stem.forms where form.isOwn == isOwn {
            if isOwn {
              list.add(form.word, ofStem: stem.stem, strength)
            } else {
              list.add(form.word, strength)
            }
          }
        }
      }
    }
    return list.forms
  }

  /// The words that meet a term in briefings of any language.
  func words(of term: SearchQuery.WordTerm) -> [String] {
    var words: [String] = []
    for language in [nil] + Language.allCases.filter(languages.contains).map(Optional.some) {
      for form in forms(of: term, language) where !words.contains(form.word) { words.append(form.word) }
    }
    return words
  }
}

/// Words that serve for one that was typed, each once.
private struct FormList {
  private(set) var forms: [QueryForms.Form] = []
  private var known: Set<String>
  private var posted: Set<[UInt8]> = []
  /// What of a word that is only begun is counted anyway.
  private let beginning: String?

  init(_ term: SearchQuery.WordTerm) {
    known = Set(term.words.count == 1 ? term.words : [])
    for spelling in term.spellings where spelling.words.count == 1 && !spelling.isJoined {
      known.insert(spelling.words[0])
    }
    beginning = term.isPrefix && term.words.count == 1 ? term.words[0] : nil
  }

  mutating func add(_ word: String, _ strength: UInt32) {
    guard known.insert(word).inserted else { return }
    forms.append(QueryForms.Form(word: word, posted: Array(word.utf8), strength: strength))
  }

  /// Adds a word where it is written so that it has a stem.
  mutating func add(_ word: String, ofStem stem: [UInt8], _ strength: UInt32) {
    guard !known.contains(word), beginning.map({ !word.utf8.starts(with: $0.utf8) }) != false else { return }
    let posted = PostingBatch.own(stem: stem, folded: word.utf8)
    guard self.posted.insert(posted).inserted else { return }
    forms.append(QueryForms.Form(word: word, posted: posted, strength: strength))
  }
}
