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
  }
}

extension ReadingState {
  /// The section that is being read: the one at the top row; nil in the lead.
  public var currentSection: Int? { section(ofUnit: top.unit) }

  /// The first section whose heading stands below the top row and satisfies `belongs`.
  func nextSection(where belongs: (Section) -> Bool = { _ in true }) -> Int? {
    let after = sectionUnits.partitioningIndex { $0 > top.unit }
    return sections[after...].firstIndex(where: belongs)
  }

  /// The last section whose heading stands above the top row and satisfies `belongs`.
  func previousSection(where belongs: (Section) -> Bool = { _ in true }) -> Int? {
    let end = sectionUnits.partitioningIndex { Place(unit: $0) >= top }
    return sections[..<end].lastIndex(where: belongs)
  }

  /// Columns that the outline wants: its longest row.
  var outlineWidth: Int {
    // The first thousand rows say enough; a huge outline must not cost more at a key press.
    let longest = sections.prefix(1000).map { OutlineRow($0).cells(isCurrent: false).count }.max() ?? 0
    return longest + 2
  }
}
