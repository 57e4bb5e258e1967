import BriefingLayout
import BriefingReading

/// What was read in other briefings is dimmed, and passed over on the way to what is unread.
extension State {
  /// Asks for it, once it is known who the briefing is; again where the question was given up before.
  func findRepeats() -> [Effect] {
    guard let reading, let memory = reading.memory, memory.repeats == nil else { return [] }
    return [
      .work(
        .findRepeats(
          RepeatsRequest(
            serial: reading.serial, page: reading.plainPage, digest: memory.digest,
            briefing: memory.marks.briefing)))
    ]
  }

  /// Takes it in. Whoever was led to a section of nothing but repeats, and is still there, is led on.
  mutating func take(_ repeats: RepeatedText, serial: Int) {
    guard let reading, reading.serial == serial else { return }
    self.reading?.memory?.repeats = repeats
    fitPage()
    guard let led = reading.led else { return }
    self.reading?.led = nil
    guard led.to == reading.top, let memory = self.reading?.memory else { return }
    let new = newSections(memory)
    if let ordinal = led.direction == .forward ? new.first : new.last { go(toOrdinal: ordinal) }
  }

  /// What is dimmed in a briefing; nil where nothing is.
  func repeats(in reading: ReadingState) -> RepeatedText? {
    guard options.dimsRepeats, let repeats = reading.memory?.repeats, !repeats.units.isEmpty else {
      return nil
    }
    return repeats
  }

  /// The ordinals of sections that are unread and have something new.
  func newSections(_ memory: ReadingMemory) -> [Int] {
    guard options.dimsRepeats, let repeats = memory.repeats else { return memory.marks.unread }
    return memory.marks.unread.filter { !repeats.isAll(ofSection: $0) }
  }

  /// Says that nothing unread is left in a direction, or nothing but repeats.
  mutating func sayNothingUnread(_ direction: Direction, in reading: ReadingState) {
    let here = reading.currentSection.map { $0 + 1 } ?? 0
    let rest = reading.memory?.marks.unread.contains { direction == .forward ? $0 > here : $0 < here } == true
    switch direction {
    case .forward:
      say(
        rest
          ? "Nothing new follows: what is unread repeats what you have read · \(key: .toggle(.repeats)) shows it plain"
          : "Nothing unread follows.")
    case .backward:
      say(rest ? "Nothing before this is new." : "Nothing before this is unread.")
    }
  }

  /// The sign of a section by its index; nil for one that is read.
  func sign(ofSection index: Int, in reading: ReadingState) -> ReadingSign? {
    let sign = reading.memory?.sign(ofSection: index)
    return sign == .unread && repeats(in: reading)?.isAll(ofSection: index + 1) == true ? .repeated : sign
  }

  /// How much is new in a briefing, as its sections are counted: `2 of 7 new`; nil where that is not known.
  func newCount(in reading: ReadingState) -> String? {
    guard let memory = reading.memory else { return nil }
    let new = newSections(memory)
    guard !reading.sections.isEmpty else { return new.isEmpty ? "nothing new" : "all new" }
    let count = new.count { $0 > 0 }
    if count > 0 { return BriefingSummary.count(count, of: reading.sections.count) }
    return new.isEmpty ? "nothing new" : "opening new"
  }

  /// Shows all plain, or what is repeated dimmed again.
  mutating func toggleRepeats() {
    options.dimsRepeats.toggle()
    fitPage()
    guard options.dimsRepeats else {
      return say("Shown plain: what you have read in other briefings too.")
    }
    if let reading, reading.memory?.repeats != nil, repeats(in: reading) == nil {
      return say("Nothing here repeats what you have read in other briefings.")
    }
    say("Dimmed, behind =: what you have read in other briefings.")
  }
}
