import BriefingLayout

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
  /// The label of the prompt; nil where nothing is typed.
  var label: String?
  /// How many were found, behind the prompt.
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

  /// Draws the line in the last row.
  func draw(_ state: State, in frame: inout Frame) {
    let row = frame.size.rows - 1
    let columns = frame.size.columns
    frame.clear(row: row, columns: 0..<columns, Style(.status))
    defer { if state.prompt == nil { frame.add(.statusBar, row: row, columns: 0..<columns) } }
    let left: [Cell]
    let right: [Cell]
    if let prompt = state.prompt, let label {
      left = []
      let problem = state.message.flatMap { $0.isError ? $0.text : nil }
      let width = draw(prompt, label: label, problem: problem, row: row, in: &frame)
      right = hintCells(state.context, room: columns - width)
    } else if let announcement = announcement(of: state) {
      left = announcement.fitted(to: columns)
      right = hintCells(state.context, room: columns - left.count)
    } else {
      (left, right) = cells(state.context, columns: columns)
    }
    frame.put(left, row: row, column: 0)
    frame.put(right, row: row, column: columns - right.count)
  }

  /// What the reader is told in place of all else.
  private func announcement(of state: State) -> [Cell]? {
    if let message = state.message {
      return Cell.line(" " + message.text, Style(message.isError ? .error : .status))
    }
    guard let pending = state.pending, state.reading != nil || state.list != nil else { return nil }
    return Cell.cells(" Opening \(pending.name) … ^C cancels", Style(.status))
  }

  /// Subject and facts at the left, keys at the right; what the keys leave free is the subject's.
  private func cells(_ context: Context, columns: Int) -> (left: [Cell], right: [Cell]) {
    let head = Cell.line(" " + subject, Style(.status))
    let lastKey = hints.last.map { Self.cells(of: $0, in: context).count } ?? 0
    let least = min(head.count, columns * 2 / 5)
    var facts = facts
    let firstKey = hints.dropLast().first.map { Self.cells(of: $0, in: context).count } ?? 0
    while let index = facts.lastIndex(where: \.isOptional),
      least + cells(of: facts).count + firstKey + lastKey > columns
    {
      facts.remove(at: index)
    }
    let tail = cells(of: facts)
    let wanted = isSubjectShownElsewhere ? least : min(head.count, max(least, columns - tail.count - lastKey))
    let keys = hintCells(context, room: columns - wanted - tail.count)
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

  /// As many keys as there is room for. The last one, the way out or to help, is the last to go.
  private func hintCells(_ context: Context, room: Int) -> [Cell] {
    let last = hints.last.map { Self.cells(of: $0, in: context) } ?? []
    guard last.count <= room else { return [] }
    var before: [Cell] = []
    for hint in hints.dropLast() {
      let cells = Self.cells(of: hint, in: context)
      guard before.count + cells.count + last.count <= room else { break }
      before += cells
    }
    return before + last
  }

  /// Draws label, text, and count or problem, places the cursor, and says how many columns that took.
  private func draw(
    _ prompt: LineEditor, label: String, problem: String?, row: Int, in frame: inout Frame
  ) -> Int {
    let columns = frame.size.columns
    var tail: [Cell] = []
    if let problem {
      tail = Cell.cells("  " + problem, Style(.error))
    } else if let count {
      tail = Cell.cells("  " + count, Style(isCountError ? .error : .prompt))
    }
    let head = Cell.cells(" " + label, Style(.prompt))
    let before = Cell.cells(prompt.textBeforeCursor, Style(.status))
    let all = Cell.cells(prompt.text, Style(.status))
    if isCountOptional, problem == nil, head.count + all.count + 1 + tail.count > columns { tail = [] }
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
    return Cell.cells("  ", Style(.status)) + Cell.cells(key.description, Style(.key))
      + Cell.cells(" \(entry.hint) ", Style(.status))
  }
}
