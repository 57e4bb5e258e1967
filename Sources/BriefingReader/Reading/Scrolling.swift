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
    if self.reading?.top == last { self.reading?.isReadAtTop = false }
  }

  /// Scrolls so many times by a page or a part of it. Each time differs from the one before: the blank lines before a heading
  /// are not left at the top.
  mutating func turn(by rows: Int, times: Int) {
    for _ in 0..<times {
      let before = reading?.top
      turn(by: rows)
      if reading?.top == before { return }
    }
  }

  private mutating func turn(by rows: Int) {
    scroll(by: rows)
    guard let reading, let text = firstText(from: reading.top) else { return }
    let last = max(reading.top, reading.page.lastTop(height: textHeight))
    self.reading?.top = min(text, last)
  }

  /// The first of the rows from a place on that is not blank; nil where three are.
  func firstText(from place: Place) -> Place? {
    reading?.page.lines(from: place, count: 3).first { shown in
      !shown.line.cells.allSatisfy { $0 == .blank($0.style) }
    }?.place
  }

  /// Shows the start or the end.
  mutating func scrollToStart() {
    reading?.top = Place()
    reading?.isReadAtTop = false
  }

  /// Shows the end, the last line in the last row.
  mutating func scrollToEnd() {
    guard let reading else { return }
    let last = reading.page.lastTop(height: textHeight)
    self.reading?.top = last
    self.reading?.isReadAtTop = false
  }
}
