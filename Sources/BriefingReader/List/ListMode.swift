import BriefingLayout
import BriefingSearch

/// The library's list.
enum ListMode: InputMode {
  static func move(_ motion: Motion, times: Int, _ state: inout State) -> [Effect] {
    guard let list = state.list else { return [] }
    let page = max(1, ListView.rowCount(state.size) - 1 - list.rowsAbove)
    state.list?.move(motion, page: page, times: times)
    return []
  }

  static func accept(_ state: inout State) -> [Effect] {
    guard let row = state.list?.selected else {
      state.say("There is nothing to open.")
      return []
    }
    if let problem = row.problem, !row.isReadable {
      state.complain("\(row.path): \(problem)")
      return []
    }
    return state.open(row.path)
  }

  /// Shows all again.
  static func leave(_ state: inout State) -> [Effect] {
    if state.list?.filter.isEmpty == true {
      state.say("There is no filter to clear · \(key: .back) quits")
    } else {
      state.list?.narrow(to: "")
    }
    return []
  }

  // A filter is not work that goes on: there is nothing to end but the program.
  static func interrupt(_ state: inout State) -> [Effect] { [.terminal(.quit(status: 130))] }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let list = state.list else { return status(state) }
    ListView(state: state, list: list).draw(in: &frame)
    return status(state)
  }

  private static func status(_ state: State) -> StatusLine {
    var line = StatusLine(hints: [.accept, .filter, .search, .order, .quit, .help])
    guard let list = state.list else { return line }
    if !list.isAtContinuation, !list.shown.isEmpty {
      let place = "\((list.selection + 1).grouped) of \(list.shown.count.grouped)"
      line.facts.append(.init(text: place))
    }
    if !list.filter.isEmpty {
      line.facts.append(.init(text: "“\(list.filter)”", role: .prompt))
      line.hints.insert(.leave, at: 1)
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
  static func select(_ direction: Direction, _ state: inout State) -> [Effect] {
    guard let selection = state.list?.selection else { return [] }
    state.list?.select(selection + direction.step)
    return []
  }

  static func accept(_ state: inout State) -> [Effect] { state.pop() }

  static func leave(_ state: inout State) -> [Effect] {
    state.list?.narrow(to: "")
    return state.pop()
  }

  static func promptChanged(_ state: inout State) -> [Effect] {
    let text = state.prompt?.text ?? ""
    state.list?.narrow(to: text)
    return []
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    var line = StatusLine(hints: [.accept, .select(.forward), .leave])
    line.label = "Filter: "
    guard let list = state.list else { return line }
    line.isCountError = list.shown.isEmpty
    line.count =
      list.shown.isEmpty ? "nothing fits" : "\(list.shown.count.grouped) of \(list.rows.count.grouped)"
    return line
  }
}
