import BriefingSearch

extension SearchResults {
  /// How much was found and in which order, the longest wording first.
  var countTexts: [String] {
    let how = order == .newest ? "newest first" : "best first"
    switch total {
    case .exactly(0, _): return ["nothing found"]
    case .exactly(let sections, let briefings):
      let count = sections.counted("section")
      let whole = "\(count) in \(briefings.counted("briefing"))"
      return sections == 1 ? [whole, count] : ["\(whole), \(how)", whole, count]
    case .moreThan(let sections):
      let count = "more than \(sections.counted("section"))"
      return ["\(count), \(how)", count]
    }
  }
}
