import BriefingReading

/// What the list shows of being read.
extension State {
  /// Asks for it where it may have changed.
  mutating func askForSummaries() -> [Effect] {
    // Also while a briefing is read: keys lead from there to the next unread one.
    guard options.remembers, hasOldSummaries, let list, list.rows.count > 0 else { return [] }
    hasOldSummaries = false
    return [.work(.summarize(path: list.path))]
  }

  /// Takes in that another program has written: what is shown may be old.
  mutating func noteStateChange() -> [Effect] {
    hasOldSummaries = true
    guard let reading, let memory = reading.memory else { return [] }
    return [.work(.recallMarks(serial: reading.serial, memory.marks.briefing))]
  }

  mutating func take(_ marks: RecalledMarks, serial: Int) {
    guard reading?.serial == serial, var own = reading?.memory?.marks,
      own.merge(marks: marks.marks, stars: marks.stars, star: marks.star)
    else { return }
    reading?.memory?.marks = own
  }
}
