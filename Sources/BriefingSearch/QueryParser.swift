import BriefingCore

extension SearchQuery {
  /// Reads what people type: words, `"a phrase"`, `"words near"~5`, `-without` or `NOT without`, `either OR or`,
  /// `prefix*`, and filters such as `tag:nato`, `#nato` or `after:2025-05`.
  ///
  /// What is not query language is taken as words, and punctuation divides words as it does in the text. The one error is
  /// a date that is none, see ``SearchQuery/problem``: as words it would find nothing, and nobody would know why.
  /// `OR`, `or` and `|` hold between the terms beside them; before an exclusion they hold nothing together.
  /// `AND` and `&` between terms say what holds anyway. At an end of the query all of these are words.
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
    /// How many words more than its own a stretch may have in which its words stand; nil for a phrase.
    var slack: Int?
    /// All of it, as typed.
    var source: Substring = ""

    /// What it does between two terms; nil where it is no such word.
    var link: Link? {
      guard !isExcluded, !isQuoted, field == nil else { return nil }
      return switch source {
      case "OR", "or", "|", "||": .or
      case "AND", "&", "&&": .and
      case "NOT": .not
      default: nil
      }
    }
  }

  /// A word of the query that says how the terms beside it belong together.
  private enum Link { case or, and, not }

  mutating func parse() -> SearchQuery {
    var query = SearchQuery(text: text)
    var pieces: [Piece] = []
    while let piece = nextPiece() { pieces.append(piece) }
    pieces = pieces.filter { !isBegun($0) }
    var joins = false
    var excludes = false
    for (index, piece) in pieces.enumerated() {
      let isBeforeTerm = index + 1 < pieces.count && !excludes
      let isBetween = isBeforeTerm && index > 0 && !(query.groups.isEmpty && query.excluded.isEmpty)
      switch piece.link {
      case .or? where isBetween && !query.groups.isEmpty && !pieces[index - 1].isExcluded && !joins:
        joins = true
        continue
      case .and? where isBetween && !joins && pieces[index - 1].link == nil: continue
      case .not? where isBeforeTerm && !pieces[index + 1].isExcluded:
        excludes = true
        continue
      default: break
      }
      if query.problem == nil { query.problem = problem(of: piece) }
      guard let term = term(of: piece) else { continue }
      if let remark = remark(on: piece) { query.remarks.append(remark) }
      if piece.isExcluded || excludes {
        excludes = false
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

  /// Whether a piece is the first letter of a word that is being typed: too little is known of it yet.
  private func isBegun(_ piece: Piece) -> Bool {
    guard isTyping, piece.isLast, !piece.isQuoted, piece.field == nil, !piece.hasStar,
      let last = text.last, !last.isWhitespace
    else { return false }
    return piece.value.count == 1 && piece.value.first?.isLetter == true
      && Words(piece.value).ranges.count == 1 && !Self.isWordByItself(piece.value)
  }

  /// Whether a character is a word of a script that writes no spaces.
  private static func isWordByItself(_ text: Substring) -> Bool { Words("\(text)\(text)").ranges.count > 1 }

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
    if rest.first == "#", let next = rest.dropFirst().first, next.isLetter {
      piece.field = SearchQuery.TextField.tag.rawValue
      rest.removeFirst()
      return
    }
    let name = rest.prefix { $0.isASCII && $0.isLetter }
    guard rest[name.endIndex...].first == ":" else { return }
    let lower = name.lowercased()
    guard let field = FilterName.named(lower) else { return }
    piece.field = field
    rest = rest[name.endIndex...].dropFirst()
  }

  /// What to say of a word that looks like a filter but is none, where it is known which one is meant.
  private func remark(on piece: Piece) -> String? {
    guard !piece.isQuoted, piece.field == nil, let colon = piece.value.firstIndex(of: ":") else { return nil }
    let name = piece.value[..<colon].lowercased()
    let value = piece.value[colon...].dropFirst()
    guard name.allSatisfy({ $0.isASCII && $0.isLetter }), !value.isEmpty, !value.hasPrefix("//"),
      let filter = FilterName.meant(by: name, value: value)
    else { return nil }
    // What to do comes first: narrow windows cut the rest.
    return "did you mean \(filter):? \(name): is not a filter and was taken as words"
  }

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
    let number = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
    if rest.first == "~", let slack = Int(number) {
      piece.slack = min(slack, 1000)
      rest = rest[number.endIndex...]
    }
  }

  private func term(of piece: Piece) -> SearchQuery.Term? {
    switch piece.field {
    case FilterName.state?:
      return SearchQuery.StateName(rawValue: piece.value.lowercased()).map { .state($0, BriefingSet([])) }
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
    let isOpen = !piece.hasStar && isBeingTyped(piece, words)
    if let slack = piece.slack, words.count > 1 {
      var term = SearchQuery.WordTerm(words: words, field: field, isExact: true, typed: String(piece.source))
      term.slack = slack
      return .words(term)
    }
    return .words(
      .init(
        words: words, field: field, isPrefix: piece.hasStar || isOpen, isOpen: isOpen,
        isExact: piece.isQuoted, typed: String(piece.value)))
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

  /// What is wrong with a filter by date, or by what is remembered.
  private func problem(of piece: Piece) -> String? {
    if piece.field == FilterName.state, !piece.value.isEmpty, term(of: piece) == nil {
      // It may become one.
      let isBegun =
        isTyping && piece.isLast
        && SearchQuery.StateName.allCases.contains { $0.rawValue.hasPrefix(piece.value.lowercased()) }
      return isBegun
        ? nil : "is:\(piece.value) is no filter; write is:unread, is:read, is:starred or is:changed"
    }
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
