import BriefingCore
import BriefingLayout

/// The section picker: candidates, and those that fit what was typed, best first.
struct PickerState: Sendable {
  /// A section that fits.
  struct Choice: Sendable {
    var section: Int
    var match: FuzzyMatch
  }

  /// What is typed.
  var prompt = LineEditor()
  private let candidates: [FuzzyCandidate]
  /// What fits, best first; in document order where nothing was typed.
  private(set) var choices: [Choice] = []
  /// Index into `choices`.
  private(set) var selection = 0

  init(_ sections: [Section], current: Int?) {
    candidates = sections.map { FuzzyCandidate("\($0.numberText) \($0.title)") }
    narrow()
    selection = current ?? 0
  }

  /// Leaves what fits what is typed.
  mutating func narrow() {
    let pattern = FuzzyPattern(prompt.text)
    choices = candidates.indices.compactMap { index in
      FuzzyMatch(pattern, in: candidates[index]).map { Choice(section: index, match: $0) }
    }
    choices.sort { ($1.match.score, $0.section) < ($0.match.score, $1.section) }
    selection = 0
  }

  mutating func select(_ index: Int) {
    selection = choices.isEmpty ? 0 : min(max(0, index), choices.count - 1)
  }

  /// How many sections there are.
  var count: Int { candidates.count }
}
