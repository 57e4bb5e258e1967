import BriefingLayout

/// Typing what to find in the briefing: matches are lit and the first one shown at every key.
enum FindMode: InputMode {
  static func open(_ state: inout State) {
    guard let reading = state.reading else { return }
    state.reading?.session = FindSession(origin: reading.top, pan: reading.pan, previous: reading.search)
    state.prompt = LineEditor()
    state.context = .find
  }

  static func perform(_ command: Command, count: Int, on state: inout State) -> [Effect] {
    switch command {
    case .nextWhileTyping: return state.goToMatch(1)
    case .previousWhileTyping: return state.goToMatch(-1)
    case .accept:
      let isEmpty = state.prompt?.text.isEmpty ?? true
      close(&state)
      if isEmpty {
        // As in less, an empty pattern repeats the last one.
        let previous = state.reading?.session.previous
        state.reading?.search = previous
        return state.goToMatch(1)
      }
      if state.reading?.search?.matches.isEmpty == true, state.reading?.session.awaited == nil {
        state.giveUpSearch()
      }
    case .cancel:
      close(&state)
      if let session = state.reading?.session {
        state.reading?.top = session.origin
        state.reading?.pan = session.pan
        state.reading?.search = session.previous
        state.reading?.lastQuery = session.previous?.query
      }
      state.reading?.session.awaited = nil
    default: break
    }
    return []
  }

  private static func close(_ state: inout State) {
    state.prompt = nil
    state.context = .reading
  }

  static func promptChanged(_ state: inout State) -> [Effect] {
    guard let text = state.prompt?.text, let session = state.reading?.session else { return [] }
    guard !text.isEmpty else {
      state.reading?.search = nil
      state.reading?.session.awaited = nil
      state.reading?.top = session.origin
      state.reading?.pan = session.pan
      return []
    }
    return state.find(FindQuery(text))
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    ReadingMode.draw(state, in: &frame)
    var line = StatusLine(hints: [.accept, .nextWhileTyping, .cancel])
    line.label = "/"
    guard let reading = state.reading, state.prompt?.text.isEmpty == false else { return line }
    if let search = reading.search, reading.session.awaited == nil {
      if let current = search.current {
        line.count = "\(current + 1) of \(search.matches.count)"
      } else {
        line.count = "no match"
        line.isCountError = true
      }
    } else {
      line.count = "…"
    }
    return line
  }
}
