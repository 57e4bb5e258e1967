import BriefingCore

extension SearchQuery {
  /// Reads what people type: words (all must occur), `"a phrase"`, `-without`, `either OR or`, `prefix*`, and
  /// filters such as `tag:nato` or `after:2025-05`.
  ///
  /// What is no query language is taken as words, and punctuation divides words as it does in the text. The one error is
  /// a date that is none, see ``SearchQuery/problem``: as words it would find nothing, and nobody would know why. `OR` holds between the terms beside it; before an exclusion it holds nothing together.
  ///
  /// - Parameters:
  ///   - isTyping: Whether the reader is still typing, so that the last word may be the start of a longer one.
  ///   - today: The day that `yesterday` and `newer:2w` count from; nil where only the query's shape is wanted: these ask
  ///     for no day then.
  public init(parsing text: String, isTyping: Bool = false, today: BriefingDate? = nil) {
    var parser = QueryParser(text, isTyping: isTyping, today: today)
    self = parser.parse()
  }
}

/// Reads a query piece by piece; a piece is what stands between white space, quotes kept together.
private struct QueryParser {
  private let text: String
  private let isTyping: Bool
  private let today: BriefingDate?
  private var rest: Substring

  init(_ text: String, isTyping: Bool, today: BriefingDate?) {
    self.text = text
    self.isTyping = isTyping
    self.today = today
    rest = text[...]
  }

  /// A piece of the query before it is known what it means.
  private struct Piece {
    var isExcluded = false
    /// What stands before a colon, lower case; nil where that names no field.
    var field: String?
    var value: Substring = ""
    var isQuoted = false
    /// Whether the closing quote was typed: then the reader has said what is wanted.
    var isClosed = false
    var hasStar = false
    /// Whether the query ends with it, so that more may be typed.
    var isLast = false
    /// All of it, as typed.
    var source: Substring = ""
  }

  mutating func parse() -> SearchQuery {
    var query = SearchQuery(text: text)
    var pieces: [Piece] = []
    while let piece = nextPiece() { pieces.append(piece) }
    var joins = false
    for (index, piece) in pieces.enumerated() {
      let isBetween = !query.groups.isEmpty && index > 0 && index + 1 < pieces.count
      if piece.source == "OR", isBetween, !pieces[index - 1].isExcluded, !joins {
        joins = true
        continue
      }
      if query.problem == nil { query.problem = problem(of: piece) }
      guard let term = term(of: piece) else { continue }
      if piece.isExcluded {
        query.excluded.append(term)
      } else if joins {
        query.groups[query.groups.count - 1].append(term)
      } else {
        query.groups.append([term])
      }
      joins = false
    }
    query.dropRepetitions()
    return query
  }

  private mutating func nextPiece() -> Piece? {
    rest = rest.drop(while: \.isWhitespace)
    guard !rest.isEmpty else { return nil }
    let whole = rest
    var piece = Piece()
    if rest.first == "-", let next = rest.dropFirst().first, !next.isWhitespace {
      piece.isExcluded = true
      rest.removeFirst()
    }
    takeField(&piece)
    if let quote = rest.first, QueryParser.quotes.contains(quote) {
      takeQuoted(&piece)
    } else {
      piece.value = rest.prefix { !$0.isWhitespace }
      rest = rest[piece.value.endIndex...]
    }
    piece.hasStar = piece.hasStar || piece.value.last == "*"
    piece.isLast = rest.isEmpty
    piece.source = whole[..<rest.startIndex]
    return piece
  }

  private static let quotes: Set<Character> = ["\"", "“", "”", "„"]

  /// Takes `tag:` and the like from the front.
  private mutating func takeField(_ piece: inout Piece) {
    let name = rest.prefix { $0.isASCII && $0.isLetter }
    guard rest[name.endIndex...].first == ":" else { return }
    let lower = name.lowercased()
    guard QueryParser.fields.contains(lower) else { return }
    piece.field = lower
    rest = rest[name.endIndex...].dropFirst()
  }

  private static let fields: Set<String> = Set(
    SearchQuery.TextField.allCases.map(\.rawValue) + SearchQuery.MetadataField.allCases.map(\.rawValue)
      + QueryDays.Field.allCases.map(\.rawValue))

  /// Takes what stands between quotes; a quote that is never closed ends with the query.
  private mutating func takeQuoted(_ piece: inout Piece) {
    rest.removeFirst()
    piece.isQuoted = true
    piece.value = rest.prefix { !QueryParser.quotes.contains($0) }
    rest = rest[piece.value.endIndex...]
    // Open to the end: more of the last word may come.
    if rest.isEmpty { return }
    rest.removeFirst()
    piece.isClosed = true
    if rest.first == "*" {
      piece.hasStar = true
      rest.removeFirst()
    }
  }

  private func term(of piece: Piece) -> SearchQuery.Term? {
    switch piece.field {
    case let name?:
      if let field = QueryDays.Field(rawValue: name) { return days(of: piece, field) }
      if let field = SearchQuery.MetadataField(rawValue: name) {
        let words = Words(piece.value).texts
        guard !words.isEmpty else { return nil }
        return .metadata(field, words: words, isPrefix: piece.hasStar || isBeingTyped(piece, words))
      }
      return words(of: piece)
    case nil: return words(of: piece)
    }
  }

  private func words(of piece: Piece) -> SearchQuery.Term? {
    let field = piece.field.flatMap(SearchQuery.TextField.init(rawValue:))
    let words = Words(piece.value).texts
    guard !words.isEmpty else { return nil }
    return .words(
      .init(
        words: words, field: field, isPrefix: piece.hasStar || isBeingTyped(piece, words),
        isExact: piece.isQuoted))
  }

  /// Whether more of the piece's last word may be typed. Of one letter too little is known yet.
  private func isBeingTyped(_ piece: Piece, _ words: [String]) -> Bool {
    guard isTyping, piece.isLast, !piece.isClosed, !piece.isExcluded, let last = piece.value.last,
      let word = words.last
    else {
      return false
    }
    return (last.isLetter || last.isNumber) && (words.count > 1 || word.unicodeScalars.count > 1)
  }

  /// The days that a filter asks for; nil where it asks for none.
  private func days(of piece: Piece, _ field: QueryDays.Field) -> SearchQuery.Term? {
    guard !piece.value.isEmpty else { return nil }
    let isOpen = isTyping && piece.isLast && !piece.isClosed
    guard let days = QueryDays(today: today).days(field, piece.value, isTyping: isOpen) else { return nil }
    return .days(from: days.from, before: days.before)
  }

  /// What is wrong with a filter by date.
  private func problem(of piece: Piece) -> String? {
    guard let field = piece.field.flatMap(QueryDays.Field.init(rawValue:)), !piece.value.isEmpty,
      days(of: piece, field) == nil
    else { return nil }
    return QueryDays.problem(field, String(piece.value))
  }
}

extension SearchQuery {
  /// Leaves out what is asked for twice: it finds nothing else, and a pasted text has thousands of words.
  fileprivate mutating func dropRepetitions() {
    for index in groups.indices where groups[index].count > 1 {
      var terms: Set<Term> = []
      groups[index].removeAll { !terms.insert($0).inserted }
    }
    var known: Set<[Term]> = []
    groups.removeAll { !known.insert($0).inserted }
    var terms: Set<Term> = []
    excluded.removeAll { !terms.insert($0).inserted }
  }
}
