import BriefingLayout
import BriefingText

/// Asks before an address is handed to another program: the whole of it is shown first.
enum QuestionMode: InputMode {
  /// Asks about an address, and finds out whether anything here opens it.
  static func open(_ address: WebAddress, _ state: inout State) -> [Effect] {
    state.push(.question(address))
    return state.canOpenAddresses == nil ? [.work(.findOpener)] : []
  }

  static func accept(_ state: inout State) -> [Effect] {
    guard let address = state.question else { return [] }
    guard opens(state) else { return state.copyLink() }
    state.say("Opening \(address.text) …")
    return state.pop() + [.work(.launch(address))]
  }

  static func leave(_ state: inout State) -> [Effect] {
    state.say(opens(state) ? "Not opened." : "Not copied.")
    return state.pop()
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let address = state.question else { return status(state) }
    let width = Panel(state, rows: 1).columns.count
    let lines = lines(of: address, width: width)
    let panel = Panel(state, rows: lines.count)
    panel.draw(
      title: opens(state) ? "Open in another program?" : "No browser here: copy the address?",
      below: Panel.more(lines.count - panel.rows.count), in: &frame)
    for (row, line) in zip(panel.rows, lines) { frame.put(line, row: row, column: panel.columns.lowerBound) }
    frame.activate(row: panel.rows.lowerBound, column: panel.columns.lowerBound)
    return status(state)
  }

  /// The host first, since it is what matters, then the whole address in as many lines as it takes.
  private static func lines(of address: WebAddress, width: Int) -> [[Cell]] {
    var lines = [Cell.cells(address.host, Style(.text, .strong)).fitted(to: width)]
    if let written = address.writtenHost {
      lines.append(
        Cell.cells("Written \(written): not all of its letters are Latin.", Style(.error)).fitted(to: width))
    }
    lines.append([])
    var rest = Cell.cells(address.text, Style(.link))[...]
    while !rest.isEmpty {
      lines.append(Array(rest.prefix(width)))
      rest = rest.dropFirst(width)
    }
    return lines
  }

  /// As long as nobody knows, it is tried: whatever is missing is said then.
  private static func opens(_ state: State) -> Bool { state.canOpenAddresses != false }

  private static func status(_ state: State) -> StatusLine {
    StatusLine(hints: opens(state) ? [.accept, .copyLink, .leave] : [.copyLink, .leave])
  }
}

extension State {
  /// The address that may be opened in another program.
  var question: WebAddress? { top { if case .question(let address) = $0 { address } else { nil } } }
}
