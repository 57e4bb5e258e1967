import BriefingLayout

/// The bottom line: where the reader is, or a prompt; then the keys that matter now.
struct StatusLine {
  /// The section or row that the reader is at; cut short before anything else is.
  var subject = ""
  /// What else is said at the left.
  var facts: [(text: String, role: Style.Role)] = []
  /// Commands whose keys are named at the right, as far as there is room.
  var hints: [Command]
  /// The label of the prompt; nil where nothing is typed.
  var label: String?
  /// How many were found, behind the prompt.
  var count: String?
  /// Whether `count` says that nothing was found.
  var isCountError = false

  init(hints: [Command]) { self.hints = hints }

  /// Draws the line in the last row.
  func draw(_ state: State, in frame: inout Frame) {
    let row = frame.size.rows - 1
    let columns = frame.size.columns
    frame.clear(row: row, columns: 0..<columns, Style(.status))
    defer { if state.prompt == nil { frame.add(.statusBar, row: row, columns: 0..<columns) } }
    var used: Int
    if let prompt = state.prompt, let label {
      used = draw(prompt, label: label, row: row, in: &frame)
    } else {
      let cells = leftCells(state, columns: columns)
      frame.put(cells, row: row, column: 0)
      used = cells.count
    }
    // The last hint, the way out or to help, is the last to go.
    var right = hints.last.map { Self.cells(of: $0, in: state.context) } ?? []
    var before: [Cell] = []
    for hint in hints.dropLast() {
      let cells = Self.cells(of: hint, in: state.context)
      guard used + before.count + cells.count + right.count + 2 <= columns else { break }
      before += cells
    }
    right = used + right.count + 1 <= columns ? before + right : []
    frame.put(right, row: row, column: columns - right.count)
  }

  private func leftCells(_ state: State, columns: Int) -> [Cell] {
    if let message = state.message {
      return Cell.cells(" " + message.text, Style(message.isError ? .error : .status)).fitted(to: columns)
    }
    if let pending = state.pending, state.reading != nil || state.list != nil {
      return Cell.cells(" Opening \(pending.name) … ^C cancels", Style(.status)).fitted(to: columns)
    }
    var tail: [Cell] = []
    for (index, fact) in facts.enumerated() {
      if index > 0 || !subject.isEmpty { tail += Cell.cells(" · ", Style(.status)) }
      tail += Cell.cells(fact.text, Style(fact.role))
    }
    let head = Cell.cells(" " + subject, Style(.status))
    // The outline names the section too, so it gives way to the keys; but not below two fifths.
    let keys = hints.reduce(1) { $0 + Self.cells(of: $1, in: state.context).count }
    let room = max(columns - tail.count - keys, min(columns * 2 / 5, columns - tail.count - 1))
    return (head.fitted(to: max(1, room)) + tail).fitted(to: columns)
  }

  /// Draws label, text and count, places the cursor, and says how many columns that took.
  private func draw(_ prompt: LineEditor, label: String, row: Int, in frame: inout Frame) -> Int {
    let columns = frame.size.columns
    var tail: [Cell] = []
    if let count { tail = Cell.cells("  " + count, Style(isCountError ? .error : .prompt)) }
    let head = Cell.cells(" " + label, Style(.prompt))
    let before = Cell.cells(prompt.textBeforeCursor, Style(.status))
    let all = Cell.cells(prompt.text, Style(.status))
    // One column stays for a cursor behind the text; a long text scrolls so that the cursor is seen.
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

  private static func cells(of command: Command, in context: Context) -> [Cell] {
    let entry = CommandTable[command]
    guard entry.contexts.contains(context), let key = entry.keys.first, !entry.hint.isEmpty else { return [] }
    return Cell.cells("  \(key)", Style(.key)) + Cell.cells(" \(entry.hint)", Style(.status)) + [
      .blank(Style(.status))
    ]
  }
}
