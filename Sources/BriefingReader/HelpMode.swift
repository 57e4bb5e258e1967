import BriefingLayout

/// The keys that hold where help was opened.
enum HelpMode: InputMode {
  static func perform(_ command: Command, count: Int, on state: inout State) -> [Effect] {
    guard let help = state.help else { return [] }
    let height = rowCount(state.size)
    var row = help.top
    switch command {
    case .down: row += 1
    case .up: row -= 1
    case .pageDown: row += height
    case .pageUp: row -= height
    case .halfPageDown: row += max(1, height / 2)
    case .halfPageUp: row -= max(1, height / 2)
    case .start: row = 0
    case .end: row = help.entries.count
    case .searchHelp:
      state.prompt = LineEditor(help.filter)
      state.context = .helpSearch
    case .help, .back, .clear:
      state.context = help.returnTo
      state.prompt = help.prompt
      state.help = nil
      return []
    default: break
    }
    state.help?.scroll(to: row, height: height)
    return []
  }

  private static func rowCount(_ size: Size) -> Int { max(1, size.rows - 3) }

  @discardableResult
  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let help = state.help else { return status(state) }
    let title = Cell.cells(" Keys ", Style(.header)) + Cell.cells(place(help.returnTo), Style(.faint))
    frame.put(title.fitted(to: frame.size.columns), row: 0, column: 0)
    let entries = help.entries
    let keys = entries.map { entry in entry.keys.map(\.description).joined(separator: "  ") }
    let keyWidth = min(keys.map { Cell.cells($0).count }.max() ?? 0, max(8, frame.size.columns / 3))
    for (index, entry) in entries.enumerated().dropFirst(help.top).prefix(rowCount(frame.size)) {
      let cells =
        [.blank()] + Cell.cells(keys[index], Style(.key)).padded(to: keyWidth)
        + Cell.cells("   " + entry.help)
      frame.put(cells.fitted(to: frame.size.columns), row: 2 + index - help.top, column: 0)
    }
    if entries.isEmpty { frame.put(Cell.cells(" No key fits.", Style(.faint)), row: 2, column: 0) }
    return status(state)
  }

  private static func place(_ context: Context) -> String {
    switch context {
    case .list, .filter: "in the list"
    case .outline: "in the outline"
    case .reading, .find, .picker, .links, .note, .question: "in a briefing"
    case .search: "in the search"
    case .help, .helpSearch: "in the help"
    }
  }

  private static func status(_ state: State) -> StatusLine {
    var line = StatusLine(hints: [.searchHelp, .back])
    guard let help = state.help else { return line }
    let count = help.entries.count
    let last = min(count, help.top + rowCount(state.size))
    line.facts.append(.init(text: "\(help.top + 1)–\(last) of \(count)"))
    return line
  }
}

/// Typing to narrow the help.
enum HelpSearchMode: InputMode {
  static func perform(_ command: Command, count: Int, on state: inout State) -> [Effect] {
    guard command == .accept || command == .cancel else { return [] }
    if command == .cancel { state.help?.narrow(to: "") }
    state.prompt = nil
    state.context = .help
    return []
  }

  static func promptChanged(_ state: inout State) -> [Effect] {
    state.help?.narrow(to: state.prompt?.text ?? "")
    return []
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    HelpMode.draw(state, in: &frame)
    var line = StatusLine(hints: [.accept, .cancel])
    line.label = "Search keys: "
    return line
  }
}
