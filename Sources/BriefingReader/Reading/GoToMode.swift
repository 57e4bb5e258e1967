import BriefingCore
import BriefingLayout

/// Typing where to go: a line, a percentage, a section.
enum GoToMode: InputMode {
  static func accept(_ state: inout State) -> [Effect] {
    let text = state.prompt?.text ?? ""
    if text.isEmpty { return state.pop() }
    let isPercent = state.goTo?.isPercent == true
    if !isPercent, let path = State.importArgument(of: text) {
      return state.pop() + state.startImport(path)
    }
    guard let target = GoToTarget(text, isPercent: isPercent) else {
      state.complain(
        isPercent
          ? "A percentage is a number from 0 to 100."
          : "A line (120), a percentage (50%), a section (2.1 or 2.), import or q")
      return []
    }
    return state.pop() + state.go(toTyped: target)
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    var line = StatusLine(hints: [.accept, .leave])
    let isPercent = state.goTo?.isPercent == true
    line.label = isPercent ? "%" : ":"
    if state.prompt?.isEmpty == true {
      line.count =
        isPercent ? "0 to 100" : state.reading == nil ? "120 row, 50%" : "120 line, 50%, 2.1 section"
      line.isCountOptional = true
    }
    return line
  }
}

extension State {
  /// Where to go, as it is typed.
  var goTo: GoToState? {
    get { top { if case .goTo(let goTo) = $0 { goTo } else { nil } } }
    set { replaceTop(newValue.map(Layer.goTo)) { if case .goTo = $0 { true } else { false } } }
  }

  /// Goes to what was typed, in the list or the briefing.
  mutating func go(toTyped target: GoToTarget) -> [Effect] {
    if case .list? = layers.last { select(target) } else { go(to: target) }
  }

  /// Goes to a place in the briefing, or says what there is.
  fileprivate mutating func go(to target: GoToTarget) -> [Effect] {
    guard let reading else { return [] }
    switch target {
    case .quit: return [.terminal(.quit(status: 0))]
    case .neighbour(let direction): return openNeighbour(direction)
    case .help: return perform(.help)
    case .line(let line):
      let count = reading.page.sourceLineCount
      if line > count { say("There are \(count.grouped) lines: this is the last.") }
      leap(to: reading.page.place(ofLine: min(line, count)))
    case .percent(let percent):
      leap(to: reading.page.top(percent: percent, height: textHeight), isReadAtTop: false)
      sayWhatFits(percent)
    case .section(let number):
      guard let index = reading.sections.firstIndex(where: { $0.number == number }) else {
        say("There is no section \(number.map(String.init).joined(separator: ".")).")
        return []
      }
      leap(toSection: index)
    }
    return []
  }

  /// Says why a percentage leads nowhere: it stands on the first screen, which goes further.
  private mutating func sayWhatFits(_ percent: Int) {
    guard let reading, reading.top == Place() else { return }
    let shown = reading.page.lines(from: reading.top, count: textHeight + 1)
    guard shown.count > textHeight else {
      if percent > 0 { say("All of it is on the screen.") }
      return
    }
    let last = reading.page.percentage(of: shown[textHeight - 1].place)
    if percent > 0, percent < last { say("\(percent)% is on this first screen, which ends at \(last)%.") }
  }

  /// The same in the list, where rows are lines.
  fileprivate mutating func select(_ target: GoToTarget) -> [Effect] {
    guard let count = list?.shown.count else { return [] }
    switch target {
    case .quit: return [.terminal(.quit(status: 0))]
    case .help: return perform(.help)
    case .neighbour, .section: say("That is for briefings: \(key: .accept) opens one.")
    case .line(let row):
      if row > count { say("There are \(count.grouped) briefings: this is the last.") }
      list?.select(row - 1)
    case .percent(let percent): list?.select((count - 1) * percent / 100)
    }
    return []
  }

  /// - Parameter isReadAtTop: Whether it is the place at the top that the reader wants to see.
  private mutating func leap(to place: Place, isReadAtTop: Bool = true) {
    leaveTrail()
    let last = reading?.page.lastTop(height: textHeight) ?? place
    reading?.top = min(place, last)
    reading?.isReadAtTop = isReadAtTop
  }
}
