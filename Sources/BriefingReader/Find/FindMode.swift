import BriefingLayout
import BriefingText

/// Typing what to find in the briefing: matches are lit and the first one shown at every key.
enum FindMode: InputMode {
  /// Opens the prompt.
  ///
  /// - Parameter isOnly: Whether only the lines that match are to be shown.
  static func open(_ state: inout State, isOnly: Bool = false) {
    if case .only? = state.layers.last { _ = state.pop() }
    state.closeOutline()
    guard let reading = state.reading else { return }
    state.reading?.session = FindSession(
      origin: reading.top, pan: reading.pan, previous: reading.search,
      previousAwaited: reading.session.awaited)
    state.push(.find(FindPrompt(isPattern: state.findsPatterns, isOnly: isOnly)))
  }

  /// Asks what to find among the lines that are shown.
  static func openWithin(_ state: inout State) {
    state.push(.find(FindPrompt(isPattern: state.findsPatterns, isWithin: true)))
  }

  static func select(_ direction: Direction, _ state: inout State) -> [Effect] {
    state.find?.isWithin == true ? [] : state.goToMatch(direction)
  }

  static func accept(_ state: inout State) -> [Effect] {
    let text = state.prompt?.text ?? ""
    let isOnly = state.find?.isOnly == true
    if let problem = state.find?.problem {
      state.complain("The expression is not one: \(problem).")
      return []
    }
    if state.find?.isWithin == true { return acceptWithin(text, &state) }
    let effects = state.pop()
    // As in less, an empty pattern shows all again.
    if isOnly, text.isEmpty { return effects }
    guard !text.isEmpty else {
      // As in less, an empty pattern repeats the last one.
      let previous = state.reading?.session.previous
      state.reading?.search = previous
      return effects + state.goOnFinding() + state.goToMatch(.forward)
    }
    state.finds.remember(text)
    if state.reading?.search?.matches.isEmpty == true, state.reading?.session.awaited == nil {
      state.giveUpSearch()
    } else if isOnly {
      state.reading?.session.showsOnly = true
      state.showOnlyMatches()
    }
    return effects
  }

  private static func acceptWithin(_ text: String, _ state: inout State) -> [Effect] {
    let query = try? query(text, state)
    let effects = state.pop()
    guard !text.isEmpty, let query else {
      state.only?.within = nil
      return effects
    }
    state.finds.remember(text)
    return effects + state.findWithin(query)
  }

  static func leave(_ state: inout State) -> [Effect] {
    if state.find?.isWithin == true { return state.pop() }
    if let session = state.reading?.session {
      state.reading?.top = session.origin
      state.reading?.pan = session.pan
      state.reading?.search = session.previous
      state.reading?.lastQuery = session.previous?.query
    }
    return (state.stopFinding() ?? []) + state.goOnFinding() + state.pop()
  }

  /// Takes what is typed for a regular expression, or for itself again.
  static func togglePattern(_ state: inout State) -> [Effect] {
    let isPattern = !state.findsPatterns
    state.findsPatterns = isPattern
    state.find?.isPattern = isPattern
    return look(&state)
  }

  /// Brings back what was looked for earlier, or later; after the latest, what was being typed.
  static func recall(_ direction: Direction, _ state: inout State) -> [Effect] {
    guard var find = state.find else { return [] }
    let texts = state.finds.texts
    let index = (find.recalled ?? -1) - direction.step
    guard index >= -1, index < texts.count else {
      if texts.isEmpty { state.say("There is no earlier search.") }
      return []
    }
    if find.recalled == nil { find.draft = find.prompt.text }
    find.recalled = index < 0 ? nil : index
    find.prompt = LineEditor(index < 0 ? find.draft : texts[index])
    state.find = find
    return look(&state)
  }

  static func promptChanged(_ state: inout State) -> [Effect] {
    state.find?.recalled = nil
    return look(&state)
  }

  private static func look(_ state: inout State) -> [Effect] {
    guard let text = state.prompt?.text, let session = state.reading?.session else { return [] }
    state.find?.problem = nil
    // Among lines it is looked for once it is accepted.
    if state.find?.isWithin == true {
      do { _ = try query(text, state) } catch { state.find?.problem = error.message }
      return []
    }
    guard !text.isEmpty else {
      state.reading?.search = nil
      state.reading?.top = session.origin
      state.reading?.pan = session.pan
      return state.stopFinding() ?? []
    }
    do {
      return state.find(try query(text, state))
    } catch {
      // What was found by what stood there before is lit until it is mended.
      state.find?.problem = error.message
      return state.stopFinding() ?? []
    }
  }

  /// What is typed, as it is meant.
  private static func query(_ text: String, _ state: State) throws(PatternError) -> FindQuery {
    state.find?.isPattern == true ? FindQuery(pattern: try Pattern(text)) : FindQuery(text)
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    let isWithin = state.find?.isWithin == true
    var line = StatusLine(
      hints: isWithin
        ? [.accept, .togglePattern, .leave] : [.accept, .select(.forward), .togglePattern, .leave])
    let isPattern = state.find?.isPattern == true
    line.label =
      (isWithin ? "Among the lines " : "") + (isPattern ? "Regex " : "")
      + (state.find?.isOnly == true ? "&" : "/")
    if let problem = state.find?.problem {
      line.count = problem
      line.isCountError = true
      return line
    }
    guard !isWithin, let reading = state.reading, state.prompt?.isEmpty == false else { return line }
    let session = reading.session
    if let awaited = session.awaited {
      let progress = state.findPercent.map { "… \($0)%" }
      if session.count?.isShown == true, let search = reading.search, search.query == awaited {
        line.count = "\(search.position) \(progress ?? "…")"
      } else {
        line.count = progress.map { "Searching \($0)" } ?? "…"
      }
    } else if let search = reading.search, search.current != nil {
      line.count = search.position
    } else {
      line.count = "no match"
      line.isCountError = true
    }
    return line
  }
}

extension State {
  /// What is typed to be found.
  var find: FindPrompt? {
    get { top { if case .find(let find) = $0 { find } else { nil } } }
    set { replaceTop(newValue.map(Layer.find)) { if case .find = $0 { true } else { false } } }
  }
}
