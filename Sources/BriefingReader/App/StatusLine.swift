import BriefingLayout
import BriefingText

/// The bottom line: where the reader is, or a prompt; then the keys that matter now.
struct StatusLine {
  /// The section or row that the reader is at; cut short before any fact is.
  var subject = ""
  /// Whether the screen names the subject elsewhere too: then it gives way to the keys.
  var isSubjectShownElsewhere = false
  /// What else is said at the left.
  var facts: [Fact] = []
  /// Commands whose keys are named at the right, as far as there is room.
  var hints: [Command]
  /// What is said in place of subject and facts.
  var announcement: [Cell]?
  /// The label of the prompt; nil where nothing is typed.
  var label: String?
  /// How many were found, after the prompt.
  var count: String?
  /// Whether `count` says that nothing was found.
  var isCountError = false
  /// Whether `count` goes where it would take the room of what is typed.
  var isCountOptional = false

  /// Something that is said at the left.
  struct Fact {
    var text: String
    var role: Style.Role = .status
    /// Whether it goes where it would take the room of the first key.
    var isOptional = false
  }

  init(hints: [Command]) { self.hints = hints }

  /// Draws the line in the last row; a message that needs more rows gets those above it too.
  func draw(_ state: State, in frame: inout Frame) {
    let row = frame.size.rows - 1
    let columns = frame.size.columns
    let hints = Hints(state, commands: hints)
    frame.clear(row: row, columns: 0..<columns, Style(.status))
    defer { if state.prompt == nil { frame.add(.statusBar, row: row, columns: 0..<columns) } }
    let left: [Cell]
    let right: [Cell]
    if let pressed = state.pressed {
      left = Cell.cells(" \(pressed) …", Style(.status)).fitted(to: columns)
      let following = Hints(following: state.begun, state)
      if following.fit(columns - left.count) {
        right = following.cells(room: columns - left.count)
      } else {
        draw(following.rows(columns: columns), in: &frame)
        right = following.last
      }
    } else if let prompt = state.prompt, let label {
      left = []
      var message = message(of: state)
      let used = label.count + Cell.cells(prompt.text).count + 4
      if let long = message, used + long.count > columns {
        _ = draw(long, isAbove: true, in: &frame)
        message = nil
      }
      let taken = draw(prompt, label: label, message, row: row, in: &frame)
      right = hints.cells(room: columns - taken)
    } else if let announcement = message(of: state) ?? announcement {
      left = draw(announcement, in: &frame)
      right = hints.cells(room: columns - left.count)
    } else {
      (left, right) = cells(hints, columns: columns)
    }
    frame.put(left, row: row, column: 0)
    frame.put(right, row: row, column: columns - right.count)
  }

  /// Draws rows above the status line, the last ones where there are more than half a screen.
  private func draw(_ rows: [[Cell]], in frame: inout Frame) {
    let columns = frame.size.columns
    let shown = rows.suffix(max(1, frame.size.rows / 2))
    for (cells, row) in zip(shown.reversed(), (0..<frame.size.rows - 1).reversed()) {
      frame.clear(row: row, columns: 0..<columns, Style(.status))
      frame.put(cells, row: row, column: 0)
      frame.add(.statusBar, row: row, columns: 0..<columns)
    }
  }

  /// What the reader is told in place of all else.
  private func message(of state: State) -> [Cell]? {
    state.message.map { Cell.line(state.text($0.wording), Style($0.isError ? .error : .status)) }
  }

  /// Draws all lines of an announcement but its last above the status line, and gives the last, unless that stands
  /// above too. Of one that would hide more than half of the screen the end is left out.
  private func draw(_ announcement: [Cell], isAbove: Bool = false, in frame: inout Frame) -> [Cell] {
    let columns = frame.size.columns
    let blank = [Cell.blank(Style(.status))]
    var lines = announcement.wrapped(to: max(1, columns - 2))
    let limit = max(1, frame.size.rows / 2)
    if lines.count > limit {
      lines.removeSubrange(limit...)
      lines[limit - 1] = (lines[limit - 1] + Cell.cells(" …", Style(.status))).fitted(to: max(1, columns - 2))
    }
    let last = isAbove ? [] : lines.popLast() ?? []
    for (line, row) in zip(lines.reversed(), (0..<frame.size.rows - 1).reversed()) {
      frame.clear(row: row, columns: 0..<columns, Style(.status))
      frame.put(blank + line, row: row, column: 0)
      frame.add(.statusBar, row: row, columns: 0..<columns)
    }
    return blank + last
  }

  /// Subject and facts at the left, keys at the right; what the keys leave free is the subject's.
  private func cells(_ hints: Hints, columns: Int) -> (left: [Cell], right: [Cell]) {
    let head = Cell.line(" " + subject, Style(.status))
    let least = min(head.count, columns * 2 / 5)
    var facts = facts
    while let index = facts.lastIndex(where: \.isOptional),
      least + cells(of: facts).count + hints.first.count + hints.last.count > columns
    {
      facts.remove(at: index)
    }
    let tail = cells(of: facts)
    let wanted =
      isSubjectShownElsewhere ? least : min(head.count, max(least, columns - tail.count - hints.last.count))
    let keys = hints.cells(room: columns - wanted - tail.count)
    let room = max(1, columns - tail.count - keys.count)
    return ((head.fitted(to: room) + tail).fitted(to: columns), keys)
  }

  private func cells(of facts: [Fact]) -> [Cell] {
    var cells: [Cell] = []
    for (index, fact) in facts.enumerated() {
      if index > 0 || !subject.isEmpty { cells += Cell.cells(" · ", Style(.status)) }
      cells += Cell.cells(fact.text, Style(fact.role))
    }
    return cells
  }

  /// Draws label, text and count (a message takes its place), places the cursor, and says how many columns that took.
  private func draw(
    _ prompt: LineEditor, label: String, _ message: [Cell]?, row: Int, in frame: inout Frame
  ) -> Int {
    let columns = frame.size.columns
    var tail: [Cell] = []
    if let count { tail = Cell.cells("  " + count, Style(isCountError ? .error : .prompt)) }
    let head = Cell.cells(" " + label, Style(.prompt))
    let before = Cell.cells(prompt.textBeforeCursor, Style(.status))
    let all = Cell.cells(prompt.text, Style(.status))
    if isCountOptional, head.count + all.count + 1 + tail.count > columns { tail = [] }
    if let message { tail = Cell.cells("  ", Style(.status)) + message }
    // One column stays for a cursor after the text; a long text scrolls so that the cursor is seen.
    let room = max(1, columns - head.count - tail.count - 1)
    let skipped = max(0, before.count - room)
    frame.put(head, row: row, column: 0)
    let shown = all.dropFirst(skipped).prefix(room)
    frame.put(shown, row: row, column: head.count)
    let tailColumn = head.count + shown.count + 1
    frame.put(tail, row: row, column: tailColumn)
    frame.cursor = Frame.Position(row: row, column: min(columns - 1, head.count + before.count - skipped))
    frame.isCursorVisible = true
    return tailColumn + tail.count
  }
}
