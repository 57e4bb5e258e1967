import BriefingLayout
import BriefingSearch

/// A query in FTS5's language, and what each of its phrases means.
///
/// Words are folded and come in quotes, so nothing that a reader types is ever syntax.
struct MatchExpression {
  /// The expression; empty where nothing is asked of the text.
  private(set) var text = ""
  /// For each phrase of ``text``, in order, what it stands for.
  private(set) var phrases: [Phrase] = []
  /// What to light where a section is opened.
  private(set) var patterns: [WordPattern] = []

  struct Phrase {
    /// The 0-based group of the query; nil where the phrase is only a condition.
    var group: Int?
    /// Words.
    var length: Int
    var isExact: Bool
  }

  /// Adds that one of some terms must be met.
  ///
  /// - Parameters:
  ///   - group: The group's 0-based place in the query.
  ///   - inflections: The other forms of a word that occur in English sections.
  mutating func require(
    _ terms: [SearchQuery.WordTerm], group: Int, inflections: (String) throws -> [String]
  ) rethrows {
    let alternatives = try terms.map { try expression(for: $0, group: group, inflections) }
    join(alternatives, by: "AND")
  }

  /// Adds that none of some terms may be met; only behind something that must be.
  mutating func exclude(
    _ terms: [SearchQuery.WordTerm], inflections: (String) throws -> [String]
  ) rethrows {
    guard !terms.isEmpty else { return }
    let lit = patterns
    let alternatives = try terms.map { try expression(for: $0, group: nil, inflections) }
    patterns = lit
    join(alternatives, by: "NOT")
  }

  private mutating func join(_ alternatives: [String], by operation: String) {
    let group = "(" + alternatives.joined(separator: " OR ") + ")"
    text = text.isEmpty ? group : "\(text) \(operation) \(group)"
  }

  private mutating func expression(
    for term: SearchQuery.WordTerm, group: Int?, _ inflections: (String) throws -> [String]
  ) rethrows -> String {
    var alternatives = [phrase(term.words, in: term.field, group, isExact: true)]
    patterns.append(WordPattern(words: term.words))
    if term.isPrefix {
      alternatives.append(phrase(term.words, in: term.field, group, isExact: false) + " *")
      patterns.append(WordPattern(words: term.words, isPrefix: true))
    }
    let others = try term.inflectedWord.map(inflections) ?? []
    if !others.isEmpty {
      let forms = others.map { phrase([$0], in: nil, group, isExact: false) }.joined(separator: " OR ")
      let field = term.field.map { MatchExpression.column($0) + " : " } ?? ""
      phrases.append(Phrase(group: nil, length: 1, isExact: true))
      alternatives.append("(\(field)(\(forms)) AND tag : \"\(IndexSchema.english)\")")
      patterns += others.map { WordPattern(words: [$0]) }
    }
    return "(" + alternatives.joined(separator: " OR ") + ")"
  }

  private mutating func phrase(
    _ words: [String], in field: SearchQuery.TextField?, _ group: Int?, isExact: Bool
  ) -> String {
    phrases.append(Phrase(group: group, length: words.count, isExact: isExact))
    let column = field.map { MatchExpression.column($0) + " : " } ?? ""
    return column + MatchExpression.quoted(words)
  }

  /// Words as one phrase.
  static func quoted(_ words: [String]) -> String { "\"" + words.joined(separator: " ") + "\"" }

  private static func column(_ field: SearchQuery.TextField) -> String { field.rawValue }
}
