import BriefingLayout
import BriefingSearch
import GRDB

/// The SQL that finds the sections of a query: what FTS5 can tell by one expression, the rest by conditions.
struct IndexStatement {
  /// What FTS5 is asked.
  private(set) var match = MatchExpression()
  /// What to light where a section is opened.
  var patterns: [WordPattern] { match.patterns + alternativePatterns }
  /// Of words that are an alternative to a filter.
  private var alternativePatterns: [WordPattern] = []
  private var conditions: [String] = []
  private var arguments: [any DatabaseValueConvertible] = []
  /// The groups of the query that rank, in order.
  private(set) var rankedGroups: [[SearchQuery.WordTerm]] = []

  /// The column that a section's id is read from: that of the text where it is asked, for bounds on its own ids
  /// are bounds that FTS5 can use.
  private let id: String
  /// Whether a condition is about the briefing that a section belongs to.
  private var asksSections = false

  private typealias Condition = (sql: String, arguments: [any DatabaseValueConvertible])

  /// Translates a query.
  ///
  /// - Parameter inflections: The other forms of a word that occur in English sections.
  init(_ query: SearchQuery, inflections: (String) throws -> [String]) throws {
    id = query.ranks ? "section_words.rowid" : "section.id"
    for group in query.groups {
      let words = group.compactMap(\.words)
      if words.count == group.count {
        try match.require(words, group: rankedGroups.count, inflections: inflections)
        rankedGroups.append(words)
      } else {
        var alternatives: [Condition] = []
        for term in group { alternatives.append(try condition(for: term, lights: true, inflections)) }
        add(Self.joined(alternatives.map(\.sql), by: "OR"), alternatives.flatMap(\.arguments))
      }
    }
    let words = query.excluded.compactMap(\.words)
    if !rankedGroups.isEmpty { try match.exclude(words, inflections: inflections) }
    for term in query.excluded where term.words == nil || rankedGroups.isEmpty {
      let condition = try condition(for: term, lights: false, inflections)
      add("NOT (\(condition.sql))", condition.arguments)
    }
  }

  /// Conditions as one, each in parentheses, halved again and again: SQLite refuses a row of a thousand, which is as
  /// deep as it is long.
  private static func joined(_ conditions: [String], by operation: String) -> String {
    var conditions = conditions.map { "(\($0))" }
    while conditions.count > 1 {
      conditions = stride(from: 0, to: conditions.count, by: 2).map { start in
        let pair = conditions[start..<min(start + 2, conditions.count)]
        return pair.count == 1 ? pair[start] : "(" + pair.joined(separator: " \(operation) ") + ")"
      }
    }
    return conditions.first ?? ""
  }

  private mutating func add(_ sql: String, _ arguments: [any DatabaseValueConvertible]) {
    conditions.append(sql)
    self.arguments += arguments
  }

  /// A condition on a row of `section`, by any of its tables.
  ///
  /// - Parameter lights: Whether its words are lit where a section is opened.
  private mutating func condition(
    for term: SearchQuery.Term, lights: Bool, _ inflections: (String) throws -> [String]
  ) throws -> Condition {
    switch term {
    case .words(let words):
      var match = MatchExpression()
      try match.require([words], group: 0, inflections: inflections)
      if lights { alternativePatterns += match.patterns }
      return (
        "\(id) IN (SELECT rowid FROM section_words WHERE section_words MATCH ?)", [match.text]
      )
    case .metadata(let field, let words, let isPrefix):
      asksSections = true
      let text = "\(field.rawValue) : \(MatchExpression.quoted(words))" + (isPrefix ? " *" : "")
      return (
        "section.briefing IN (SELECT rowid FROM briefing_words WHERE briefing_words MATCH ?)", [text]
      )
    case .days(let from, let before):
      return (
        "\(id) >= ? AND \(id) < ?",
        [SectionID.first(ofDay: from?.number ?? 0), before.map { SectionID.first(ofDay: $0.number) } ?? .max]
      )
    }
  }

  /// The statement's SQL and arguments: the newest sections first.
  ///
  /// - Parameters:
  ///   - columns: What of `section`, and of `briefing` where that is joined, is wanted.
  ///   - joinsBriefing: Whether columns of `briefing` are.
  ///   - occurrences: Whether what ``OccurrenceFunction`` says comes as the last column.
  func sql(
    selecting columns: String, joinsBriefing: Bool = false, occurrences: Bool = false
  ) -> (sql: String, arguments: StatementArguments) {
    var columns = columns
    // A cross join is done in the order that is written: the text first.
    var tables =
      match.text.isEmpty ? "section" : "section_words CROSS JOIN section ON section.id = section_words.rowid"
    if joinsBriefing { tables += " JOIN briefing ON briefing.id = section.briefing" }
    if occurrences { columns += ", \(OccurrenceFunction.name)(section_words)" }
    let (condition, arguments) = condition
    return ("SELECT \(columns) FROM \(tables)\(condition) ORDER BY \(id) DESC", arguments)
  }

  /// SQL that counts sections in the index alone, those that are gone among them, up to a limit; nil where the index
  /// alone cannot tell.
  func roughCount(upTo limit: Int) -> (sql: String, arguments: StatementArguments)? {
    guard !match.text.isEmpty, !asksSections else { return nil }
    let (condition, arguments) = condition
    return (
      "SELECT count(*) FROM (SELECT rowid FROM section_words\(condition) LIMIT \(limit))", arguments
    )
  }

  private var condition: (sql: String, arguments: StatementArguments) {
    let all = (match.text.isEmpty ? [] : ["section_words MATCH ?"]) + conditions
    let values: [any DatabaseValueConvertible] = (match.text.isEmpty ? [] : [match.text]) + arguments
    return (all.isEmpty ? "" : " WHERE " + Self.joined(all, by: "AND"), StatementArguments(values))
  }
}
