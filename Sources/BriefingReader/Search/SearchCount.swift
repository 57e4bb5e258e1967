import BriefingSearch

extension SearchResults {
  /// How much was found and in which order, the longest wording first; with `…` where hits are still to come.
  var countTexts: [String] {
    isPartial ? wholeCountTexts.map { $0 + " …" } : wholeCountTexts
  }

  private var wholeCountTexts: [String] {
    guard total.sections > 0 else {
      return hits.isEmpty ? ["nothing found"] : ["no section has all words", "not all words"]
    }
    let how = order == .newest ? "newest first" : "best first"
    let count = total.sections.counted("section")
    let whole = "\(count) in \(total.briefings.counted("briefing"))"
    return total.sections == 1 ? [whole, count] : ["\(whole), \(how)", whole, count]
  }
}
