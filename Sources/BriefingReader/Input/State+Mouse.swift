import BriefingLayout

/// What the mouse does. What stands where, the frame knows.
extension State {
  /// Rows that a notch of the wheel scrolls.
  private static let wheelRows = 3

  /// Does what was done with the mouse.
  mutating func take(_ mouse: Mouse) -> [Effect] {
    // Nobody has asked for it: it was not the terminal that sent it.
    guard options.usesMouse else { return [] }
    message = nil
    (begun, count) = ([], nil)
    switch mouse.gesture {
    case .wheel(let direction): return turnWheel(direction)
    case .press: return mouse.target.map { press($0) } ?? []
    }
  }

  private mutating func turnWheel(_ direction: Direction) -> [Effect] {
    // The wheel is turned past an end by nature: that needs no word.
    defer { message = nil }
    guard context.isPrompt else {
      return context.mode.move(direction == .forward ? .down : .up, times: Self.wheelRows, &self)
    }
    guard context.wheelSelects else { return [] }
    return (0..<Self.wheelRows).flatMap { _ in context.mode.select(direction, &self) }
  }

  /// What is pressed is selected, and what is selected already opened. Links and sections are gone to at once: there is a way
  /// back.
  private mutating func press(_ target: ScreenTarget) -> [Effect] {
    switch (target, context) {
    case (.row(let index), .list), (.row(let index), .filter):
      if context == .list, list?.isAtContinuation == false, list?.selection == index {
        return ListMode.accept(&self)
      }
      list?.select(index)
    case (.continuation, .list): return acceptContinuation()
    case (.section(let index), .reading), (.section(let index), .outline):
      leap(toSection: index)
    case (.link(let link, _), .reading), (.link(let link, _), .outline): return follow(link)
    case (.link(let link, _), .links): return pop() + follow(link)
    case (.match(let match), .reading), (.match(let match), .outline), (.match(let match), .find):
      guard let index = reading?.search?.index(of: match) else { break }
      reading?.search?.current = index
    case (.match(let match), .only):
      guard let reading, let search = reading.search, let index = search.index(of: match) else { break }
      let first = MatchedLines(page: reading.page, search: search).first(ofLineWith: index)
      if only?.match == first { return OnlyMode.accept(&self) }
      only?.match = first
    case (.hit(let index), .search), (.hit(let index), .results):
      return search?.visit.selection == index ? context.mode.accept(&self) : selectHit(index)
    case (.knownPlace(let index), .knownPlaces):
      if knownPlaces?.selection == index { return KnownPlacesMode.accept(&self) }
      knownPlaces?.selection = index
    case (.choice(let index), .picker):
      if picker?.selection == index { return PickerMode.accept(&self) }
      picker?.select(index)
    // Something else has the keys.
    default: break
    }
    return []
  }

  /// Goes on with the last briefing.
  private mutating func acceptContinuation() -> [Effect] {
    guard list?.isAtContinuation == false else { return ListMode.accept(&self) }
    list?.move(.start, page: 1, times: 1)
    return []
  }

  /// Gives the mouse to the terminal, or takes it again.
  mutating func toggleMouse() {
    options.usesMouse.toggle()
    say(
      options.usesMouse
        ? "The mouse works here; with Shift the terminal selects text."
        : "The terminal has the mouse, and selects text with it.")
  }
}

extension Context {
  /// Whether the wheel selects while one types.
  fileprivate var wheelSelects: Bool {
    switch self {
    case .filter, .picker, .search: true
    default: false
    }
  }
}
