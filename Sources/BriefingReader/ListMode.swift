import BriefingLayout
import BriefingSearch

/// The library's list.
enum ListMode: InputMode {
  static func perform(_ command: Command, count: Int, on state: inout State) -> [Effect] {
    guard let list = state.list else { return [] }
    let page = max(1, ListView.rowCount(state.size) - 1)
    switch command {
    case .down: state.list?.select(list.selection + 1)
    case .up: state.list?.select(list.selection - 1)
    case .pageDown: state.list?.select(list.selection + page)
    case .pageUp: state.list?.select(list.selection - page)
    case .halfPageDown: state.list?.select(list.selection + max(1, page / 2))
    case .halfPageUp: state.list?.select(list.selection - max(1, page / 2))
    case .start: state.list?.select(0)
    case .end: state.list?.select(list.shown.count - 1)
    case .open:
      guard let row = list.selected else { return [] }
      if let problem = row.problem {
        state.complain("\(row.path): \(problem)")
        return []
      }
      return state.open(row.path)
    case .search: return SearchMode.open(&state)
    case .filter:
      state.prompt = LineEditor(list.filter)
      state.context = .filter
    case .order:
      state.list?.advanceOrder()
      if let order = state.list?.order { state.say("Ordered \(order.rawValue).") }
    case .lookAgain:
      state.say("Looking again …")
      return [.scan(path: list.path)]
    case .clear: state.list?.narrow(to: "")
    case .back:
      let effects = state.giveUpOpening()
      return effects.isEmpty ? [.quit(status: 0)] : effects
    default: break
    }
    return []
  }

  @discardableResult
  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let list = state.list else { return status(state) }
    ListView(list: list).draw(in: &frame)
    return status(state)
  }

  private static func status(_ state: State) -> StatusLine {
    var line = StatusLine(hints: [.open, .filter, .search, .order, .quit, .help])
    guard let list = state.list else { return line }
    if !list.shown.isEmpty {
      let place = "\((list.selection + 1).grouped) of \(list.shown.count.grouped)"
      line.facts.append(.init(text: place))
    }
    if !list.filter.isEmpty {
      line.facts.append(.init(text: "“\(list.filter)”", role: .prompt))
      line.hints.insert(.clear, at: 1)
    }
    // A look at what has changed is over too soon to be worth a word here.
    if let indexing = state.indexing, indexing.total > 0 {
      line.facts.append(.init(text: indexing.text, isOptional: true))
    }
    return line
  }
}

/// Typing to narrow the list.
enum FilterMode: InputMode {
  static func perform(_ command: Command, count: Int, on state: inout State) -> [Effect] {
    guard let list = state.list else { return [] }
    switch command {
    case .selectNext: state.list?.select(list.selection + 1)
    case .selectPrevious: state.list?.select(list.selection - 1)
    case .accept, .cancel:
      if command == .cancel { state.list?.narrow(to: "") }
      state.prompt = nil
      state.context = .list
    default: break
    }
    return []
  }

  static func promptChanged(_ state: inout State) -> [Effect] {
    state.list?.narrow(to: state.prompt?.text ?? "")
    return []
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    ListMode.draw(state, in: &frame)
    var line = StatusLine(hints: [.accept, .selectNext, .cancel])
    line.label = "Filter: "
    guard let list = state.list else { return line }
    line.isCountError = list.shown.isEmpty
    line.count =
      list.shown.isEmpty ? "nothing fits" : "\(list.shown.count.grouped) of \(list.rows.count.grouped)"
    return line
  }
}
