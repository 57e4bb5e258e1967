import BriefingLayout
import BriefingText

/// Waiting for a briefing. What is typed meanwhile is kept, and done when it is there; leaving gives the opening up.
enum OpeningMode: InputMode {
  /// Gives the opening up, but never ends the program: whoever presses this may not have seen the screen yet.
  static func leave(_ state: inout State) -> [Effect] {
    guard state.layers.count > 1 else {
      state.say("There is nothing to go back to · \(key: .back) quits")
      return []
    }
    return giveUp(&state)
  }

  /// Gives the opening up; what the program started with ends it.
  static func giveUp(_ state: inout State) -> [Effect] {
    let effects = state.pop()
    state.say("Opening was cancelled.")
    return effects
  }

  static func interrupt(_ state: inout State) -> [Effect] {
    // A file that is opened by itself leaves nothing to go back to.
    state.layers.count > 1 ? leave(&state) : [.terminal(.quit(status: 130))]
  }

  static func close(_ layer: Layer, _ state: inout State) -> [Effect] { [.giveUp(.opening)] }

  static func move(_ motion: Motion, times: Int, _ state: inout State) -> [Effect] {
    state.moveFront(motion, times: times)
    return []
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    // A file that is opened by itself leaves nothing to go back to.
    var line = StatusLine(hints: [state.layers.count > 1 ? .back : .quit])
    guard let opening = state.opening else { return line }
    if opening.problem == nil, let front = opening.front { return front.draw(opening, state, in: &frame) }
    if let problem = opening.problem {
      line.announcement = Cell.cells(problem, Style(.error))
    } else {
      line.announcement = Cell.cells(opening.waiting("Opening"), Style(.status))
    }
    return line
  }
}

extension State {
  /// The briefing that was asked for and is not there yet.
  var opening: Opening? {
    get { top { if case .opening(let opening) = $0 { opening } else { nil } } }
    set { replaceTop(newValue.map(Layer.opening)) { if case .opening = $0 { true } else { false } } }
  }

  /// Keeps what is typed while something is awaited; false where it has to be done now.
  mutating func typeAhead(_ event: Event) -> Bool {
    if case .opening(let opening)? = layers.last, opening.problem == nil {
      if case .key(let key) = event {
        if isForOpening(key, after: opening.typedAhead) { return false }
        if scrollFront(key) { return true }
      }
      // What it was begun with goes with it.
      let typed = begun.map(Event.key) + [event]
      begun = []
      self.opening?.typedAhead += typed
      return true
    }
    if typeAheadOfRows(event) { return true }
    guard let search, search.opensOnArrival, context == .search || context == .results else { return false }
    if case .key(let key) = event, keymap.meaning(of: [key], in: context) == .command(.leave) { return false }
    self.search?.typedAhead.append(event)
    return true
  }

  /// Whether a key is one of those that hold while a briefing is awaited, rather than text or the rest of a sequence that were
  /// typed for the briefing.
  private func isForOpening(_ key: Key, after typed: [Event]) -> Bool {
    let ahead = TypedAhead(typed, from: .reading, keymap)
    guard key == .escape || !ahead.isTypingText && ahead.begun.isEmpty else { return false }
    return switch keymap.meaning(of: begun + [key], in: .opening) {
    case .command: true
    case .start: typed.isEmpty
    case .nothing: false
    }
  }

  /// Does what was typed while something was awaited; if that opens something else, the rest waits for that.
  mutating func catchUp(_ events: [Event]) -> [Effect] {
    noteSection()
    return events.flatMap { update(&self, $0) }
  }
}
