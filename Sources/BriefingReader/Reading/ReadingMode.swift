import BriefingCore
import BriefingLayout
import BriefingSearch

/// Reading a briefing.
enum ReadingMode: InputMode {
  static func move(_ motion: Motion, times: Int, _ state: inout State) -> [Effect] {
    let page = max(1, state.textHeight - 1)
    let half = max(1, state.textHeight / 2)
    switch motion {
    case .down: state.scroll(by: times)
    case .up: state.scroll(by: -times)
    case .pageDown: state.turn(by: page, times: times)
    case .pageUp: state.turn(by: -page, times: times)
    case .halfPageDown: state.turn(by: half, times: times)
    case .halfPageUp: state.turn(by: -half, times: times)
    case .start: state.scrollToStart()
    case .end: state.scrollToEnd()
    }
    return []
  }

  /// Lights nothing any more.
  static func leave(_ state: inout State) -> [Effect] {
    let effects = state.stopFinding()
    if state.reading?.search == nil, effects == nil, state.reading?.changes?.current == nil {
      state.say("There is nothing to clear · \(key: .back) goes back")
    }
    state.reading?.search = nil
    state.reading?.changes?.current = nil
    return effects ?? []
  }

  static func interrupt(_ state: inout State) -> [Effect] {
    // Lit matches are not work that goes on: without any there is nothing to end but the program.
    state.interruptFinding() ?? [.terminal(.quit(status: 130))]
  }

  static func toggleFocus(_ state: inout State) { OutlineMode.enter(&state) }

  static func close(_ layer: Layer, _ state: inout State) -> [Effect] {
    guard case .reading(let reading) = layer else { return [] }
    return [.giveUp(.reading), .giveUp(.matches)] + state.discard(reading)
  }

  static func uncover(_ state: inout State) -> [Effect] {
    state.fitPage()
    return state.follow() + state.recall(isVisit: false) + state.findRepeats() + state.compareAgain()
      + state.findAwaitedAgain()
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let reading = state.reading else { return StatusLine(hints: []) }
    let view = ReadingView(state, reading)
    view.draw(in: &frame)
    return status(view)
  }

  static func status(_ view: ReadingView) -> StatusLine {
    let reading = view.reading
    var line = StatusLine(hints: [.move(.pageDown), .section(.forward), .jump, .find, .toggleFocus, .help])
    if let index = reading.currentSection {
      let section = reading.sections[index]
      line.subject = section.label
      line.isSubjectShownElsewhere = view.geometry.outline != nil
    }
    line.facts = [.init(text: view.progress)]
    if let number = view.state.files.number(of: reading.path), view.state.files.count > 1 {
      line.facts.append(
        .init(text: "briefing \(number.grouped) of \(view.state.files.count.grouped)", isOptional: true))
    }
    if view.isAtEnd, let offer = view.state.nextUnreadOffer(reading) {
      line.facts.append(.init(text: offer, role: .prompt, isOptional: true))
    }
    if view.showsRepeats { line.hints.insert(.toggle(.repeats), at: 1) }
    if let changes = reading.changes, reading.search == nil {
      line.facts.append(.init(text: changes.fact, role: .prompt, isOptional: true))
      line.hints.insert(contentsOf: [.change(.forward), .showChanges], at: 1)
    }
    if reading.file.isGone { line.facts.append(.init(text: "the file is gone", role: .error)) }
    let panLimit = view.panLimit
    if panLimit > 0 {
      let pan = min(reading.pan, panLimit)
      line.facts.append(
        .init(text: pan > 0 ? "from column \(pan + 1)" : "wider than the screen", isOptional: true))
      line.hints.insert(.pan(.forward), at: 0)
    }
    let awaited = reading.session.awaited
    let progress = view.state.findPercent.map { "… \($0)%" }
    if let search = reading.search, search.current != nil,
      awaited == nil || reading.session.count?.isShown == true
    {
      let rest = awaited == nil ? "" : " \(progress ?? "…")"
      line.facts.append(.init(text: "“\(search.query.text)” \(search.position)\(rest)", role: .prompt))
      line.hints = [.match(.forward), .section(.forward), .jump, .find, .help]
    } else if let awaited {
      line.facts.append(
        .init(
          text: progress.map { "Searching \($0)" } ?? "searching for “\(awaited.text)” …", role: .prompt))
    }
    return line
  }
}

