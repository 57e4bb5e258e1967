import BriefingCore
import BriefingLayout

extension State {
  /// Rows of the text.
  var textHeight: Int {
    guard let reading else { return 0 }
    return ReadingGeometry(self, reading).rows.count
  }

  /// Scrolls by rows; down only until the last line stands in the last row.
  mutating func scroll(by rows: Int) {
    guard let reading else { return }
    guard rows > 0 else {
      let top = reading.page.place(reading.top, movedBy: rows)
      self.reading?.top = top
      return
    }
    let last = reading.page.lastTop(height: textHeight)
    // A jump may have put a heading near the end at the top; scrolling down does not undo that.
    guard reading.top < last else { return }
    self.reading?.top = min(reading.page.place(reading.top, movedBy: rows), last)
  }

  /// Scrolls by a page or a part of it; the blank lines before a heading are not left at the top.
  mutating func turn(by rows: Int) {
    scroll(by: rows)
    guard let reading, let text = firstText(from: reading.top) else { return }
    let last = max(reading.top, reading.page.lastTop(height: textHeight))
    self.reading?.top = min(text, last)
  }

  /// The first of the rows from a place on that is not blank; nil where three are.
  private func firstText(from place: Place) -> Place? {
    reading?.page.lines(from: place, count: 3).first { shown in
      !shown.line.cells.allSatisfy { $0 == .blank($0.style) }
    }?.place
  }

  /// Shows the start or the end.
  mutating func scrollToStart() { reading?.top = Place() }

  /// Shows the end, the last line in the last row.
  mutating func scrollToEnd() {
    guard let reading else { return }
    let last = reading.page.lastTop(height: textHeight)
    self.reading?.top = last
  }

  /// Puts a section's heading at the top.
  mutating func go(toSection index: Int) {
    guard let reading, reading.sectionUnits.indices.contains(index) else { return }
    self.reading?.top = Place(unit: reading.sectionUnits[index])
    self.reading?.landing = ReadingState.Landing(
      section: index, top: Place(unit: reading.sectionUnits[index]))
  }

  /// Finds out which section is being read, after anything that may have changed it.
  mutating func noteSection() {
    guard let reading else { return }
    let section: Int?
    if let landing = reading.landing, landing.top == reading.top {
      section = landing.section
    } else {
      section = reading.section(ofUnit: readingPlace(reading).unit)
    }
    self.reading?.currentSection = section
  }

  /// Where the reader's eye is taken to be: at the top row, but over the last screen of text, where the top
  /// cannot follow, it moves down until at the end it is in the last row.
  private func readingPlace(_ reading: ReadingState) -> Place {
    let height = textHeight
    let page = reading.page
    let ahead = page.lines(from: reading.top, count: 2 * height)
    let below = max(0, ahead.count - height)
    guard below < height, reading.top > Place(), !ahead.isEmpty else {
      return firstText(from: reading.top) ?? reading.top
    }
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
  /// The first section behind the one that is being read that satisfies `belongs`.
  func nextSection(where belongs: (Section) -> Bool = { _ in true }) -> Int? {
    sections[(currentSection.map { $0 + 1 } ?? 0)...].firstIndex(where: belongs)
  }

  /// The section that is being read, if its heading has gone by; else the last one before it. Only those count
  /// that satisfy `belongs`.
  func previousSection(where belongs: (Section) -> Bool = { _ in true }) -> Int? {
    guard let current = currentSection else { return nil }
    let hasGoneBy = Place(unit: sectionUnits[current]) < top
    return sections[...current].lastIndex { section in
      belongs(section) && (hasGoneBy || section.heading != sections[current].heading)
    }
  }
}
