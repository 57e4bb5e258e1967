import BriefingSearch

extension SearchResults {
  /// How much was found and in which order, the longest wording first.
  var countTexts: [String] {
    guard total.sections > 0 else { return ["nothing found"] }
    let how = order == .newest ? "newest first" : "best first"
    let count = total.sections.counted("section")
    let whole = "\(count) in \(total.briefings.counted("briefing"))"
    return total.sections == 1 ? [whole, count] : ["\(whole), \(how)", whole, count]
  }
}
