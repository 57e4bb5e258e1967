/// What a reader gives to name a section: its number, its slug, its title or the start of its title.
///
/// In this order, the first that fits counts: number (`2.1`, `2.1.`, or as lists show it with its title), slug
/// (`f-35-hopes` or `#f-35-hopes`), title, start of a title. Case and diacritics do not matter in titles.
public struct SectionSelector: Hashable, Sendable {
  /// As given.
  public let text: String

  /// Makes a selector.
  public init(_ text: String) { self.text = text }

  /// The section of `briefing` that it names, as an index into its sections.
  public func select(in briefing: Briefing) throws(SectionSelectionError) -> Int {
    let sections = briefing.sections
    let number = text.hasSuffix(".") ? String(text.dropLast()) : text
    if let index = sections.firstIndex(where: {
      $0.numberText == number || $0.label == text || "\($0.numberText) \($0.title)" == text
    }) {
      return index
    }
    let slug = text.hasPrefix("#") ? String(text.dropFirst()) : text
    if let index = sections.firstIndex(where: { $0.slug == slug && !slug.isEmpty }) { return index }

    let wanted = FoldedText(text.trimmingSpaces, .all)
    guard !wanted.utf8.isEmpty else { throw error(.unknown, sections) }
    let titles = sections.map { FoldedText($0.title.trimmingSpaces, .all) }
    for fits in [{ $0.utf8 == $1.utf8 }, { $0.hasPrefix($1) }] as [(FoldedText, FoldedText) -> Bool] {
      let found = sections.indices.filter { fits(titles[$0], wanted) }
      if found.count == 1 { return found[0] }
      if found.count > 1 { throw error(.ambiguous, found.map { sections[$0] }) }
    }
    let near = sections.indices.filter { titles[$0].contains(wanted) }
    throw near.isEmpty ? error(.unknown, sections) : error(.inexact, near.map { sections[$0] })
  }

  private func error(_ reason: SectionSelectionError.Reason, _ candidates: [Section]) -> SectionSelectionError
  {
    SectionSelectionError(selector: text, reason: reason, candidates: candidates)
  }
}

/// Why a selector names no section.
public struct SectionSelectionError: Error, Hashable, Sendable {
  /// As given.
  public var selector: String
  /// What is wrong with it.
  public var reason: Reason
  /// The sections that it may have meant; all of the briefing's where nothing comes near.
  public var candidates: [Section]

  /// What is wrong with a selector.
  public enum Reason: Hashable, Sendable {
    /// No section fits or comes near.
    case unknown
    /// No title starts with it, but some hold it.
    case inexact
    /// Several fit equally well.
    case ambiguous
  }

  /// What is wrong and which sections there are, on one line.
  public var message: String {
    let limit = 12
    var names = candidates.prefix(limit).map(\.label).joined(separator: " · ")
    if candidates.count > limit { names += " · and \(candidates.count - limit) more" }
    if candidates.isEmpty { return "no section “\(selector)”: the briefing has no sections" }
    switch reason {
    case .unknown: return "no section “\(selector)”; there are: \(names)"
    case .inexact: return "no section starts with “\(selector)”; did you mean: \(names)"
    case .ambiguous: return "“\(selector)” may be several sections; give the number of one: \(names)"
    }
  }
}

extension String {
  /// Without white space at its start and end.
  var trimmingSpaces: String {
    // Nearly every text is as it should be, and characters are slow to find.
    if let first = utf8.first, let last = utf8.last, 0x21...0x7E ~= first, 0x21...0x7E ~= last {
      return self
    }
    // A space with an accent on it is white space by its first scalar alone.
    let isText: (Character) -> Bool = { !$0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
    guard let first = firstIndex(where: isText), let last = lastIndex(where: isText) else { return "" }
    return String(self[first...last])
  }
}
