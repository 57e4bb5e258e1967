import BriefingCore
import BriefingLayout

/// What is typed to say where to go.
struct GoToState: Hashable, Sendable {
  var prompt = LineEditor()
}

/// Where to go, as it can be typed.
enum GoToTarget: Hashable, Sendable {
  /// A line of the source, from 1.
  case line(Int)
  /// So much of the whole, 0 to 100.
  case percent(Int)
  /// A section by its number; a top section has a point after it, `2.`, since `2` is a line.
  case section([Int])
  /// Leave the program, as in vi and less.
  case quit

  /// Nil where nothing of that kind is typed.
  init?(_ text: String) {
    let text = text.filter { !$0.isWhitespace }
    if text == "q" || text == "q!" {
      self = .quit
    } else if text.hasSuffix("%"), let percent = Self.number(text.dropLast()), percent <= 100 {
      self = .percent(percent)
    } else if text.contains(".") {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      let numbers = (parts.last == "" ? parts.dropLast() : parts[...]).map { Self.number($0) }
      guard !numbers.isEmpty, !numbers.contains(nil) else { return nil }
      self = .section(numbers.compactMap { $0 })
    } else if let line = Self.number(text[...]), line > 0 {
      self = .line(line)
    } else {
      return nil
    }
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
  }
}

/// Typing where to go: a line, a percentage, a section.
enum GoToMode: InputMode {
  static func accept(_ state: inout State) -> [Effect] {
    let text = state.prompt?.text ?? ""
    if text.isEmpty { return state.pop() }
    guard let target = GoToTarget(text) else {
      state.complain("A line (120), a percentage (50%), a section (2.1 or 2.) or q")
      return []
    }
    let effects = state.pop()
    guard case .list? = state.layers.last else { return effects + state.go(to: target) }
    return effects + state.select(target)
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    var line = StatusLine(hints: [.accept, .leave])
    line.label = ":"
    if state.prompt?.isEmpty == true {
      line.count = state.reading == nil ? "120 row, 50%" : "120 line, 50%, 2.1 section"
      line.isCountOptional = true
    }
    return line
  }
}

extension State {
  /// Goes to a place in the briefing, or says what there is.
  fileprivate mutating func go(to target: GoToTarget) -> [Effect] {
    guard let reading else { return [] }
    switch target {
    case .quit: return [.terminal(.quit(status: 0))]
    case .line(let line):
      let count = reading.page.sourceLineCount
      if line > count { say("There are \(count.grouped) lines: this is the last.") }
      leap(to: reading.page.place(ofLine: min(line, count)))
    case .percent(let percent): leap(to: reading.page.place(percent: percent))
    case .section(let number):
      guard let index = reading.sections.firstIndex(where: { $0.number == number }) else {
        say("There is no section \(number.map(String.init).joined(separator: ".")).")
        return []
      }
      leap(toSection: index)
    }
    return []
  }

  /// The same in the list, where rows are lines.
  fileprivate mutating func select(_ target: GoToTarget) -> [Effect] {
    guard let count = list?.shown.count else { return [] }
    switch target {
    case .quit: return [.terminal(.quit(status: 0))]
    case .line(let row):
      if row > count { say("There are \(count.grouped) briefings: this is the last.") }
      list?.select(row - 1)
    case .percent(let percent): list?.select((count - 1) * percent / 100)
    case .section: say("Sections are found in briefings: \(key: .accept) opens one.")
    }
    return []
  }

  private mutating func leap(to place: Place) {
    leaveTrail()
    let last = reading?.page.lastTop(height: textHeight) ?? place
    reading?.top = min(place, last)
    reading?.isReadAtTop = true
  }
}
