import BriefingSearch

/// What the search shows where nothing was found, or not yet: that, and what may find more.
enum NothingFound {
  /// The lines.
  static func lines(_ search: SearchState, _ state: State) -> [SearchHelp.Line] {
    guard let text = search.results?.text else { return [.text("Searching …", .faint)] }
    // As much as says which search it was: a paste can be of any length.
    let name = "“\(text.count > 200 ? text.prefix(200) + "…" : text)”"
    if let problem = SearchQuery(parsing: text, isTyping: true).problem {
      return [.text(problem + ".", .error)]
    }
    if isUnfinished(text) {
      return [.text("There is nothing to search for in \(name) yet: keep typing.", .text)]
    }
    var lines: [SearchHelp.Line] = [.text("Nothing found for \(name).", .text)]
    if state.indexing != nil {
      lines.append(.text("The library is still being indexed: more may be found soon.", .faint))
    }
    if let advice = advice(text) { lines.append(.text(advice, .faint)) }
    return lines
  }

  /// Whether what is typed asks for nothing: a filter without a value, a quote, punctuation.
  static func isUnfinished(_ text: String) -> Bool { SearchQuery(parsing: text, isTyping: true).isEmpty }

  private static func advice(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.contains(where: { $0.contains("\"") }) { return "Without the quotes the words may stand apart." }
    let names = words.compactMap(filterName)
    if names.contains(where: dates.contains) {
      return
        "A day, a month or a year: after:2025-05-15, before:2025-06, date:2025. Times of files do not count."
    }
    if names.contains("is") { return "Without is: all is searched, whether you have read it or not." }
    if let name = names.first { return "Without \(name): the words may stand anywhere." }
    if words.count > 1 {
      return "No section has any of the words: other or fewer words find more."
    }
    return text.contains("*") ? nil : "The start of a word and * finds every word that starts with it: turk*"
  }

  /// `tag` of `tag:nato` and `-tag:nato`; nil where no filter is named.
  private static func filterName(_ word: Substring) -> String? {
    let name = (word.first == "-" ? word.dropFirst() : word).prefix { $0 != ":" }
    guard name.endIndex < word.endIndex else { return nil }
    let lower = name.lowercased()
    return filters.contains(lower) ? lower : nil
  }

  private static let dates: Set = ["after", "before", "date", "newer"]
  private static let filters = dates.union(
    SearchQuery.TextField.allCases.map(\.rawValue) + SearchQuery.MetadataField.allCases.map(\.rawValue) + [
      "is"
    ])
}
