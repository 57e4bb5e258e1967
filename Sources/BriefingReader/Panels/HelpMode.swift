import BriefingLayout
import BriefingText

/// The keys that hold where help was opened.
enum HelpMode: InputMode {
  static func move(_ motion: Motion, times: Int, _ state: inout State) -> [Effect] {
    guard let help = state.help else { return [] }
    let height = rowCount(state.size)
    let count = lines(state, help).count
    let last = max(0, count - height)
    let row = motion.index(from: min(help.top, last), page: height, count: last + 1, times: times)
    state.help?.scroll(to: row, of: count, height: height)
    return []
  }

  private static func rowCount(_ size: Size) -> Int { max(1, size.rows - 3) }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let help = state.help else { return status(state) }
    let title = Cell.cells(" Keys ", Style(.header)) + Cell.cells(state.helpContext.place, Style(.faint))
    frame.put(title.fitted(to: frame.size.columns), row: 0, column: 0)
    let lines = lines(state, help)
    for (index, line) in lines[shown(help, of: lines.count, frame.size)].enumerated() {
      frame.put(line, row: 2 + index, column: 0)
    }
    if lines.isEmpty { frame.put(Cell.cells(" No key matches.", Style(.faint)), row: 2, column: 0) }
    return status(state)
  }

  /// The lines that a window shows: it may have grown since the reader scrolled.
  private static func shown(_ help: HelpState, of count: Int, _ size: Size) -> Range<Int> {
    let first = max(0, min(help.top, count - rowCount(size)))
    return first..<min(count, first + rowCount(size))
  }

  /// All rows in lines as wide as the window: keys, and what they do, are told whole.
  private static func lines(_ state: State, _ help: HelpState) -> [[Cell]] {
    let width = state.size.columns
    let rows = help.rows(state.keymap, state.helpContext)
    // A third, unless a single key takes more.
    let longest = rows.flatMap { $0.keys(width: width / 3) }.map { Cell.cells($0).count }.max() ?? 0
    let keyWidth = min(longest, width / 2)
    return rows.enumerated().flatMap { index, row in
      if row.isTitle {
        let title = (Cell.cells(" ") + Cell.cells(row.text, Style(.tableHeader))).fitted(to: width)
        return index == 0 ? [title] : [[], title]
      }
      let keys = row.keys(width: width / 3).map { Cell.cells($0, Style(.key)).fitted(to: keyWidth) }
      let text = row.text.wrapped(to: max(1, width - keyWidth - 4))
      return (0..<max(keys.count, text.count)).map { index in
        let key = (index < keys.count ? keys[index] : []).padded(to: keyWidth)
        let what = Cell.cells("   " + (index < text.count ? text[index] : ""))
        return ([.blank()] + key + what).fitted(to: width)
      }
    }
  }

  private static func status(_ state: State) -> StatusLine {
    var line = StatusLine(hints: [.move(.pageDown), .searchHelp, .back])
    guard let help = state.help else { return line }
    let count = lines(state, help).count
    let shown = shown(help, of: count, state.size)
    if count > 0 {
      line.facts.append(.init(text: "\(shown.lowerBound + 1)–\(shown.upperBound) of \(count)"))
    }
    return line
  }
}

/// Typing to narrow the help.
enum HelpSearchMode: InputMode {
  static func accept(_ state: inout State) -> [Effect] { state.pop() }

  static func leave(_ state: inout State) -> [Effect] {
    state.help?.narrow(to: "")
    return state.pop()
  }

  static func promptChanged(_ state: inout State) -> [Effect] {
    let text = state.prompt?.text ?? ""
    state.help?.narrow(to: text)
    return []
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    var line = StatusLine(hints: [.accept, .leave])
    line.label = "Search keys: "
    return line
  }
}

extension State {
  /// The help.
  var help: HelpState? {
    get { top { if case .help(let help) = $0 { help } else { nil } } }
    set { replaceTop(newValue.map(Layer.help)) { if case .help = $0 { true } else { false } } }
  }
}
