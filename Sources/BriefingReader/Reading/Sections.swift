import Algorithms
import BriefingCore
import BriefingLayout

/// Going from section to section. What is next and what is before is told by the row at the top of the text: after
/// the end was shown, the sections on the last screen are still gone to one by one.
extension State {
  /// Goes on or back by so many sections.
  ///
  /// - Parameter isPeer: Whether only those of the same or a higher level count, at each step.
  mutating func goToSection(_ direction: Direction, times: Int = 1, isPeer: Bool = false) {
    guard let reading else { return }
    guard !reading.sections.isEmpty else { return say("This briefing has no sections.") }
    // Where blank lines lead to a heading, it is at the top already.
    let top = firstText(from: reading.top) ?? reading.top
    var level = isPeer ? reading.section(ofUnit: top.unit).map { reading.sections[$0].level } ?? 6 : 6
    var place = direction == .forward ? top : reading.top
    for step in 1...times {
      let section =
        direction == .forward
        ? reading.firstSection(below: place, upTo: level) : reading.lastSection(above: place, upTo: level)
      guard let section else {
        switch direction {
        case .forward:
          say(isPeer ? "No section of this or a higher level follows." : "This is the last section.")
        case .backward:
          if step == 1, reading.top == Place() { say("This is the start.") }
          scrollToStart()
        }
        return
      }
      go(toSection: section)
      place = Place(unit: reading.sectionUnits[section])
      if isPeer { level = reading.sections[section].level }
    }
  }

  mutating func goToTopSection(_ number: Int) {
    guard let sections = reading?.sections else { return }
    guard !sections.isEmpty else { return say("This briefing has no sections.") }
    guard let index = sections.firstIndex(where: { $0.number == [number] }) else {
      return say("There is no section \(number): the last is \(sections.count { $0.number.count == 1 }).")
    }
    leap(toSection: index)
  }

  /// Goes to a section so that the reader can come back.
  mutating func leap(toSection index: Int) {
    leaveTrail()
    go(toSection: index)
  }

  /// Puts a section's heading at the top.
  mutating func go(toSection index: Int) {
    guard let reading, reading.sectionUnits.indices.contains(index) else { return }
    self.reading?.top = Place(unit: reading.sectionUnits[index])
    self.reading?.isReadAtTop = true
  }

  /// Finds out which section is being read, after anything that may have changed it.
  mutating func noteSection() {
    guard let reading else { return }
    let section = reading.section(ofUnit: readingPlace(reading).unit)
    self.reading?.currentSection = section
  }

  /// Where the reader's eye is taken to be: at the top row, but over the last screen of text, where the top
  /// cannot follow, it moves down until at the end it is in the last row.
  ///
  /// After a jump it stays at the top row, also on the last screen, until the reader scrolls to the end or away from
  /// there.
  private mutating func readingPlace(_ reading: ReadingState) -> Place {
    let height = textHeight
    let page = reading.page
    // At the start nothing has to be laid out for it that is not on the screen.
    if reading.top == Place() { return firstText(from: reading.top) ?? reading.top }
    let ahead = page.lines(from: reading.top, count: 2 * height)
    let below = max(0, ahead.count - height)
    let topText = firstText(from: reading.top) ?? reading.top
    guard below < height, !ahead.isEmpty else {
      // The eye is at the top anyway: what a jump asked for is fulfilled.
      if below >= height { self.reading?.isReadAtTop = false }
      return topText
    }
    if reading.isReadAtTop { return topText }
    var row = height - 1 - below
    // A text of less than two screens has no room for that: there the eye moves in proportion.
    let all = page.lines(from: Place(), count: 2 * height)
    if all.count < 2 * height {
      let scrollable = max(1, all.count - height)
      row = (scrollable - below) * (height - 1) / scrollable
    }
    let place = ahead[min(max(0, row), ahead.count - 1)].place
    return row == 0 ? firstText(from: place) ?? place : place
  }
}

extension ReadingState {
  /// The first section whose heading is below a place, of a level up to `level` (1 is the highest).
  fileprivate func firstSection(below place: Place, upTo level: Int) -> Int? {
    let first = sectionUnits.partitioningIndex { Place(unit: $0) > place }
    return sections[first...].firstIndex { $0.level <= level }
  }

  /// The last section whose heading is above a place, of a level up to `level`.
  fileprivate func lastSection(above place: Place, upTo level: Int) -> Int? {
    let end = sectionUnits.partitioningIndex { Place(unit: $0) >= place }
    return sections[..<end].lastIndex { $0.level <= level }
  }
}
