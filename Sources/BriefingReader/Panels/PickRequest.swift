import BriefingCore

/// What is typed into the section picker, and the sections: there may be hundreds of thousands, and each is matched.
public struct PickRequest: Sendable {
  /// Which opened briefing it is about.
  public var serial: Int
  /// As typed; not empty.
  public var text: String
  /// What is picked from.
  public var sections: [Section]

  /// The sections that fit, best first; nil when cancelled.
  public func choices(isCancelled: () -> Bool = { false }) -> [PickerState.Choice]? {
    let pattern = FuzzyPattern(text)
    var choices: [PickerState.Choice] = []
    for (index, section) in sections.enumerated() {
      if index % 256 == 0, isCancelled() { return nil }
      let candidate = FuzzyCandidate(section.label)
      if let match = FuzzyMatch(pattern, in: candidate) {
        choices.append(PickerState.Choice(section: index, match: match))
      }
    }
    choices.sort { ($1.match.score, $0.section) < ($0.match.score, $1.section) }
    return choices
  }
}
