import BriefingCore

/// What is typed into the section picker, and the sections: there may be hundreds of thousands, and each is matched.
public struct PickRequest: Sendable {
  /// Which opened briefing it is about.
  public var serial: Int
  /// As typed; not empty.
  public var text: String
  /// What is picked from.
  public var sections: [Section]
  /// What fitted before; where more was typed after it, nothing else is looked at.
  public var earlier: PickerState.Choices?

  /// The sections that fit, best first; nil when cancelled.
  ///
  /// - Parameter isCancelled: Asked before each 256 sections that are matched.
  public func choices(isCancelled: () -> Bool = { false }) -> PickerState.Choices? {
    let pattern = FuzzyPattern(text)
    let candidates = candidates(of: pattern)
    let count = candidates?.count ?? sections.count
    var choices: [PickerState.Choice] = []
    for index in 0..<count {
      if index % 256 == 0, isCancelled() { return nil }
      let section = candidates?[index].section ?? index
      if let score = FuzzyMatch.score(of: pattern, in: FuzzyCandidate(picking: sections[section])) {
        choices.append(PickerState.Choice(section: section, score: score))
      }
    }
    choices.sort { ($1.score, $0.section) < ($0.score, $1.section) }
    return PickerState.Choices(text: text, all: choices)
  }

  /// The earlier choices where nothing else can fit; else nil.
  private func candidates(of pattern: FuzzyPattern) -> [PickerState.Choice]? {
    guard let earlier, pattern.narrows(FuzzyPattern(earlier.text)) else { return nil }
    return earlier.all
  }
}

extension FuzzyCandidate {
  /// A section as the picker shows it: number and title.
  init(picking section: Section) { self.init(section.label) }
}
