import BriefingReading

/// Stars of sections and briefings.
extension State {
  /// Gives a star or takes it away: the section that is read, above the first one the briefing itself, or in the list the
  /// briefing that is selected, with its sections.
  mutating func toggleStar() -> [Effect] {
    guard context == .list else {
      return reading.map { star(ordinal: $0.currentSection.map { $0 + 1 }) } ?? []
    }
    guard options.remembers else {
      sayThatNothingIsRemembered()
      return []
    }
    guard let list, let row = list.selected, row.problem == nil else {
      say("There is nothing to mark.")
      return []
    }
    let isStarred = list.summary(of: row.path)?.star == .briefing
    return [.work(.mark(MarkRequest(path: row.path, title: row.title, kind: isStarred ? .noStar : .star)))]
  }

  /// Turns the star of a section, or of the briefing itself where nil.
  mutating func star(ordinal: Int?) -> [Effect] {
    guard let reading, var marks = marksToChange(else: .star(ordinal: ordinal)) else { return [] }
    let isOn: Bool
    if let ordinal {
      guard marks.sections.indices.contains(ordinal) else { return [] }
      isOn = !marks.sections[ordinal].isStarred
    } else {
      isOn = marks.star?.isOn != true
    }
    // A person's last word counts, though it be within the same millisecond.
    let before = marks.star(ofSection: ordinal)
    let time = max(now.time, (before?.before?.time ?? 0) + 1)
    guard let before, let change = marks.setStar(isOn, section: ordinal, at: time) else { return [] }
    self.reading?.memory?.marks = marks
    let name = ordinal.map { $0 > 0 ? reading.sections[$0 - 1].title : "" } ?? reading.briefing.metadata.title
    note(
      MarkUndo(
        label: MarkRequest.Kind.label(name, isStarred: isOn),
        parts: [MarkUndo.Part(briefing: marks.briefing, stars: [before])]))
    return remember([change])
  }
}