extension State {
  /// The briefing that is being read.
  var reading: ReadingState? {
    get { top { if case .reading(let reading) = $0 { reading } else { nil } } }
    set { replaceTop(newValue.map(Layer.reading)) { if case .reading = $0 { true } else { false } } }
  }

  mutating func toggle(_ setting: Setting) -> [Effect] {
    switch setting {
    case .wrap: toggleWrap()
    case .details: return toggleDetails()
    case .targets:
      options.page.listsTargets.toggle()
      fitPage()
      say(options.page.listsTargets ? "Link targets are shown." : "Link targets are hidden.")
    case .outline: toggleOutline()
    case .repeats: toggleRepeats()
    case .mouse: toggleMouse()
    }
    return []
  }

  private mutating func toggleOutline() {
    closeOutline()
    options.showsOutline.toggle()
    fitPage()
    let least = ReadingGeometry.outlineNeeds
    switch (options.showsOutline, size.columns < least) {
    case (true, false): say("The outline is shown.")
    case (true, true):
      say("\(key: .toggleFocus) shows the outline here; from \(least) columns on it stands beside the text.")
    case (false, _): say("The outline is hidden · \(key: .toggleFocus) opens it")
    }
  }

  /// Pans by so many steps.
  mutating func pan(_ direction: Direction, times: Int = 1) {
    guard let reading else { return }
    let limit = ReadingView(self, reading).panLimit
    guard limit > 0 else {
      return say(
        options.page.overflow == .pan
          ? "Nothing on the screen is wider than the text."
          : "Wide code and tables are wrapped: \(key: .toggle(.wrap)) lets them pan.")
    }
    // What is on the screen may be narrower than what was panned to before.
    let now = min(reading.pan, limit)
    let pan = min(limit, max(0, now + times * direction.step * reading.page.panStep))
    if pan == now { say(direction == .forward ? "This is the right edge." : "This is the left edge.") }
    self.reading?.pan = pan
  }

  private mutating func toggleWrap() {
    options.page.overflow = options.page.overflow == .pan ? .wrap : .pan
    reading?.pan = 0
    fitPage()
    say(
      options.page.overflow == .pan
        ? "Wide code and tables pan." : "Wide code is wrapped, wide tables are lists.")
  }

  private mutating func toggleDetails() -> [Effect] {
    guard let reading else { return [] }
    guard let unit = reading.page.detailsUnit else {
      say("This briefing has no front matter.")
      return []
    }
    let isSeen = ReadingView(self, reading).visible.contains { $0.place.unit == unit }
    options.page.details = options.page.details == .open && isSeen ? .closed : .open
    fitPage()
    if !isSeen {
      leaveTrail()
      scrollToStart()
    }
    return findAgain(changed: unit)
  }

  mutating func openNeighbour(_ direction: Direction, times: Int = 1) -> [Effect] {
    guard let list else { return openNeighbouringFile(direction, times: times) }
    guard let path = list.neighbour(of: reading?.path, step: direction.step, times: times) else {
      say(
        direction == .forward
          ? "This is the last briefing of the list." : "This is the first briefing of the list.")
      return []
    }
    return open(path)
  }

  private mutating func openNeighbouringFile(_ direction: Direction, times: Int) -> [Effect] {
    let isForward = direction == .forward
    guard files.count > 1 else {
      say("There is no \(isForward ? "next" : "previous") briefing: a file was opened, not a folder.")
      return []
    }
    guard let path = files.neighbour(direction, times: times) else {
      say("This is the \(isForward ? "last" : "first") of \(files.count.grouped) briefings.")
      return []
    }
    return open(path)
  }
}
