import BriefingText

extension SearchPlan {
  /// What to light in what was found.
  ///
  /// - Parameter forms: The other words that meet a term.
  public func patterns(forms: (SearchQuery.WordTerm) -> [String]) -> [WordPattern] {
    var patterns: [WordPattern] = []
    for (concept, group) in groups.enumerated() {
      for case .words(let term) in group.terms {
        func add(_ words: [String], isPrefix: Bool = false, isJoined: Bool = false) {
          patterns.append(
            WordPattern(words: words, isPrefix: isPrefix, isJoined: isJoined, concept: concept))
        }
        if term.slack != nil {
          // Each by itself: between them may stand anything.
          patterns += term.words.map { WordPattern(words: [$0]) }
          continue
        }
        add(term.words)
        if term.isPrefix { add(term.words, isPrefix: true) }
        for spelling in term.spellings { add(spelling.words, isJoined: spelling.isJoined) }
        for form in forms(term) { add([form]) }
      }
    }
    return patterns
  }
}
