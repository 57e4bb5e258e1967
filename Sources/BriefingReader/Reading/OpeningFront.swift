import BriefingLayout
import BriefingText

/// The start of a long briefing, which can be read while the rest is.
struct OpeningFront: Sendable {
  /// The start as if it were all.
  var reading: ReadingState
  /// Bytes of the whole file.
  var size: Int

  /// Draws it as the whole will be.
  func draw(_ opening: Opening, _ state: State, in frame: inout Frame) -> StatusLine {
    let view = ReadingView(state, reading)
    view.draw(in: &frame)
    var line = ReadingMode.status(view)
    let percentage = view.visible.last.map { reading.page.percentage(of: $0.place, ofBytes: size) } ?? 0
    line.facts = [.init(text: "\(percentage)%")]
    if !opening.typedAhead.isEmpty {
      line.announcement = Cell.cells(opening.waiting("Reading the rest of"), Style(.status))
    }
    return line
  }
}

extension State {
  /// Shows the start of the briefing that is being opened, unless the reader wants to be elsewhere in it. More of it may come
  /// later: what is shown stays.
  mutating func showFront(_ page: Page, size: Int) {
    guard let opening, opening.arrival == .start, opening.query == nil else { return }
    if let shown = opening.front?.reading {
      guard page.unitCount > shown.page.unitCount else { return }
      self.opening?.front?.reading.page = page
    } else {
      guard opening.typedAhead.isEmpty else { return }
      self.opening?.front = OpeningFront(
        reading: ReadingState(path: opening.path, serial: 0, page: page, version: nil), size: size)
    }
    fitFront()
  }

  /// Lays the start out again where the window asks for it.
  mutating func fitFront() { readFront { $0.fitPage() } }

  /// Scrolls the start where a key asks for it, or ends the sequence that does, and it is long enough; false where the key has
  /// to wait for the rest.
  mutating func scrollFront(_ key: Key) -> Bool {
    guard let typed = opening?.typedAhead, count == nil, begun.isEmpty else { return false }
    let keys = typed.compactMap { if case .key(let key) = $0 { key } else { nil } }
    guard keys.count == typed.count,
      case .command(.move(let motion)) = keymap.meaning(of: keys + [key], in: .reading),
      moveFront(motion, times: 1)
    else { return false }
    opening?.typedAhead = []
    return true
  }

  /// Scrolls the start where it is long enough.
  @discardableResult
  mutating func moveFront(_ motion: Motion, times: Int) -> Bool {
    guard motion != .end else { return false }
    var isShown = false
    readFront { state in
      guard let before = state.reading else { return }
      _ = ReadingMode.move(motion, times: times, &state)
      guard let after = state.reading else { return }
      isShown = after.top <= before.top || after.top < after.page.lastTop(height: state.textHeight)
      if !isShown { state.reading = before }
    }
    if isShown { message = nil }
    return isShown
  }

  /// Stays where the reader has scrolled to meanwhile.
  mutating func goOn(from front: OpeningFront) {
    let unit = front.reading.top.unit
    // The file may have been written meanwhile.
    guard front.reading.top != Place(), let page = reading?.page, unit < page.unitCount,
      page.text(of: unit).string == front.reading.page.text(of: unit).string
    else { return }
    reading?.top = front.reading.top
    reading?.awaited = nil
  }

  /// Changes the start as if it were all that is read.
  private mutating func readFront(_ change: (inout State) -> Void) {
    guard let front = opening?.front else { return }
    var state = self
    state.layers = [.reading(front.reading)]
    state.options.page.details = .closed
    change(&state)
    state.noteSection()
    if let reading = state.reading { opening?.front?.reading = reading }
  }
}
