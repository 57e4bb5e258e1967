import BriefingCore
import BriefingLayout

/// Reading a briefing.
enum ReadingMode: InputMode {
  static func perform(_ command: Command, count: Int, on state: inout State) -> [Effect] {
    guard state.reading != nil else { return command == .back ? leave(&state) : [] }
    switch command {
    case .down: state.scroll(by: 1)
    case .up: state.scroll(by: -1)
    case .pageDown: state.turn(by: max(1, state.textHeight - 1))
    case .pageUp: state.turn(by: -max(1, state.textHeight - 1))
    case .halfPageDown: state.turn(by: max(1, state.textHeight / 2))
    case .halfPageUp: state.turn(by: -max(1, state.textHeight / 2))
    case .start: state.scrollToStart()
    case .end: state.scrollToEnd()
    case .nextSection, .previousSection, .nextPeer, .previousPeer, .topSection:
      goToSection(command, count: count, &state)
    case .panLeft: pan(-1, &state)
    case .panRight: pan(1, &state)
    case .toggleWrap: toggleWrap(&state)
    case .toggleDetails: return toggleDetails(&state)
    case .toggleTargets:
      state.options.page.listsTargets.toggle()
      state.fitPage()
      state.say(state.options.page.listsTargets ? "Links show where they lead." : "Targets are put away.")
    case .jump: PickerMode.open(&state)
    case .toggleFocus: OutlineMode.enter(&state)
    case .toggleOutline: toggleOutline(&state)
    case .find: FindMode.open(&state)
    case .search: return SearchMode.open(&state)
    case .nextMatch: return state.goToMatch(1)
    case .previousMatch: return state.goToMatch(-1)
    case .clear: state.reading?.search = nil
    case .followLink: return LinksMode.open(&state, followsTheOnlyOne: false)
    case .followOnlyLink: return LinksMode.open(&state, followsTheOnlyOne: true)
    case .placeBack: return state.goBack()
    case .placeForward: return state.goBack(forward: true)
    case .nextBriefing: return openNeighbour(1, &state)
    case .previousBriefing: return openNeighbour(-1, &state)
    case .back: return leave(&state)
    default: break
    }
    return []
  }

  static func goToSection(_ command: Command, count: Int, _ state: inout State) {
    guard let reading = state.reading else { return }
    guard !reading.sections.isEmpty else { return state.say("This briefing has no sections.") }
    let level = reading.currentSection.map { reading.sections[$0].level } ?? 6
    switch command {
    case .nextSection:
      guard let next = reading.nextSection() else { return state.say("This is the last section.") }
      state.go(toSection: next)
    case .nextPeer:
      guard let next = reading.nextSection(where: { $0.level <= level }) else {
        return state.say("No section of this or a higher level follows.")
      }
      state.go(toSection: next)
    case .previousSection, .previousPeer:
      let isPeer = command == .previousPeer
      if let previous = reading.previousSection(where: { !isPeer || $0.level <= level }) {
        state.go(toSection: previous)
      } else {
        if reading.top == Place() { state.say("This is the start.") }
        state.scrollToStart()
      }
    default:
      guard let top = reading.sections.firstIndex(where: { $0.number == [count] }) else {
        let tops = reading.sections.count { $0.number.count == 1 }
        return state.say("There is no section \(count): the last is \(tops).")
      }
      state.leaveTrail()
      state.go(toSection: top)
    }
  }

  private static func toggleOutline(_ state: inout State) {
    state.options.showsOutline.toggle()
    state.fitPage()
    if state.size.columns < ReadingGeometry.outlineNeeds {
      state.say(
        "The outline stands beside the text from \(ReadingGeometry.outlineNeeds) columns on; Tab shows it here."
      )
    }
  }

  private static func pan(_ direction: Int, _ state: inout State) {
    guard let reading = state.reading else { return }
    let limit = ReadingView(state, reading).panLimit
    guard limit > 0 else {
      return state.say(
        state.options.page.overflow == .pan
          ? "Nothing on the screen is wider than the text."
          : "Wide code and tables are wrapped: w lets them pan.")
    }
    // What is on the screen may be narrower than what was panned to before.
    let now = min(reading.pan, limit)
    let pan = min(limit, max(0, now + direction * reading.page.panStep))
    if pan == now { state.say(direction > 0 ? "This is the right edge." : "This is the left edge.") }
    state.reading?.pan = pan
  }

  private static func toggleWrap(_ state: inout State) {
    state.options.page.overflow = state.options.page.overflow == .pan ? .wrap : .pan
    state.reading?.pan = 0
    state.fitPage()
    state.say(
      state.options.page.overflow == .pan
        ? "Wide code and tables pan." : "Wide code is wrapped, wide tables are lists.")
  }

  private static func toggleDetails(_ state: inout State) -> [Effect] {
    guard let reading = state.reading else { return [] }
    guard let unit = reading.page.detailsUnit else {
      state.say("This briefing has no front matter.")
      return []
    }
    let isSeen = ReadingView(state, reading).visible.contains { $0.place.unit == unit }
    state.options.page.details = state.options.page.details == .open && isSeen ? .closed : .open
    state.fitPage()
    if !isSeen {
      state.leaveTrail()
      state.scrollToStart()
    }
    return state.findAgain(changed: unit)
  }

  private static func openNeighbour(_ step: Int, _ state: inout State) -> [Effect] {
    guard let list = state.list else {
      state.say("There is no next briefing: a file was opened, not a folder.")
      return []
    }
    guard let path = list.neighbour(of: state.reading?.path, step: step) else {
      state.say(
        step > 0 ? "This is the last briefing of the list." : "This is the first briefing of the list.")
      return []
    }
    return state.open(path)
  }

  /// Back to the list, or from what is being opened to what was read before; where neither is there, out.
  private static func leave(_ state: inout State) -> [Effect] {
    let effects = state.giveUpOpening()
    guard state.list != nil else { return effects.isEmpty ? [.quit(status: 0)] : effects }
    state.reading = nil
    state.context = .list
    return effects
  }

  @discardableResult
  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let reading = state.reading else {
      frame.put(
        Cell.cells(state.pending.map { " Opening \($0.name) …" } ?? "", Style(.faint)), row: 0, column: 0)
      return StatusLine(hints: [.quit])
    }
    let view = ReadingView(state, reading)
    view.draw(in: &frame)
    return status(view)
  }

  private static func status(_ view: ReadingView) -> StatusLine {
    let reading = view.reading
    var line = StatusLine(hints: [.pageDown, .nextSection, .jump, .find, .toggleFocus, .help])
    if let index = reading.currentSection {
      let section = reading.sections[index]
      line.subject = "\(section.numberText) \(section.title)"
      line.isSubjectShownElsewhere = view.geometry.outline != nil
    }
    line.facts = [.init(text: view.progress)]
    let panLimit = view.panLimit
    if panLimit > 0 {
      let pan = min(reading.pan, panLimit)
      line.facts.append(
        .init(text: pan > 0 ? "from column \(pan + 1)" : "wider than the screen", isOptional: true))
      line.hints.insert(.panRight, at: 0)
    }
    if let awaited = reading.session.awaited {
      line.facts.append(.init(text: "searching for “\(awaited.text)” …", role: .prompt))
    } else if let search = reading.search, let current = search.current {
      line.facts.append(
        .init(text: "“\(search.query.text)” \(current + 1) of \(search.matches.count)", role: .prompt))
      line.hints = [.nextMatch, .nextSection, .jump, .find, .help]
    }
    return line
  }
}
